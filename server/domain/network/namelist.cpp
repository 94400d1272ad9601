// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/namelist.h"

#include <algorithm>
#include <array>

namespace network {

namespace {
constexpr qsizetype longestName = 256;
constexpr qsizetype mostNames = 32;

/// How much a source knows of names: what the thing says itself comes before what others say of it.
int rankOf(const QString &source)
{
    static const std::array ranks{QStringLiteral("snmp"), QStringLiteral("mdns"), QStringLiteral("dns"),
                                  QStringLiteral("lldp"), QStringLiteral("scan"), QStringLiteral("netbios")};
    return int(std::find(ranks.begin(), ranks.end(), source) - ranks.begin());
}

/// Without what no name has: control characters, blanks at its ends, the dot of DNS behind it.
QString cleaned(const QString &text)
{
    QString name;
    for (const QChar letter : text.left(longestName)) {
        if (letter.isPrint())
            name += letter;
    }
    name = name.trimmed();
    if (name.endsWith(u'.'))
        name.chop(1);
    return name;
}
} // namespace

std::optional<core::KnownChange> takeName(Known &device, const Sighting &sighting)
{
    const QString name = cleaned(sighting.name);
    if (name.isEmpty())
        return std::nullopt;
    const auto known = std::find_if(device.names.begin(), device.names.end(),
                                    [&](const KnownName &each) { return each.source == sighting.source; });
    if (known == device.names.end()) {
        if (device.names.size() < mostNames)
            device.names << KnownName{name, sighting.source, sighting.at};
        return std::nullopt;
    }
    known->lastSeen = sighting.at;
    if (known->name == name)
        return std::nullopt;
    return core::KnownChange{
        0,    sighting.at,    QString(), QStringLiteral("name"), std::exchange(known->name, name),
        name, sighting.source};
}

QString bestName(const Known &device)
{
    const auto best = std::min_element(
        device.names.begin(), device.names.end(),
        [](const KnownName &a, const KnownName &b) { return rankOf(a.source) < rankOf(b.source); });
    return best == device.names.end() ? QString() : best->name;
}

QString shownName(const Known &device)
{
    if (!device.setName.isEmpty())
        return device.setName;
    if (const QString name = bestName(device); !name.isEmpty())
        return name;
    const Entry &entry = device.entry;
    constexpr qsizetype tail = 8; // 10:22:9C
    if (!entry.vendor.isEmpty() && entry.macAddress.size() > tail)
        return QStringLiteral("%1 %2").arg(entry.vendor, entry.macAddress.right(tail));
    return entry.addresses.isEmpty() ? entry.macAddress : entry.addresses.first();
}

} // namespace network
