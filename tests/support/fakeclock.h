// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"

#include <list>

namespace support {

/// A clock that stands still until a test moves it; timers fire in order while it moves.
class FakeClock final : public core::Clock
{
public:
    explicit FakeClock(const QDateTime &start = QDateTime::fromString(QStringLiteral("2026-11-20T12:00:00Z"),
                                                                      Qt::ISODate))
        : m_now(start)
    {
    }

    [[nodiscard]] QDateTime now() const override { return m_now; }
    [[nodiscard]] std::chrono::milliseconds steady() const override { return m_steady; }
    [[nodiscard]] std::unique_ptr<core::Timer> every(std::chrono::milliseconds interval,
                                                     std::function<void()> tick) override;
    [[nodiscard]] std::unique_ptr<core::Timer> after(std::chrono::milliseconds delay,
                                                     std::function<void()> tick) override;

    /// Moves both clocks on, firing what falls due, in order.
    void advance(std::chrono::milliseconds by);
    /// Moves the wall clock alone, as a correction by hand would.
    void jump(std::chrono::milliseconds by) { m_now = m_now.addMSecs(by.count()); }
    [[nodiscard]] int timerCount() const { return int(m_entries.size()); }

private:
    struct Entry
    {
        std::chrono::milliseconds due;
        std::chrono::milliseconds interval;
        bool once;
        std::function<void()> tick;
    };
    class Handle;

    std::unique_ptr<core::Timer> add(std::chrono::milliseconds interval, bool once,
                                     std::function<void()> tick);

    /// Moves both clocks on to it; never back.
    void reach(std::chrono::milliseconds moment);

    QDateTime m_now;
    std::chrono::milliseconds m_steady{1'000'000};
    std::list<std::shared_ptr<Entry>> m_entries;
};

} // namespace support
