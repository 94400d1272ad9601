// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/samplestore.h"
#include "domain/network/sighting.h"
#include "domain/network/sources/rates.h"
#include "domain/network/sources/snmpreport.h"
#include "domain/network/topology/testimony.h"

namespace network {

/// What a device tells of itself, as the inventory wants it. `rates` turns its counters into what goes
/// through now.
Sighting sightingOf(const sources::SnmpReport &report, const core::Address &address, sources::Rates &rates,
                    std::chrono::milliseconds steady, const QDateTime &at);

/// What goes through its interfaces now, as it is recorded: `interface.NAME.rx`, `.tx` (bytes/s) and
/// `.errors` (1/s), of the first `mostRecorded`.
inline constexpr int mostRecorded = 256;
core::SampleFrame frameOf(const QList<Interface> &interfaces, const QString &device, const QDateTime &at);

/// What a device tells of what it is joined by.
struct TestimonyOfOne
{
    QList<topology::Hearing> hearings;
    QList<topology::Learning> learnings;
    QList<topology::PortState> ports;
};
TestimonyOfOne testimonyOf(const sources::SnmpReport &report, const QString &device, const QDateTime &at);

} // namespace network
