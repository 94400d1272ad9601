// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/link.h"
#include "shell/herald.h"

namespace alerts {
struct Maintenance;
} // namespace alerts

namespace shell {

/// Makes news of facts that no page tells of: devices that were found, together, and maintenance.
class Reporter final : public QObject
{
    Q_OBJECT
public:
    /// All of these outlive it.
    Reporter(client::Link &link, Herald &herald, core::Clock &clock, QObject *parent = nullptr);

Q_SIGNALS:
    void devicesWanted();
    void maintenanceWanted();

private:
    void hear(const QList<core::Event> &events);
    void tellMaintenance(const alerts::Maintenance &fact);
    void tellFound();

    Herald &m_herald;
    core::Clock &m_clock;
    QStringList m_found; ///< names of devices that are not told of
    std::unique_ptr<core::Timer> m_timer;
    std::unique_ptr<core::Timer> m_firing; ///< a timer is not gone while it fires
};

} // namespace shell
