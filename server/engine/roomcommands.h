// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/attendance.h"
#include "engine/dispatcher.h"

namespace engine {

/// Entering and leaving rooms: people's own by any name, the house's by `join_system_room` (decision 13 of
/// the contracts).
class RoomCommands
{
public:
    explicit RoomCommands(core::Attendance &attendance) : m_attendance(attendance) {}

    void registerAt(Dispatcher &dispatcher);

private:
    [[nodiscard]] core::Reply join(const core::Command &command) const;
    [[nodiscard]] core::Reply leave(const core::Command &command) const;

    core::Attendance &m_attendance;
};

} // namespace engine
