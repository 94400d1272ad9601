// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/samplestore.h"
#include "store/ballast.h"
#include "store/health.h"
#include "store/recorder.h"

#include <QObject>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace store {

/// A change of belfry.db: done within a transaction, answered after its COMMIT.
struct Write
{
    std::function<void(Connection &)> work;
    /// Gets null when the work was committed, else why it was not.
    std::function<void(const core::Error *)> answer;
};

/// The store thread with the one writing connection of each file. What waits while a commit runs goes into
/// the next one together, up to 100 rows; so nothing waits longer than the commit before it.
class Writer
{
public:
    using Task = std::function<void(Writer &)>;

    explicit Writer(const Options &options)
        : m_options(options), m_main(options), m_metrics(options), m_ballast(options)
    {
    }
    ~Writer() { stop(); }
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    /// Opens both files on the new thread and waits for that.
    core::Result<void> start();
    /// Finishes what was handed over, checkpoints, closes both files, ends the thread. Idempotent.
    void stop();
    /// Lives on the thread that made this: answers are brought to it.
    [[nodiscard]] QObject &home() { return m_home; }

    // From any thread.
    void write(Write write);
    void record(core::SampleFrame frame);
    /// Runs on the store thread, outside any transaction, after everything handed over before is committed.
    void run(Task task);

    // For tasks, on the store thread.
    /// Measures the disk, tries whether writing works again, keeps the logs short; answers how things are.
    Report check();
    /// Removes some of what has outlived its time, in its own transaction; true when more is left.
    bool purge(const QDateTime &now);
    /// Indexes some of the chat of an earlier Belfry, in its own transaction; true when more is left.
    bool indexChat();

private:
    struct Batch
    {
        std::deque<Write> writes;
        std::deque<core::SampleFrame> frames;
        std::deque<Task> tasks;
    };
    struct Waiting
    {
        std::deque<Write> writes;
        std::deque<core::SampleFrame> frames;
        std::deque<std::pair<quint64, Task>> tasks; ///< with the count of writes handed over before
        quint64 lostFrames = 0;                     ///< pushed out by newer ones
        quint64 accepted = 0;                       ///< writes, since the start
        quint64 taken = 0;
    };

    void work();
    Batch takeBatch();
    core::Result<void> openFiles();
    void commit(std::deque<Write> &writes);
    void commit(const std::deque<core::SampleFrame> &frames);
    void closeFiles();
    void tryAgain(Connection &connection, Health &health);
    void stumble(Connection &connection, Health &health);
    [[nodiscard]] Report report() const;

    const Options m_options;
    QObject m_home;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    Waiting m_waiting;
    bool m_isStopping = false;

    // The store thread's own.
    std::unique_ptr<Connection> m_mainFile;
    std::unique_ptr<Connection> m_metricsFile;
    Recorder m_recorder;
    Health m_main;
    Health m_metrics;
    Ballast m_ballast;
    quint64 m_droppedFrames = 0;
    int m_checks = 0;

    std::thread m_thread; // last: it uses the others
};

} // namespace store
