// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/maplayout.h"

namespace network {

using core::field;

core::Fields Placement::fields()
{
    constexpr double edge = 1e6;
    return {
        field("node", &Placement::node,
              "Id of a device or group; note: and an id of its own; hidden: and the id of what is left out")
            .atMost(300),
        field("x", &Placement::x, "To the right, in units of the map").between(-edge, edge),
        field("y", &Placement::y, "Downwards").between(-edge, edge),
        field("text", &Placement::text, "What a note says").atMost(2048).defaulted()};
}

core::Fields LayoutChanged::fields()
{
    return {field("view", &LayoutChanged::view, "Which view").atMost(128),
            field("placed", &LayoutChanged::placed, "What is somewhere else now").atMost(20000),
            field("released", &LayoutChanged::released, "What is put nowhere any more").atMost(20000),
            field("by", &LayoutChanged::by, "Who did").atMost(256),
            field("token", &LayoutChanged::token, "As it was given with the change").atMost(64)};
}

core::Fields GetLayout::Reply::fields()
{
    return {field("placed", &Reply::placed, "What was put somewhere; all else is laid out")};
}

core::Fields GetLayout::fields() { return {field("view", &GetLayout::view, "Which view").atMost(128)}; }

core::Fields SetLayout::fields()
{
    return {field("view", &SetLayout::view, "Which view").atMost(128),
            field("placed", &SetLayout::placed, "What to put where").atMost(20000).defaulted(),
            field("released", &SetLayout::released, "What to lay out again").atMost(20000).defaulted(),
            field("token", &SetLayout::token, "Comes back with the change, for who made it")
                .atMost(64)
                .defaulted()};
}

void declareMapLayout(core::Catalog &catalog)
{
    const QString view = QStringLiteral("status");
    const QList<Placement> placed{{QStringLiteral("d-7c"), 120, -40, QString()}};
    const QStringList released{QStringLiteral("d-8")};
    const QString token = QStringLiteral("w1-7");
    catalog.event<LayoutChanged>({.priority = 2}, {view, placed, released, QStringLiteral("dana"), token});
    catalog.command<GetLayout>(core::roles::viewers, {view}, {placed});
    catalog.command<SetLayout>(core::roles::operators, {view, placed, released, token}, {});
}

} // namespace network
