// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scan/nmapreader.h"
#include "fuzz/pieces.h"
#include "fuzz/require.h"
#include "fuzz/targets.h"

#include <algorithm>

using namespace network::scan;

namespace fuzz {

namespace {
constexpr qsizetype longestText = 16384;

/// A report as it was understood, and every text of it.
struct Understood
{
    QStringList texts;
    QList<int> numbers;
    qsizetype items = 0;
    bool hasFailed = false;
    bool isComplete = false;
};

void note(const Service &service, Understood &out)
{
    out.texts << service.name << service.product << service.version << service.extraInfo << service.osType
              << service.deviceType << service.hostName << service.tunnel << service.method << service.cpes;
    out.numbers << service.confidence;
    require(service.confidence <= 10, "a confidence keeps to its bounds");
}

void note(const QList<SystemClass> &classes, Understood &out)
{
    for (const SystemClass &one : classes) {
        out.texts << one.type << one.vendor << one.family << one.generation << one.cpes;
        out.numbers << one.accuracy;
        require(one.accuracy >= 0 && one.accuracy <= 100, "an accuracy keeps to its bounds");
    }
}

void note(const Host &host, Understood &out)
{
    out.texts << host.status << host.reason;
    for (const core::Address &address : host.addresses)
        out.texts << address.toString();
    if (host.hardware)
        out.texts << host.hardware->mac.toString() << host.hardware->vendor;
    for (const HostName &name : host.names)
        out.texts << name.name << name.type;
    for (const Port &port : host.ports) {
        out.texts << port.protocol << port.state << port.reason;
        out.numbers << port.number << port.reasonTtl;
        require(port.number >= 0 && port.number <= 65535, "a port keeps to its bounds");
        note(port.service, out);
        for (const ScriptOutput &script : port.scripts)
            out.texts << script.id << script.output;
    }
    for (const SystemMatch &match : host.systems) {
        out.texts << match.name;
        note(match.classes, out);
    }
    note(host.looseClasses, out);
    for (const Hop &hop : host.hops)
        out.texts << hop.address.toString() << hop.name;
}

void note(const Item &item, Understood &out)
{
    if (const auto *host = std::get_if<Host>(&item)) {
        note(*host, out);
    } else if (const auto *hint = std::get_if<Hint>(&item)) {
        note(hint->host, out);
    } else if (const auto *step = std::get_if<Step>(&item)) {
        out.texts << step->name;
        require(step->percent >= 0 && step->percent <= 100, "a share keeps to its bounds");
    } else if (const auto *ended = std::get_if<Ended>(&item)) {
        out.texts << ended->summary << ended->error;
        out.numbers << ended->up << ended->down << ended->total;
    } else if (const auto *asked = std::get_if<PortsAsked>(&item)) {
        out.texts << asked->type << asked->protocol << asked->list;
    }
}

Understood read(QByteArrayView input, bool isWhole)
{
    NmapReader reader;
    Understood out;
    for (Pieces pieces(input); !pieces.atEnd();) {
        reader.feed(isWhole ? input : pieces.next());
        const QList<Item> items = reader.take();
        out.items += items.size();
        for (const Item &item : items)
            note(item, out);
        if (isWhole)
            break;
    }
    out.hasFailed = reader.fault().has_value();
    out.isComplete = reader.isComplete();
    if (out.hasFailed) {
        reader.feed("<nmaprun><host/></nmaprun>");
        require(reader.take().isEmpty(), "nothing comes out after a fault");
    }
    return out;
}

bool isReadable(const QString &text)
{
    return text.size() <= longestText && std::none_of(text.begin(), text.end(), [](QChar character) {
               return (character.category() == QChar::Other_Control && character != QLatin1Char('\n')) ||
                      character.category() == QChar::Other_Format;
           });
}
} // namespace

void nmapxml(QByteArrayView input)
{
    const Understood whole = read(input, true);
    const Understood pieces = read(input, false);
    require(whole.texts == pieces.texts && whole.numbers == pieces.numbers, "pieces read as the whole");
    require(whole.hasFailed == pieces.hasFailed, "pieces fail as the whole");
    require(whole.isComplete == pieces.isComplete, "pieces end as the whole");
    require(whole.items <= input.size(), "nothing comes of nothing");
    require(std::all_of(whole.texts.begin(), whole.texts.end(), isReadable),
            "texts are bounded and readable");
}

} // namespace fuzz
