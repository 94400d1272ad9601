// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/cartographer.h"
#include "domain/network/lookout.h"
#include "domain/network/namelookup.h"
#include "domain/network/pathtracer.h"
#include "domain/network/surveyor.h"
#include "domain/network/sweeper.h"

namespace network {

/// All that looks at our networks without scanning them, and what joins their devices by what it sees.
class Explorer final : public QObject
{
    Q_OBJECT
public:
    struct Surroundings
    {
        Devices &devices;
        Grounds &grounds;
        Judge &judge;
        LinkBook &links;
        Credentials &credentials;
        core::SampleStore &samples;
        core::Clock &clock;
        core::Entropy &entropy;
        QString machine; ///< what this machine is called
    };
    struct Setup
    {
        sources::Pinger::Setup pinger;
        Surveyor::Setup surveyor;
        NameLookup::Setup names;
        sources::Tracer::Setup tracer;
    };

    Explorer(const Surroundings &around, const Setup &setup);

    /// What cannot be looked at is said in `failed`, and everything else goes on.
    void start();
    void stop();
    /// Who is there, at once; what is not ours is passed over.
    void sweep(const QList<scan::Range> &ranges) { m_sweeper.sweep(ranges); }
    [[nodiscard]] Surveyor &surveyor() { return m_surveyor; }
    [[nodiscard]] const Lookout &lookout() const { return m_lookout; }

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    Lookout m_lookout;
    Sweeper m_sweeper;
    Surveyor m_surveyor;
    NameLookup m_names;
    PathTracer m_paths;
    Cartographer m_cartographer;
};

} // namespace network
