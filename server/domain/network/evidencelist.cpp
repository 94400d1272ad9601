// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/evidencelist.h"

#include <algorithm>

namespace network {

namespace {
constexpr qsizetype longestValue = 1024;
constexpr qsizetype mostObservations = 128;

QSet<QString> kindsOf(const QList<Observation> &observations)
{
    QSet<QString> kinds;
    for (const Observation &each : observations)
        kinds.insert(each.kind);
    return kinds;
}

bool contains(const QList<Observation> &list, const Observation &wanted)
{
    return std::any_of(list.begin(), list.end(), [&](const Observation &each) {
        return each.kind == wanted.kind && each.source == wanted.source && each.value == wanted.value;
    });
}
} // namespace

QList<core::KnownChange> takeSystem(Known &device, const Sighting &sighting)
{
    QList<core::KnownChange> changes;
    if (!sighting.interfaces.isEmpty())
        device.interfaces = sighting.interfaces;
    if (!sighting.system)
        return changes;
    if (device.system) {
        const std::pair<const char *, QString SystemFacts::*> parts[] = {
            {"system.description", &SystemFacts::description},
            {"system.location", &SystemFacts::location},
            {"system.contact", &SystemFacts::contact},
            {"system.model", &SystemFacts::model},
            {"system.serial", &SystemFacts::serial}};
        for (const auto &[name, part] : parts) {
            if (*device.system.*part != *sighting.system.*part)
                changes << core::KnownChange{0,
                                             sighting.at,
                                             QString(),
                                             QLatin1String(name),
                                             *device.system.*part,
                                             *sighting.system.*part,
                                             sighting.source};
        }
    }
    device.system = sighting.system;
    return changes;
}

bool takeObservations(Known &device, const Sighting &sighting)
{
    if (sighting.observations.isEmpty())
        return false;
    QList<Observation> seen;
    for (Observation each : sighting.observations) {
        each.value.truncate(longestValue);
        if (!contains(seen, each))
            seen << each;
    }
    const QSet<QString> kinds = kindsOf(seen);
    QList<Observation> kept;
    qsizetype replaced = 0;
    bool isNew = false;
    for (const Observation &each : std::as_const(device.observations)) {
        if (each.source != sighting.source || !kinds.contains(each.kind))
            kept << each;
        else
            ++replaced;
    }
    for (const Observation &each : std::as_const(seen))
        isNew = isNew || !contains(device.observations, each);
    isNew = isNew || replaced != seen.size();
    device.observations = kept + seen;
    if (device.observations.size() > mostObservations)
        device.observations = device.observations.mid(device.observations.size() - mostObservations);
    return isNew;
}

} // namespace network
