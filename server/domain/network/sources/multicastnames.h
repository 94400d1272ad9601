// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "core/result.h"
#include "domain/network/sources/mdnscache.h"

#include <QObject>
#include <QUdpSocket>

namespace network::sources {

/// Listens to what devices say of themselves by multicast DNS, and asks them now and then (RFC 6762, 6763).
class MulticastNames : public QObject
{
    Q_OBJECT
public:
    struct Setup
    {
        quint16 port = 5353;
        QStringList interfaces; ///< names; empty: all that can
        std::chrono::milliseconds again{
            std::chrono::minutes(10)}; ///< all is asked for, but soon after the start, too
    };

    MulticastNames(Setup setup, core::Clock &clock, QObject *parent = nullptr);

    core::Result<void> start();
    void stop();
    /// After the interfaces of the machine changed: joins those that are new.
    void join();
    [[nodiscard]] QList<MdnsService> services() const { return m_cache.services(); }

Q_SIGNALS:
    void serviceSeen(const network::sources::MdnsService &service);
    /// It said farewell, or was not heard of for as long as it promised.
    void serviceGone(const network::sources::MdnsService &service);
    void hostSeen(const network::sources::MdnsHost &host);

private:
    core::Result<void> open(QUdpSocket &socket, const QHostAddress &any);
    void read(QUdpSocket &socket);
    void tell(const MdnsCache::Change &change);
    void ask(const QList<DnsQuestion> &questions);
    void flush();
    void send(const QByteArray &datagram);
    void askAll();

    Setup m_setup;
    core::Clock &m_clock;
    MdnsCache m_cache;
    std::unique_ptr<QUdpSocket> m_v4;
    std::unique_ptr<QUdpSocket> m_v6;
    QList<DnsQuestion> m_questions;                       ///< to be sent together
    QHash<QByteArray, std::chrono::milliseconds> m_asked; ///< when, by name and type
    std::unique_ptr<core::Timer> m_flush;
    std::unique_ptr<core::Timer> m_again;
    std::unique_ptr<core::Timer> m_soon;
    std::unique_ptr<core::Timer> m_sweep;
};

} // namespace network::sources
