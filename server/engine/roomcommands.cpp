// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/roomcommands.h"

#include "catalog/room.h"
#include "core/roomname.h"

namespace engine {

namespace {
core::Result<void> mayEnter(const room::Join &asked, const core::Principal &caller)
{
    if (asked.kind == room::Kind::Generic)
        return core::checkRoomName(asked.room);
    if (!core::SystemRooms::contains(asked.room)) {
        return core::Error{core::ErrorCode::NotFound,
                           QStringLiteral("There is no system room %1.").arg(asked.room.left(64))};
    }
    if (asked.room == core::SystemRooms::adminNotifications() && !caller.may(core::roles::admins))
        return core::Error{core::ErrorCode::Forbidden, QStringLiteral("This room is for administrators.")};
    return {};
}
} // namespace

void RoomCommands::registerAt(Dispatcher &dispatcher)
{
    dispatcher.handle(QString::fromLatin1(room::Join::name),
                      [this](const core::Command &command) { return core::ready(join(command)); });
    dispatcher.handle(QString::fromLatin1(room::Leave::name),
                      [this](const core::Command &command) { return core::ready(leave(command)); });
}

core::Reply RoomCommands::join(const core::Command &command) const
{
    const auto asked = command.as<room::Join>();
    if (!asked)
        return asked.error();
    if (const auto may = mayEnter(*asked, command.caller); !may)
        return may.error();
    if (const auto entered = m_attendance.enter(command.session, asked->room); !entered)
        return entered.error();
    return identity::Done{};
}

core::Reply RoomCommands::leave(const core::Command &command) const
{
    const auto asked = command.as<room::Leave>();
    if (!asked)
        return asked.error();
    m_attendance.leave(command.session, asked->room);
    return identity::Done{};
}

} // namespace engine
