// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/identity/password.h"

#include <QFuture>
#include <QObject>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace identity {

/// Hashes and checks passwords, one after the other, on a thread of low priority, so that a storm of sign-ins
/// costs nobody else anything. At most 32 wait.
class PasswordWorker
{
public:
    explicit PasswordWorker(PasswordCost cost = {});
    ~PasswordWorker() { stop(); }
    PasswordWorker(const PasswordWorker &) = delete;
    PasswordWorker &operator=(const PasswordWorker &) = delete;

    /// The PHC form. Futures are finished on the thread that made this. Errors: Limited when too many wait.
    QFuture<core::Result<QString>> hash(const QString &password, const QByteArray &salt);
    /// Whether the password fits. An empty hash (nobody of that name) takes as long, and does not fit.
    QFuture<core::Result<bool>> verify(const QString &password, const QString &phc);

    /// Waits for what is being done; what waits, and all that comes later, is answered with Unavailable.
    /// Idempotent. Called on the thread that asks.
    void stop();
    /// Why nothing that was asked for before may be carried on, once it is stopped.
    [[nodiscard]] std::optional<core::Error> refusal() const;

private:
    /// Does its work, or answers why it cannot when it is given an error.
    using Job = std::function<void(const core::Error *)>;

    template <class T>
    QFuture<core::Result<T>> enqueue(std::function<core::Result<T>()> work);
    std::optional<core::Error> push(Job job);
    void run();

    QObject m_home; // answers are brought to its thread
    const PasswordCost m_cost;
    const QString m_unmatchable;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_isEnding = false;
    std::thread m_thread;
};

} // namespace identity
