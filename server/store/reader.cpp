// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reader.h"

#include "store/schema.h"

#include <QDir>

#include <future>

namespace store {

core::Result<void> Reader::start(const QString &directory)
{
    std::promise<core::Result<void>> opened;
    std::future<core::Result<void>> answer = opened.get_future();
    m_worker.post([this, &directory, &opened] {
        core::Result<void> result;
        for (const auto &[schema, file] :
             {std::pair(&mainSchema(), &m_main), std::pair(&metricsSchema(), &m_metrics)}) {
            auto connection =
                Connection::open(QDir(directory).filePath(schema->file), Connection::Use::Query);
            if (connection)
                *file = std::move(connection).value();
            else
                result = connection.error();
        }
        opened.set_value(std::move(result));
    });
    core::Result<void> started = answer.get();
    m_isStopped = !started;
    return started;
}

void Reader::stop()
{
    if (m_isStopped)
        return;
    m_isStopped = true;
    // What waits at the writer is passed on to us first.
    std::promise<void> passed;
    std::future<void> answer = passed.get_future();
    m_writer.run([&passed](Writer &) { passed.set_value(); });
    answer.wait();
    m_worker.post([this] {
        m_main.reset();
        m_metrics.reset();
    });
    m_worker.stop();
}

} // namespace store
