// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/neighbours.h"

#include "domain/network/sources/attributes.h"
#include "domain/network/sources/netlink.h"

#include <array>
#include <libmnl/libmnl.h>
#include <linux/neighbour.h>
#include <linux/rtnetlink.h>
#include <net/if.h>

namespace network::sources {

namespace {
constexpr qsizetype mostNeighbours = 100'000;

Neighbour::State stateOf(quint16 bits)
{
    using State = Neighbour::State;
    static constexpr std::array states{
        std::pair(NUD_PERMANENT, State::Permanent), std::pair(NUD_NOARP, State::NoArp),
        std::pair(NUD_REACHABLE, State::Reachable), std::pair(NUD_STALE, State::Stale),
        std::pair(NUD_DELAY, State::Delay),         std::pair(NUD_PROBE, State::Probe),
        std::pair(NUD_FAILED, State::Failed)};
    for (const auto &[bit, state] : states) {
        if ((bits & bit) != 0)
            return state;
    }
    return State::Incomplete;
}

QString interfaceNameOf(int index)
{
    std::array<char, IF_NAMESIZE> name{};
    return ::if_indextoname(unsigned(index), name.data()) ? QString::fromUtf8(name.data()) : QString();
}
} // namespace

Neighbours::Neighbours(int buffer, QObject *parent)
    : QObject(parent),
      m_netlink(
          new Netlink({{RTNLGRP_NEIGH}, {RTM_GETNEIGH}, buffer},
                      {[this] { ++m_reading; }, [this](const nlmsghdr &message) { hear(message); }, [] {},
                       [this] { endReading(); }, [this](const QString &why) { Q_EMIT failed(why); }},
                      this))
{
}

core::Result<void> Neighbours::start() { return m_netlink->start(); }

void Neighbours::stop()
{
    m_netlink->stop();
    m_entries.clear();
}

int Neighbours::overflows() const { return m_netlink->overflows(); }

QList<Neighbour> Neighbours::all() const
{
    QList<Neighbour> list;
    list.reserve(m_entries.size());
    for (const Entry &entry : m_entries)
        list.append(entry.neighbour);
    return list;
}

void Neighbours::hear(const nlmsghdr &message)
{
    const bool isGone = message.nlmsg_type == RTM_DELNEIGH;
    if ((message.nlmsg_type != RTM_NEWNEIGH && !isGone) ||
        mnl_nlmsg_get_payload_len(&message) < sizeof(ndmsg))
        return;
    const auto *head = static_cast<const ndmsg *>(mnl_nlmsg_get_payload(&message));
    if (head->ndm_family != AF_INET && head->ndm_family != AF_INET6)
        return; // a bridge's table comes along
    const Attributes attributes(message, sizeof(ndmsg));
    const auto address = attributes.address(NDA_DST);
    if (!address || address->isMulticast() || (head->ndm_flags & NTF_PROXY) != 0)
        return;
    if (isGone) {
        drop({head->ndm_ifindex, *address});
        return;
    }
    Neighbour neighbour{*address,
                        attributes.mac(NDA_LLADDR).value_or(core::MacAddress()),
                        head->ndm_ifindex,
                        {},
                        stateOf(head->ndm_state),
                        (head->ndm_flags & NTF_ROUTER) != 0};
    // Loopback and tunnels have entries without a hardware address; nobody is there.
    if (neighbour.state == Neighbour::State::NoArp && neighbour.mac.isNull())
        return;
    neighbour.interfaceName = interfaceNameOf(head->ndm_ifindex);
    keep(neighbour);
}

void Neighbours::keep(const Neighbour &neighbour)
{
    const Key key{neighbour.interface, neighbour.address};
    auto entry = m_entries.find(key);
    if (entry == m_entries.end()) {
        if (m_entries.size() == mostNeighbours)
            return;
        m_entries.insert(key, {neighbour, m_reading});
        Q_EMIT changed(neighbour);
        return;
    }
    entry->reading = m_reading;
    if (entry->neighbour == neighbour)
        return;
    entry->neighbour = neighbour;
    Q_EMIT changed(neighbour);
}

void Neighbours::drop(const Key &key)
{
    const auto entry = m_entries.constFind(key);
    if (entry == m_entries.constEnd())
        return;
    const Neighbour neighbour = entry->neighbour;
    m_entries.erase(entry);
    Q_EMIT gone(neighbour);
}

void Neighbours::endReading()
{
    QList<Key> old;
    for (auto entry = m_entries.cbegin(); entry != m_entries.cend(); ++entry) {
        if (entry->reading != m_reading)
            old.append(entry.key());
    }
    for (const Key &key : std::as_const(old))
        drop(key);
    Q_EMIT complete();
}

} // namespace network::sources
