// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/namelookup.h"

namespace network {

namespace {
const QString dnsWord = QStringLiteral("dns");
const QString mdnsWord = QStringLiteral("mdns");

QString withoutLocal(QString name)
{
    for (const char *end : {".", ".local"}) {
        if (name.endsWith(QLatin1String(end), Qt::CaseInsensitive))
            name.chop(int(qstrlen(end)));
    }
    return name;
}
} // namespace

NameLookup::NameLookup(const Surroundings &around, const Setup &setup)
    : m_around(around), m_setup(setup), m_client({.servers = setup.servers}, around.clock, around.entropy),
      m_reverse(m_client, around.clock), m_multicast(setup.multicast, around.clock)
{
    connect(&m_reverse, &sources::ReverseNames::found, this, &NameLookup::takeName);
    connect(&m_multicast, &sources::MulticastNames::hostSeen, this, &NameLookup::takeHost);
    connect(&m_multicast, &sources::MulticastNames::serviceSeen, this, &NameLookup::takeService);
    connect(&around.devices, &Devices::appeared, this, &NameLookup::follow);
    connect(&around.devices, &Devices::changed, this, &NameLookup::follow);
    connect(&around.devices, &Devices::vanished, this, [this](const QString &id) { m_asked.remove(id); });
}

void NameLookup::start()
{
    m_timer = m_around.clock.every(m_setup.again, [this] {
        m_asked.clear();
        askAll();
    });
    if (const auto started = m_multicast.start(); !started)
        Q_EMIT failed(started.error().message);
    askAll();
}

void NameLookup::stop()
{
    m_timer.reset();
    m_multicast.stop();
    m_client.stop();
    m_asked.clear();
}

void NameLookup::join() { m_multicast.join(); }

void NameLookup::askAll()
{
    m_around.devices.inventory().walk(QString(), [this](const Known &device) {
        follow(device.entry.id);
        return true;
    });
}

void NameLookup::follow(const QString &id)
{
    const Known *device = m_around.devices.inventory().find(id);
    if (m_timer == nullptr || device == nullptr || m_setup.servers.isEmpty())
        return;
    const QStringList addresses = device->entry.addresses;
    QStringList &asked = m_asked[id];
    const QStringList before = std::exchange(asked, addresses);
    for (const QString &text : addresses) {
        const auto address = core::Address::parse(text);
        if (address && !before.contains(text) && !m_around.grounds.subnetOf(*address).isEmpty())
            m_reverse.ask(*address);
    }
}

void NameLookup::takeName(const core::Address &address, const QString &name)
{
    if (name.isEmpty() || m_around.grounds.subnetOf(address).isEmpty())
        return;
    Sighting sighting;
    sighting.source = dnsWord;
    sighting.at = m_around.clock.now();
    sighting.address = address;
    sighting.name = withoutLocal(name);
    m_around.devices.see(sighting);
}

void NameLookup::takeHost(const sources::MdnsHost &host)
{
    // Only for itself does anybody speak here: else one device could rename all.
    if (!host.addresses.contains(host.source) || m_around.grounds.subnetOf(host.source).isEmpty())
        return;
    Sighting sighting;
    sighting.source = mdnsWord;
    sighting.at = m_around.clock.now();
    sighting.isAnswer = true;
    sighting.address = host.source;
    sighting.name = withoutLocal(host.name);
    m_around.devices.see(sighting);
}

void NameLookup::takeService(const sources::MdnsService &service)
{
    if (m_around.grounds.subnetOf(service.source).isEmpty() ||
        (!service.addresses.isEmpty() && !service.addresses.contains(service.source)))
        return;
    Sighting sighting;
    sighting.source = mdnsWord;
    sighting.at = m_around.clock.now();
    sighting.isAnswer = true;
    sighting.address = service.source;
    sighting.name = withoutLocal(service.host);
    sighting.observe(QStringLiteral("mdns.service"), service.type);
    m_around.devices.see(sighting);
}

} // namespace network
