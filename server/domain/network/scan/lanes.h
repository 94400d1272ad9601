// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "domain/network/scan/run.h"

#include <QList>
#include <QObject>

namespace network::scan {

/// How many scans run side by side; those behind wait for their turn.
class Lanes final : public QObject
{
    Q_OBJECT
public:
    static constexpr int usualCount = 4;
    static constexpr int mostWaiting = 32;

    explicit Lanes(int count = usualCount, QObject *parent = nullptr) : QObject(parent), m_count(count) {}

    /// Starts the scan now or when a lane is free. The scan stays the caller's; one that is cancelled or
    /// destroyed while it waits leaves the queue. Errors: Limited when too many wait.
    core::Result<void> enter(Run *run);
    [[nodiscard]] int running() const { return int(m_running.size()); }
    [[nodiscard]] int waiting() const { return int(m_waiting.size()); }

private:
    void leave(QObject *run);
    void fill();

    const int m_count;
    QList<Run *> m_running;
    QList<Run *> m_waiting;
};

} // namespace network::scan
