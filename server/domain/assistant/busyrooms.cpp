// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/busyrooms.h"

namespace assistant {

void BusyRooms::begin(const QString &room)
{
    Busy &busy = m_rooms[room];
    busy.wait = m_clock.after(atOnce, [this, room] {
        m_rooms[room].again = m_clock.every(toldAgain, [this, room] { m_tell(room, true); });
        m_tell(room, true);
    });
}

void BusyRooms::end(const QString &room)
{
    const auto ended = m_rooms.extract(room);
    if (!ended.empty() && ended.mapped().again)
        m_tell(room, false);
}

} // namespace assistant
