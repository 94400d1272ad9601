// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/scanner.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

namespace automation::rules {

namespace {
constexpr std::array<std::pair<char, double>, 4> timeUnits{{{'d', 86400}, {'h', 3600}, {'m', 60}, {'s', 1}}};
constexpr double longestTime = 3650.0 * 86400;
constexpr qsizetype longestShown = 24;

bool beginsWord(QChar c) { return c.isLetter() || c == u'_' || c == u'*'; }
bool belongsToWord(QChar c) { return c.isLetterOrNumber() || QStringView(u"_*.:/-@").contains(c); }
bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }
bool isKeyword(const QString &text)
{
    static constexpr std::array words{"and", "or", "not", "raise"};
    return std::any_of(words.begin(), words.end(),
                       [&](const char *word) { return text == QLatin1String(word); });
}
} // namespace

Scanner::Scanner(const QString &text) : m_text(text) { m_next = scan(); }

QChar Scanner::at(qsizetype place) const { return place < m_text.size() ? m_text.at(place) : QChar(); }

Token Scanner::take()
{
    Token taken = std::move(m_next);
    m_next = scan();
    return taken;
}

bool Scanner::takes(QLatin1String text)
{
    const bool isIt =
        (m_next.kind == Token::Kind::Symbol || m_next.kind == Token::Kind::Word) && m_next.text == text;
    if (isIt)
        take();
    return isIt;
}

core::Result<void> Scanner::expect(QLatin1String symbol)
{
    if (takes(symbol))
        return {};
    return expected(QStringLiteral("“%1”").arg(symbol));
}

core::Result<QString> Scanner::expectName(const QString &what)
{
    if (m_next.kind == Token::Kind::Quoted || (m_next.kind == Token::Kind::Word && !isKeyword(m_next.text)))
        return take().text;
    return expected(what);
}

core::Result<double> Scanner::expectNumber()
{
    if (m_next.kind == Token::Kind::Number || m_next.kind == Token::Kind::Duration)
        return take().number;
    return expected(QCoreApplication::translate("automation", "a number"));
}

core::Error Scanner::wrongAt(qsizetype place, const QString &sentence) const
{
    return {core::ErrorCode::Invalid,
            QCoreApplication::translate("automation", "Character %1: %2").arg(place + 1).arg(sentence)};
}

core::Error Scanner::expected(const QString &what) const
{
    if (m_next.kind == Token::Kind::Wrong)
        return wrongAt(m_next.place, m_next.text);
    if (m_next.kind == Token::Kind::End)
        return wrongAt(m_next.place,
                       QCoreApplication::translate("automation", "%1 is missing at the end.").arg(what));
    QString found = m_next.text.left(longestShown);
    if (found.size() < m_next.text.size())
        found += u'…';
    return wrongAt(m_next.place,
                   QCoreApplication::translate("automation", "expected %1, found “%2”.").arg(what, found));
}

Token Scanner::scan()
{
    while (m_place < m_text.size() && m_text.at(m_place).isSpace())
        ++m_place;
    const QChar c = at(m_place);
    if (m_place >= m_text.size())
        return {Token::Kind::End, {}, 0, m_place};
    if (beginsWord(c))
        return scanWord();
    if (isDigit(c) || ((c == u'-' || c == u'.') && (isDigit(at(m_place + 1)) || at(m_place + 1) == u'.')))
        return scanNumber();
    if (c == u'"')
        return scanQuoted();
    const qsizetype start = m_place++;
    if (QStringView(u"<>=!").contains(c) && at(m_place) == u'=')
        ++m_place;
    return {Token::Kind::Symbol, m_text.mid(start, m_place - start), 0, start};
}

Token Scanner::scanWord()
{
    const qsizetype start = m_place;
    while (belongsToWord(at(m_place)))
        ++m_place;
    return {Token::Kind::Word, m_text.mid(start, m_place - start), 0, start};
}

Token Scanner::scanNumber()
{
    const qsizetype start = m_place;
    const auto isExponentSign = [this](qsizetype place) {
        const QChar before = at(place - 1);
        return (at(place) == u'+' || at(place) == u'-') && (before == u'e' || before == u'E');
    };
    ++m_place;
    while (at(m_place).isLetterOrNumber() || at(m_place) == u'.' || isExponentSign(m_place))
        ++m_place;
    const QString text = m_text.mid(start, m_place - start);
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (isNumber && std::isfinite(number))
        return {Token::Kind::Number, text, number, start};
    if (const auto time = timeOf(text))
        return {Token::Kind::Duration, text, *time, start};
    return {
        Token::Kind::Wrong,
        QCoreApplication::translate("automation", "“%1” is neither a number nor a time such as 5m or 24h.")
            .arg(text.left(longestShown)),
        0, start};
}

Token Scanner::scanQuoted()
{
    const qsizetype start = m_place++;
    QString text;
    for (; m_place < m_text.size(); ++m_place) {
        if (at(m_place) == u'"') {
            ++m_place;
            return {Token::Kind::Quoted, text, 0, start};
        }
        if (at(m_place) == u'\\' && m_place + 1 < m_text.size())
            ++m_place;
        text += at(m_place);
    }
    return {Token::Kind::Wrong, QCoreApplication::translate("automation", "this quote is never closed."), 0,
            start};
}

bool isPlainWord(const QString &text)
{
    return !text.isEmpty() && !isKeyword(text) && beginsWord(text.front()) &&
           std::all_of(text.begin(), text.end(), belongsToWord);
}

QString written(const QString &name)
{
    if (isPlainWord(name))
        return name;
    QString text = name;
    text.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
    return u'"' + text + u'"';
}

QString writtenNumber(double value)
{
    constexpr double mostDigits = 1e15;
    if (value == std::floor(value) && std::abs(value) < mostDigits)
        return QString::number(qint64(value));
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

QString writtenTime(double seconds)
{
    for (const auto &[unit, length] : timeUnits) {
        const double count = seconds / length;
        if (count >= 1 && count == std::floor(count) && count < 1e9)
            return QString::number(qint64(count)) + QLatin1Char(unit);
    }
    return QString::number(seconds, 'f', seconds == std::floor(seconds) ? 0 : 3) + u's';
}

std::optional<double> timeOf(QStringView text)
{
    double sum = 0;
    qsizetype place = 0;
    while (place < text.size()) {
        const qsizetype start = place;
        while (place < text.size() && (isDigit(text[place]) || text[place] == u'.'))
            ++place;
        bool isNumber = false;
        const double count = text.mid(start, place - start).toDouble(&isNumber);
        if (!isNumber || place == text.size())
            return std::nullopt;
        const auto *unit = std::find_if(timeUnits.begin(), timeUnits.end(), [&](const auto &known) {
            return text[place] == QLatin1Char(known.first);
        });
        if (unit == timeUnits.end())
            return std::nullopt;
        sum += count * unit->second;
        ++place;
    }
    return text.isEmpty() || sum > longestTime ? std::nullopt : std::optional(sum);
}

} // namespace automation::rules
