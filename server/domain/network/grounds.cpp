// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/grounds.h"

#include "core/log.h"

#include <QJsonDocument>

#include <algorithm>

namespace network {

namespace {
const QString scopeKind = QStringLiteral("scope");
// What is larger nobody scans, and nobody ticks by intent.
constexpr int shortestV4 = 8;
constexpr int shortestV6 = 48;

/// What can be told of a network that nobody has set up.
ScopeNetwork offered(const core::Subnet &subnet)
{
    ScopeNetwork network;
    network.subnet = subnet.toString();
    network.addresses = double(subnet.size());
    return network;
}
} // namespace

QFuture<core::Result<void>> Grounds::load()
{
    return m_records.all(scopeKind).then(
        this, [this](const core::Result<QList<core::Record>> &records) -> core::Result<void> {
            if (!records)
                return records.error();
            for (const core::Record &record : *records) {
                const auto network =
                    core::fromJson<ScopeNetwork>(QJsonDocument::fromJson(record.body).object());
                const auto subnet = core::Subnet::parse(record.id);
                if (network && subnet)
                    m_networks.insert(*subnet, *network);
                else
                    qCWarning(logNetwork).noquote() << "The network" << record.id << "cannot be read.";
            }
            return {};
        });
}

void Grounds::setOwn(const QList<OwnNetwork> &own) { m_own = own; }

void Grounds::setScanner(const QString &scanner, const QStringList &missing)
{
    m_scanner = scanner;
    m_missing = missing;
}

bool Grounds::isNear(const core::Address &address) const
{
    return std::any_of(m_own.begin(), m_own.end(),
                       [&](const OwnNetwork &own) { return own.subnet.contains(address); });
}

const ScopeNetwork *Grounds::smallest(const core::Address &address) const
{
    const ScopeNetwork *found = nullptr;
    int longest = -1;
    for (auto each = m_networks.begin(); each != m_networks.end(); ++each) {
        if (each->isTicked && each.key().prefix() > longest && each.key().contains(address)) {
            found = &*each;
            longest = each.key().prefix();
        }
    }
    return found;
}

QString Grounds::subnetOf(const core::Address &address) const
{
    const ScopeNetwork *network = smallest(address);
    return network == nullptr ? QString() : network->subnet;
}

bool Grounds::isWatched(const core::Address &address) const
{
    const ScopeNetwork *network = smallest(address);
    return network != nullptr && network->isWatched;
}

QList<core::Subnet> Grounds::ticked() const
{
    QList<core::Subnet> out;
    for (auto each = m_networks.begin(); each != m_networks.end(); ++each) {
        if (each->isTicked)
            out << each.key();
    }
    return out;
}

QFuture<core::Reply> Grounds::list(const core::Command &)
{
    QMap<core::Subnet, ScopeNetwork> networks = m_networks;
    for (const OwnNetwork &own : std::as_const(m_own)) {
        if (!networks.contains(own.subnet))
            networks.insert(own.subnet, offered(own.subnet));
        networks[own.subnet].interfaceName = own.interfaceName;
    }
    ListScope::Reply reply{{}, m_scanner, m_missing};
    for (auto each = networks.begin(); each != networks.end(); ++each) {
        each->devices = m_counter(each.key());
        reply.networks << *each;
    }
    return core::ready(reply);
}

core::Result<core::Subnet> Grounds::checked(const QString &text) const
{
    const auto subnet = core::Subnet::parse(QStringView(text).trimmed());
    if (!subnet)
        return core::Error{
            core::ErrorCode::Invalid,
            tr("%1 is no network. Write it as 192.0.2.0/24 or 2001:db8::/48.").arg(text.left(64))};
    const core::Address first = subnet->address();
    const bool isV4 = first.family() == core::Address::Family::V4;
    if (first.isMulticast() || first.isLoopback() || subnet->prefix() < (isV4 ? shortestV4 : shortestV6)) {
        return core::Error{
            core::ErrorCode::Invalid,
            tr("%1 is not a network to look at: it is too large, or no device has an address in it. "
               "Give the networks you look after.")
                .arg(subnet->toString())};
    }
    return *subnet;
}

QFuture<core::Reply> Grounds::set(const core::Command &command)
{
    const auto asked = command.as<SetScope>();
    if (!asked)
        return core::ready(asked.error());
    const auto subnet = checked(asked->subnet);
    if (!subnet)
        return core::ready(subnet.error());
    if (!m_networks.contains(*subnet) && m_networks.size() >= most)
        return core::ready(
            core::Error{core::ErrorCode::Limited, tr("There are %1 networks; that is the most.").arg(most)});
    ScopeNetwork network = offered(*subnet);
    network.displayName = asked->displayName.simplified();
    network.isTicked = asked->isTicked;
    network.isWatched = asked->isWatched;
    return m_records.write({{scopeKind, network.subnet, core::Payload(network).text()}}, {})
        .then(this, [this, network, subnet = *subnet](const core::Result<void> &kept) -> core::Reply {
            if (!kept)
                return kept.error();
            const bool isNew = network.isTicked && network.isWatched && !m_networks.value(subnet).isTicked;
            m_networks.insert(subnet, network);
            Q_EMIT changed();
            if (isNew)
                Q_EMIT joined(subnet);
            return identity::Done{};
        });
}

QFuture<core::Reply> Grounds::remove(const core::Command &command)
{
    const auto asked = command.as<RemoveScope>();
    if (!asked)
        return core::ready(asked.error());
    const auto subnet = core::Subnet::parse(QStringView(asked->subnet).trimmed());
    if (!subnet || !m_networks.contains(*subnet)) {
        return core::ready(core::Error{core::ErrorCode::NotFound,
                                       tr("%1 is not on the list of networks.").arg(asked->subnet.left(64))});
    }
    return m_records.write({}, {{scopeKind, subnet->toString()}})
        .then(this, [this, subnet = *subnet](const core::Result<void> &removed) -> core::Reply {
            if (!removed)
                return removed.error();
            m_networks.remove(subnet);
            Q_EMIT changed();
            return identity::Done{};
        });
}

} // namespace network
