// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractEventDispatcher>
#include <QHash>
#include <QSocketNotifier>

#include <array>
#include <atomic>
#include <memory>
#include <set>

namespace transport {

/// A Linux event dispatcher on epoll: the cost of a turn depends on what happened, not on how many sockets
/// are open. Behaves as Qt's own: posted events first, then sockets, then timers.
class EpollDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT
public:
    explicit EpollDispatcher(QObject *parent = nullptr);
    ~EpollDispatcher() override;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    [[nodiscard]] QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;

    /// From any thread.
    void wakeUp() override;
    void interrupt() override;

private:
    struct Timer;
    struct Descriptor
    {
        std::array<QSocketNotifier *, 3> notifiers{}; // by QSocketNotifier::Type
        quint32 generation = 0; // tells a reused descriptor number from its former holder
        quint32 mask = 0;       // what epoll watches it for
    };
    using Schedule = std::set<std::pair<qint64, int>>; // due (ns, steady), timer id

    void watch(int fd, Descriptor &descriptor);
    int wait(bool withSockets, int timeout);
    int activateSockets(int count);
    bool activate(int fd, quint32 generation, QSocketNotifier::Type type);
    int activateTimers();
    void fire(const std::shared_ptr<Timer> &timer, qint64 now);
    void removeTimer(QHash<int, std::shared_ptr<Timer>>::iterator timer);
    [[nodiscard]] int timeUntilTimer() const; // ms, -1 without one
    void clearWakeUp();

    int m_epoll = -1;
    int m_wakeUp = -1;
    std::atomic<bool> m_isWoken = false;
    std::atomic<bool> m_isInterrupted = false;
    quint32 m_generation = 0;
    QHash<int, Descriptor> m_descriptors;
    QHash<int, std::shared_ptr<Timer>> m_timers;
    Schedule m_schedule;
    struct Batch;
    std::unique_ptr<Batch> m_batch;
};

} // namespace transport
