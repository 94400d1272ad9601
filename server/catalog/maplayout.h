// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace network {

/// Where somebody put something on the map. Such a thing stays there.
struct Placement
{
    QString node;
    double x = 0;
    double y = 0;
    QString text;

    static core::Fields fields();
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
    static core::Fields fields();
};

/// Asks where things were put on a view.
struct GetLayout
{
    struct Reply
    {
        QList<Placement> placed;

        static core::Fields fields();
    };

    QString view;

    static constexpr auto name = "network.layout.get";
    static constexpr auto summary = "Where things were put on a view of the map";
    static core::Fields fields();
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
    static core::Fields fields();
};

/// Declares the fact and the commands about where things are on the map.
void declareMapLayout(core::Catalog &catalog);

} // namespace network
