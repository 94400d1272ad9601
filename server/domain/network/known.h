// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/sighting.h"

namespace network {

/// All that is kept of one device.
struct Known
{
    Entry entry;
    QList<KnownAddress> addresses;
    QList<KnownAddress> macs;
    QList<KnownName> names;
    QList<KnownPort> ports;
    QList<LookedAt> looked; ///< at some time; ascending, not overlapping
    QStringList identities;
    QList<Observation> observations;
    QList<Reason> reasons;
    std::optional<SystemFacts> system;
    QList<Interface> interfaces;
    QString setName;                   ///< by hand; empty: none
    QString setDepartment;             ///< likewise
    QString setParent;                 ///< likewise
    std::optional<bool> setExpectedUp; ///< likewise

    static core::Fields fields();
};

/// What a device is taken for.
struct Verdict
{
    QString deviceType = QStringLiteral("unknown");
    double confidence = 0;
    QString vendor;
    QString os;
    QList<Reason> reasons;
};

} // namespace network
