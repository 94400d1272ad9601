// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/interfaces.h"

#include "domain/network/sources/attributes.h"
#include "domain/network/sources/netlink.h"

#include <algorithm>
#include <libmnl/libmnl.h>
#include <linux/if_addr.h>
#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <net/if.h>

namespace network::sources {

namespace {
constexpr qsizetype mostInterfaces = 4096;
constexpr qsizetype mostAddresses = 1024; // of one interface
} // namespace

Interfaces::Interfaces(QObject *parent)
    : QObject(parent),
      m_netlink(
          new Netlink({{RTNLGRP_LINK, RTNLGRP_IPV4_IFADDR, RTNLGRP_IPV6_IFADDR}, {RTM_GETLINK, RTM_GETADDR}},
                      {[this] {
                           m_interfaces.clear();
                           m_isComplete = false;
                       },
                       [this](const nlmsghdr &message) { hear(message); }, [this] { tell(); },
                       [this] { m_isComplete = true; }, [this](const QString &why) { Q_EMIT failed(why); }},
                      this))
{
}

core::Result<void> Interfaces::start() { return m_netlink->start(); }

void Interfaces::stop()
{
    m_netlink->stop();
    m_interfaces.clear();
    m_told.clear();
    m_wasTold = false;
}

QList<Interface> Interfaces::all() const { return m_told.values(); }

void Interfaces::hear(const nlmsghdr &message)
{
    if (message.nlmsg_type == RTM_NEWLINK || message.nlmsg_type == RTM_DELLINK)
        hearLink(message);
    else if (message.nlmsg_type == RTM_NEWADDR || message.nlmsg_type == RTM_DELADDR)
        hearAddress(message);
}

void Interfaces::hearLink(const nlmsghdr &message)
{
    if (mnl_nlmsg_get_payload_len(&message) < sizeof(ifinfomsg))
        return;
    const auto *head = static_cast<const ifinfomsg *>(mnl_nlmsg_get_payload(&message));
    if (head->ifi_family != AF_UNSPEC)
        return; // a port that joins or leaves a bridge is told again by the bridge
    if (message.nlmsg_type == RTM_DELLINK) {
        m_interfaces.remove(head->ifi_index);
        return;
    }
    if (!m_interfaces.contains(head->ifi_index) && m_interfaces.size() == mostInterfaces)
        return;
    const Attributes attributes(message, sizeof(ifinfomsg));
    Interface &interface = m_interfaces[head->ifi_index];
    interface.index = head->ifi_index;
    interface.name = attributes.text(IFLA_IFNAME);
    interface.mac = attributes.mac(IFLA_ADDRESS).value_or(core::MacAddress());
    interface.isUp = (head->ifi_flags & (IFF_UP | IFF_RUNNING)) == (IFF_UP | IFF_RUNNING);
    interface.isLoopback = (head->ifi_flags & IFF_LOOPBACK) != 0;
}

void Interfaces::hearAddress(const nlmsghdr &message)
{
    if (mnl_nlmsg_get_payload_len(&message) < sizeof(ifaddrmsg))
        return;
    const auto *head = static_cast<const ifaddrmsg *>(mnl_nlmsg_get_payload(&message));
    const Attributes attributes(message, sizeof(ifaddrmsg));
    // On a point-to-point link IFA_ADDRESS is the other end's, IFA_LOCAL our own (linux/if_addr.h).
    auto address = attributes.address(IFA_LOCAL);
    if (!address)
        address = attributes.address(IFA_ADDRESS);
    const auto interface = m_interfaces.find(int(head->ifa_index));
    if (!address || interface == m_interfaces.end() || head->ifa_prefixlen > address->bits())
        return;
    QList<OwnAddress> &list = interface->addresses;
    const OwnAddress own{*address, core::Subnet(*address, head->ifa_prefixlen)};
    const auto place = std::lower_bound(list.begin(), list.end(), own);
    const bool isThere = place != list.end() && *place == own;
    if (message.nlmsg_type == RTM_DELADDR) {
        if (isThere)
            list.erase(place);
    } else if (!isThere && list.size() < mostAddresses) {
        list.insert(place, own);
    }
}

void Interfaces::tell()
{
    // Counters change with every message about a link; only what is kept here counts.
    if (!m_isComplete || (m_wasTold && m_told == m_interfaces))
        return;
    m_told = m_interfaces;
    m_wasTold = true;
    Q_EMIT changed();
}

} // namespace network::sources
