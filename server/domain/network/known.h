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

    static constexpr auto fields()
    {
        return std::tuple{field("entry", &Known::entry, "What lists show"),
                          field("addresses", &Known::addresses, "It has or had"),
                          field("macs", &Known::macs, "It has or had"),
                          field("names", &Known::names, "What it is called"),
                          field("ports", &Known::ports, "Open ones, and such as were"),
                          field("looked", &Known::looked, "Which ports were looked at"),
                          field("identities", &Known::identities, "What only it can say of itself"),
                          field("observations", &Known::observations, "What it let slip"),
                          field("reasons", &Known::reasons, "Why it is what it is"),
                          field("system", &Known::system, "What it tells of itself"),
                          field("interfaces", &Known::interfaces, "Its network interfaces"),
                          field("set_name", &Known::setName, "By hand"),
                          field("set_department", &Known::setDepartment, "By hand"),
                          field("set_parent", &Known::setParent, "By hand"),
                          field("set_expected_up", &Known::setExpectedUp, "By hand")};
    }
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
