// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/sources/dnsmessage.h"
#include "domain/network/sources/mdns.h"

#include <QHash>
#include <QSet>

#include <chrono>

namespace network::sources {

/// Puts together what devices announce record by record. It takes in so much and no more.
class MdnsCache
{
public:
    struct Change
    {
        QList<MdnsService> services; ///< new or other than before
        QList<MdnsService> gone;
        QList<MdnsHost> hosts;
        QList<DnsQuestion> questions; ///< what is still to be asked for
    };

    /// What a response says.
    Change take(const DnsMessage &message, const core::Address &source, std::chrono::milliseconds now);
    /// What has not been said again in its time.
    Change expire(std::chrono::milliseconds now);
    /// What to ask for from the beginning.
    [[nodiscard]] QList<DnsQuestion> questions() const;
    [[nodiscard]] QList<MdnsService> services() const;

private:
    struct Service
    {
        MdnsService service;
        QByteArray host; ///< the key of it
        std::chrono::milliseconds until{};
        bool isComplete = false; ///< host and port are known
    };
    struct Host
    {
        MdnsHost host;
        std::chrono::milliseconds until{};
    };

    void takePointer(const DnsRecord &record, std::chrono::milliseconds until, Change &change);
    void takeService(const DnsRecord &record, std::chrono::milliseconds until, Change &change);
    void takeTexts(const DnsRecord &record);
    void takeAddress(const DnsRecord &record, const core::Address &source, std::chrono::milliseconds until);
    Service *serviceOf(const QByteArray &name, std::chrono::milliseconds until);
    void remove(const QByteArray &key, Change &change);
    void leaveHost(const QByteArray &service, const QByteArray &host);
    void tell(const core::Address &source, Change &change);

    QHash<QByteArray, QByteArray> m_types; ///< as they are written, by their key
    QHash<QByteArray, Service> m_services;
    QHash<QByteArray, Host> m_hosts;
    QHash<QByteArray, QSet<QByteArray>> m_byHost; ///< services, by the key of their host
    QSet<QByteArray> m_touchedServices;
    QSet<QByteArray> m_touchedHosts;
};

} // namespace network::sources
