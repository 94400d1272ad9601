// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/topology.h"

namespace network {

using core::field;

core::Fields LinkEvidence::fields()
{
    return {field("source", &LinkEvidence::source, "lldp, fdb, route, snmp, flow, subnet or hand").atMost(32),
            field("text", &LinkEvidence::text, "What it said").atMost(512),
            field("at", &LinkEvidence::at, "When it last said so")};
}

core::Fields Link::fields()
{
    return {field("id", &Link::id, "Stable id").atMost(300),
            field("source_id", &Link::sourceId, "The one nearer to the Internet").atMost(128),
            field("target_id", &Link::targetId, "The other").atMost(128),
            field("kind", &Link::kind, "wired, wireless, vpn or other").atMost(32),
            field("layer", &Link::layer, "internet, l3 or l2"),
            field("origin", &Link::origin, "measured, inferred or manual"),
            field("strength", &Link::strength, "How sure, 0–1").between(0, 1),
            field("active", &Link::isActive, "In use now"),
            field("source_port", &Link::sourcePort, "Interface there, or empty").atMost(256),
            field("target_port", &Link::targetPort, "Interface there, or empty").atMost(256),
            field("speed", &Link::speed, "Bits per second it can carry; 0: not known"),
            field("forward_rate", &Link::forwardRate, "Bits per second from source to target, lately"),
            field("backward_rate", &Link::backwardRate, "Bits per second from target to source, lately"),
            field("evidence", &Link::evidence, "Why it is taken for one").atMost(32),
            field("first_seen", &Link::firstSeen, "Since when"),
            field("last_seen", &Link::lastSeen, "When it was last told of")};
}

core::Fields LinkChanged::fields() { return {field("link", &LinkChanged::link, "As it is")}; }

core::Fields LinkRemoved::fields() { return {field("link_id", &LinkRemoved::linkId, "Which").atMost(300)}; }

core::Fields ListLinks::Reply::fields()
{
    return {field("links", &Reply::links, "By id").atMost(2000),
            field("next", &Reply::next, "What to ask for as `after`; empty: that was all").atMost(300)};
}

core::Fields ListLinks::fields()
{
    return {field("after", &ListLinks::after, "Only those behind this id").atMost(300).defaulted(),
            field("limit", &ListLinks::limit, "At most so many").between(1, 2000).defaulted(),
            field("at", &ListLinks::at, "As it was then; left out: now")};
}

core::Fields PastStates::Reply::fields()
{
    return {field("states", &Reply::states, "By device id, those that were known then")};
}

core::Fields PastStates::fields() { return {field("at", &PastStates::at, "When")}; }

core::Fields SetLink::Reply::fields() { return {field("link", &Reply::link, "As it is now")}; }

core::Fields SetLink::fields()
{
    return {field("source_id", &SetLink::sourceId, "From").atMost(128),
            field("target_id", &SetLink::targetId, "To").atMost(128),
            field("kind", &SetLink::kind, "wired, wireless, vpn or other").atMost(32).defaulted(),
            field("source_port", &SetLink::sourcePort, "Interface there").atMost(256).defaulted(),
            field("target_port", &SetLink::targetPort, "Interface there").atMost(256).defaulted()};
}

core::Fields RemoveLink::fields() { return {field("id", &RemoveLink::id, "Which").atMost(300)}; }

void declareTopology(core::Catalog &catalog)
{
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    const Link link{
        QStringLiteral("d-1~d-7c"),
        QStringLiteral("d-1"),
        QStringLiteral("d-7c"),
        QStringLiteral("wired"),
        LinkLayer::L2,
        LinkOrigin::Measured,
        1,
        true,
        QStringLiteral("ge-0/0/4"),
        QStringLiteral("eth0"),
        1e9,
        61e6,
        22e6,
        {{QStringLiteral("lldp"), QStringLiteral("core-sw-01 hears printer-4 on ge-0/0/4"), time}},
        time.addDays(-30),
        time};
    catalog.event<LinkChanged>({.priority = 3}, {link});
    catalog.event<LinkRemoved>({.priority = 3}, {link.id});
    catalog.command<ListLinks>(core::roles::viewers, {}, {{link}, QString()});
    catalog.command<PastStates>(core::roles::viewers, {time}, {{{link.targetId, QStringLiteral("up")}}});
    catalog.command<SetLink>(core::roles::operators,
                             {link.sourceId, link.targetId, link.kind, link.sourcePort, link.targetPort},
                             {link});
    catalog.command<RemoveLink>(core::roles::operators, {link.id}, {});
}

} // namespace network
