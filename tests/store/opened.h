// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/store.h"
#include "support/fakeclock.h"

#include <QTemporaryDir>
#include <QTest>

namespace storetest {

/// A store in a directory of its own, on a clock that stands still. The disk has plenty unless a test says
/// otherwise.
struct Bench
{
    QTemporaryDir directory;
    support::FakeClock clock;
    std::shared_ptr<std::atomic<qint64>> freeBytes = std::make_shared<std::atomic<qint64>>(10LL << 30);
    store::Options options = makeOptions();
    std::unique_ptr<store::Store> store;

    store::Options makeOptions() const
    {
        store::Options made;
        made.directory = directory.path() + QStringLiteral("/data");
        made.ballastBytes = 0;
        made.freeBytes = [bytes = freeBytes](const QString &) { return bytes->load(); };
        return made;
    }
    [[nodiscard]] QString path(const QString &file) const
    {
        return options.directory + QLatin1Char('/') + file;
    }

    /// The refusal's kind, or nothing when it was opened.
    std::optional<store::OpenFailure> open()
    {
        store.reset();
        store::Opening opening = store::Store::open(options, clock);
        store = std::move(opening.store);
        refusal = opening.refusal ? opening.refusal->error.message : QString();
        return opening.refusal ? std::optional(opening.refusal->kind) : std::nullopt;
    }
    QString refusal;
};

/// What a future of the store answers.
template <class T>
core::Result<T> wait(QFuture<core::Result<T>> future)
{
    while (!future.isFinished())
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    return future.resultCount() > 0 ? future.result() : core::Result<T>(core::Error{});
}

} // namespace storetest
