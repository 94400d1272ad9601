// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCoreApplication>
#include <QEventLoop>
#include <QFuture>

namespace support {

/// What a future answers, which the event loop brings.
template <class T>
T awaited(const QFuture<T> &future)
{
    while (!future.isFinished())
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    return future.result();
}

} // namespace support
