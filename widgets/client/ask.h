// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/link.h"
#include "core/schema.h"

#include <QFutureWatcher>

namespace client {

/// Calls `done` with the result of `future` on the GUI thread, unless `context` is gone by then.
template <class T, class Done>
void whenDone(const QFuture<T> &future, QObject *context, Done done)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)] {
        if (watcher->future().resultCount() > 0)
            done(watcher->result());
        watcher->deleteLater();
    });
    watcher->setFuture(future);
}

/// Asks for what `command` describes and hands the decoded reply, or why there is none, to `done`.
template <class T, class Done>
void ask(Link &link, const T &command, QObject *context, Done done)
{
    const QFuture<core::Reply> future =
        link.request(QString::fromLatin1(T::name), core::toJson(command).toObject());
    whenDone(future, context, [done = std::move(done)](const core::Reply &reply) {
        using Answer = typename T::Reply;
        done(reply ? reply.value().as<Answer>() : core::Result<Answer>(reply.error()));
    });
}

} // namespace client
