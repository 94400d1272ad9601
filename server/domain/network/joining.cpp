// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/joining.h"

#include <algorithm>

namespace network {

namespace {
void joinAddresses(QList<KnownAddress> &into, const QList<KnownAddress> &from)
{
    for (const KnownAddress &each : from) {
        const auto known = std::find_if(into.begin(), into.end(),
                                        [&](const KnownAddress &own) { return own.address == each.address; });
        if (known == into.end()) {
            into << each;
            continue;
        }
        known->firstSeen = std::min(known->firstSeen, each.firstSeen);
        known->lastSeen = std::max(known->lastSeen, each.lastSeen);
        known->isCurrent = known->isCurrent || each.isCurrent;
    }
}

void joinNames(QList<KnownName> &into, const QList<KnownName> &from)
{
    for (const KnownName &each : from) {
        if (std::none_of(into.begin(), into.end(),
                         [&](const KnownName &own) { return own.source == each.source; }))
            into << each;
    }
}

void joinPorts(QList<KnownPort> &into, const QList<KnownPort> &from)
{
    for (const KnownPort &each : from) {
        if (std::none_of(into.begin(), into.end(), [&](const KnownPort &own) {
                return own.port == each.port && own.protocol == each.protocol;
            }))
            into << each;
    }
}

void joinWords(Entry &into, const Entry &from)
{
    if (!into.isTypeSet && from.isTypeSet) {
        into.isTypeSet = true;
        into.deviceType = from.deviceType;
        into.typeConfidence = from.typeConfidence;
    }
    if (into.owner.isEmpty())
        into.owner = from.owner;
    if (into.notes.isEmpty())
        into.notes = from.notes;
    else if (!from.notes.isEmpty() && from.notes != into.notes)
        into.notes += QStringLiteral("\n\n") + from.notes;
    for (const QString &tag : from.tags) {
        if (!into.tags.contains(tag))
            into.tags << tag;
    }
    into.criticality = std::max(into.criticality, from.criticality);
    if (into.standing == Standing::New)
        into.standing = from.standing;
    into.firstSeen = std::min(into.firstSeen, from.firstSeen);
    if (from.lastSeen && (!into.lastSeen || *into.lastSeen < *from.lastSeen))
        into.lastSeen = from.lastSeen;
    // It answers when one of its addresses does.
    if (from.state == State::Up && into.state != State::Up) {
        into.state = from.state;
        into.stateSince = from.stateSince;
    }
}
} // namespace

void joinKnown(Known &device, const Known &other)
{
    joinWords(device.entry, other.entry);
    joinAddresses(device.addresses, other.addresses);
    joinAddresses(device.macs, other.macs);
    joinNames(device.names, other.names);
    joinPorts(device.ports, other.ports);
    device.identities << other.identities;
    device.identities.removeDuplicates();
    device.observations = other.observations + device.observations;
    if (!device.system)
        device.system = other.system;
    if (device.interfaces.isEmpty())
        device.interfaces = other.interfaces;
    if (!device.setExpectedUp)
        device.setExpectedUp = other.setExpectedUp;
    for (QString Known::*const part : {&Known::setName, &Known::setDepartment, &Known::setParent}) {
        if ((device.*part).isEmpty())
            device.*part = other.*part;
    }
}

} // namespace network
