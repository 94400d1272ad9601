// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writer.h"

#include "core/log.h"
#include "store/chatindex.h"
#include "store/files.h"
#include "store/purge.h"
#include "store/schema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <future>

namespace store {

namespace {
constexpr size_t rowsPerCommit = 100;
constexpr size_t longestQueue = 20000; // writes; more than a disk that still works can be behind
constexpr size_t mostFrames = 1000;    // waiting; the oldest go first
constexpr int checksPerCheckpoint = 5; // of 2 s: a power cut loses at most 10 s of metrics
constexpr qint64 longLog =
    32LL << 20; // bytes of a write-ahead log that passive checkpoints did not keep short

core::Error overloadError()
{
    return {core::ErrorCode::Unavailable,
            QCoreApplication::translate("store",
                                        "The disk is too slow for what is to be saved. Try again shortly.")};
}

core::Error closedError()
{
    return {core::ErrorCode::Unavailable,
            QCoreApplication::translate("store", "The store is closed, because Belfry is stopping.")};
}
} // namespace

core::Result<void> Writer::start()
{
    std::promise<core::Result<void>> opened;
    std::future<core::Result<void>> answer = opened.get_future();
    m_thread = std::thread([this, &opened] {
        core::Result<void> result = openFiles();
        const bool isOpen = bool(result);
        opened.set_value(std::move(result));
        if (isOpen)
            work();
        closeFiles();
    });
    return answer.get();
}

void Writer::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void Writer::write(Write write)
{
    std::unique_lock lock(m_mutex);
    if (!m_isStopping && m_waiting.writes.size() < longestQueue) {
        m_waiting.writes.push_back(std::move(write));
        ++m_waiting.accepted;
        lock.unlock();
        m_wake.notify_one();
        return;
    }
    const core::Error refusal = m_isStopping ? closedError() : overloadError();
    lock.unlock();
    write.answer(&refusal);
}

void Writer::record(core::SampleFrame frame)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_isStopping)
            return;
        if (m_waiting.frames.size() >= mostFrames) {
            m_waiting.frames.pop_front();
            ++m_waiting.lostFrames;
        }
        m_waiting.frames.push_back(std::move(frame));
    }
    m_wake.notify_one();
}

void Writer::run(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_isStopping)
            return;
        m_waiting.tasks.emplace_back(m_waiting.accepted, std::move(task));
    }
    m_wake.notify_one();
}

void Writer::work()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] {
            return m_isStopping || !m_waiting.writes.empty() || !m_waiting.frames.empty() ||
                   !m_waiting.tasks.empty();
        });
        Batch batch = takeBatch();
        if (batch.writes.empty() && batch.frames.empty() && batch.tasks.empty())
            return; // stopping, and nothing is left
        lock.unlock();
        commit(batch.writes);
        commit(batch.frames);
        for (const Task &task : batch.tasks)
            task(*this);
        lock.lock();
    }
}

Writer::Batch Writer::takeBatch()
{
    Batch batch;
    batch.frames.swap(m_waiting.frames);
    m_droppedFrames += std::exchange(m_waiting.lostFrames, 0);
    while (!m_waiting.writes.empty() && batch.writes.size() < rowsPerCommit) {
        batch.writes.push_back(std::move(m_waiting.writes.front()));
        m_waiting.writes.pop_front();
        ++m_waiting.taken;
    }
    while (!m_waiting.tasks.empty() && m_waiting.tasks.front().first <= m_waiting.taken) {
        batch.tasks.push_back(std::move(m_waiting.tasks.front().second));
        m_waiting.tasks.pop_front();
    }
    return batch;
}

core::Result<void> Writer::openFiles()
{
    const QDir directory(m_options.directory);
    const auto open = [&directory](const Schema &schema, Connection::Use use,
                                   std::unique_ptr<Connection> &file) -> core::Result<void> {
        auto opened = Connection::open(directory.filePath(schema.file), use);
        if (!opened)
            return opened.error();
        file = std::move(opened).value();
        return {};
    };
    if (core::Result<void> done = open(mainSchema(), Connection::Use::Durable, m_mainFile); !done)
        return done;
    return open(metricsSchema(), Connection::Use::Brisk, m_metricsFile);
}

void Writer::commit(std::deque<Write> &writes)
{
    if (writes.empty())
        return;
    Connection &file = *m_mainFile;
    bool isDone = m_main.mayWrite();
    if (isDone) {
        file.clearFailure();
        isDone = file.run(QStringLiteral("BEGIN IMMEDIATE"));
        for (auto write = writes.begin(); isDone && write != writes.end(); ++write) {
            write->work(file);
            isDone = file.failure().code == SqlFailure::None;
        }
        isDone = isDone && file.run(QStringLiteral("COMMIT"));
        if (!isDone)
            stumble(file, m_main);
    }
    const core::Error error = isDone ? core::Error() : m_main.error();
    for (const Write &write : writes)
        write.answer(isDone ? nullptr : &error);
}

void Writer::commit(const std::deque<core::SampleFrame> &frames)
{
    if (frames.empty())
        return;
    bool isDone = m_main.mayRecord() && m_metrics.mayRecord();
    if (isDone) {
        Connection &file = *m_metricsFile;
        file.clearFailure();
        isDone = file.run(QStringLiteral("BEGIN IMMEDIATE"));
        for (auto frame = frames.begin(); isDone && frame != frames.end(); ++frame)
            isDone = m_recorder.record(file, *frame);
        isDone = isDone && file.run(QStringLiteral("COMMIT"));
        if (!isDone) {
            m_recorder.forget();
            stumble(file, m_metrics);
        }
    }
    if (!isDone)
        m_droppedFrames += frames.size();
}

void Writer::stumble(Connection &connection, Health &health)
{
    const SqlFailure failure = connection.failure();
    connection.run(QStringLiteral("ROLLBACK")); // fails when SQLite has rolled back already
    connection.clearFailure();
    if (health.mayWrite()) // the first time, not every trial after it
        qCWarning(logStore).noquote() << connection.path() << failure.text << failure.code;
    const qint64 freeBytes = m_options.freeBytes ? m_options.freeBytes(m_options.directory)
                                                 : files::freeBytes(m_options.directory);
    m_main.measured(freeBytes);
    m_metrics.measured(freeBytes);
    health.failed(failure);
    if (health.state() == State::Full) {
        m_ballast.drop();
        connection.run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
        connection.clearFailure();
    }
}

Report Writer::check()
{
    const qint64 freeBytes = m_options.freeBytes ? m_options.freeBytes(m_options.directory)
                                                 : files::freeBytes(m_options.directory);
    m_main.measured(freeBytes);
    m_metrics.measured(freeBytes);
    tryAgain(*m_mainFile, m_main);
    tryAgain(*m_metricsFile, m_metrics);
    const bool isRoutine = ++m_checks % checksPerCheckpoint == 0;
    for (Connection *file : {m_mainFile.get(), m_metricsFile.get()}) {
        const qint64 log = QFileInfo(file->path() + QStringLiteral("-wal")).size();
        if (log > longLog)
            file->run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
        else if (isRoutine && log > 0)
            file->run(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"));
        file->clearFailure();
    }
    Report now = report();
    if (now.state == State::Ok)
        m_ballast.take(freeBytes);
    else if (now.state == State::Full)
        m_ballast.drop();
    return now;
}

void Writer::tryAgain(Connection &connection, Health &health)
{
    if (!health.wantsTrial())
        return;
    connection.clearFailure();
    if (connection.run(QStringLiteral("BEGIN IMMEDIATE")) &&
        connection.run(
            QStringLiteral("INSERT INTO probe(id, value) VALUES (1, 1) ON CONFLICT(id) DO UPDATE SET "
                           "value = value + 1")) &&
        connection.run(QStringLiteral("COMMIT")))
        health.recovered();
    else
        stumble(connection, health);
}

bool Writer::purge(const QDateTime &now)
{
    if (!m_main.mayWrite())
        return false;
    bool isMore = false;
    if (const auto more = purgeFacts(*m_mainFile, now))
        isMore = *more;
    else
        stumble(*m_mainFile, m_main);
    if (m_metrics.state() == State::Failed)
        return isMore;
    if (const auto more = purgeSamples(*m_metricsFile, m_options, now))
        return *more || isMore;
    stumble(*m_metricsFile, m_metrics);
    return false;
}

bool Writer::indexChat()
{
    if (!m_main.mayWrite())
        return false;
    const auto more = indexEarlier(*m_mainFile);
    if (!more)
        stumble(*m_mainFile, m_main);
    return more.value_or(false);
}

Report Writer::report() const
{
    Report report{m_main.state(), m_main.text(), 0, m_droppedFrames};
    if (m_main.mayRecord() && !m_metrics.mayRecord()) {
        report.state = State::Low;
        report.text =
            QCoreApplication::translate("store", "Metrics are not recorded, everything else is saved. %1")
                .arg(m_metrics.text());
    }
    for (const Connection *file : {m_mainFile.get(), m_metricsFile.get()})
        report.storedBytes += files::databaseBytes(file->path());
    return report;
}

void Writer::closeFiles()
{
    for (std::unique_ptr<Connection> *file : {&m_mainFile, &m_metricsFile}) {
        if (*file)
            (*file)->run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
        file->reset();
    }
}

} // namespace store
