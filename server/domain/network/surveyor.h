// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "domain/network/credentials.h"
#include "domain/network/devices.h"
#include "domain/network/grounds.h"
#include "domain/network/snmpreading.h"
#include "domain/network/sources/snmpsurvey.h"

#include <deque>
#include <map>

namespace network {

/// Asks the devices of our networks by SNMP: those that let us in again and again, the others now and then
/// with each of the credentials that are for them.
class Surveyor final : public QObject
{
    Q_OBJECT
public:
    struct Surroundings
    {
        Devices &devices;
        Grounds &grounds;
        Credentials &credentials;
        core::SampleStore &samples;
        core::Clock &clock;
    };
    struct Setup
    {
        int atOnce = 32;
        std::chrono::seconds again{60}; ///< one that lets us in
        std::chrono::hours tryAgain{1}; ///< one that does not
        sources::SnmpLimits limits;
        /// Of one that did not let us in yet: most never will, and keep silent.
        sources::SnmpLimits tryLimits{.timeout = std::chrono::milliseconds(1500), .retries = 1};
        quint16 port = 161;
    };

    Surveyor(const Surroundings &around, Setup setup);
    ~Surveyor() override;

    void start();
    void stop();
    /// network.credentials.test. Errors: NotFound, Invalid (the address), Forbidden (it is not ours),
    /// Unavailable.
    QFuture<core::Reply> test(const core::Command &command);

Q_SIGNALS:
    /// What a device tells of what it is joined by is not as it was, or is told again.
    void told(const QString &device, const network::TestimonyOfOne &testimony);

private:
    /// One device that may be asked.
    struct Subject
    {
        core::Address address;
        QString credential;  ///< with which it let us in; empty: it did not yet
        QStringList untried; ///< in this try
        std::chrono::milliseconds due{0};
        sources::Rates rates;
        std::unique_ptr<sources::SnmpSurvey> survey; ///< while it runs
    };

    void follow(const QString &id);
    void leave(const QString &id);
    void tryAll();
    void tick();
    void ask(const QString &id, Subject &subject);
    void take(const QString &id, const sources::SnmpReport &report);

    Surroundings m_around;
    Setup m_setup;
    std::map<QString, Subject> m_subjects;
    int m_running = 0;
    std::unique_ptr<core::Timer> m_timer;
};

} // namespace network
