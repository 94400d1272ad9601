// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "core/entropy.h"
#include "domain/network/devices.h"
#include "domain/network/grounds.h"
#include "domain/network/sources/multicastnames.h"
#include "domain/network/sources/reversenames.h"

#include <QObject>

namespace network {

/// What the devices of our networks are called: by the domain name system, and by themselves on the wire.
class NameLookup final : public QObject
{
    Q_OBJECT
public:
    struct Surroundings
    {
        Devices &devices;
        Grounds &grounds;
        core::Clock &clock;
        core::Entropy &entropy;
    };
    struct Setup
    {
        QList<sources::DnsServer> servers;
        sources::MulticastNames::Setup multicast;
        std::chrono::minutes again{60}; ///< each address is asked for anew
    };

    NameLookup(const Surroundings &around, const Setup &setup);

    /// What cannot be listened to is said in `failed`, and everything else goes on.
    void start();
    void stop();
    /// Networks of this machine came or went.
    void join();

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    void follow(const QString &id);
    void askAll();
    void takeName(const core::Address &address, const QString &name);
    void takeHost(const sources::MdnsHost &host);
    void takeService(const sources::MdnsService &service);

    Surroundings m_around;
    Setup m_setup;
    sources::DnsClient m_client;
    sources::ReverseNames m_reverse;
    sources::MulticastNames m_multicast;
    QHash<QString, QStringList> m_asked; ///< addresses, by device
    std::unique_ptr<core::Timer> m_timer;
};

} // namespace network
