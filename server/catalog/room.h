// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace room {

/// Generic rooms are anybody's; system rooms are this house's own (admin_notifications, …).
enum class Kind { Generic, System };

} // namespace room

template <>
struct core::Words<room::Kind>
{
    static constexpr std::array list{"generic", "system"};
};

namespace room {

/// Enters a room, to hear what is said to its members.
struct Join
{
    using Reply = identity::Done;

    QString room;
    Kind kind = Kind::Generic;

    static constexpr auto name = "room.join";
    static constexpr auto summary = "Enters a room, to hear what is said to its members";
    static core::Fields fields();
};

/// Leaves a room.
struct Leave
{
    using Reply = identity::Done;

    QString room;

    static constexpr auto name = "room.leave";
    static constexpr auto summary = "Leaves a room";
    static core::Fields fields();
};

/// Declares the commands about rooms.
void declare(core::Catalog &catalog);

} // namespace room
