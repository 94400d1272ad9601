// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/epolldispatcher.h"

#include "core/log.h"

#include <QCoreApplication>
#include <QTimerEvent>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <limits>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>
#include <vector>

namespace transport {

namespace {
constexpr qint64 nsPerMs = 1'000'000;
constexpr qint64 msPerSecond = 1000;
constexpr int batchSize = 256;
constexpr quint64 wakeUpKey = ~quint64(0);

qint64 steadyNow()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Coarse timers may be 5 % off: putting them on a common grid lets many fire in one turn.
qint64 alignedDue(qint64 due, qint64 interval, Qt::TimerType type)
{
    qint64 grid = 1;
    if (type == Qt::CoarseTimer) {
        while (grid * 2 * 20 <= interval)
            grid *= 2;
    } else if (type == Qt::VeryCoarseTimer) {
        grid = msPerSecond;
    }
    if (grid == 1)
        return due;
    const qint64 step = grid * nsPerMs;
    return (due + step / 2) / step * step;
}
} // namespace

struct EpollDispatcher::Timer
{
    int id = 0;
    qint64 interval = 0; // ms
    Qt::TimerType type = Qt::CoarseTimer;
    QObject *object = nullptr;
    qint64 due = 0; // ns, steady
    bool isRegistered = true;
    bool isFiring = false;
};

struct EpollDispatcher::Batch
{
    std::array<epoll_event, batchSize> events;
    bool isBusy = false;
};

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent), m_epoll(::epoll_create1(EPOLL_CLOEXEC)),
      m_wakeUp(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)), m_batch(std::make_unique<Batch>())
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = wakeUpKey;
    if (m_epoll < 0 || m_wakeUp < 0 || ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wakeUp, &event) != 0)
        qFatal("The event loop cannot start: no file descriptors are left.");
}

EpollDispatcher::~EpollDispatcher()
{
    ::close(m_wakeUp);
    ::close(m_epoll);
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_isInterrupted = false;
    Q_EMIT awake();
    QCoreApplication::sendPostedEvents();

    const bool withTimers = !flags.testFlag(QEventLoop::X11ExcludeTimers);
    const bool withSockets = !flags.testFlag(QEventLoop::ExcludeSocketNotifiers);
    const bool canWait = flags.testFlag(QEventLoop::WaitForMoreEvents) && !m_isInterrupted;
    if (canWait)
        Q_EMIT aboutToBlock();
    if (m_isInterrupted)
        return false;

    const int timeout = !canWait ? 0 : withTimers ? timeUntilTimer() : -1;
    int handled = wait(withSockets, timeout);
    if (withTimers)
        handled += activateTimers();
    return handled > 0;
}

int EpollDispatcher::wait(bool withSockets, int timeout)
{
    if (!withSockets) {
        pollfd only{m_wakeUp, POLLIN, 0};
        const int count = ::poll(&only, 1, timeout);
        if (count > 0)
            clearWakeUp();
        return std::max(count, 0);
    }
    // A nested loop started by one of this batch's notifiers needs a batch of its own.
    std::unique_ptr<Batch> outer;
    if (m_batch->isBusy)
        outer = std::exchange(m_batch, std::make_unique<Batch>());
    const int count = ::epoll_wait(m_epoll, m_batch->events.data(), batchSize, timeout);
    int handled = 0;
    if (count > 0) {
        m_batch->isBusy = true;
        handled = activateSockets(count);
        m_batch->isBusy = false;
    }
    if (outer)
        m_batch = std::move(outer);
    return handled;
}

int EpollDispatcher::activateSockets(int count)
{
    int handled = 0;
    // Held by pointer: a nested loop swaps m_batch and puts it back.
    const Batch &batch = *m_batch;
    for (int i = 0; i < count; ++i) {
        const quint64 key = batch.events[size_t(i)].data.u64;
        if (key == wakeUpKey) {
            clearWakeUp();
            ++handled;
            continue;
        }
        const int fd = int(key & 0xFFFF'FFFF);
        const auto generation = quint32(key >> 32);
        const quint32 ready = batch.events[size_t(i)].events;
        if ((ready & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0)
            handled += activate(fd, generation, QSocketNotifier::Read);
        if ((ready & (EPOLLOUT | EPOLLHUP | EPOLLERR)) != 0)
            handled += activate(fd, generation, QSocketNotifier::Write);
        if ((ready & (EPOLLPRI | EPOLLHUP | EPOLLERR)) != 0)
            handled += activate(fd, generation, QSocketNotifier::Exception);
    }
    return handled;
}

bool EpollDispatcher::activate(int fd, quint32 generation, QSocketNotifier::Type type)
{
    const auto descriptor = m_descriptors.constFind(fd);
    if (descriptor == m_descriptors.cend() || descriptor->generation != generation)
        return false;
    QSocketNotifier *notifier = descriptor->notifiers[size_t(type)];
    if (!notifier)
        return false;
    QEvent event(QEvent::SockAct);
    QCoreApplication::sendEvent(notifier, &event);
    return true;
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const int fd = int(notifier->socket());
    Descriptor &descriptor = m_descriptors[fd];
    if (descriptor.generation == 0)
        descriptor.generation = ++m_generation == 0 ? ++m_generation : m_generation;
    QSocketNotifier *&slot = descriptor.notifiers[size_t(notifier->type())];
    if (slot && slot != notifier)
        qCWarning(logTransport, "two notifiers of one type watch descriptor %d; the newer one counts", fd);
    slot = notifier;
    watch(fd, descriptor);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const int fd = int(notifier->socket());
    const auto descriptor = m_descriptors.find(fd);
    if (descriptor == m_descriptors.end() || descriptor->notifiers[size_t(notifier->type())] != notifier)
        return;
    descriptor->notifiers[size_t(notifier->type())] = nullptr;
    watch(fd, *descriptor);
    if (descriptor->mask == 0)
        m_descriptors.erase(descriptor);
}

void EpollDispatcher::watch(int fd, Descriptor &descriptor)
{
    quint32 mask = 0;
    if (descriptor.notifiers[QSocketNotifier::Read])
        mask |= EPOLLIN;
    if (descriptor.notifiers[QSocketNotifier::Write])
        mask |= EPOLLOUT;
    if (descriptor.notifiers[QSocketNotifier::Exception])
        mask |= EPOLLPRI;
    epoll_event event{};
    event.events = mask;
    event.data.u64 = (quint64(descriptor.generation) << 32) | quint32(fd);
    const bool wasWatched = descriptor.mask != 0;
    descriptor.mask = mask;
    if (mask == 0) {
        ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, fd, &event); // fails harmlessly on a descriptor already closed
        return;
    }
    if (::epoll_ctl(m_epoll, wasWatched ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, fd, &event) == 0)
        return;
    // The number was closed and given out anew behind our back, or is still known from before.
    if ((errno == ENOENT && ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, fd, &event) == 0) ||
        (errno == EEXIST && ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, fd, &event) == 0))
        return;
    qCWarning(logTransport, "descriptor %d cannot be watched (error %d)", fd, errno);
}

void EpollDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object)
{
    auto timer = std::make_shared<Timer>();
    timer->id = timerId;
    timer->type = timerType;
    timer->object = object;
    timer->interval = interval;
    if (timerType == Qt::VeryCoarseTimer)
        timer->interval = std::max((interval + msPerSecond / 2) / msPerSecond, qint64(1)) * msPerSecond;
    timer->due = alignedDue(steadyNow() + timer->interval * nsPerMs, timer->interval, timerType);
    m_schedule.emplace(timer->due, timerId);
    m_timers.insert(timerId, timer);
}

void EpollDispatcher::removeTimer(QHash<int, std::shared_ptr<Timer>>::iterator timer)
{
    (*timer)->isRegistered = false;
    m_schedule.erase({(*timer)->due, (*timer)->id});
    m_timers.erase(timer);
}

bool EpollDispatcher::unregisterTimer(int timerId)
{
    const auto timer = m_timers.find(timerId);
    if (timer == m_timers.end())
        return false;
    removeTimer(timer);
    return true;
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    const QList<TimerInfo> timers = registeredTimers(object);
    for (const TimerInfo &timer : timers)
        unregisterTimer(timer.timerId);
    return !timers.isEmpty();
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    QList<TimerInfo> found;
    for (const auto &timer : m_timers) {
        if (timer->object == object)
            found.append(TimerInfo(timer->id, int(timer->interval), timer->type));
    }
    return found;
}

int EpollDispatcher::remainingTime(int timerId)
{
    const auto timer = m_timers.constFind(timerId);
    if (timer == m_timers.cend())
        return -1;
    const qint64 left = ((*timer)->due - steadyNow() + nsPerMs - 1) / nsPerMs;
    return int(std::clamp<qint64>(left, 0, std::numeric_limits<int>::max()));
}

int EpollDispatcher::timeUntilTimer() const
{
    for (const auto &[due, id] : m_schedule) {
        // A timer whose handler runs a nested loop does not fire again inside it.
        if (m_timers.value(id)->isFiring)
            continue;
        const qint64 left = (due - steadyNow() + nsPerMs - 1) / nsPerMs;
        return int(std::clamp<qint64>(left, 0, std::numeric_limits<int>::max()));
    }
    return -1;
}

int EpollDispatcher::activateTimers()
{
    const qint64 now = steadyNow();
    std::vector<std::shared_ptr<Timer>> due;
    for (auto at = m_schedule.begin(); at != m_schedule.end() && at->first <= now; ++at)
        due.push_back(m_timers.value(at->second));
    int fired = 0;
    for (const auto &timer : due) {
        // An earlier handler may have stopped it, or a nested loop fired it already.
        if (!timer->isRegistered || timer->isFiring || timer->due > now)
            continue;
        fire(timer, now);
        ++fired;
    }
    return fired;
}

void EpollDispatcher::fire(const std::shared_ptr<Timer> &timer, qint64 now)
{
    m_schedule.erase({timer->due, timer->id});
    qint64 next = timer->due + timer->interval * nsPerMs;
    if (next < now) // late by more than an interval: what was missed is not made up for
        next = now + timer->interval * nsPerMs;
    timer->due = alignedDue(next, timer->interval, timer->type);
    m_schedule.emplace(timer->due, timer->id);
    timer->isFiring = true;
    QTimerEvent event(timer->id);
    QCoreApplication::sendEvent(timer->object, &event);
    timer->isFiring = false;
}

void EpollDispatcher::wakeUp()
{
    if (m_isWoken.exchange(true))
        return;
    const quint64 one = 1;
    while (::write(m_wakeUp, &one, sizeof one) < 0 && errno == EINTR) {
    }
}

void EpollDispatcher::clearWakeUp()
{
    quint64 count = 0;
    while (::read(m_wakeUp, &count, sizeof count) < 0 && errno == EINTR) {
    }
    m_isWoken = false;
}

void EpollDispatcher::interrupt()
{
    m_isInterrupted = true;
    wakeUp();
}

} // namespace transport
