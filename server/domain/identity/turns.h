// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/finished.h"
#include "core/result.h"

#include <QObject>
#include <QPromise>

#include <deque>
#include <functional>
#include <memory>

namespace identity {

/// Lets changes that take time happen one after the other, so that what one has checked still holds when it
/// is saved.
class Turns
{
public:
    /// `context` lives on the thread on which the changes begin and end.
    explicit Turns(QObject &context) : m_context(context) {}

    /// Begins `change` when all earlier ones have ended.
    template <class T>
    QFuture<core::Result<T>> take(std::function<QFuture<core::Result<T>>()> change)
    {
        auto promise = std::make_shared<QPromise<core::Result<T>>>();
        promise->start();
        auto future = promise->future();
        m_waiting.push_back([this, promise, change = std::move(change)] {
            change().then(&m_context, [this, promise](const core::Result<T> &result) {
                promise->addResult(result);
                promise->finish();
                end();
            });
        });
        begin();
        return future;
    }

private:
    void begin()
    {
        if (m_isBusy || m_waiting.empty())
            return;
        m_isBusy = true;
        const auto change = std::move(m_waiting.front());
        m_waiting.pop_front();
        change();
    }
    void end()
    {
        m_isBusy = false;
        begin();
    }

    QObject &m_context;
    std::deque<std::function<void()>> m_waiting;
    bool m_isBusy = false;
};

/// A future that already holds its result.
template <class T>
QFuture<core::Result<T>> settled(core::Result<T> result)
{
    return core::finished(std::move(result));
}

} // namespace identity
