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
            const auto fact = event.as<alerts::Maintenance>();
            if (!fact)
                continue;
            const QString from = QLocale().toString(fact->startTime.toLocalTime(), QLocale::ShortFormat);
            m_herald.tell(
                {client::Matter::Maintenance, tr("Maintenance from %1").arg(from), fact->impact, {}, [this] {
                     Q_EMIT maintenanceWanted();
                 }});
        }
    }
    if (!m_found.isEmpty() && !m_timer)
        m_timer = m_clock.after(reportPace, [this] { tellFound(); });
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
