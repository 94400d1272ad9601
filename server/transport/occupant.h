// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>

#include <chrono>

namespace transport {

/// Whoever holds an accepted socket; the listener looks at it once a second, so that nothing stays for ever.
/// Deletes itself when the socket is gone.
class Occupant : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// `now` is the clock's steady time. Enforces the time-outs.
    virtual void tick(std::chrono::milliseconds now) = 0;
};

} // namespace transport
