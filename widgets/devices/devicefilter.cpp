// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/devicefilter.h"

#include "core/subnet.h"
#include "devices/filterkeys.h"
#include "network/compose.h"

#include <QCoreApplication>

#include <algorithm>

namespace devices {

namespace {

using network::Entry;

template <std::size_t Count>
QString listed(const std::array<const char *, Count> &words)
{
    QStringList list;
    for (const char *word : words)
        list << QLatin1String(word);
    return list.join(QStringLiteral(", "));
}

} // namespace

/// Goes through what was typed once, from the left.
class DeviceFilterReader
{
    Q_DECLARE_TR_FUNCTIONS(devices::DeviceFilterReader)
public:
    explicit DeviceFilterReader(const QString &text) : m_text(text) {}

    DeviceFilter::Reading read()
    {
        for (skipSpace(); m_at < m_text.size(); skipSpace()) {
            DeviceFilter::Term term;
            if (!readTerm(term))
                return {{}, m_flaw};
            m_filter.m_terms.push_back(std::move(term));
        }
        return {std::move(m_filter), {}};
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
        m_flaw = client::FilterFlaw{at, std::max<qsizetype>(1, m_at - at), why};
        return false;
    }

    bool readTerm(DeviceFilter::Term &term)
    {
        const qsizetype start = m_at;
        if (m_text[m_at] == u'!' || m_text[m_at] == u'-') {
            term.isNegated = true;
            if (++m_at; isAtEnd())
                return fail(start, tr("Write behind the ! what is not to be shown, without a space."));
        }
        const QString key = readKey();
        if (key.isEmpty())
            return readWord(term);
        const QString op = readOperator();
        const qsizetype valueAt = m_at;
        QStringList words;
        if (!readWords(words))
            return false;
        if (words.isEmpty())
            return fail(valueAt, tr("Behind %1%2 comes what to look for.").arg(key, op));
        return readNumber(term, key, op, words) || (!m_flaw && readNamed(term, key, op, words, start));
    }

    /// The word before an operator; empty: this is text. Addresses have colons,
    /// too.
    QString readKey()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && m_text[end].unicode() < 128 && m_text[end].isLetter())
            ++end;
        if (end == m_at || end >= m_text.size() || !QStringView(u":=<>").contains(m_text[end]))
            return {};
        const QString key = m_text.mid(m_at, end - m_at).toLower();
        const bool isHex = std::all_of(key.begin(), key.end(), [](QChar c) { return c <= u'f'; });
        if (isHex || (end + 1 < m_text.size() && (m_text[end + 1] == u':' || m_text[end + 1] == u'/')))
            return {};
        m_at = end;
        return key;
    }
    QString readOperator()
    {
        const qsizetype start = m_at++;
        if (m_text[start] != u':' && m_at < m_text.size() && m_text[m_at] == u'=')
            ++m_at;
        return m_text.mid(start, m_at - start);
    }

    /// Up to the next space, parted by commas; quotes keep spaces and commas
    /// together.
    bool readWords(QStringList &words)
    {
        words = {QString()};
        while (!isAtEnd()) {
            const QChar letter = m_text[m_at++];
            if (letter == u',') {
                words << QString();
            } else if (letter != u'"') {
                words.last() += letter;
            } else {
                const qsizetype quote = m_at - 1;
                const qsizetype end = m_text.indexOf(u'"', m_at);
                if (end < 0) {
                    m_at = m_text.size();
                    return fail(quote, tr("The quote that begins here does not end."));
                }
                words.last() += m_text.mid(m_at, end - m_at);
                m_at = end + 1;
            }
        }
        words.removeAll(QString());
        return true;
    }

    bool readWord(DeviceFilter::Term &term)
    {
        const qsizetype start = m_at;
        QStringList words;
        if (!readWords(words))
            return false;
        if (words.isEmpty())
            return fail(start, tr("There is nothing to look for here."));
        const QByteArray wanted = words.join(u',').toCaseFolded().toUtf8();
        term.holds = [wanted](const Subject &one) { return one.text.contains(wanted); };
        return true;
    }

    /// False without a flaw: no number stands behind this key.
    bool readNumber(DeviceFilter::Term &term, const QString &key, const QString &op, const QStringList &words)
    {
        const NumberKey *found = numberKey(key);
        if (!found)
            return false;
        const std::optional<double> limit = numberIn(words.first(), found->isTime);
        if (!limit || words.size() > 1) {
            return fail(m_at - 1, found->isTime ? tr("%1 takes a time: 90s, 15m, 2h or 7d.").arg(key)
                                                : tr("%1 takes a number, as in %1>3.").arg(key));
        }
        // A time is seldom hit exactly: since:15m are the last 15 minutes.
        const QString how = found->isTime && op == QLatin1String(":") ? QStringLiteral("<=") : op;
        term.holds = [number = found->number, how, limit = *limit](const Subject &one) {
            const std::optional<double> value = number(one);
            if (!value)
                return false;
            if (how.startsWith(u'<'))
                return how.endsWith(u'=') ? *value <= limit : *value < limit;
            if (how.startsWith(u'>'))
                return how.endsWith(u'=') ? *value >= limit : *value > limit;
            return qFuzzyCompare(*value + 1, limit + 1);
        };
        return true;
    }

    static std::optional<double> numberIn(QString word, bool isTime)
    {
        double unit = 1;
        if (isTime) {
            const qsizetype place = QStringView(u"smhd").indexOf(word.back().toLower());
            if (place < 0)
                return {};
            unit = std::array{1.0, 60.0, 3600.0, 86400.0}[size_t(place)];
            word.chop(1);
        }
        bool isNumber = false;
        const double number = word.toDouble(&isNumber);
        return isNumber && number >= 0 ? std::optional(number * unit) : std::nullopt;
    }

    bool readNamed(DeviceFilter::Term &term, const QString &key, const QString &op, const QStringList &words,
                   qsizetype start)
    {
        if (op != QLatin1String(":") && op != QLatin1String("="))
            return fail(start, tr("Behind %1 comes a colon.").arg(key));
        if (key == QLatin1String("state"))
            return readState(term, words, start);
        if (key == QLatin1String("is"))
            return readQuality(term, words, start);
        if (key == QLatin1String("ip"))
            return readNetwork(term, words, start);
        if (key == QLatin1String("type")) {
            term.holds = [words](const Subject &one) {
                return std::any_of(words.begin(), words.end(),
                                   [&](const QString &word) { return isOfType(one.entry, word); });
            };
            return true;
        }
        const TextOf found = textKey(key);
        if (!found) {
            return fail(start, tr("%1: is not known. There are name, ip, mac, net, state, type, is, "
                                  "vendor, "
                                  "os, dept, owner, tag, notes, ports, latency, seen and since.")
                                   .arg(key));
        }
        term.holds = [text = found, words](const Subject &one) {
            const QString has = text(one);
            return std::any_of(words.begin(), words.end(),
                               [&](const QString &word) { return has.contains(word, Qt::CaseInsensitive); });
        };
        return true;
    }

    bool readState(DeviceFilter::Term &term, const QStringList &words, qsizetype start)
    {
        const auto &known = core::Words<network::State>::list;
        QList<network::State> states;
        for (const QString &word : words) {
            const auto *at = std::find_if(known.begin(), known.end(),
                                          [&](const char *one) { return word == QLatin1String(one); });
            if (at == known.end())
                return fail(start, tr("%1 is no state. There are %2.").arg(word, listed(known)));
            states << network::State(at - known.begin());
        }
        term.holds = [states](const Subject &one) { return states.contains(one.entry.state); };
        return true;
    }

    bool readQuality(DeviceFilter::Term &term, const QStringList &words, qsizetype start)
    {
        std::vector<QualityOf> wanted;
        for (const QString &word : words) {
            const QualityOf quality = qualityNamed(word);
            if (!quality) {
                return fail(start, tr("is:%1 is not known. There are new, approved, "
                                      "ignored, flapping, "
                                      "expected, random and shared.")
                                       .arg(word));
            }
            wanted.push_back(quality);
        }
        term.holds = [wanted](const Subject &one) {
            return std::any_of(wanted.begin(), wanted.end(), [&](auto holds) { return holds(one.entry); });
        };
        return true;
    }

    bool readNetwork(DeviceFilter::Term &term, const QStringList &words, qsizetype start)
    {
        QList<core::Subnet> subnets;
        for (const QString &word : words) {
            const auto subnet = core::Subnet::parse(word);
            if (!subnet)
                return fail(start, tr("%1 is no address and no network. Write 192.168.1.7 or "
                                      "192.168.1.0/24.")
                                       .arg(word));
            subnets << *subnet;
        }
        term.holds = [subnets](const Subject &one) {
            return std::any_of(
                one.entry.addresses.begin(), one.entry.addresses.end(), [&](const QString &text) {
                    const auto address = core::Address::parse(text);
                    return address && std::any_of(subnets.begin(), subnets.end(), [&](const auto &subnet) {
                               return subnet.contains(*address);
                           });
                });
        };
        return true;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    DeviceFilter m_filter;
    std::optional<client::FilterFlaw> m_flaw;
};

DeviceFilter::Reading DeviceFilter::read(const QString &text) { return DeviceFilterReader(text).read(); }

bool DeviceFilter::passes(const Subject &subject) const
{
    return std::all_of(m_terms.begin(), m_terms.end(),
                       [&](const Term &term) { return term.holds(subject) != term.isNegated; });
}

QByteArray searchText(const network::Entry &device)
{
    QStringList parts{device.name,  device.hostname, device.macAddress, device.vendor,
                      device.os,    device.owner,    device.deviceType, network::typeTitle(device.deviceType),
                      device.notes, device.subnet};
    parts << device.addresses << device.tags;
    return parts.join(u'\n').toCaseFolded().toUtf8();
}

} // namespace devices
