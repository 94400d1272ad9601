// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/alertcommands.h"
#include "catalog/checks.h"
#include "domain/assistant/devicespeech.h"
#include "domain/assistant/queries.h"
#include "domain/assistant/words.h"

#include <algorithm>

namespace assistant {

namespace {
using alerts::Alert;
using alerts::GetAlert;
using alerts::ListAlerts;
using automation::ListChecks;
using network::DeviceHistory;
using network::GetDevice;

/// What is said of one device, or of one watched service.
struct ConditionTalk
{
    Q_DECLARE_TR_FUNCTIONS(assistant::ConditionTalk)
public:
    static Query state();
    static Query why();
    static Query ports();

private:
    static bool isApp(const Matter &matter) { return matter.thing("thing").kind == u"app"; }
    static Asking alertsOn(const QString &device);
    static QList<Asking> askState(const Matter &matter);
    static QList<Asking> askWhy(const Matter &matter);
    static QList<Asking> askCause(const Matter &matter, const Findings &findings);
    static Telling tellState(const Matter &matter, const Findings &findings);
    static Telling tellWhy(const Matter &matter, const Findings &findings);
    static Telling tellApp(const Matter &matter, const Findings &findings);
    static Telling tellPorts(const Matter &matter, const Findings &findings);
    static void tellAlerts(Telling &telling, const Matter &matter, const Findings &findings);
    static void tellCause(Telling &telling, const Matter &matter, const Findings &findings);
    static void tellChanges(Telling &telling, const Matter &matter, const Findings &findings);
};

Asking ConditionTalk::alertsOn(const QString &device)
{
    ListAlerts wish;
    wish.subjectId = device;
    wish.isFlat = true;
    wish.limit = 20;
    return Asking::of(wish);
}

Query ConditionTalk::state()
{
    Query query;
    query.id = QStringLiteral("device.state");
    query.example = tr("is core-sw-01 up?");
    query.phrases = phrasesOf(
        {"is {thing} up|down|online|offline|alive|ok|okay|reachable|working|running|red|green|there",
         "is {thing} still|already? up|down|online|offline|there|reachable",
         "is {thing} answering|responding",
         "does {thing} answer|respond|work",
         "how is {thing} doing?",
         "state|status|health of|from? {thing}",
         "what is state|status of {thing}",
         "what is {thing}",
         "who is {thing}",
         "since when is {thing} up|down|offline|red|online",
         "how long is|has {thing} been? up|down|offline|online",
         "ping {thing}",
         "about {thing}",
         "{thing} status|state",
         "what about {thing}",
         "ist {thing} da|an|aus|online|offline|erreichbar|ok|oben|up|down|rot|grun|noch?",
         "lauft|antwortet|geht|funktioniert {thing} noch|wieder?",
         "wie geht es {thing}",
         "zustand|status von? {thing}",
         "was ist mit? {thing}",
         "wer ist {thing}",
         "seit wann ist {thing} da|an|aus|weg|online|offline|down|rot|up",
         "wie lange ist {thing} schon? da|an|aus|weg|online|offline|down|rot|up"});
    query.commands = {QLatin1String(GetDevice::name), QLatin1String(ListAlerts::name),
                      QLatin1String(ListChecks::name)};
    query.asks = askState;
    query.tell = tellState;
    return query;
}

QList<Asking> ConditionTalk::askState(const Matter &matter)
{
    if (isApp(matter))
        return {Asking::of(ListChecks())};
    const QString id = matter.thing("thing").id;
    return {Asking::of(GetDevice{id}), alertsOn(id)};
}

Telling ConditionTalk::tellState(const Matter &matter, const Findings &findings)
{
    if (isApp(matter))
        return tellApp(matter, findings);
    const Speech speech(matter);
    const network::Entry device = findings.first<GetDevice>().device;
    Telling telling;
    telling.references << referenceOf(device);
    telling.sentences << stateSentence(device, speech);
    if (device.state == network::State::Up && device.latency) {
        telling.sentences << tr("It answers in %1 ms and loses %2.")
                                 .arg(QLocale().toString(*device.latency, 'f', 1),
                                      Speech::percent(device.loss.value_or(0)));
    } else if (device.state != network::State::Up && device.lastSeen) {
        telling.sentences << tr("It was last seen at %1.").arg(speech.when(*device.lastSeen));
    }
    const QStringList kinds{device.deviceType, plain(device.vendor), plain(device.os)};
    QStringList known;
    for (const QString &each : kinds) {
        if (!each.isEmpty())
            known << each;
    }
    if (!known.isEmpty() || !device.addresses.isEmpty())
        telling.details << tr("It is %1 at %2.")
                               .arg(known.isEmpty() ? tr("a device") : known.join(QStringLiteral(", ")),
                                    device.addresses.isEmpty() ? tr("no known address")
                                                               : Speech::list(device.addresses));
    tellAlerts(telling, matter, findings);
    return telling;
}

Telling ConditionTalk::tellApp(const Matter &matter, const Findings &findings)
{
    const Speech speech(matter);
    const Reference thing = matter.thing("thing");
    Telling telling;
    telling.references << thing;
    const auto apps = findings.first<ListChecks>().apps;
    for (const automation::CheckedApp &app : apps) {
        if (app.check.appId != thing.id)
            continue;
        const QString name = plain(app.check.displayName);
        const QString since =
            app.changedAt ? u' ' + tr("since %1").arg(speech.when(*app.changedAt)) : QString();
        telling.sentences << (app.isActive ? tr("The service %1 works%2.")
                                           : tr("The service %1 does not work%2."))
                                 .arg(name, since);
        constexpr qsizetype longest = 300;
        if (!app.message.isEmpty())
            telling.sentences << plain(app.message, longest);
        return telling;
    }
    telling.sentences << tr("The service %1 is no longer watched.").arg(plain(thing.label));
    return telling;
}

void ConditionTalk::tellAlerts(Telling &telling, const Matter &matter, const Findings &findings)
{
    if (!findings.has<ListAlerts>())
        return;
    const Speech speech(matter);
    const auto reply = findings.first<ListAlerts>();
    if (reply.alerts.isEmpty()) {
        telling.sentences << tr("No alert is open on it.");
        return;
    }
    QStringList lines;
    for (const Alert &alert : reply.alerts) {
        lines << alertLine(alert, speech);
        telling.references << referenceOf(alert);
        constexpr qsizetype longest = 300;
        if (!alert.message.isEmpty())
            telling.details << QStringLiteral("· %1: %2").arg(alert.id, plain(alert.message, longest));
    }
    telling.sentences << tr("%n open alert(s): %1.", nullptr, reply.count).arg(Speech::list(lines, 3));
    telling.proposals << ackProposals(reply.alerts, matter.who.caller);
}

Query ConditionTalk::why()
{
    Query query;
    query.id = QStringLiteral("device.why");
    query.example = tr("why is core-sw-01 red?");
    query.phrases = phrasesOf(
        {"why is {thing} red|down|offline|dead|yellow|orange|gone|slow|broken|unreachable|away",
         "why is {thing} not answering|responding|reachable|up|online|there|working",
         "why does|did {thing} not|fail answer|respond|work?", "what is wrong|up|happening with {thing}",
         "what happened to|with {thing}", "cause of {thing}", "explain {thing}",
         "warum|wieso|weshalb ist {thing} "
         "rot|down|aus|offline|weg|gelb|orange|tot|kaputt|langsam|ausgefallen",
         "warum|wieso|weshalb ist {thing} nicht erreichbar|da|online",
         "warum|wieso|weshalb antwortet|geht|lauft|funktioniert {thing} nicht", "was ist los mit|bei {thing}",
         "was ist mit {thing} los", "was hat {thing}", "was fehlt {thing}",
         "was ist bei|mit {thing} passiert"});
    query.commands = {QLatin1String(GetDevice::name), QLatin1String(ListAlerts::name),
                      QLatin1String(GetAlert::name), QLatin1String(DeviceHistory::name),
                      QLatin1String(ListChecks::name)};
    query.asks = askWhy;
    query.further = askCause;
    query.tell = tellWhy;
    return query;
}

QList<Asking> ConditionTalk::askWhy(const Matter &matter)
{
    QList<Asking> asks = askState(matter);
    if (isApp(matter))
        return asks;
    DeviceHistory history;
    history.id = matter.thing("thing").id;
    history.limit = 10;
    return asks << Asking::of(history);
}

/// What its alerts are a part of, and the device it stands behind.
QList<Asking> ConditionTalk::askCause(const Matter &matter, const Findings &findings)
{
    if (isApp(matter) || findings.count<GetAlert>() > 0 || findings.count<GetDevice>() > 1)
        return {};
    QStringList devices;
    QList<Asking> asks;
    const network::Entry device = findings.first<GetDevice>().device;
    if (device.state == network::State::Unreachable)
        devices << device.parentId;
    const auto list = findings.first<ListAlerts>().alerts;
    for (const Alert &alert : list) {
        devices << alert.causeId;
        if (!alert.foldedInto.isEmpty() && asks.isEmpty())
            asks << Asking::of(GetAlert{alert.foldedInto});
    }
    return asks + missingDevices(devices, findings, 1);
}

Telling ConditionTalk::tellWhy(const Matter &matter, const Findings &findings)
{
    if (isApp(matter))
        return tellApp(matter, findings);
    const network::Entry device = findings.first<GetDevice>().device;
    Telling telling;
    telling.references << referenceOf(device);
    telling.sentences << stateSentence(device, Speech(matter));
    tellCause(telling, matter, findings);
    tellAlerts(telling, matter, findings);
    tellChanges(telling, matter, findings);
    return telling;
}

void ConditionTalk::tellCause(Telling &telling, const Matter &matter, const Findings &findings)
{
    const Speech speech(matter);
    if (const auto devices = findings.all<GetDevice>(); devices.size() > 1) {
        const network::Entry &cause = devices.at(1).device;
        telling.sentences << tr("It stands behind %1.").arg(plain(cause.name))
                          << stateSentence(cause, speech);
        telling.references << referenceOf(cause);
    }
    if (findings.has<GetAlert>()) {
        const Alert whole = findings.first<GetAlert>().alert;
        telling.sentences << tr("Its alert is a part of %1.").arg(alertLine(whole, speech));
        telling.references << referenceOf(whole);
    }
}

void ConditionTalk::tellChanges(Telling &telling, const Matter &matter, const Findings &findings)
{
    const Speech speech(matter);
    const auto changes = findings.first<DeviceHistory>().changes;
    if (changes.isEmpty())
        return;
    telling.details << tr("Last changes:");
    for (const network::PastChange &each : changes)
        telling.details << QStringLiteral("· ") + changeLine(each, speech);
}

Query ConditionTalk::ports()
{
    Query query;
    query.id = QStringLiteral("device.ports");
    query.example = tr("which ports are open on nas-01?");
    query.phrases = phrasesOf({"what|which ports are|is open on|at {device}", "open ports of|on|at {device}",
                               "what|which ports|services has|have|does {device} have? open?",
                               "what|which services run|runs|are on {device}", "what runs on {device}",
                               "ports of|on {device}", "welche ports sind offen? auf|an|bei {device} offen?",
                               "offene ports von|auf|an|bei {device}", "welche ports hat {device} offen?",
                               "welche dienste laufen|hat auf? {device}", "was lauft auf {device}"});
    query.commands = {QLatin1String(GetDevice::name)};
    query.asks = [](const Matter &matter) {
        return QList<Asking>{Asking::of(GetDevice{matter.thing("device").id})};
    };
    query.tell = tellPorts;
    return query;
}

Telling ConditionTalk::tellPorts(const Matter &matter, const Findings &findings)
{
    const Speech speech(matter);
    const auto reply = findings.first<GetDevice>();
    Telling telling;
    telling.references << referenceOf(reply.device);
    QStringList names;
    for (const network::KnownPort &port : reply.ports) {
        if (port.state != u"open")
            continue;
        names << QStringLiteral("%1/%2 %3")
                     .arg(QString::number(port.port), plain(port.protocol), plain(port.service))
                     .trimmed();
        const QString product = plain(port.product + u' ' + port.version);
        telling.details << QStringLiteral("· ") +
                               tr("%1, %2 seen at %3", "a port, what answers there, a time")
                                   .arg(names.last(), product.isEmpty() ? QStringLiteral("–") : product,
                                        speech.when(port.lastSeen));
    }
    const QString name = plain(reply.device.name);
    telling.sentences << (names.isEmpty() ? tr("As far as was scanned, no port of %1 is open.").arg(name)
                                          : tr("%n open port(s) on %1, as far as was scanned: %2.", nullptr,
                                               int(names.size()))
                                                .arg(name, Speech::list(names, 12)));
    return telling;
}
} // namespace

QList<Query> conditionQueries()
{
    return {ConditionTalk::state(), ConditionTalk::why(), ConditionTalk::ports()};
}

} // namespace assistant
