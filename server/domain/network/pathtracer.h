// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "domain/network/devices.h"
#include "domain/network/grounds.h"
#include "domain/network/sources/tracer.h"
#include "domain/network/topology/testimony.h"

#include <QSet>

#include <map>

namespace network {

/// Follows the way from this machine to the networks it is not in: to one device of each, again and again,
/// and to no more of them.
class PathTracer final : public QObject
{
    Q_OBJECT
public:
    struct Surroundings
    {
        Devices &devices;
        Grounds &grounds;
        core::Clock &clock;
    };
    static constexpr std::chrono::minutes again{15};

    explicit PathTracer(const Surroundings &around, const sources::Tracer::Setup &setup = {});

    void start();
    void stop();

Q_SIGNALS:
    void traced(const network::topology::Route &route);

private:
    void follow(const QString &id);
    void traceAll();
    void take(const sources::Trace &trace);

    Surroundings m_around;
    sources::Tracer m_tracer;
    QSet<QString> m_traced; ///< networks, in this round
    std::unique_ptr<core::Timer> m_timer;
};

} // namespace network
