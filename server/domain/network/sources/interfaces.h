// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/macaddress.h"
#include "core/result.h"
#include "core/subnet.h"

#include <QMap>
#include <QObject>

struct nlmsghdr;

namespace network::sources {

class Netlink;

/// An address of this machine and the network it lies in.
struct OwnAddress
{
    core::Address address;
    core::Subnet subnet;

    friend auto operator<=>(const OwnAddress &, const OwnAddress &) = default;
    friend bool operator==(const OwnAddress &, const OwnAddress &) = default;
};

/// A network interface of this machine.
struct Interface
{
    int index = 0;
    QString name;
    core::MacAddress mac;
    bool isUp = false; ///< set up and its cable plugged in
    bool isLoopback = false;
    QList<OwnAddress> addresses; ///< sorted

    friend bool operator==(const Interface &, const Interface &) = default;
};

/// The interfaces and addresses of this machine; live.
class Interfaces : public QObject
{
    Q_OBJECT
public:
    explicit Interfaces(QObject *parent = nullptr);

    core::Result<void> start();
    void stop();
    /// By index.
    [[nodiscard]] QList<Interface> all() const;

Q_SIGNALS:
    /// Something is other than it was; also once after the start.
    void changed();
    void failed(const QString &sentence);

private:
    void hear(const nlmsghdr &message);
    void hearLink(const nlmsghdr &message);
    void hearAddress(const nlmsghdr &message);
    void tell();

    Netlink *m_netlink;
    QMap<int, Interface> m_interfaces; ///< what is being read
    QMap<int, Interface> m_told;
    bool m_isComplete = false;
    bool m_wasTold = false;
};

} // namespace network::sources
