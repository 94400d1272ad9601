// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"

#include <QString>

#include <map>

namespace assistant {

/// The rooms an answer is worked on for, each told again and again, because whoever says nothing for long is
/// taken for gone. What is answered at once is not told at all.
class BusyRooms
{
public:
    using Tell = std::function<void(const QString &room, bool isBusy)>;
    static constexpr std::chrono::milliseconds atOnce{400};
    static constexpr std::chrono::seconds toldAgain{3};

    BusyRooms(core::Clock &clock, Tell tell) : m_clock(clock), m_tell(std::move(tell)) {}

    void begin(const QString &room);
    void end(const QString &room);
    /// Nobody is told any more.
    void clear() { m_rooms.clear(); }

private:
    struct Busy
    {
        std::unique_ptr<core::Timer> wait;
        std::unique_ptr<core::Timer> again; ///< absent: it was not told yet
    };

    core::Clock &m_clock;
    Tell m_tell;
    std::map<QString, Busy> m_rooms;
};

} // namespace assistant
