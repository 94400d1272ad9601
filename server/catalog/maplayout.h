// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace network {

using core::field;

/// Where somebody put something on the map. Such a thing stays there.
struct Placement
{
    QString node;
    double x = 0;
    double y = 0;
    QString text;

    static constexpr auto fields()
    {
        constexpr double edge = 1e6;
        return std::tuple{
            field("node", &Placement::node, "Id of a device or group, or note: and an id of its own")
                .atMost(300),
            field("x", &Placement::x, "To the right, in units of the map").between(-edge, edge),
            field("y", &Placement::y, "Downwards").between(-edge, edge),
            field("text", &Placement::text, "What a note says").atMost(2048).defaulted()};
    }
};

/// Somebody moved something on the map.
struct LayoutChanged
{
    QString view;
    QList<Placement> placed;
    QStringList released;
    QString by;
    QString token;

    static constexpr auto topic = "network.layout.changed";
    static constexpr auto summary = "Somebody moved something on a view of the map";
    static constexpr auto fields()
    {
        return std::tuple{
            field("view", &LayoutChanged::view, "Which view").atMost(128),
            field("placed", &LayoutChanged::placed, "What is somewhere else now").atMost(20000),
            field("released", &LayoutChanged::released, "What is put nowhere any more").atMost(20000),
            field("by", &LayoutChanged::by, "Who did").atMost(256),
            field("token", &LayoutChanged::token, "As it was given with the change").atMost(64)};
    }
};

/// Asks where things were put on a view.
struct GetLayout
{
    struct Reply
    {
        QList<Placement> placed;

        static constexpr auto fields()
        {
            return std::tuple{
                field("placed", &Reply::placed, "What was put somewhere; all else is laid out")};
        }
    };

    QString view;

    static constexpr auto name = "network.layout.get";
    static constexpr auto summary = "Where things were put on a view of the map";
    static constexpr auto fields()
    {
        return std::tuple{field("view", &GetLayout::view, "Which view").atMost(128)};
    }
};

/// Puts things somewhere on a view, for everybody who looks at it.
struct SetLayout
{
    using Reply = identity::Done;

    QString view;
    QList<Placement> placed;
    QStringList released;
    QString token;

    static constexpr auto name = "network.layout.set";
    static constexpr auto summary = "Puts things somewhere on a view of the map, or lets them go";
    static constexpr auto fields()
    {
        return std::tuple{
            field("view", &SetLayout::view, "Which view").atMost(128),
            field("placed", &SetLayout::placed, "What to put where").atMost(20000).defaulted(),
            field("released", &SetLayout::released, "What to lay out again").atMost(20000).defaulted(),
            field("token", &SetLayout::token, "Comes back with the change, for who made it")
                .atMost(64)
                .defaulted()};
    }
};

/// Declares the fact and the commands about where things are on the map.
void declareMapLayout(core::Catalog &catalog);

} // namespace network
