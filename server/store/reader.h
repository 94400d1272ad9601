// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/request.h"
#include "store/worker.h"

namespace store {

/// The reading thread, with a connection per file that cannot write. What is asked sees everything that was
/// handed to the writer before.
class Reader
{
public:
    enum class File { Main, Metrics };

    explicit Reader(Writer &writer) : m_writer(writer) {}
    ~Reader() { stop(); }
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;

    core::Result<void> start(const QString &directory);
    /// Answers what was asked, closes the files. Idempotent; before the writer is stopped.
    void stop();

    /// The future is finished on the thread that asks.
    template <class T>
    QFuture<core::Result<T>> ask(File file, std::function<core::Result<T>(Connection &)> work)
    {
        if (m_isStopped)
            return answered<T>(core::Error{
                core::ErrorCode::Unavailable,
                QCoreApplication::translate("store", "The store is closed, because Belfry is stopping.")});
        const auto promise = std::make_shared<QPromise<core::Result<T>>>();
        promise->start();
        QFuture<core::Result<T>> future = core::homecoming(*promise, m_writer.home());
        const auto read = [this, file, promise, work = std::move(work)] {
            Connection &connection = file == File::Main ? *m_main : *m_metrics;
            connection.refresh();
            promise->addResult(work(connection));
            promise->finish();
        };
        m_writer.run([this, read](Writer &) { m_worker.post(read); });
        return future;
    }

private:
    Writer &m_writer;
    bool m_isStopped = true; ///< until started
    std::unique_ptr<Connection> m_main;
    std::unique_ptr<Connection> m_metrics;
    Worker m_worker;
};

} // namespace store
