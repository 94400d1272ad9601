// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/alertcommands.h"
#include "domain/assistant/devicespeech.h"
#include "domain/assistant/queries.h"
#include "domain/assistant/words.h"

#include <algorithm>

namespace assistant {

namespace {
using alerts::ListAlerts;
using network::DeviceHistory;

constexpr int mostChanges = 500;
constexpr int mostAlertsRaised = 50;
constexpr qsizetype mostChangesShown = 40;
constexpr qsizetype mostNamesAsked = 16;

/// What is said of a time that is past.
struct ChangeTalk
{
    Q_DECLARE_TR_FUNCTIONS(assistant::ChangeTalk)
public:
    static Query changes();

private:
    static TimeSpan spanOf(const Matter &matter)
    {
        constexpr qint64 aDay = 24 * 60 * 60;
        return matter.timeOr(aDay);
    }
    static QList<Asking> ask(const Matter &matter);
    static QList<Asking> askNames(const Matter &matter, const Findings &findings);
    static QString tally(const QList<network::PastChange> &changes);
    static Telling tell(const Matter &matter, const Findings &findings);
    static void tellRaised(Telling &telling, const Matter &matter, const Findings &findings);
};

Query ChangeTalk::changes()
{
    Query query;
    query.id = QStringLiteral("changes");
    query.example = tr("what changed last night?");
    query.phrases = phrasesOf({"what|anything changed|happened|new",
                               "what has|have|is|did changed|happened|new|change|happen",
                               "did|has anything|something change|happen|changed|happened",
                               "changes|history",
                               "changes on|of|for|at {device}",
                               "what changed|happened on|at {device}",
                               "what has changed|happened on|at {device}",
                               "history of {device}",
                               "what did i miss",
                               "what was going? on",
                               "any changes on? {device}?",
                               "was hat sich? geandert|getan",
                               "was hat sich? an|auf|bei|mit {device} geandert|getan",
                               "was ist passiert|neu|geschehen",
                               "was ist an|auf|bei {device} passiert|geschehen",
                               "was passierte|geschah|war|anderte los|sich?",
                               "hat sich etwas|was geandert|getan",
                               "anderungen",
                               "anderungen an|auf|bei|von {device}",
                               "verlauf von? {device}",
                               "was habe ich verpasst",
                               "was gibt es neues"});
    query.commands = {QLatin1String(DeviceHistory::name), QLatin1String(ListAlerts::name),
                      QLatin1String(network::GetDevice::name)};
    query.asks = ask;
    query.further = askNames;
    query.tell = tell;
    return query;
}

QList<Asking> ChangeTalk::ask(const Matter &matter)
{
    const TimeSpan span = spanOf(matter);
    const QString device = matter.thing("device").id;
    DeviceHistory history;
    history.id = device;
    history.from = span.from;
    history.to = span.to;
    history.limit = mostChanges;
    ListAlerts alerts;
    alerts.states = {alerts::AlertState::Open, alerts::AlertState::Acknowledged,
                     alerts::AlertState::Resolved};
    alerts.subjectId = device;
    alerts.since = span.from;
    alerts.order = alerts::AlertOrder::Newest;
    alerts.isFlat = true;
    alerts.limit = mostAlertsRaised;
    return {Asking::of(history), Asking::of(alerts)};
}

QList<Asking> ChangeTalk::askNames(const Matter &, const Findings &findings)
{
    if (findings.count<network::GetDevice>() > 0)
        return {};
    QStringList ids;
    const auto changes = findings.first<DeviceHistory>().changes.mid(0, mostChangesShown);
    for (const network::PastChange &each : changes)
        ids << each.deviceId;
    return missingDevices(ids, findings, mostNamesAsked);
}

QString ChangeTalk::tally(const QList<network::PastChange> &changes)
{
    QMap<QString, int> counts;
    for (const network::PastChange &each : changes)
        ++counts[plain(each.field)];
    QList<std::pair<int, QString>> ranked;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        ranked << std::pair(-it.value(), it.key());
    std::sort(ranked.begin(), ranked.end());
    QStringList parts;
    for (const auto &[count, name] : ranked)
        parts << QStringLiteral("%1 %2").arg(QString::number(-count), name);
    return Speech::list(parts);
}

Telling ChangeTalk::tell(const Matter &matter, const Findings &findings)
{
    const Speech speech(matter);
    const auto changes = findings.first<DeviceHistory>().changes;
    const auto known = knownDevices(findings);
    const QString device = matter.thing("device").label;
    Telling telling;
    QSet<QString> devices;
    for (const network::PastChange &each : changes)
        devices << each.deviceId;
    const QString when = speech.span(spanOf(matter));
    if (changes.isEmpty())
        telling.sentences << (device.isEmpty() ? tr("No device changed %1.").arg(when)
                                               : tr("Nothing changed on %1 %2.").arg(plain(device), when));
    else
        telling.sentences << tr("%n change(s) %1 on %2: %3.", nullptr, int(changes.size()))
                                 .arg(when, tr("%n device(s)", nullptr, int(devices.size())), tally(changes));
    if (changes.size() == mostChanges) {
        telling.sentences << tr("There are more than these; ask for a shorter time.");
        telling.isCertain = false;
    }
    tellRaised(telling, matter, findings);
    for (const network::PastChange &each : changes.mid(0, mostChangesShown))
        telling.details << QStringLiteral("· %1 %2").arg(nameOf(each.deviceId, known),
                                                         changeLine(each, speech));
    for (const network::Entry &each : known)
        telling.references << referenceOf(each);
    return telling;
}

void ChangeTalk::tellRaised(Telling &telling, const Matter &matter, const Findings &findings)
{
    if (!findings.has<ListAlerts>())
        return;
    const Speech speech(matter);
    const TimeSpan span = spanOf(matter);
    QList<alerts::Alert> raised = findings.first<ListAlerts>().alerts;
    raised.removeIf([&span](const alerts::Alert &each) { return each.raisedAt >= span.to; });
    QStringList lines;
    for (const alerts::Alert &each : std::as_const(raised)) {
        lines << alertLine(each, speech);
        telling.references << referenceOf(each);
    }
    telling.sentences
        << (lines.isEmpty()
                ? tr("No alert was raised.")
                : tr("%n alert(s) raised: %1.", nullptr, int(lines.size())).arg(Speech::list(lines, 3)));
}
} // namespace

QList<Query> changeQueries() { return {ChangeTalk::changes()}; }

} // namespace assistant
