// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/matchertext.h"

#include <algorithm>

namespace alerts {

namespace {
bool isLetter(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_'; }
bool isNamePart(QChar c) { return isLetter(c) || (c >= u'0' && c <= u'9'); }
/// What a value without quotes is made of.
bool isPlainPart(QChar c) { return !c.isSpace() && !QStringView(u"{},\"'`=~!\\").contains(c); }
} // namespace

bool MatcherText::isName(QStringView text)
{
    return !text.isEmpty() && text.size() <= 128 && isLetter(text.front()) &&
           std::all_of(text.begin(), text.end(), isNamePart);
}

core::Result<QList<Matcher>> MatcherText::parse(const QString &text)
{
    if (text.size() > longest)
        return core::Error{core::ErrorCode::Invalid, tr("This is longer than %1 characters.").arg(longest)};
    return MatcherText(text).list();
}

core::Result<QList<Matcher>> MatcherText::list()
{
    QList<Matcher> out;
    skipSpace();
    const bool isBraced = take(u'{');
    skipSpace();
    while (!isAtEnd() && peek() != u'}') {
        const auto next = matcher();
        if (!next)
            return next.error();
        out << *next;
        skipSpace();
        if (!take(u','))
            break;
        skipSpace();
    }
    if (isBraced && !take(u'}'))
        return expected(tr("a comma or }"));
    skipSpace();
    if (!isAtEnd())
        return expected(isBraced ? tr("nothing more") : tr("a comma"));
    return out;
}

core::Result<Matcher> MatcherText::matcher()
{
    Matcher out;
    out.label = word(isNamePart).toString();
    if (!isName(out.label))
        return expected(tr("the name of a label"));
    skipSpace();
    const bool isNot = take(u'!');
    if (isNot && take(u'~')) {
        out.comparison = Comparison::MatchesNot;
    } else if (take(u'=')) {
        const bool matches = !isNot && take(u'~');
        out.comparison = isNot ? Comparison::NotEqual : matches ? Comparison::Matches : Comparison::Equal;
    } else {
        return expected(tr("=, !=, =~ or !~"));
    }
    skipSpace();
    auto read = value();
    if (!read)
        return read.error();
    out.value = *read;
    return out;
}

core::Result<QString> MatcherText::value()
{
    if (peek() == u'"')
        return quoted();
    const QString plain = word(isPlainPart).toString();
    if (plain.isEmpty())
        return expected(tr("a value in quotes"));
    return plain;
}

core::Result<QString> MatcherText::quoted()
{
    take(u'"');
    QString out;
    while (!isAtEnd()) {
        const QChar c = m_whole.at(m_at++);
        if (c == u'"')
            return out;
        if (c != u'\\') {
            out += c;
            continue;
        }
        // As Prometheus: \\, \" and \n; what else follows a \ is a pattern's own.
        const QChar escaped = isAtEnd() ? QChar() : m_whole.at(m_at++);
        if (escaped == u'n')
            out += u'\n';
        else if (escaped == u'"' || escaped == u'\\')
            out += escaped;
        else
            out += QStringLiteral("\\") + (escaped.isNull() ? QString() : QString(escaped));
    }
    return expected(tr("a \" at the end of the value"));
}

QStringView MatcherText::word(bool (*isPart)(QChar))
{
    const qsizetype start = m_at;
    while (!isAtEnd() && isPart(m_whole.at(m_at)))
        ++m_at;
    return m_whole.mid(start, m_at - start);
}

void MatcherText::skipSpace()
{
    while (!isAtEnd() && m_whole.at(m_at).isSpace())
        ++m_at;
}

bool MatcherText::take(QChar character)
{
    if (isAtEnd() || m_whole.at(m_at) != character)
        return false;
    ++m_at;
    return true;
}

core::Error MatcherText::expected(const QString &what) const
{
    const QString found = m_whole.mid(m_at, 16).toString();
    return {core::ErrorCode::Invalid,
            found.isEmpty() ? tr("At the end, %1 was expected.").arg(what)
                            : tr("At character %1 (“%2”), %3 was expected.").arg(m_at + 1).arg(found, what)};
}

QString MatcherText::write(const QList<Matcher> &list)
{
    QStringList parts;
    for (const Matcher &matcher : list) {
        QString value = matcher.value;
        value.replace(u'\\', QLatin1String("\\\\"))
            .replace(u'"', QLatin1String("\\\""))
            .replace(u'\n', QLatin1String("\\n"));
        parts << matcher.label + QLatin1String(core::Words<Comparison>::list.at(size_t(matcher.comparison))) +
                     u'"' + value + u'"';
    }
    return u'{' + parts.join(QLatin1String(", ")) + u'}';
}

} // namespace alerts
