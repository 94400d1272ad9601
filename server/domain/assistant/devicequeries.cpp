// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/network.h"
#include "domain/assistant/devicespeech.h"
#include "domain/assistant/queries.h"
#include "domain/assistant/words.h"

#include <algorithm>

namespace assistant {

namespace {
using network::GetDevice;
using network::ListDevices;
using network::State;

constexpr qint64 aDay = 24 * 60 * 60;

/// What is said of many devices.
struct DeviceTalk
{
    Q_DECLARE_TR_FUNCTIONS(assistant::DeviceTalk)
public:
    static Query down();
    static Query count();
    static Query port();
    static Query fresh();

private:
    static Asking inState(State state, int limit)
    {
        ListDevices wish;
        wish.state = state;
        wish.limit = limit;
        return Asking::of(wish);
    }
    static int totalOf(const Findings &findings, State state);
    static Telling tellDown(const Matter &matter, const Findings &findings);
    static Telling tellCount(const Matter &matter, const Findings &findings);
    static Telling tellPort(const Matter &matter, const Findings &findings);
    static Telling tellFresh(const Matter &matter, const Findings &findings);
};

int DeviceTalk::totalOf(const Findings &findings, State state)
{
    const QString word = QLatin1String(core::Words<State>::list.at(size_t(state)));
    for (const Finding &each : findings.list()) {
        if (each.reply && each.asking.params.value(u"state").toString() == word)
            return each.reply->as<ListDevices::Reply>()->total;
    }
    return 0;
}

Query DeviceTalk::down()
{
    Query query;
    query.id = QStringLiteral("devices.down");
    query.example = tr("what is down?");
    query.phrases = phrasesOf(
        {"what|which|who is|are down|offline|red|dead|unreachable|out|broken",
         "what|which devices|hosts|machines|things is|are down|offline|red|dead|unreachable|out|broken",
         "is|are any|there? anything|something|device|devices|host|hosts "
         "down|offline|red|dead|unreachable|broken",
         "anything|something down|offline|broken|wrong", "devices? down|offline", "outages|outage",
         "what|which devices|hosts? is|are not answering|responding|reachable|up|online",
         "what|which devices|hosts? does|do not answer|respond",
         "is everything ok|up|fine|green|online|alright",
         "was|wer ist|sind alles? down|offline|rot|aus|ausgefallen|kaputt|weg|tot|unerreichbar",
         "welche gerate|rechner|dinge sind|ist alles? "
         "down|offline|rot|aus|ausgefallen|kaputt|weg|tot|unerreichbar",
         "was|wer|welche gerate|rechner? ist|sind nicht erreichbar|da|online",
         "was|wer|welche gerate|rechner? antwortet|antworten nicht",
         "ist etwas|irgendwas|was ausgefallen|down|kaputt|rot",
         "sind gerate ausgefallen|down|offline|kaputt|rot", "ist alles ok|gut|online|grun|da|erreichbar",
         "ist? alles in ordnung", "ausfalle|ausfall|storungen"});
    query.commands = {QLatin1String(ListDevices::name)};
    query.asks = [](const Matter &) {
        return QList<Asking>{inState(State::Down, 100), inState(State::Unreachable, 20)};
    };
    query.tell = tellDown;
    return query;
}

Telling DeviceTalk::tellDown(const Matter &matter, const Findings &findings)
{
    const Speech speech(matter);
    Telling telling;
    QList<network::Entry> devices = devicesOf(findings);
    std::sort(devices.begin(), devices.end(), [](const network::Entry &a, const network::Entry &b) {
        return std::tuple(a.state != State::Down, -a.criticality, a.stateSince.value_or(a.firstSeen)) <
               std::tuple(b.state != State::Down, -b.criticality, b.stateSince.value_or(b.firstSeen));
    });
    QStringList names;
    for (const network::Entry &device : std::as_const(devices)) {
        telling.references << referenceOf(device);
        const QString since =
            device.stateSince ? tr("for %1").arg(speech.since(*device.stateSince)) : QString();
        if (device.state == State::Down)
            names << (since.isEmpty() ? plain(device.name)
                                      : plain(device.name) + QStringLiteral(" (") + since + u')');
        telling.details << QStringLiteral("· ") + stateSentence(device, speech);
    }
    const int down = totalOf(findings, State::Down);
    const int behind = totalOf(findings, State::Unreachable);
    telling.sentences << (down == 0 ? tr("No device is down.")
                                    : tr("%n device(s) down: %1.", nullptr, down).arg(Speech::list(names)));
    if (behind > 0)
        telling.sentences << tr("%n device(s) cannot be reached behind what is down.", nullptr, behind);
    if (devices.size() == 1)
        telling.details.clear();
    return telling;
}

Query DeviceTalk::count()
{
    Query query;
    query.id = QStringLiteral("devices.count");
    query.example = tr("how many devices are there?");
    query.phrases = phrasesOf(
        {"how many devices|hosts|machines",
         "how many devices|hosts|machines is|are|do there|up|down|online|known",
         "how many devices|hosts|machines do|have we|you have|know?", "device count|statistics|summary",
         "number of devices", "wie viele gerate|rechner", "wieviele gerate|rechner",
         "wie viele gerate|rechner gibt|haben|sind|kennst es|wir|da|du|online|an|aus?",
         "wieviele gerate|rechner gibt|haben|sind es|wir|da|online|an|aus?", "anzahl gerate"});
    query.commands = {QLatin1String(ListDevices::name)};
    query.asks = [](const Matter &) {
        ListDevices all;
        all.limit = 1;
        return QList<Asking>{Asking::of(all), inState(State::Up, 1), inState(State::Down, 1),
                             inState(State::Unreachable, 1), inState(State::Away, 1)};
    };
    query.tell = tellCount;
    return query;
}

Telling DeviceTalk::tellCount(const Matter &, const Findings &findings)
{
    QStringList parts;
    for (const State state : {State::Up, State::Down, State::Unreachable, State::Away}) {
        if (const int total = totalOf(findings, state); total > 0)
            parts << tr("%1 %2", "a number, and a state").arg(total).arg(stateWord(state));
    }
    const int total = findings.first<ListDevices>().total;
    Telling telling;
    telling.sentences
        << (parts.isEmpty() ? tr("%n device(s).", nullptr, total)
                            : tr("%n device(s): %1.", nullptr, total).arg(parts.join(QStringLiteral(", "))));
    return telling;
}

Query DeviceTalk::port()
{
    Query query;
    query.id = QStringLiteral("devices.port");
    query.example = tr("which devices have port 22 open?");
    query.phrases = phrasesOf(
        {"what|which|who devices|hosts? have|has|with port? {port} open",
         "what|which|who devices|hosts? have|has open port? {port}", "open port {port}",
         "where is port? {port} open", "who|what listens on port? {port}", "who|what has|runs {port}",
         "devices|hosts with port? {port} open?", "is port {port} open anywhere?",
         "wer|was|welche gerate|rechner? hat|haben port? {port} offen", "wo ist port? {port} offen",
         "gerate mit port? {port} offen?", "gerate mit offenem port {port}", "offener port {port}"});
    query.commands = {QLatin1String(network::Map::name)};
    query.asks = [](const Matter &) { return QList<Asking>{Asking::of(network::Map())}; };
    query.tell = tellPort;
    return query;
}

Telling DeviceTalk::tellPort(const Matter &matter, const Findings &findings)
{
    const int wanted = matter.thing("port").id.toInt();
    Telling telling;
    QStringList names;
    const auto devices = findings.first<network::Map>().devices;
    for (const network::Device &device : devices) {
        const auto open = std::find_if(
            device.details.ports.begin(), device.details.ports.end(),
            [wanted](const network::Port &each) { return each.port == wanted && each.state == u"open"; });
        if (open == device.details.ports.end())
            continue;
        names << plain(device.label);
        telling.references << Reference{QStringLiteral("device"), device.id, plain(device.label)};
        telling.details << QStringLiteral("· %1 (%2): %3/%4 %5")
                               .arg(plain(device.label), device.ipAddress, QString::number(open->port),
                                    plain(open->protocol), plain(open->service));
    }
    telling.sentences << (names.isEmpty()
                              ? tr("As far as was scanned, no device has port %1 open.").arg(wanted)
                              : tr("%n device(s) with port %1 open, as far as was scanned: %2.", nullptr,
                                   int(names.size()))
                                    .arg(wanted)
                                    .arg(Speech::list(names)));
    return telling;
}

Query DeviceTalk::fresh()
{
    Query query;
    query.id = QStringLiteral("devices.new");
    query.example = tr("new devices since yesterday");
    query.phrases = phrasesOf(
        {"new devices|device|hosts|host|machines?", "what|which devices|hosts? is|are new",
         "is|are there any? new devices|device|hosts", "any new devices|device|hosts",
         "what|which new devices|hosts are|were|have there|found|seen|appeared|been?", "neue gerate|rechner",
         "was|welche gerate|rechner? ist|sind neu", "gibt|sind es|da? neue gerate|rechner",
         "neue gerate gefunden", "welche neuen gerate|rechner gibt|sind es|da?"});
    query.commands = {QLatin1String(ListDevices::name)};
    query.asks = [](const Matter &) { return QList<Asking>{Asking::of(ListDevices())}; };
    query.further = [](const Matter &, const Findings &findings) { return furtherDevices(findings); };
    query.tell = tellFresh;
    return query;
}

Telling DeviceTalk::tellFresh(const Matter &matter, const Findings &findings)
{
    const Speech speech(matter);
    const TimeSpan span = matter.timeOr(aDay);
    QList<network::Entry> devices = devicesOf(findings);
    const auto looked = devices.size();
    devices.removeIf([&span](const network::Entry &each) {
        return each.firstSeen < span.from || each.firstSeen >= span.to;
    });
    std::sort(devices.begin(), devices.end(),
              [](const network::Entry &a, const network::Entry &b) { return a.firstSeen > b.firstSeen; });
    Telling telling;
    QStringList names;
    for (const network::Entry &device : std::as_const(devices)) {
        names << plain(device.name);
        telling.references << referenceOf(device);
        telling.details << QStringLiteral("· %1 %2 %3 %4")
                               .arg(speech.when(device.firstSeen), plain(device.name),
                                    device.addresses.value(0), plain(device.vendor))
                               .trimmed();
    }
    telling.sentences << (names.isEmpty() ? tr("No new device %1.").arg(speech.span(span))
                                          : tr("%n new device(s) %1: %2.", nullptr, int(names.size()))
                                                .arg(speech.span(span), Speech::list(names)));
    if (isCutShort(findings)) {
        telling.sentences << tr("I looked at the first %1 only.").arg(looked);
        telling.isCertain = false;
    }
    return telling;
}
} // namespace

QList<Query> deviceQueries()
{
    return {DeviceTalk::down(), DeviceTalk::count(), DeviceTalk::port(), DeviceTalk::fresh()};
}

} // namespace assistant
