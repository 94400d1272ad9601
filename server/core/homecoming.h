// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFuture>
#include <QObject>
#include <QPromise>

namespace core {

/// The future of what another thread is asked for, finished on the thread of `home`, by its event loop. To be
/// taken before the other thread knows of the promise: Qt 6.4 runs a continuation twice, and crashes, when it
/// is attached in the moment in which another thread finishes the future.
template <class T>
QFuture<T> homecoming(QPromise<T> &promise, QObject &home)
{
    return promise.future().then(&home, [](const T &result) { return result; });
}

} // namespace core
