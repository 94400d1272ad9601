// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/cartographer.h"

#include "domain/network/topology/survey.h"

#include <algorithm>

namespace network {

namespace {
// Much is told at once; it is drawn once.
constexpr std::chrono::seconds drawEvery{1};

const Interface *portOf(const Known &device, const QString &name)
{
    const auto found = std::find_if(device.interfaces.begin(), device.interfaces.end(),
                                    [&](const Interface &each) { return each.name == name; });
    return found == device.interfaces.end() ? nullptr : &*found;
}
} // namespace

Cartographer::Cartographer(const Surroundings &around) : m_around(around)
{
    connect(&around.devices, &Devices::appeared, this, &Cartographer::touch);
    connect(&around.devices, &Devices::changed, this, &Cartographer::touch);
    connect(&around.devices, &Devices::vanished, this, [this](const QString &id) {
        m_told.remove(id);
        touch();
    });
}

void Cartographer::start()
{
    m_timer = m_around.clock.every(drawEvery, [this] {
        const bool isOver = m_oldAt && *m_oldAt < m_around.clock.steady();
        if (std::exchange(m_isOld, false) || isOver)
            draw();
    });
    touch();
}

void Cartographer::stop() { m_timer.reset(); }

void Cartographer::touch() { m_isOld = true; }

void Cartographer::hear(const QString &device, const TestimonyOfOne &testimony)
{
    m_told.insert(device, {testimony, m_around.clock.steady()});
    touch();
}

void Cartographer::hear(const topology::Route &route)
{
    m_routes.insert(route.target, {route, m_around.clock.steady()});
    touch();
}

void Cartographer::setGateways(const QList<core::Address> &gateways)
{
    m_gateways = gateways;
    touch();
}

void Cartographer::setMachine(const QString &device)
{
    m_machine = device;
    touch();
}

QList<topology::Node> Cartographer::nodes() const
{
    QList<topology::Node> out;
    m_around.devices.inventory().walk(QString(), [&](const Known &device) {
        topology::Node node;
        node.id = device.entry.id;
        node.subnet = device.entry.subnet;
        node.names << device.entry.name;
        for (const KnownName &each : device.names)
            node.names << each.name;
        for (const KnownAddress &each : device.addresses) {
            const auto address = core::Address::parse(each.address);
            if (!each.isCurrent || !address)
                continue;
            node.addresses << *address;
            node.isGateway = node.isGateway || m_gateways.contains(*address);
        }
        for (const KnownAddress &each : device.macs) {
            if (const auto mac = core::MacAddress::parse(each.address); mac && each.isCurrent)
                node.macs << *mac;
        }
        out << node;
        return true;
    });
    return out;
}

void Cartographer::forgetOld()
{
    const std::chrono::milliseconds now = m_around.clock.steady();
    m_told.removeIf([&](const auto &told) { return now - told.value().at > believedFor; });
    m_routes.removeIf([&](const auto &route) { return now - route.value().second > routeBelievedFor; });
    m_oldAt.reset();
    const auto note = [this](std::chrono::milliseconds until) {
        m_oldAt = std::min(m_oldAt.value_or(until), until);
    };
    for (const Told &told : std::as_const(m_told))
        note(told.at + believedFor);
    for (const auto &[route, at] : std::as_const(m_routes))
        note(at + routeBelievedFor);
}

void Cartographer::draw()
{
    forgetOld();
    topology::Testimony testimony;
    testimony.machine = m_machine;
    testimony.at = m_around.clock.now();
    testimony.nodes = nodes();
    for (const Told &told : std::as_const(m_told)) {
        testimony.hearings << told.testimony.hearings;
        testimony.learnings << told.testimony.learnings;
        testimony.ports << told.testimony.ports;
    }
    for (const auto &[route, at] : std::as_const(m_routes))
        testimony.routes << route;
    const QList<topology::Joint> joints = topology::survey(testimony);
    m_around.links.update(joints);
    measure();
    Q_EMIT parentsSettled(topology::parentsOf(joints, m_machine));
}

void Cartographer::measure()
{
    const QList<Link> links = m_around.links.all();
    for (const Link &link : links) {
        const Known *source = m_around.devices.inventory().find(link.sourceId);
        const Known *target = m_around.devices.inventory().find(link.targetId);
        const Interface *port =
            source == nullptr || link.sourcePort.isEmpty() ? nullptr : portOf(*source, link.sourcePort);
        const Interface *far =
            target == nullptr || link.targetPort.isEmpty() ? nullptr : portOf(*target, link.targetPort);
        // What one end sends the other receives: either tells.
        if (port != nullptr)
            m_around.links.measure(link.id, port->sendRate, port->receiveRate);
        else if (far != nullptr)
            m_around.links.measure(link.id, far->receiveRate, far->sendRate);
    }
}

} // namespace network
