// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/checks.h"
#include "catalog/presence.h"
#include "catalog/scanruns.h"
#include "domain/assistant/devicespeech.h"
#include "domain/assistant/queries.h"
#include "domain/assistant/words.h"

namespace assistant {

namespace {
using automation::ListChecks;
using identity::ListOnline;
using network::ListScans;
using network::ScanRun;
using network::ScanState;

/// What is said of the house: its people, its scans, the services it watches.
struct HouseTalk
{
    Q_DECLARE_TR_FUNCTIONS(assistant::HouseTalk)
public:
    static Query people();
    static Query scans();
    static Query services();

private:
    static Reference referenceTo(const ScanRun &scan);
    static QString runText(const ScanRun &scan, const Speech &speech);
    static Telling tellPeople(const Matter &matter, const Findings &findings);
    static Telling tellScans(const Matter &matter, const Findings &findings);
    static Telling tellServices(const Matter &matter, const Findings &findings);
};

Query HouseTalk::people()
{
    Query query;
    query.id = QStringLiteral("people.here");
    query.example = tr("who is here?");
    query.phrases = phrasesOf(
        {"who is|are here|online|there|around|present|on|connected|logged in?", "who else? is here|online",
         "is anybody|anyone|someone here|online|there|around", "how many people|users are here|online", "who",
         "people|users|online", "wer ist alles? noch? da|hier|online|anwesend|verbunden",
         "ist jemand da|hier|online", "wie viele leute|benutzer sind da|hier|online"});
    query.commands = {QLatin1String(ListOnline::name)};
    query.asks = [](const Matter &) { return QList<Asking>{Asking::of(ListOnline())}; };
    query.tell = tellPeople;
    return query;
}

Telling HouseTalk::tellPeople(const Matter &, const Findings &findings)
{
    // One is here once, with however many connections.
    QMap<QString, identity::Online> people;
    const auto users = findings.first<ListOnline>().users;
    for (const identity::Online &each : users)
        people.insert(each.id, each);
    QStringList names;
    for (const identity::Online &each : std::as_const(people)) {
        const QString name = plain(each.userProfile.displayName.value_or(each.userProfile.email));
        QString state;
        if (each.status == identity::Availability::Away)
            state = tr("away");
        else if (each.status == identity::Availability::Busy)
            state = tr("busy");
        const QString shown = name.isEmpty() ? plain(each.id) : name;
        names << (state.isEmpty() ? shown : tr("%1 (%2)").arg(shown, state));
    }
    Telling telling;
    telling.sentences << (names.isEmpty()
                              ? tr("Nobody is here.")
                              : tr("%n here: %1.", nullptr, int(names.size())).arg(Speech::list(names, 20)));
    return telling;
}

Query HouseTalk::scans()
{
    Query query;
    query.id = QStringLiteral("scans");
    query.example = tr("when was the last scan?");
    query.phrases =
        phrasesOf({"what|which scans? is|are|run|runs running|going on?", "what|which scans run|runs",
                   "scans|scan", "is|are any? scan|scans running", "running scans", "last|latest scan|scans",
                   "when was|did last|latest scan run?", "what did last scan find", "how is|far scan going?",
                   "result|results of last scan", "lauft|laufen scan|scans gerade?", "lauft ein? scan",
                   "welche scans laufen|gibt es?", "letzter|letzte scan|scans",
                   "wann war|lief letzte|letzter scan", "was hat letzte scan gefunden", "wie weit ist scan"});
    query.commands = {QLatin1String(ListScans::name)};
    query.asks = [](const Matter &) {
        ListScans wish;
        wish.limit = 20;
        return QList<Asking>{Asking::of(wish)};
    };
    query.tell = tellScans;
    return query;
}

Reference HouseTalk::referenceTo(const ScanRun &scan)
{
    return {QStringLiteral("scan"), scan.scanId, plain(scan.target.isEmpty() ? scan.scanId : scan.target)};
}

QString HouseTalk::runText(const ScanRun &scan, const Speech &speech)
{
    const QString target = scan.target.isEmpty() ? tr("all ticked networks") : plain(scan.target);
    const QString type = QLatin1String(core::Words<network::ScanType>::list.at(size_t(scan.scanType)));
    return tr("%1 of %2, begun at %3 by %4")
        .arg(type, target, speech.when(scan.startedAt), plain(scan.startedBy));
}

Telling HouseTalk::tellScans(const Matter &matter, const Findings &findings)
{
    const Speech speech(matter);
    Telling telling;
    QStringList running;
    const ScanRun *last = nullptr;
    const auto scans = findings.first<ListScans>().scans;
    for (const ScanRun &scan : scans) {
        if (scan.status == ScanState::Running) {
            running << tr("%1 (%2)").arg(runText(scan, speech), Speech::percent(scan.progress));
            telling.references << referenceTo(scan);
        } else if (last == nullptr) {
            last = &scan;
        }
    }
    telling.sentences
        << (running.isEmpty()
                ? tr("No scan is running.")
                : tr("%n scan(s) running: %1.", nullptr, int(running.size())).arg(Speech::list(running, 3)));
    if (last == nullptr) {
        telling.sentences << tr("No scan was run yet.");
        return telling;
    }
    telling.references << referenceTo(*last);
    const QString end = QLatin1String(core::Words<ScanState>::list.at(size_t(last->status)));
    telling.sentences << tr("The last one: %1, %2.").arg(runText(*last, speech), end.toLower());
    telling.sentences << tr("It found %n device(s)", nullptr, last->devices) + QStringLiteral(", ") +
                             tr("%n open port(s)", nullptr, last->openPorts) + u'.';
    if (!last->comparedWith.isEmpty())
        telling.sentences << tr("Since the run before it: %1 added, %2 removed, %3 changed.")
                                 .arg(last->added)
                                 .arg(last->removed)
                                 .arg(last->changed);
    return telling;
}

Query HouseTalk::services()
{
    Query query;
    query.id = QStringLiteral("services.failing");
    query.example = tr("which services fail?");
    query.phrases =
        phrasesOf({"what|which services|apps|checks|websites fail|failed|is|are|do "
                   "failing|down|broken|not|red|offline? work|working?",
                   "services|apps|checks", "failing|broken|failed services|apps|checks",
                   "how are|many services|apps|checks work|doing?",
                   "is|are any? services|service|apps|checks ok|down|failing|broken|working|up|red|offline",
                   "services|apps|checks ok|down|status|work|working",
                   "do|does services|apps|checks work|run", "state|status of services|apps|checks",
                   "welche dienste|apps|services sind|fallen|gehen|laufen|funktionieren|schlagen "
                   "nicht|fehl|aus|down|ausgefallen|kaputt|rot",
                   "dienste|apps", "laufen|gehen|funktionieren|sind dienste|apps alle|ok?",
                   "wie geht es diensten", "status von? diensten|dienste"});
    query.commands = {QLatin1String(ListChecks::name)};
    query.asks = [](const Matter &) { return QList<Asking>{Asking::of(ListChecks())}; };
    query.tell = tellServices;
    return query;
}

Telling HouseTalk::tellServices(const Matter &matter, const Findings &findings)
{
    const Speech speech(matter);
    Telling telling;
    QStringList failing;
    int watched = 0;
    const auto apps = findings.first<ListChecks>().apps;
    for (const automation::CheckedApp &app : apps) {
        if (!app.check.isEnabled)
            continue;
        ++watched;
        if (app.isActive)
            continue;
        const QString name = plain(app.check.displayName);
        failing << (app.changedAt ? tr("%1 (since %2)").arg(name, speech.when(*app.changedAt)) : name);
        telling.references << Reference{QStringLiteral("app"), app.check.appId, name};
        telling.details << QStringLiteral("· %1: %2").arg(name, plain(app.message, 300));
    }
    if (watched == 0)
        telling.sentences << tr("No service is watched.");
    else if (failing.isEmpty())
        telling.sentences << tr("All %n watched service(s) work.", nullptr, watched);
    else
        telling.sentences << tr("%n of the watched services do not work: %1.", nullptr, int(failing.size()))
                                 .arg(Speech::list(failing));
    return telling;
}
} // namespace

QList<Query> houseQueries() { return {HouseTalk::people(), HouseTalk::scans(), HouseTalk::services()}; }

} // namespace assistant
