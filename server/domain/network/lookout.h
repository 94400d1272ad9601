// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/health.h"
#include "domain/network/devices.h"
#include "domain/network/grounds.h"
#include "domain/network/judge.h"
#include "domain/network/reachrecord.h"
#include "domain/network/sources/interfaces.h"
#include "domain/network/sources/neighbours.h"
#include "domain/network/sources/pinger.h"
#include "domain/network/sources/routes.h"
#include "domain/network/watch.h"

namespace network {

/// Looks at what happens in our networks without scanning them: who is on the wire, and whether the devices
/// answer. Of other networks nothing is taken in.
class Lookout final : public QObject
{
    Q_OBJECT
public:
    struct Surroundings
    {
        Devices &devices;
        Grounds &grounds;
        Judge &judge;
        core::SampleStore &samples;
        core::Clock &clock;
        QString machine; ///< what this machine is called
    };

    explicit Lookout(const Surroundings &around, const sources::Pinger::Setup &setup = {});

    /// What cannot be looked at is said in `failed`, and everything else goes on.
    void start();
    void stop();
    /// What each device is joined by on the way from this machine, as far as it was measured.
    void setMeasuredParents(const QHash<QString, QString> &parents);

    [[nodiscard]] const ReachRecord &reach() const { return m_reach; }
    /// How watching is doing: degraded where only TCP ports can be asked.
    [[nodiscard]] metrics::Vitals vitals() const;

Q_SIGNALS:
    void failed(const QString &sentence);
    /// Devices are asked otherwise than before.
    void mannerChanged();
    /// This machine has other addresses now, or is another device: `id`, empty where it is none of ours.
    void machineChanged(const QString &id);
    void gatewaysChanged(const QList<core::Address> &gateways);

private:
    /// One device that is asked whether it answers.
    struct Subject
    {
        core::Address address;
        quint32 answers = 0; ///< of the last rounds, a bit each, the newest lowest
        int rounds = 0;
    };

    void takeInterfaces();
    void takeRoutes();
    void takeNeighbour(const sources::Neighbour &neighbour);
    void takeResults(const QList<sources::PingResult> &results);
    void lookAgain();
    void follow(const QString &id);
    void leave(const QString &id);
    void decide();
    void settleParents();
    /// The device through which this machine reaches an address; empty: it is on the same wire, or unknown.
    [[nodiscard]] QString wayTo(const core::Address &address) const;
    [[nodiscard]] bool isOwn(const core::Address &address) const;

    Surroundings m_around;
    sources::Interfaces m_interfaces;
    sources::Routes m_routes;
    sources::Neighbours m_neighbours;
    sources::Pinger m_pinger;
    Watch m_watch;
    ReachRecord m_reach;
    QHash<QString, Subject> m_subjects;
    QHash<core::Address, QString> m_byAddress;
    QHash<QString, QString> m_measuredParents;
    bool m_areParentsOld = false;
    bool m_isRunning = false;
};

} // namespace network
