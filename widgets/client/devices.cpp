// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/devices.h"

#include "client/ask.h"

namespace client {

namespace {
QStringList devicesTopics()
{
    return {QLatin1String(network::DeviceChanged::topic), QLatin1String(network::DeviceRemoved::topic)};
}
} // namespace

Devices::Devices(Link &link, QObject *parent) : QObject(parent), m_link(link)
{
    connect(&m_link, &Link::eventsReceived, this, &Devices::hear);
    connect(&m_link, &Link::stateChanged, this, [this] {
        const bool live = m_link.state() == Link::State::Live;
        if (live && !m_wasLive)
            reload();
        m_wasLive = live;
    });
    m_link.subscribe(devicesTopics());
    m_wasLive = m_link.state() == Link::State::Live;
    if (m_wasLive)
        reload();
}

Devices::~Devices() { m_link.unsubscribe(devicesTopics()); }

void Devices::reload()
{
    ++m_round;
    m_roster.begin();
    askPage({});
}

void Devices::askPage(const QString &after)
{
    network::ListDevices command;
    command.after = after;
    ask(m_link, command, this,
        [this, round = m_round](const core::Result<network::ListDevices::Reply> &reply) {
            if (round != m_round)
                return;
            if (!reply) {
                m_trouble = reply.error().message;
                m_roster.abandon();
                Q_EMIT reset();
                return;
            }
            m_roster.addPage(reply->devices);
            if (!reply->next.isEmpty()) {
                askPage(reply->next);
                return;
            }
            m_trouble.clear();
            m_isKnown = true;
            m_roster.finish();
            Q_EMIT reset();
        });
}

void Devices::hear(const QList<core::Event> &events)
{
    QSet<QString> fresh;
    QSet<QString> gone;
    for (const core::Event &event : events) {
        if (event.topic.name() == QLatin1String(network::DeviceChanged::topic)) {
            if (const auto fact = event.as<network::DeviceChanged>()) {
                m_roster.put(fact->device);
                fresh.insert(fact->device.id);
                gone.remove(fact->device.id);
            }
        } else if (event.topic.name() == QLatin1String(network::DeviceRemoved::topic)) {
            if (const auto fact = event.as<network::DeviceRemoved>()) {
                m_roster.drop(fact->deviceId);
                gone.insert(fact->deviceId);
                fresh.remove(fact->deviceId);
            }
        }
    }
    if (!fresh.isEmpty())
        Q_EMIT changed(QStringList(fresh.begin(), fresh.end()));
    if (!gone.isEmpty())
        Q_EMIT removed(QStringList(gone.begin(), gone.end()));
}

} // namespace client
