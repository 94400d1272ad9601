// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/filtergrammar.h"

#include <QCoreApplication>

#include <algorithm>

namespace client {

namespace {
constexpr int leastPriority = 1;
constexpr int mostPriority = 10;

bool isKeyLetter(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }

/// Whether `text` is `pattern`, in which each * stands for any characters.
bool fits(QStringView pattern, QStringView text)
{
    const QList<QStringView> parts = pattern.split(u'*');
    if (parts.size() == 1)
        return text.compare(pattern, Qt::CaseInsensitive) == 0;
    if (!text.startsWith(parts.first(), Qt::CaseInsensitive))
        return false;
    qsizetype at = parts.first().size();
    for (qsizetype i = 1; i + 1 < parts.size(); ++i) {
        const qsizetype found = text.indexOf(parts[i], at, Qt::CaseInsensitive);
        if (found < 0)
            return false;
        at = found + parts[i].size();
    }
    return text.size() - at >= parts.last().size() && text.endsWith(parts.last(), Qt::CaseInsensitive);
}
} // namespace

/// Goes through what was typed once, from the left.
class FilterReader
{
    Q_DECLARE_TR_FUNCTIONS(client::FilterReader)
public:
    explicit FilterReader(const QString &text) : m_text(text) {}

    EventFilter::Reading read()
    {
        for (skipSpace(); !isAtEnd(); skipSpace()) {
            EventFilter::Term term;
            if (!readTerm(term))
                return {{}, m_flaw};
            m_filter.m_hasText = m_filter.m_hasText || term.kind == EventFilter::Kind::Text;
            m_filter.m_terms.push_back(std::move(term));
        }
        return {std::move(m_filter), {}};
    }

private:
    [[nodiscard]] bool isAtEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] bool isAtSpace() const { return isAtEnd() || m_text[m_at].isSpace(); }
    void skipSpace()
    {
        while (!isAtEnd() && m_text[m_at].isSpace())
            ++m_at;
    }
    bool fail(qsizetype at, qsizetype length, const QString &why)
    {
        m_flaw = FilterFlaw{at, length, why};
        return false;
    }

    bool readTerm(EventFilter::Term &term)
    {
        const qsizetype start = m_at;
        if (m_text[m_at] == u'!') {
            term.isNegated = true;
            if (++m_at; isAtSpace())
                return fail(start, 1, tr("Write behind the ! what is not to be shown, without a space."));
        }
        const QString key = readKey();
        if (key.isEmpty())
            return readText(term);
        const qsizetype keyAt = m_at - key.size();
        const QString op = readOperator();
        if (key == QLatin1String("priority"))
            return readPriority(term, op);
        if (key != QLatin1String("topic") && key != QLatin1String("source")) {
            return fail(
                keyAt, key.size(),
                tr("%1: is not known. There are topic:, priority: and source:; what is to be found in "
                   "the text stands in quotes.")
                    .arg(key));
        }
        if (op != QLatin1String(":") && op != QLatin1String("="))
            return fail(m_at - op.size(), op.size(), tr("Behind %1 comes a colon.").arg(key));
        return key == QLatin1String("topic") ? readTopic(term) : readSource(term);
    }

    /// The word before an operator; empty: this is text. Times, addresses and URLs have colons, too.
    QString readKey()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && isKeyLetter(m_text[end]))
            ++end;
        if (end == m_at || end >= m_text.size())
            return {};
        const QString key = m_text.mid(m_at, end - m_at).toLower();
        const bool isKnown = key == QLatin1String("topic") || key == QLatin1String("priority") ||
                             key == QLatin1String("source");
        const QChar op = m_text[end];
        const QChar next = end + 1 < m_text.size() ? m_text[end + 1] : QChar();
        const bool isColon = op == u':' && next != u':' && next != u'/';
        if (!isColon && !(isKnown && QStringView(u"<>=").contains(op)))
            return {};
        m_at = end;
        return key;
    }

    QString readOperator()
    {
        const qsizetype start = m_at++;
        if (m_text[start] != u':' && !isAtEnd() && m_text[m_at] == u'=')
            ++m_at;
        return m_text.mid(start, m_at - start);
    }

    enum class Commas { Part, Separate };
    /// Up to the next space; quotes keep spaces and commas together, and a backslash in them keeps a quote.
    bool readWords(QStringList &words, Commas commas)
    {
        words = {QString()};
        while (!isAtSpace()) {
            if (commas == Commas::Separate && m_text[m_at] == u',') {
                words << QString();
                ++m_at;
                continue;
            }
            QString &value = words.last();
            if (m_text[m_at] != u'"') {
                value += m_text[m_at++];
                continue;
            }
            const qsizetype quote = m_at++;
            for (; !isAtEnd() && m_text[m_at] != u'"'; ++m_at) {
                if (m_text[m_at] == u'\\' && m_at + 1 < m_text.size())
                    ++m_at;
                value += m_text[m_at];
            }
            if (isAtEnd())
                return fail(quote, m_text.size() - quote, tr("The quote that begins here does not end."));
            ++m_at;
        }
        words.removeAll(QString());
        return true;
    }

    bool readText(EventFilter::Term &term)
    {
        const qsizetype start = m_at;
        if (!readWords(term.words, Commas::Part))
            return false;
        if (term.words.isEmpty())
            return fail(start, m_at - start, tr("There is nothing between the quotes."));
        return true;
    }

    bool readList(EventFilter::Term &term, const QString &wanted)
    {
        const qsizetype start = m_at;
        if (!readWords(term.words, Commas::Separate))
            return false;
        return term.words.isEmpty() ? fail(start, std::max<qsizetype>(1, m_at - start), wanted) : true;
    }

    bool readTopic(EventFilter::Term &term)
    {
        const qsizetype start = m_at;
        term.kind = EventFilter::Kind::Topic;
        if (!readList(term, tr("Write behind the colon which topic: metrics.sampled, or metrics.*")))
            return false;
        for (const QString &word : std::as_const(term.words)) {
            const bool isWhole = word == QLatin1String("*") || word.contains(u'.');
            if (!isWhole || !core::Topic::isPattern(word)) {
                return fail(
                    start, m_at - start,
                    tr("%1 is no topic. Write it whole, or its beginning and a star: metrics.*").arg(word));
            }
        }
        return true;
    }

    bool readSource(EventFilter::Term &term)
    {
        term.kind = EventFilter::Kind::Source;
        return readList(term, tr("Write behind the colon which source: agent-1, or agent-*"));
    }

    bool readPriority(EventFilter::Term &term, const QString &op)
    {
        const qsizetype start = m_at;
        QStringList words;
        if (!readWords(words, Commas::Part))
            return false;
        bool isNumber = false;
        const int number = words.value(0).toInt(&isNumber);
        if (!isNumber || number < leastPriority || number > mostPriority) {
            return fail(start, std::max<qsizetype>(1, m_at - start),
                        tr("A priority is a number from 1 to 10, as in priority>=7"));
        }
        term.kind = EventFilter::Kind::Priority;
        if (op.startsWith(u'<'))
            term.most = op.endsWith(u'=') ? number : number - 1;
        else if (op.startsWith(u'>'))
            term.least = op.endsWith(u'=') ? number : number + 1;
        else
            term.least = term.most = number;
        return true;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    EventFilter m_filter;
    std::optional<FilterFlaw> m_flaw;
};

EventFilter::Reading EventFilter::read(const QString &text) { return FilterReader(text).read(); }

QString EventFilter::quoted(const QString &word)
{
    const bool isPlain = !word.isEmpty() && std::all_of(word.begin(), word.end(), [](QChar c) {
        return c.isLetterOrNumber() || QStringView(u"-_.@").contains(c);
    });
    if (isPlain)
        return word;
    QString text = word;
    text.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
    return u'"' + text + u'"';
}

QString EventFilter::like(const core::Event &event)
{
    const QString topic = QStringLiteral("topic:") + event.topic.name();
    return event.source.isEmpty() ? topic : topic + QStringLiteral(" source:") + quoted(event.source);
}

bool EventFilter::passes(const core::Event &event, const QByteArray &json) const
{
    const QString text = m_hasText ? QString::fromUtf8(json) : QString();
    return std::all_of(m_terms.begin(), m_terms.end(),
                       [&](const Term &term) { return holds(term, event, text) != term.isNegated; });
}

bool EventFilter::holds(const Term &term, const core::Event &event, const QString &text)
{
    const auto any = [&term](auto good) { return std::any_of(term.words.begin(), term.words.end(), good); };
    switch (term.kind) {
    case Kind::Topic:
        return any([&](const QString &word) { return event.topic.matches(word); });
    case Kind::Priority:
        return event.priority >= term.least && event.priority <= term.most;
    case Kind::Source:
        return any([&](const QString &word) { return fits(word, event.source); });
    case Kind::Text:
        return any([&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
    }
    return true;
}

} // namespace client
