// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace store {

/// A thread that runs what it is given, in order.
class Worker
{
public:
    Worker() : m_thread([this] { work(); }) {}
    ~Worker() { stop(); }
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    /// From any thread. Ignored once stop() has begun.
    void post(std::function<void()> task);
    /// Finishes what was posted, then ends the thread. Idempotent; not from the thread itself.
    void stop();

private:
    void work();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_tasks;
    bool m_stopping = false;
    std::thread m_thread; // last: it uses the others
};

} // namespace store
