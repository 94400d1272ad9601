// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"

#include <QHash>
#include <QHostAddress>
#include <QPointer>

#include <deque>
#include <functional>
#include <memory>

namespace transport {

/// Lets only so many a second through: each address (of IPv6: each /64) in its turn, and of one in the order
/// they came, so that a crowd from one place does not make the others wait.
class Turnstile final
{
public:
    Turnstile(int perSecond, core::Clock &clock);

    /// Calls `pass` at once or when its turn has come; never when `who` is gone by then.
    void enter(const QHostAddress &from, QObject *who, std::function<void()> pass);
    [[nodiscard]] int waiting() const { return m_waiting; }

private:
    struct Visitor
    {
        QPointer<QObject> who;
        std::function<void()> pass;
    };

    void open();
    void letThrough();
    Visitor takeNext();

    const int m_perSlice;
    core::Clock &m_clock;
    std::chrono::milliseconds m_sliceBegan;
    int m_passed = 0; // in this slice
    int m_waiting = 0;
    QHash<QHostAddress, std::deque<Visitor>> m_lines; ///< none of them empty
    std::deque<QHostAddress> m_order;                 ///< whose turn it is
    std::unique_ptr<core::Timer> m_next;
};

} // namespace transport
