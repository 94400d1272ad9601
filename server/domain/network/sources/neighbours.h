// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/address.h"
#include "core/macaddress.h"
#include "core/result.h"

#include <QHash>
#include <QObject>

struct nlmsghdr;

namespace network::sources {

class Netlink;

/// An entry of the kernel's neighbour table (ARP and neighbour discovery).
struct Neighbour
{
    enum class State : quint8 { Incomplete, Reachable, Stale, Delay, Probe, Failed, NoArp, Permanent };

    core::Address address;
    core::MacAddress mac; ///< none while it is being asked for
    int interface = 0;
    QString interfaceName;
    State state = State::Incomplete;
    bool isRouter = false; ///< it says so itself (IPv6)

    /// It has answered; not merely been asked for.
    [[nodiscard]] bool isKnown() const
    {
        return !mac.isNull() && state != State::Failed && state != State::Incomplete;
    }
    friend bool operator==(const Neighbour &, const Neighbour &) = default;
};

/// Who is on the wire, as the kernel of this machine has learnt it; live.
class Neighbours : public QObject
{
    Q_OBJECT
public:
    /// `buffer`: of the socket, in bytes.
    explicit Neighbours(int buffer = 1 << 20, QObject *parent = nullptr);

    core::Result<void> start();
    void stop();
    /// In no order; those of an interface that went away are gone, too.
    [[nodiscard]] QList<Neighbour> all() const;
    [[nodiscard]] int overflows() const;

Q_SIGNALS:
    /// New, or any of its fields has changed.
    void changed(const network::sources::Neighbour &neighbour);
    void gone(const network::sources::Neighbour &neighbour);
    /// The whole table has been read: once after the start, and again where the kernel could not keep up.
    void complete();
    void failed(const QString &sentence);

private:
    using Key = std::pair<int, core::Address>;
    struct Entry
    {
        Neighbour neighbour;
        int reading = 0; ///< the reading of the table it was last seen in
    };

    void hear(const nlmsghdr &message);
    void keep(const Neighbour &neighbour);
    void drop(const Key &key);
    void endReading();

    Netlink *m_netlink;
    QHash<Key, Entry> m_entries;
    int m_reading = 0;
};

} // namespace network::sources
