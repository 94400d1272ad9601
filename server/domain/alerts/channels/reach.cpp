// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/reach.h"

#include "core/subnet.h"

#include <QHostInfo>

#include <algorithm>

namespace alerts::channels {

namespace {
bool isIn(const core::Address &address, std::initializer_list<const char *> networks)
{
    return std::any_of(networks.begin(), networks.end(), [&](const char *text) {
        const auto subnet = core::Subnet::parse(QString::fromLatin1(text));
        return subnet && subnet->contains(address);
    });
}

core::Address v4At(const core::Address &address, size_t offset)
{
    const auto &bytes = address.bytes();
    return core::Address((quint32(bytes[offset]) << 24) | (quint32(bytes[offset + 1]) << 16) |
                         (quint32(bytes[offset + 2]) << 8) | quint32(bytes[offset + 3]));
}

/// The IPv4 address within an IPv6 one: NAT64, 6to4, IPv4-compatible.
core::Address innerAddress(const core::Address &address)
{
    if (address.family() != core::Address::Family::V6)
        return address;
    if (isIn(address, {"64:ff9b::/96"}) || (isIn(address, {"::/96"}) && !isIn(address, {"::/127"})))
        return v4At(address, 12);
    return isIn(address, {"2002::/16"}) ? v4At(address, 2) : address;
}

/// Where clouds give out the keys of their machines.
bool isMetadata(const core::Address &address)
{
    return isIn(address,
                {"169.254.169.254/32", "169.254.170.2/32", "100.100.100.200/32", "fd00:ec2::254/128"});
}

bool isNobody(const core::Address &address)
{
    return address.isMulticast() || isIn(address, {"0.0.0.0/8", "240.0.0.0/4", "::/128"});
}

bool isInside(const core::Address &address)
{
    return address.isLoopback() || address.isPrivate() || address.isLinkLocal() ||
           isIn(address, {"100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24",
                          "203.0.113.0/24", "fec0::/10", "64:ff9b:1::/48", "2001:db8::/32", "100::/64"});
}
} // namespace

Reach::Resolver Reach::system()
{
    return [](QObject *asker, const QString &host, const auto &answer) {
        QHostInfo::lookupHost(host, asker, [host, answer](const QHostInfo &info) {
            QList<core::Address> addresses;
            const QList<QHostAddress> found = info.addresses();
            for (const QHostAddress &each : found) {
                if (const auto address = core::Address::parse(each.toString()))
                    addresses << *address;
            }
            if (!addresses.isEmpty())
                return answer(addresses);
            answer(core::Error{core::ErrorCode::NotFound,
                               tr("The name %1 is not known. Check it, and the name server.").arg(host)});
        });
    };
}

QString Reach::refusal(const core::Address &address, bool isPrivateAllowed)
{
    const core::Address inner = innerAddress(address);
    if (isNobody(inner))
        return tr("%1 is no address of a computer.").arg(address.toString());
    if (isMetadata(inner))
        return tr("%1 is where a cloud keeps its keys; no channel leads there.").arg(address.toString());
    if (!isPrivateAllowed && isInside(inner)) {
        return tr("%1 is in a private network, or this computer. Allow that for this channel if it is meant.")
            .arg(address.toString());
    }
    return {};
}

core::Result<QList<core::Address>> Reach::allowed(const QString &host, const QList<core::Address> &addresses,
                                                  bool isPrivateAllowed)
{
    QList<core::Address> out;
    QString why = tr("The name %1 has no address.").arg(host);
    for (const core::Address &address : addresses) {
        const QString refused = refusal(address, isPrivateAllowed);
        if (refused.isEmpty())
            out << address;
        else
            why = refused;
    }
    if (out.isEmpty())
        return core::Error{core::ErrorCode::Forbidden, why};
    return out;
}

} // namespace alerts::channels
