// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/routes.h"

#include "domain/network/sources/attributes.h"
#include "domain/network/sources/netlink.h"

#include <algorithm>
#include <cstring>
#include <libmnl/libmnl.h>
#include <linux/rtnetlink.h>

namespace network::sources {

namespace {
constexpr qsizetype mostRoutes = 20'000; // a router with the whole Internet's table has a million

core::Address anyOf(quint8 family)
{
    return family == AF_INET ? core::Address(0U) : core::Address(std::array<quint8, 16>{});
}
} // namespace

Routes::Routes(QObject *parent)
    : QObject(parent),
      m_netlink(
          new Netlink({{RTNLGRP_IPV4_ROUTE, RTNLGRP_IPV6_ROUTE, RTNLGRP_LINK}, {RTM_GETROUTE}},
                      {[this] {
                           m_routes.clear();
                           m_isComplete = false;
                       },
                       [this](const nlmsghdr &message) { hear(message); }, [this] { tell(); },
                       [this] { m_isComplete = true; }, [this](const QString &why) { Q_EMIT failed(why); }},
                      this))
{
}

core::Result<void> Routes::start() { return m_netlink->start(); }

void Routes::stop()
{
    m_netlink->stop();
    m_routes.clear();
    m_told.clear();
    m_wasTold = false;
}

QList<Route> Routes::all() const
{
    QList<Route> list = m_told.values();
    std::sort(list.begin(), list.end(), [](const Route &a, const Route &b) {
        return std::tie(a.destination, a.metric, a.gateway, a.interface) <
               std::tie(b.destination, b.metric, b.gateway, b.interface);
    });
    return list;
}

QList<Route> Routes::defaults() const
{
    QList<Route> list = all();
    list.removeIf([](const Route &route) { return !route.isDefault(); });
    std::stable_sort(list.begin(), list.end(),
                     [](const Route &a, const Route &b) { return a.metric < b.metric; });
    return list;
}

void Routes::hear(const nlmsghdr &message)
{
    // Routes that die with their interface are not told (net/ipv4/fib_frontend.c, fib_disable_ip).
    if (message.nlmsg_type == RTM_NEWLINK || message.nlmsg_type == RTM_DELLINK)
        m_netlink->repeat();
    const bool isGone = message.nlmsg_type == RTM_DELROUTE;
    if ((message.nlmsg_type != RTM_NEWROUTE && !isGone) ||
        mnl_nlmsg_get_payload_len(&message) < sizeof(rtmsg))
        return;
    const auto *head = static_cast<const rtmsg *>(mnl_nlmsg_get_payload(&message));
    const Attributes attributes(message, sizeof(rtmsg));
    const quint32 table = attributes.number(RTA_TABLE).value_or(head->rtm_table);
    if ((head->rtm_family != AF_INET && head->rtm_family != AF_INET6) || table != RT_TABLE_MAIN ||
        head->rtm_type != RTN_UNICAST || (head->rtm_flags & RTM_F_CLONED) != 0)
        return;
    const core::Address destination = attributes.address(RTA_DST).value_or(anyOf(head->rtm_family));
    if (head->rtm_dst_len > destination.bits())
        return;
    const Route common{
        core::Subnet(destination, head->rtm_dst_len), {}, 0, attributes.number(RTA_PRIORITY).value_or(0)};
    const QList<Route> routes = routesIn(common, attributes);
    for (const Route &route : routes) {
        if (isGone)
            m_routes.remove(route);
        else if (m_routes.size() < mostRoutes)
            m_routes.insert(route);
    }
}

QList<Route> Routes::routesIn(const Route &common, const Attributes &attributes)
{
    QByteArrayView hops = attributes.bytes(RTA_MULTIPATH);
    if (hops.isEmpty()) {
        Route route = common;
        route.gateway = attributes.address(RTA_GATEWAY).value_or(core::Address());
        route.interface = int(attributes.number(RTA_OIF).value_or(0));
        return {route};
    }
    QList<Route> routes;
    while (hops.size() >= qsizetype(sizeof(rtnexthop))) {
        rtnexthop hop{};
        std::memcpy(&hop, hops.data(), sizeof hop);
        if (hop.rtnh_len < sizeof hop || hop.rtnh_len > hops.size())
            break;
        const Attributes inner(hops.data() + sizeof hop, hop.rtnh_len - sizeof hop);
        Route route = common;
        route.gateway = inner.address(RTA_GATEWAY).value_or(core::Address());
        route.interface = hop.rtnh_ifindex;
        routes.append(route);
        hops = hops.sliced(std::min(qsizetype(MNL_ALIGN(hop.rtnh_len)), hops.size()));
    }
    return routes;
}

void Routes::tell()
{
    if (!m_isComplete || (m_wasTold && m_told == m_routes))
        return;
    m_told = m_routes;
    m_wasTold = true;
    Q_EMIT changed();
}

} // namespace network::sources
