// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertfilter.h"

#include <QCoreApplication>

#include <algorithm>

namespace alerts {

namespace {

using Holds = std::function<bool(const AlertSubject &)>;

constexpr qsizetype longestSearched = 2048;

struct SeverityWord
{
    const char *word;
    int least;
    int most;
};
constexpr std::array severityWords{SeverityWord{"info", 1, 2}, SeverityWord{"low", 3, 4},
                                   SeverityWord{"medium", 5, 6}, SeverityWord{"high", 7, 8},
                                   SeverityWord{"critical", 9, 10}};

std::optional<std::pair<int, int>> severitiesOf(const QString &word)
{
    bool isNumber = false;
    if (const int number = word.toInt(&isNumber); isNumber && number >= 1 && number <= 10)
        return std::pair(number, number);
    for (const SeverityWord &known : severityWords) {
        if (word.compare(QLatin1String(known.word), Qt::CaseInsensitive) == 0)
            return std::pair(known.least, known.most);
    }
    return {};
}

using TextOf = QString (*)(const AlertSubject &);
struct TextKey
{
    const char *key;
    TextOf text;
};
constexpr std::array textKeys{
    TextKey{"device",
            [](const AlertSubject &one) -> QString {
                return subjectOf(one.alert, one.setting) + u'\n' + one.alert.subjectId;
            }},
    TextKey{"rule", [](const AlertSubject &one) { return one.alert.source; }},
    TextKey{"owner",
            [](const AlertSubject &one) -> QString {
                return one.alert.assignee + u'\n' +
                       (one.alert.acknowledgement ? one.alert.acknowledgement->by : QString());
            }},
    TextKey{"type",
            [](const AlertSubject &one) -> QString {
                return QLatin1String(core::Words<Kind>::list.at(size_t(one.alert.alertType)));
            }},
    TextKey{"dept",
            [](const AlertSubject &one) { return one.alert.labels.value(QStringLiteral("department")); }},
    TextKey{"id", [](const AlertSubject &one) { return one.alert.id; }},
    TextKey{"label", [](const AlertSubject &one) {
                QString text;
                for (auto label = one.alert.labels.cbegin(); label != one.alert.labels.cend(); ++label)
                    text += label.key() + u'=' + label.value() + u'\n';
                return text;
            }}};

using NumberOf = double (*)(const AlertSubject &);
struct NumberKey
{
    const char *key;
    NumberOf number;
    bool isTime;
};
constexpr std::array numberKeys{
    NumberKey{
        "since",
        [](const AlertSubject &one) { return double(one.alert.raisedAt.msecsTo(one.setting.now)) / 1000; },
        true},
    NumberKey{"times", [](const AlertSubject &one) { return double(one.alert.occurrences); }, false},
    NumberKey{"parts", [](const AlertSubject &one) { return double(one.alert.children); }, false},
    NumberKey{"comments", [](const AlertSubject &one) { return double(one.alert.comments); }, false}};

using Quality = bool (*)(const AlertSubject &);
struct QualityKey
{
    const char *key;
    Quality holds;
};
constexpr std::array qualities{
    QualityKey{"silenced", [](const AlertSubject &one) { return !one.alert.silencedBy.isEmpty(); }},
    QualityKey{"mine", [](const AlertSubject &one) { return one.isMine; }},
    QualityKey{"assigned", [](const AlertSubject &one) { return !one.alert.assignee.isEmpty(); }},
    QualityKey{"folded", [](const AlertSubject &one) { return !one.alert.foldedInto.isEmpty(); }},
    QualityKey{"flapping", [](const AlertSubject &one) { return one.alert.isFlapping; }},
    QualityKey{"escalated", [](const AlertSubject &one) { return one.alert.level > 0; }}};

template <class Known>
const typename Known::value_type *named(const Known &known, const QString &word)
{
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&word](const auto &one) { return word == QLatin1String(one.key); });
    return found == known.end() ? nullptr : &*found;
}

} // namespace

/// Makes of each term what must hold.
class AlertFilterReader
{
    Q_DECLARE_TR_FUNCTIONS(alerts::AlertFilterReader)
public:
    AlertFilter::Reading read(const QString &text)
    {
        const client::FilterTerms read = client::FilterTerms::read(text);
        if (read.flaw)
            return {{}, read.flaw};
        AlertFilter filter;
        for (const client::FilterTerm &term : read.terms) {
            const Holds holds = meaningOf(term);
            if (!holds)
                return {{}, term.flaw(m_why)};
            filter.m_terms.push_back({holds, term.isNegated});
            if (term.key.isEmpty() && !term.isNegated)
                filter.m_words << term.words;
            if (m_leastSeverity && !term.isNegated)
                filter.m_leastSeverity = std::max(filter.m_leastSeverity, *m_leastSeverity);
            m_leastSeverity.reset();
        }
        return {std::move(filter), {}};
    }

private:
    Holds fail(const QString &why)
    {
        m_why = why;
        return {};
    }

    Holds meaningOf(const client::FilterTerm &term)
    {
        if (term.key.isEmpty()) {
            const QByteArray wanted = term.words.first().toCaseFolded().toUtf8();
            return [wanted](const AlertSubject &one) { return one.text.contains(wanted); };
        }
        if (term.key == QLatin1String("sev") || term.key == QLatin1String("severity"))
            return severity(term);
        if (const NumberKey *number = named(numberKeys, term.key))
            return numeric(term, *number);
        if (term.op != QLatin1String(":") && term.op != QLatin1String("="))
            return fail(tr("Behind %1 comes a colon.").arg(term.key));
        if (term.key == QLatin1String("state"))
            return state(term);
        if (term.key == QLatin1String("is"))
            return quality(term);
        const TextKey *text = named(textKeys, term.key);
        if (!text) {
            return fail(
                tr("%1: is not known. There are sev, state, is, device, dept, rule, owner, type, label, "
                   "id, since, times, parts and comments.")
                    .arg(term.key));
        }
        return [text = text->text, words = term.words](const AlertSubject &one) {
            const QString has = text(one);
            return std::any_of(words.begin(), words.end(),
                               [&](const QString &word) { return has.contains(word, Qt::CaseInsensitive); });
        };
    }

    Holds severity(const client::FilterTerm &term)
    {
        QList<std::pair<int, int>> wanted;
        for (const QString &word : term.words) {
            const auto severities = severitiesOf(word);
            if (!severities)
                return fail(
                    tr("A severity is info, low, medium, high or critical, or a number from 1 to 10."));
            wanted << *severities;
        }
        const auto [least, most] = wanted.first();
        if (term.op == QLatin1String(">=") || term.op == QLatin1String(">")) {
            const int from = term.op.size() == 2 ? least : most + 1;
            m_leastSeverity = std::min(from, 10);
            return [from](const AlertSubject &one) { return one.alert.severity >= from; };
        }
        if (term.op.startsWith(u'<')) {
            const int to = term.op.size() == 2 ? most : least - 1;
            return [to](const AlertSubject &one) { return one.alert.severity <= to; };
        }
        return [wanted](const AlertSubject &one) {
            return std::any_of(wanted.begin(), wanted.end(), [&](const auto &range) {
                return one.alert.severity >= range.first && one.alert.severity <= range.second;
            });
        };
    }

    Holds numeric(const client::FilterTerm &term, const NumberKey &key)
    {
        bool isNumber = true;
        const QString &word = term.words.first();
        const std::optional<double> limit =
            key.isTime ? client::FilterTerms::secondsIn(word) : std::optional(word.toDouble(&isNumber));
        if (!limit || !isNumber || term.words.size() > 1) {
            return fail(key.isTime ? tr("%1 takes a time: 90s, 15m, 2h or 7d.").arg(term.key)
                                   : tr("%1 takes a number, as in %1>3.").arg(term.key));
        }
        // A time is seldom hit exactly: since:15m are the last 15 minutes.
        const QString how = key.isTime && term.op == QLatin1String(":") ? QStringLiteral("<=") : term.op;
        return [number = key.number, how, limit = *limit](const AlertSubject &one) {
            return client::FilterTerms::compares(how, number(one), limit);
        };
    }

    Holds state(const client::FilterTerm &term)
    {
        const auto &known = core::Words<AlertState>::list;
        QList<AlertState> states;
        for (const QString &word : term.words) {
            const auto *at = std::find_if(known.begin(), known.end(),
                                          [&](const char *one) { return word == QLatin1String(one); });
            if (at == known.end())
                return fail(tr("%1 is no state. There are open, acknowledged and resolved.").arg(word));
            states << AlertState(at - known.begin());
        }
        return [states](const AlertSubject &one) { return states.contains(one.alert.state); };
    }

    Holds quality(const client::FilterTerm &term)
    {
        std::vector<Quality> wanted;
        for (const QString &word : term.words) {
            const QualityKey *known = named(qualities, word);
            if (!known) {
                return fail(tr("is:%1 is not known. There are silenced, mine, assigned, folded, flapping and "
                               "escalated.")
                                .arg(word));
            }
            wanted.push_back(known->holds);
        }
        return [wanted](const AlertSubject &one) {
            return std::any_of(wanted.begin(), wanted.end(), [&](Quality holds) { return holds(one); });
        };
    }

    QString m_why;
    std::optional<int> m_leastSeverity;
};

AlertFilter::Reading AlertFilter::read(const QString &text) { return AlertFilterReader().read(text); }

bool AlertFilter::passes(const AlertSubject &subject) const
{
    return std::all_of(m_terms.begin(), m_terms.end(),
                       [&](const Term &term) { return term.holds(subject) != term.isNegated; });
}

QByteArray searchText(const Alert &alert, const AlertSetting &setting)
{
    QStringList parts{alert.id,
                      alert.title.left(longestSearched),
                      alert.message.left(longestSearched),
                      subjectOf(alert, setting),
                      alert.source,
                      alert.assignee};
    parts << alert.labels.values();
    return parts.join(u'\n').left(2 * longestSearched).toCaseFolded().toUtf8();
}

} // namespace alerts
