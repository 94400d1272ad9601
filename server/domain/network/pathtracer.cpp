// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/pathtracer.h"

namespace network {

PathTracer::PathTracer(const Surroundings &around, const sources::Tracer::Setup &setup)
    : m_around(around), m_tracer(setup, around.clock)
{
    connect(&m_tracer, &sources::Tracer::finished, this, &PathTracer::take);
    connect(&around.devices, &Devices::appeared, this, &PathTracer::follow);
    connect(&around.devices, &Devices::changed, this, &PathTracer::follow);
}

void PathTracer::start()
{
    m_timer = m_around.clock.every(again, [this] {
        m_traced.clear();
        traceAll();
    });
    traceAll();
}

void PathTracer::stop()
{
    m_timer.reset();
    m_tracer.stop();
    m_traced.clear();
}

void PathTracer::traceAll()
{
    m_around.devices.inventory().walk(QString(), [this](const Known &device) {
        follow(device.entry.id);
        return true;
    });
}

void PathTracer::follow(const QString &id)
{
    const Known *device = m_around.devices.inventory().find(id);
    if (m_timer == nullptr || device == nullptr || device->entry.state != State::Up)
        return;
    const QString subnet = device->entry.subnet;
    if (subnet.isEmpty() || m_traced.contains(subnet) || device->entry.addresses.isEmpty())
        return;
    const auto address = core::Address::parse(device->entry.addresses.first());
    if (!address || m_around.grounds.isNear(*address))
        return;
    m_traced.insert(subnet);
    m_tracer.start(*address);
}

void PathTracer::take(const sources::Trace &trace)
{
    const QDateTime now = m_around.clock.now();
    topology::Route route{trace.target, {}, now};
    for (const sources::TraceHop &hop : trace.hops) {
        route.hops << hop.address;
        // A router on the way that is in our networks is one of our devices.
        if (hop.address.isNull() || hop.address == trace.target ||
            m_around.grounds.subnetOf(hop.address).isEmpty())
            continue;
        Sighting sighting;
        sighting.source = QStringLiteral("route");
        sighting.at = now;
        sighting.isAnswer = true;
        sighting.address = hop.address;
        sighting.observe(QStringLiteral("forwards"), QStringLiteral("traceroute"));
        m_around.devices.see(sighting);
    }
    if (trace.isReached)
        Q_EMIT traced(route);
}

} // namespace network
