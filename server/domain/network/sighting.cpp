// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sighting.h"

namespace network {

using core::field;

core::Fields Observation::fields()
{
    return {field("kind", &Observation::kind, "What was looked at"),
            field("value", &Observation::value, "What it said"),
            field("source", &Observation::source, "Who looked"), field("at", &Observation::at, "When")};
}

core::Fields LookedAt::fields()
{
    return {field("protocol", &LookedAt::protocol, "tcp, udp or sctp"),
            field("first", &LookedAt::first, "The first port"),
            field("last", &LookedAt::last, "The last port")};
}

void Sighting::observe(const QString &kind, const QString &value)
{
    if (!value.isEmpty())
        observations << Observation{kind, value, source, at};
}

} // namespace network
