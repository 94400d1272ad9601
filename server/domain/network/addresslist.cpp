// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/addresslist.h"

#include <algorithm>

namespace network {

namespace {
// A device that has moved is not seen with its former address while it is seen with the new one.
constexpr qint64 lately = 10LL * 60 * 1000;
constexpr qsizetype mostAddresses = 64;
// Privacy addresses (RFC 8981) are made anew every day and used for a week.
constexpr qsizetype mostV6 = 16;

int rankOf(const core::Address &address)
{
    if (address.family() == core::Address::Family::V4)
        return address.isLinkLocal() ? 2 : 0;
    return address.isLinkLocal() ? 3 : 1;
}

/// Makes room for one more: what it has no longer goes first.
void makeRoom(QList<KnownAddress> &list)
{
    if (list.size() < mostAddresses)
        return;
    const auto oldest =
        std::min_element(list.begin(), list.end(), [](const KnownAddress &a, const KnownAddress &b) {
            return std::tie(a.isCurrent, a.lastSeen) < std::tie(b.isCurrent, b.lastSeen);
        });
    list.erase(oldest);
}

void retireOldV6(QList<KnownAddress> &list)
{
    QList<KnownAddress *> current;
    for (KnownAddress &each : list) {
        if (each.isCurrent && each.address.contains(u':'))
            current << &each;
    }
    std::sort(current.begin(), current.end(),
              [](const KnownAddress *a, const KnownAddress *b) { return a->lastSeen > b->lastSeen; });
    for (qsizetype i = mostV6; i < current.size(); ++i)
        current.at(i)->isCurrent = false;
}
} // namespace

bool noteAddress(QList<KnownAddress> &list, const QString &address, const QDateTime &at)
{
    const auto known = std::find_if(list.begin(), list.end(),
                                    [&](const KnownAddress &each) { return each.address == address; });
    if (known == list.end()) {
        makeRoom(list);
        list << KnownAddress{address, at, at, true};
        return false;
    }
    known->lastSeen = std::max(known->lastSeen, at);
    return std::exchange(known->isCurrent, true);
}

void dropAddress(QList<KnownAddress> &list, const QString &address)
{
    for (KnownAddress &each : list) {
        if (each.address == address)
            each.isCurrent = false;
    }
}

void retireOthers(QList<KnownAddress> &list, const QString &address)
{
    for (KnownAddress &each : list)
        each.isCurrent = each.address == address;
}

QString retireFormer(QList<KnownAddress> &list, const core::Address &address, const QDateTime &at,
                     const std::function<QString(const core::Address &)> &subnetOf)
{
    if (address.family() == core::Address::Family::V6) {
        retireOldV6(list);
        return {};
    }
    const QString subnet = subnetOf(address);
    QString former;
    for (KnownAddress &each : list) {
        const auto other = core::Address::parse(each.address);
        if (!each.isCurrent || !other || *other == address || other->family() != address.family() ||
            subnetOf(*other) != subnet || each.lastSeen.msecsTo(at) < lately)
            continue;
        each.isCurrent = false;
        former = each.address;
    }
    return former;
}

QStringList currentAddresses(const Known &device)
{
    QList<std::tuple<int, QDateTime, QString>> ranked;
    for (const KnownAddress &each : device.addresses) {
        const auto address = core::Address::parse(each.address);
        if (each.isCurrent && address)
            ranked.emplaceBack(rankOf(*address), each.firstSeen, each.address);
    }
    std::sort(ranked.begin(), ranked.end());
    QStringList out;
    for (const auto &each : std::as_const(ranked))
        out << std::get<QString>(each);
    return out;
}

QString currentMac(const Known &device)
{
    const KnownAddress *newest = nullptr;
    for (const KnownAddress &each : device.macs) {
        if (each.isCurrent && (newest == nullptr || newest->firstSeen < each.firstSeen))
            newest = &each;
    }
    return newest == nullptr ? QString() : newest->address;
}

} // namespace network
