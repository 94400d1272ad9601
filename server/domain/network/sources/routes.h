// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "core/subnet.h"

#include <QObject>
#include <QSet>

struct nlmsghdr;

namespace network::sources {

class Attributes;
class Netlink;

/// Where this machine sends what is for a network.
struct Route
{
    core::Subnet destination; ///< prefix 0: everything else
    core::Address gateway;    ///< none: the network is on the wire itself
    int interface = 0;
    quint32 metric = 0; ///< the lowest wins

    [[nodiscard]] bool isDefault() const { return destination.prefix() == 0 && !gateway.isNull(); }
    friend auto operator<=>(const Route &, const Route &) = default;
    friend bool operator==(const Route &, const Route &) = default;
    friend size_t qHash(const Route &route, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, route.destination, route.gateway, route.interface, route.metric);
    }
};

/// The main routing table of this machine; live.
class Routes : public QObject
{
    Q_OBJECT
public:
    explicit Routes(QObject *parent = nullptr);

    core::Result<void> start();
    void stop();
    /// Sorted by destination, then metric.
    [[nodiscard]] QList<Route> all() const;
    /// The gateways to everywhere, best first.
    [[nodiscard]] QList<Route> defaults() const;

Q_SIGNALS:
    /// Something is other than it was; also once after the start.
    void changed();
    void failed(const QString &sentence);

private:
    void hear(const nlmsghdr &message);
    static QList<Route> routesIn(const Route &common, const Attributes &attributes);
    void tell();

    Netlink *m_netlink;
    QSet<Route> m_routes; ///< what is being read
    QSet<Route> m_told;
    bool m_isComplete = false;
    bool m_wasTold = false;
};

} // namespace network::sources
