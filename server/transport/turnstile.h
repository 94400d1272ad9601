// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"

#include <QPointer>

#include <deque>
#include <functional>
#include <memory>

namespace transport {

/// Lets only so many a second through, in the order they came.
class Turnstile final
{
public:
    Turnstile(int perSecond, core::Clock &clock);

    /// Calls `pass` at once or when its turn has come; never when `who` is gone by then.
    void enter(QObject *who, std::function<void()> pass);
    [[nodiscard]] int waiting() const { return int(m_waiting.size()); }

private:
    struct Visitor
    {
        QPointer<QObject> who;
        std::function<void()> pass;
    };

    void open();
    void letThrough();

    const int m_perSlice;
    core::Clock &m_clock;
    std::chrono::milliseconds m_sliceBegan;
    int m_passed = 0; // in this slice
    std::deque<Visitor> m_waiting;
    std::unique_ptr<core::Timer> m_next;
};

} // namespace transport
