// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"

#include <QTimer>

namespace core {

namespace {
class QtTimer final : public Timer
{
public:
    QtTimer(std::chrono::milliseconds interval, bool once, std::function<void()> tick)
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setSingleShot(once);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [tick = std::move(tick)] { tick(); });
        m_timer.start(interval);
    }

private:
    QTimer m_timer;
};
} // namespace

QDateTime SystemClock::now() const { return QDateTime::currentDateTimeUtc(); }

std::chrono::milliseconds SystemClock::steady() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}

std::unique_ptr<Timer> SystemClock::every(std::chrono::milliseconds interval, std::function<void()> tick)
{
    return std::make_unique<QtTimer>(interval, false, std::move(tick));
}

std::unique_ptr<Timer> SystemClock::after(std::chrono::milliseconds delay, std::function<void()> tick)
{
    return std::make_unique<QtTimer>(delay, true, std::move(tick));
}

} // namespace core
