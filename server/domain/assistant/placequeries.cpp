// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/departments.h"
#include "catalog/scope.h"
#include "catalog/topology.h"
#include "domain/assistant/devicespeech.h"
#include "domain/assistant/queries.h"
#include "domain/assistant/words.h"

namespace assistant {

namespace {
using network::GetDevice;
using network::Link;
using network::ListDevices;
using network::ListLinks;
using network::State;

constexpr int mostLinkPages = 10;
constexpr qsizetype mostEnds = 12;

/// What is said of where things are.
struct PlaceTalk
{
    Q_DECLARE_TR_FUNCTIONS(assistant::PlaceTalk)
public:
    static Query where();
    static Query department();
    static Query network();

private:
    static QList<Link> linksOf(const QString &device, const Findings &findings);
    static QList<Asking> askEnds(const Matter &matter, const Findings &findings);
    static Telling tellWhere(const Matter &matter, const Findings &findings);
    static void tellUpward(Telling &telling, const Link &link, const QString &name, const QString &other);
    static Telling tellGroup(const QString &name, const Matter &matter, const Findings &findings);
};

QList<Link> PlaceTalk::linksOf(const QString &device, const Findings &findings)
{
    QList<Link> links;
    const auto pages = findings.all<ListLinks>();
    for (const auto &page : pages) {
        for (const Link &each : page.links) {
            if (each.sourceId == device || each.targetId == device)
                links << each;
        }
    }
    return links;
}

Query PlaceTalk::where()
{
    Query query;
    query.id = QStringLiteral("device.where");
    query.example = tr("where is 10.0.0.5 plugged in?");
    query.phrases =
        phrasesOf({"where is {device} plugged|connected|attached|located in|to?", "where is {device}",
                   "where does {device} hang|sit",
                   "what|which is {device} plugged|connected|attached|joined in|into|to|by",
                   "to what is {device} connected|joined",
                   "what|which port|switch is {device} plugged? on|in|at|connected|into to?",
                   "what is connected|attached to {device}", "what hangs on|at|behind {device}",
                   "links|neighbours|neighbors of {device}",
                   "wo ist {device} angeschlossen|eingesteckt|verbunden|angesteckt?",
                   "wo steckt|hangt|steht {device} dran|drin?", "woran hangt|ist {device} angeschlossen?",
                   "an welchem port|switch hangt|ist|steckt {device} angeschlossen?",
                   "womit ist {device} verbunden", "was hangt an|hinter {device}", "nachbarn von {device}"});
    query.commands = {QLatin1String(ListLinks::name), QLatin1String(GetDevice::name)};
    query.asks = [](const Matter &) { return QList<Asking>{Asking::of(ListLinks())}; };
    query.further = askEnds;
    query.tell = tellWhere;
    return query;
}

/// The other pages first, then who is at the other ends.
QList<Asking> PlaceTalk::askEnds(const Matter &matter, const Findings &findings)
{
    const auto pages = findings.all<ListLinks>();
    if (pages.size() == findings.count<ListLinks>() && !pages.last().next.isEmpty() &&
        pages.size() < mostLinkPages) {
        ListLinks next;
        next.after = pages.last().next;
        return {Asking::of(next)};
    }
    const QString device = matter.thing("device").id;
    QStringList ids;
    const auto links = linksOf(device, findings);
    for (const Link &each : links)
        ids << (each.sourceId == device ? each.targetId : each.sourceId);
    const auto left = mostEnds - findings.count<GetDevice>();
    return left > 0 ? missingDevices(ids, findings, left) : QList<Asking>();
}

void PlaceTalk::tellUpward(Telling &telling, const Link &link, const QString &name, const QString &other)
{
    QString sentence = link.sourcePort.isEmpty()
                           ? tr("%1 is joined to %2").arg(name, other)
                           : tr("%1 is joined to %2, port %3").arg(name, other, plain(link.sourcePort));
    QStringList facts{QLatin1String(core::Words<network::LinkOrigin>::list.at(size_t(link.origin)))};
    if (!link.evidence.isEmpty())
        facts << tr("by %1").arg(plain(link.evidence.first().source));
    constexpr double whole = 100;
    facts << tr("%1 sure").arg(Speech::percent(link.strength * whole));
    if (!link.isActive)
        facts << tr("not in use now");
    telling.sentences << sentence + QStringLiteral(" (") + facts.join(QStringLiteral(", ")) +
                             QStringLiteral(").");
    telling.isCertain = telling.isCertain && link.origin != network::LinkOrigin::Inferred;
}

Telling PlaceTalk::tellWhere(const Matter &matter, const Findings &findings)
{
    const Reference thing = matter.thing("device");
    const QString name = plain(thing.label);
    const auto known = knownDevices(findings);
    const auto links = linksOf(thing.id, findings);
    Telling telling;
    telling.references << thing;
    QStringList behind;
    for (const Link &link : links) {
        const bool isUp = link.targetId == thing.id;
        const QString id = isUp ? link.sourceId : link.targetId;
        const QString other = nameOf(id, known);
        telling.references << Reference{thing.kind, id, other};
        if (isUp)
            tellUpward(telling, link, name, other);
        else
            behind << (link.sourcePort.isEmpty() ? other
                                                 : tr("%1 (port %2)").arg(other, plain(link.sourcePort)));
    }
    if (!behind.isEmpty())
        telling.sentences
            << tr("%n device(s) hang on it: %1.", nullptr, int(behind.size())).arg(Speech::list(behind, 10));
    if (links.isEmpty())
        telling.sentences
            << tr("Nothing is known of how %1 is joined. Switches tell when they are asked by SNMP.")
                   .arg(name);
    return telling;
}

Query PlaceTalk::department()
{
    Query query;
    query.id = QStringLiteral("department.state");
    query.example = tr("how is department Design?");
    query.phrases = phrasesOf(
        {"how is department {department} doing?", "department {department}", "how is {department} department",
         "devices|device of|in department {department}",
         "what|which devices is|are|do in|does department {department} have?",
         "what is down|offline|red in|of|at department {department}",
         "state|status of department {department}", "how many devices in|has|are|of department {department}",
         "wie geht es abteilung {department}", "abteilung {department}",
         "gerate in|von abteilung {department}", "welche gerate hat|sind in? abteilung {department}",
         "was ist in|bei abteilung {department} down|aus|rot|los|ausgefallen",
         "wie viele gerate hat|sind in? abteilung {department}", "status von? abteilung {department}"});
    query.commands = {QLatin1String(ListDevices::name), QLatin1String(usage::ListDepartments::name)};
    query.asks = [](const Matter &matter) {
        ListDevices wish;
        wish.department = matter.thing("department").id;
        return QList<Asking>{Asking::of(wish)};
    };
    query.further = [](const Matter &, const Findings &findings) { return furtherDevices(findings); };
    query.tell = [](const Matter &matter, const Findings &findings) {
        return tellGroup(matter.thing("department").label, matter, findings);
    };
    return query;
}

Query PlaceTalk::network()
{
    Query query;
    query.id = QStringLiteral("network.state");
    query.example = tr("what is in network 10.0.0.0/24?");
    query.phrases = phrasesOf(
        {"what|who|which devices? is|are in|on network|subnet {network}",
         "devices|hosts in|of|on network|subnet {network}", "network|subnet {network}",
         "how is network|subnet {network}", "what is down|offline|red in|on network|subnet {network}",
         "how many devices are? in|on network|subnet {network}",
         "was|wer|welche gerate? ist|sind in|im netz|netzwerk|subnetz {network}",
         "gerate in|im netz|netzwerk|subnetz {network}", "netz|netzwerk|subnetz {network}",
         "wie viele gerate sind? in|im netz|netzwerk|subnetz {network}",
         "was ist in|im netz|netzwerk {network} aus|down|ausgefallen|rot"});
    query.commands = {QLatin1String(ListDevices::name), QLatin1String(network::ListScope::name)};
    query.asks = [](const Matter &matter) {
        ListDevices wish;
        wish.subnet = matter.thing("network").id;
        return QList<Asking>{Asking::of(wish)};
    };
    query.further = [](const Matter &, const Findings &findings) { return furtherDevices(findings); };
    query.tell = [](const Matter &matter, const Findings &findings) {
        return tellGroup(matter.thing("network").label, matter, findings);
    };
    return query;
}

Telling PlaceTalk::tellGroup(const QString &name, const Matter &matter, const Findings &findings)
{
    const Speech speech(matter);
    const int total = findings.first<ListDevices>().total;
    Telling telling;
    QMap<State, int> counts;
    QStringList down;
    const auto devices = devicesOf(findings);
    for (const network::Entry &device : devices) {
        ++counts[device.state];
        if (device.state == State::Down || device.state == State::Unreachable) {
            down << plain(device.name);
            telling.references << referenceOf(device);
            telling.details << QStringLiteral("· ") + stateSentence(device, speech);
        }
    }
    QStringList parts;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        parts << tr("%1 %2", "a number, and a state").arg(it.value()).arg(stateWord(it.key()));
    telling.sentences
        << (total == 0 ? tr("No device of %1 that you may see.").arg(plain(name))
                       : tr("%n device(s) in %1: %2.", nullptr, total).arg(plain(name), Speech::list(parts)));
    if (!down.isEmpty())
        telling.sentences << tr("Not answering: %1.").arg(Speech::list(down));
    if (isCutShort(findings)) {
        telling.sentences << tr("I looked at the first %1 only.").arg(devices.size());
        telling.isCertain = false;
    }
    return telling;
}
} // namespace

QList<Query> placeQueries() { return {PlaceTalk::where(), PlaceTalk::department(), PlaceTalk::network()}; }

} // namespace assistant
