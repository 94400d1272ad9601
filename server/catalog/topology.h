// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace network {

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

    static core::Fields fields();
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

    static core::Fields fields();
};

/// A link is new, or is not as it was told before.
struct LinkChanged
{
    Link link;

    static constexpr auto topic = "network.link.changed";
    static constexpr auto summary = "A link is new, or not as it was";
    static core::Fields fields();
};

/// A link is there no longer.
struct LinkRemoved
{
    QString linkId;

    static constexpr auto topic = "network.link.removed";
    static constexpr auto summary = "A link is there no longer";
    static core::Fields fields();
};

/// Asks what joins the devices.
struct ListLinks
{
    struct Reply
    {
        QList<Link> links;
        QString next;

        static core::Fields fields();
    };

    QString after;
    int limit = 2000;
    std::optional<QDateTime> at;

    static constexpr auto name = "network.links.list";
    static constexpr auto summary = "What joins the devices, now or at a moment that is past";
    static core::Fields fields();
};

/// Asks which devices there were at a moment that is past, and how they answered.
struct PastStates
{
    struct Reply
    {
        QMap<QString, QString> states;

        static core::Fields fields();
    };

    QDateTime at;

    static constexpr auto name = "network.devices.states";
    static constexpr auto summary = "Which devices were known at a moment, and how they answered";
    static core::Fields fields();
};

/// Draws a link by hand, or says what kind one is.
struct SetLink
{
    struct Reply
    {
        Link link;

        static core::Fields fields();
    };

    QString sourceId;
    QString targetId;
    QString kind = QStringLiteral("wired");
    QString sourcePort;
    QString targetPort;

    static constexpr auto name = "network.links.set";
    static constexpr auto summary = "Draws a link by hand";
    static core::Fields fields();
};

/// Takes a link that was drawn by hand away.
struct RemoveLink
{
    using Reply = identity::Done;

    QString id;

    static constexpr auto name = "network.links.remove";
    static constexpr auto summary = "Takes a link away that was drawn by hand";
    static core::Fields fields();
};

/// Declares the facts and commands about what joins the devices.
void declareTopology(core::Catalog &catalog);

} // namespace network
