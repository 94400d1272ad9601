// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identity/passwordworker.h"

#include "core/homecoming.h"

#include <QCoreApplication>

#include <memory>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace identity {

namespace {
constexpr size_t mostWaiting = 32;
constexpr int workerNiceness = 10;

core::Error tooMany()
{
    constexpr int untilTheQueueIsShorter = 5; // s
    return {core::ErrorCode::Limited,
            QCoreApplication::translate("identity", "Too many sign-ins at once. Try again in a few seconds."),
            untilTheQueueIsShorter};
}

core::Error endingError()
{
    return {core::ErrorCode::Unavailable,
            QCoreApplication::translate("identity", "The server is stopping. Try again when it runs.")};
}
} // namespace

PasswordWorker::PasswordWorker(PasswordCost cost) : m_cost(cost), m_unmatchable(unmatchableHash(cost))
{
    m_thread = std::thread([this] { run(); });
}

void PasswordWorker::stop()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_wake.notify_one();
    m_thread.join();
    QCoreApplication::sendPostedEvents(&m_home, QEvent::MetaCall); // what was done meanwhile
    const std::deque<Job> unanswered = std::exchange(m_jobs, {});
    const core::Error ending = endingError();
    for (const Job &job : unanswered)
        job(&ending);
}

std::optional<core::Error> PasswordWorker::refusal() const
{
    const std::lock_guard lock(m_mutex);
    return m_isEnding ? std::optional(endingError()) : std::nullopt;
}

template <class T>
QFuture<core::Result<T>> PasswordWorker::enqueue(std::function<core::Result<T>()> work)
{
    auto promise = std::make_shared<QPromise<core::Result<T>>>();
    promise->start();
    QFuture<core::Result<T>> future = core::homecoming(*promise, m_home);
    const Job job = [promise, work = std::move(work)](const core::Error *refusal) {
        promise->addResult(refusal != nullptr ? core::Result<T>(*refusal) : work());
        promise->finish();
    };
    if (const auto refusal = push(job))
        job(&*refusal);
    return future;
}

std::optional<core::Error> PasswordWorker::push(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_isEnding)
            return endingError();
        if (m_jobs.size() >= mostWaiting)
            return tooMany();
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
    return std::nullopt;
}

void PasswordWorker::run()
{
    ::setpriority(PRIO_PROCESS, id_t(::syscall(SYS_gettid)), workerNiceness);
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_isEnding || !m_jobs.empty(); });
            if (m_isEnding)
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job(nullptr);
    }
}

QFuture<core::Result<QString>> PasswordWorker::hash(const QString &password, const QByteArray &salt)
{
    return enqueue<QString>([=, cost = m_cost] { return hashPassword(password, salt, cost); });
}

QFuture<core::Result<bool>> PasswordWorker::verify(const QString &password, const QString &phc)
{
    const bool isSomebody = !phc.isEmpty();
    const QString hash = isSomebody ? phc : m_unmatchable;
    return enqueue<bool>(
        [=]() -> core::Result<bool> { return verifyPassword(password, hash) && isSomebody; });
}

} // namespace identity
