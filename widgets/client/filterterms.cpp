// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/filterterms.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace client {

/// Goes through what was typed once, from the left.
class FilterTermReader
{
    Q_DECLARE_TR_FUNCTIONS(client::FilterTermReader)
public:
    explicit FilterTermReader(const QString &text) : m_text(text) {}

    FilterTerms read()
    {
        FilterTerms found;
        for (skipSpace(); m_at < m_text.size(); skipSpace()) {
            FilterTerm term;
            if (!readTerm(term))
                return {{}, m_flaw};
            found.terms << term;
        }
        return found;
    }

private:
    [[nodiscard]] bool isAtEnd() const { return m_at >= m_text.size() || m_text[m_at].isSpace(); }
    void skipSpace()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }
    bool fail(qsizetype at, const QString &why)
    {
        m_flaw = FilterFlaw{at, std::max<qsizetype>(1, m_at - at), why};
        return false;
    }

    bool readTerm(FilterTerm &term)
    {
        term.at = m_at;
        if (m_text[m_at] == u'!' || m_text[m_at] == u'-') {
            term.isNegated = true;
            if (++m_at; isAtEnd())
                return fail(term.at, tr("Write behind the ! what is not to be shown, without a space."));
        }
        readKey(term);
        if (!readWords(term))
            return false;
        term.length = std::max<qsizetype>(1, m_at - term.at);
        if (!term.words.isEmpty())
            return true;
        return fail(term.at, term.key.isEmpty()
                                 ? tr("There is nothing to look for here.")
                                 : tr("Write behind %1%2 what it is to be.").arg(term.key, term.op));
    }

    /// Times, addresses and URLs have colons, too: no key begins with a digit, and none stands before //.
    void readKey(FilterTerm &term)
    {
        qsizetype end = m_at;
        while (end < m_text.size() && m_text[end].unicode() < 128 && m_text[end].isLetter())
            ++end;
        if (end == m_at || end >= m_text.size() || !QStringView(u":=<>").contains(m_text[end]))
            return;
        const QChar next = end + 1 < m_text.size() ? m_text[end + 1] : QChar();
        if (m_text[end] == u':' && (next == u':' || next == u'/'))
            return;
        term.key = m_text.mid(m_at, end - m_at).toLower();
        term.op = m_text[end];
        m_at = end + 1;
        if ((term.op == u'<' || term.op == u'>') && next == u'=') {
            term.op += next;
            ++m_at;
        }
    }

    bool readWords(FilterTerm &term)
    {
        term.words = {QString()};
        while (!isAtEnd()) {
            const QChar letter = m_text[m_at++];
            if (letter == u',' && !term.key.isEmpty()) {
                term.words << QString();
            } else if (letter != u'"') {
                term.words.last() += letter;
            } else {
                const qsizetype end = m_text.indexOf(u'"', m_at);
                const qsizetype quote = m_at - 1;
                if (end < 0) {
                    m_at = m_text.size();
                    return fail(quote, tr("The quote that begins here does not end."));
                }
                term.words.last() += m_text.mid(m_at, end - m_at);
                m_at = end + 1;
            }
        }
        term.words.removeAll(QString());
        return true;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    std::optional<FilterFlaw> m_flaw;
};

FilterTerms FilterTerms::read(const QString &text) { return FilterTermReader(text).read(); }

std::optional<double> FilterTerms::secondsIn(QString word)
{
    const qsizetype place = word.isEmpty() ? -1 : QStringView(u"smhd").indexOf(word.back().toLower());
    if (place < 0)
        return {};
    word.chop(1);
    bool isNumber = false;
    const double number = word.toDouble(&isNumber);
    if (!isNumber || number < 0)
        return {};
    return number * std::array{1.0, 60.0, 3600.0, 86400.0}[size_t(place)];
}

bool FilterTerms::compares(const QString &op, double value, double limit)
{
    if (op.startsWith(u'<'))
        return op.endsWith(u'=') ? value <= limit : value < limit;
    if (op.startsWith(u'>'))
        return op.endsWith(u'=') ? value >= limit : value > limit;
    return qFuzzyCompare(value + 1, limit + 1);
}

} // namespace client
