// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDateTime>

#include <chrono>
#include <functional>
#include <memory>

class QObject;

namespace core {

/// A running timer; it stops when destroyed.
class Timer
{
public:
    Timer() = default;
    virtual ~Timer() = default;
    Timer(const Timer &) = delete;
    Timer &operator=(const Timer &) = delete;
};

/// Time as the program sees it: the wall clock for people, the steady clock for intervals, and timers on it.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;

    /// Wall clock, UTC, millisecond resolution. May jump.
    [[nodiscard]] virtual QDateTime now() const = 0;
    /// Never goes back; since an arbitrary start.
    [[nodiscard]] virtual std::chrono::milliseconds steady() const = 0;
    /// Calls `tick` every `interval` on the calling thread's event loop.
    [[nodiscard]] virtual std::unique_ptr<Timer> every(std::chrono::milliseconds interval,
                                                       std::function<void()> tick) = 0;
    /// Calls `tick` once after `delay` on the calling thread's event loop.
    [[nodiscard]] virtual std::unique_ptr<Timer> after(std::chrono::milliseconds delay,
                                                       std::function<void()> tick) = 0;
};

/// The machine's clock; timers are QTimers of the thread that asks.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] std::chrono::milliseconds steady() const override;
    [[nodiscard]] std::unique_ptr<Timer> every(std::chrono::milliseconds interval,
                                               std::function<void()> tick) override;
    [[nodiscard]] std::unique_ptr<Timer> after(std::chrono::milliseconds delay,
                                               std::function<void()> tick) override;
};

} // namespace core
