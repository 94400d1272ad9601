// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/explorer.h"

namespace network {

Explorer::Explorer(const Surroundings &around, const Setup &setup)
    : m_lookout({around.devices, around.grounds, around.judge, around.samples, around.clock, around.machine},
                setup.pinger),
      m_sweeper({around.devices, around.grounds, around.clock}, setup.pinger.fping),
      m_surveyor({around.devices, around.grounds, around.credentials, around.samples, around.clock},
                 setup.surveyor),
      m_names({around.devices, around.grounds, around.clock, around.entropy}, setup.names),
      m_paths({around.devices, around.grounds, around.clock}, setup.tracer),
      m_cartographer({around.devices, around.links, around.clock})
{
    connect(&m_lookout, &Lookout::failed, this, &Explorer::failed);
    connect(&around.grounds, &Grounds::joined, &m_sweeper,
            [this](const core::Subnet &subnet) { m_sweeper.sweep({scan::Range::of(subnet)}); });
    connect(&m_names, &NameLookup::failed, this, &Explorer::failed);
    connect(&m_lookout, &Lookout::machineChanged, &m_cartographer, &Cartographer::setMachine);
    connect(&m_lookout, &Lookout::machineChanged, &m_names, &NameLookup::join);
    connect(&m_lookout, &Lookout::gatewaysChanged, &m_cartographer, &Cartographer::setGateways);
    connect(&m_surveyor, &Surveyor::told, &m_cartographer,
            [this](const QString &device, const TestimonyOfOne &testimony) {
                m_cartographer.hear(device, testimony);
            });
    connect(&m_paths, &PathTracer::traced, &m_cartographer,
            [this](const topology::Route &route) { m_cartographer.hear(route); });
    connect(&m_cartographer, &Cartographer::parentsSettled, &m_lookout, &Lookout::setMeasuredParents);
}

void Explorer::start()
{
    m_cartographer.start();
    m_lookout.start();
    m_surveyor.start();
    m_names.start();
    m_paths.start();
}

void Explorer::stop()
{
    m_paths.stop();
    m_names.stop();
    m_surveyor.stop();
    m_sweeper.stop();
    m_lookout.stop();
    m_cartographer.stop();
}

} // namespace network
