// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/reporter.h"

#include "catalog/alerts.h"
#include "catalog/network.h"

#include <QLocale>

namespace shell {

using namespace std::chrono_literals;

namespace {
constexpr auto reportPace = 3s; // a scan finds many
constexpr qsizetype mostReported = 3;
} // namespace

Reporter::Reporter(client::Link &link, Herald &herald, core::Clock &clock, QObject *parent)
    : QObject(parent), m_herald(herald), m_clock(clock)
{
    link.subscribe(
        {QLatin1String(network::DeviceDiscovered::topic), QLatin1String(alerts::Maintenance::topic)});
    connect(&link, &client::Link::eventsReceived, this, &Reporter::hear);
}

void Reporter::hear(const QList<core::Event> &events)
{
    for (const core::Event &event : events) {
        if (event.topic.name() == QLatin1String(network::DeviceDiscovered::topic)) {
            if (const auto fact = event.as<network::DeviceDiscovered>())
                m_found << (fact->device.label.isEmpty() ? fact->device.ipAddress : fact->device.label);
        } else if (event.topic.name() == QLatin1String(alerts::Maintenance::topic)) {
            if (const auto fact = event.as<alerts::Maintenance>())
                tellMaintenance(*fact);
        }
    }
    if (!m_found.isEmpty() && !m_timer)
        m_timer = m_clock.after(reportPace, [this] { tellFound(); });
}

void Reporter::tellMaintenance(const alerts::Maintenance &fact)
{
    const auto clock = [](const QDateTime &time) {
        return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
    };
    const QString title = [&] {
        switch (fact.state) {
        case alerts::MaintenanceState::Running:
            return tr("Maintenance until %1").arg(clock(fact.startTime.addSecs(qint64(fact.duration))));
        case alerts::MaintenanceState::Over:
            return tr("Maintenance is over");
        case alerts::MaintenanceState::Cancelled:
            return tr("Maintenance is cancelled");
        default:
            return tr("Maintenance from %1").arg(clock(fact.startTime));
        }
    }();
    const bool isNamed = !fact.displayName.isEmpty() && fact.displayName != fact.impact;
    m_herald.tell({client::Matter::Maintenance,
                   title,
                   isNamed ? tr("%1: %2", "name and reason").arg(fact.displayName, fact.impact) : fact.impact,
                   {},
                   [this] { Q_EMIT maintenanceWanted(); }});
}

void Reporter::tellFound()
{
    m_firing = std::move(m_timer);
    const QStringList found = std::exchange(m_found, {});
    m_herald.tell({client::Matter::NewDevice,
                   tr("%n new device(s)", nullptr, int(found.size())),
                   found.mid(0, mostReported).join(QStringLiteral(", ")),
                   {},
                   [this] { Q_EMIT devicesWanted(); }});
}

} // namespace shell
