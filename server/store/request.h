// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/finished.h"
#include "core/homecoming.h"
#include "store/writer.h"

#include <QCoreApplication>

namespace store {

/// Has the store thread change belfry.db; the future is finished after COMMIT, on the thread that asks. An
/// Error the work answers is committed like any other answer.
template <class T>
QFuture<core::Result<T>> change(Writer &writer, std::function<core::Result<T>(Connection &)> work)
{
    struct Pending
    {
        QPromise<core::Result<T>> promise;
        core::Result<T> result;
    };
    const auto pending = std::make_shared<Pending>();
    pending->promise.start();
    QFuture<core::Result<T>> future = core::homecoming(pending->promise, writer.home());
    writer.write(
        {[pending, work = std::move(work)](Connection &connection) { pending->result = work(connection); },
         [pending](const core::Error *error) {
             pending->promise.addResult(error != nullptr ? core::Result<T>(*error) : pending->result);
             pending->promise.finish();
         }});
    return future;
}

/// A future that is finished already.
template <class T>
QFuture<core::Result<T>> answered(core::Result<T> result)
{
    return core::finished(std::move(result));
}

/// Never SQL's null, which a null QString would become.
inline QString present(const QString &text) { return text.isNull() ? QStringLiteral("") : text; }

/// What a read that SQLite refused is answered.
inline core::Error readError(const Connection &connection)
{
    return {core::ErrorCode::Unavailable,
            QCoreApplication::translate("store",
                                        "The database cannot be read (%1). Check the disk, then try again.")
                .arg(connection.failure().text)};
}

} // namespace store
