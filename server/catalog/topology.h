// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace network {

using core::field;

/// Whether a link was seen, follows from something else, or was drawn by a person.
enum class LinkOrigin { Measured, Inferred, Manual };
/// At which height two devices are joined: through the provider, by routing, or by a cable.
enum class LinkLayer { Internet, L3, L2 };

} // namespace network

template <>
struct core::Words<network::LinkOrigin>
{
    static constexpr std::array list{"measured", "inferred", "manual"};
};
template <>
struct core::Words<network::LinkLayer>
{
    static constexpr std::array list{"internet", "l3", "l2"};
};

namespace network {

/// Why two devices are taken for joined.
struct LinkEvidence
{
    QString source;
    QString text;
    QDateTime at;

    static constexpr auto fields()
    {
        return std::tuple{
            field("source", &LinkEvidence::source, "lldp, fdb, route, snmp, flow, subnet or hand").atMost(32),
            field("text", &LinkEvidence::text, "What it said").atMost(512),
            field("at", &LinkEvidence::at, "When it last said so")};
    }
};

/// Two devices that are joined, and how that is known.
struct Link
{
    QString id;
    QString sourceId;
    QString targetId;
    QString kind;
    LinkLayer layer = LinkLayer::L2;
    LinkOrigin origin = LinkOrigin::Inferred;
    double strength = 1;
    bool isActive = true;
    QString sourcePort;
    QString targetPort;
    double speed = 0;
    std::optional<double> forwardRate;
    std::optional<double> backwardRate;
    QList<LinkEvidence> evidence;
    QDateTime firstSeen;
    QDateTime lastSeen;

    static constexpr auto fields()
    {
        return std::tuple{
            field("id", &Link::id, "Stable id").atMost(300),
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
};

/// A link is new, or is not as it was told before.
struct LinkChanged
{
    Link link;

    static constexpr auto topic = "network.link.changed";
    static constexpr auto summary = "A link is new, or not as it was";
    static constexpr auto fields() { return std::tuple{field("link", &LinkChanged::link, "As it is")}; }
};

/// A link is there no longer.
struct LinkRemoved
{
    QString linkId;

    static constexpr auto topic = "network.link.removed";
    static constexpr auto summary = "A link is there no longer";
    static constexpr auto fields()
    {
        return std::tuple{field("link_id", &LinkRemoved::linkId, "Which").atMost(300)};
    }
};

/// Asks what joins the devices.
struct ListLinks
{
    struct Reply
    {
        QList<Link> links;
        QString next;

        static constexpr auto fields()
        {
            return std::tuple{
                field("links", &Reply::links, "By id").atMost(2000),
                field("next", &Reply::next, "What to ask for as `after`; empty: that was all").atMost(300)};
        }
    };

    QString after;
    int limit = 2000;
    std::optional<QDateTime> at;

    static constexpr auto name = "network.links.list";
    static constexpr auto summary = "What joins the devices, now or at a moment that is past";
    static constexpr auto fields()
    {
        return std::tuple{
            field("after", &ListLinks::after, "Only those behind this id").atMost(300).defaulted(),
            field("limit", &ListLinks::limit, "At most so many").between(1, 2000).defaulted(),
            field("at", &ListLinks::at, "As it was then; left out: now")};
    }
};

/// Asks which devices there were at a moment that is past, and how they answered.
struct PastStates
{
    struct Reply
    {
        QMap<QString, QString> states;

        static constexpr auto fields()
        {
            return std::tuple{field("states", &Reply::states, "By device id, those that were known then")};
        }
    };

    QDateTime at;

    static constexpr auto name = "network.devices.states";
    static constexpr auto summary = "Which devices were known at a moment, and how they answered";
    static constexpr auto fields() { return std::tuple{field("at", &PastStates::at, "When")}; }
};

/// Draws a link by hand, or says what kind one is.
struct SetLink
{
    struct Reply
    {
        Link link;

        static constexpr auto fields() { return std::tuple{field("link", &Reply::link, "As it is now")}; }
    };

    QString sourceId;
    QString targetId;
    QString kind = QStringLiteral("wired");
    QString sourcePort;
    QString targetPort;

    static constexpr auto name = "network.links.set";
    static constexpr auto summary = "Draws a link by hand";
    static constexpr auto fields()
    {
        return std::tuple{
            field("source_id", &SetLink::sourceId, "From").atMost(128),
            field("target_id", &SetLink::targetId, "To").atMost(128),
            field("kind", &SetLink::kind, "wired, wireless, vpn or other").atMost(32).defaulted(),
            field("source_port", &SetLink::sourcePort, "Interface there").atMost(256).defaulted(),
            field("target_port", &SetLink::targetPort, "Interface there").atMost(256).defaulted()};
    }
};

/// Takes a link that was drawn by hand away.
struct RemoveLink
{
    using Reply = identity::Done;

    QString id;

    static constexpr auto name = "network.links.remove";
    static constexpr auto summary = "Takes a link away that was drawn by hand";
    static constexpr auto fields() { return std::tuple{field("id", &RemoveLink::id, "Which").atMost(300)}; }
};

/// Declares the facts and commands about what joins the devices.
void declareTopology(core::Catalog &catalog);

} // namespace network
