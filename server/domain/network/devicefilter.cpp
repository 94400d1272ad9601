// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/devicefilter.h"

#include <QCoreApplication>

#include <algorithm>

namespace network {

namespace {
QByteArrayList foldedWords(const QString &search)
{
    QByteArrayList words;
    const QStringList parts = search.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts)
        words << part.toUtf8();
    return words;
}

core::Result<std::optional<core::Subnet>> subnetOf(const QString &text)
{
    if (text.isEmpty())
        return std::optional<core::Subnet>();
    const auto subnet = core::Subnet::parse(QStringView(text).trimmed());
    if (subnet)
        return subnet;
    return core::Error{
        core::ErrorCode::Invalid,
        QCoreApplication::translate("network::DeviceFilter",
                                    "%1 is no network. Write it as 192.0.2.0/24 or 2001:db8::/48.")
            .arg(text.left(64))};
}
} // namespace

core::Result<DeviceFilter> DeviceFilter::of(const ListDevices &asked, const QStringList &visible)
{
    const auto subnet = subnetOf(asked.subnet);
    if (!subnet)
        return subnet.error();
    return DeviceFilter{visible, foldedWords(asked.search), asked.state, asked.deviceType,
                        *subnet, asked.department,          asked.tag,   asked.standing};
}

core::Result<DeviceFilter> DeviceFilter::of(const Map &asked, const QStringList &visible)
{
    const auto subnet = subnetOf(asked.subnet.value_or(QString()));
    if (!subnet)
        return subnet.error();
    DeviceFilter filter;
    filter.visible = visible;
    filter.words = foldedWords(asked.search.value_or(QString()));
    filter.deviceType = asked.deviceType.value_or(QString());
    filter.subnet = *subnet;
    filter.department = asked.department.value_or(QString());
    return filter;
}

bool DeviceFilter::admits(const Entry &entry) const
{
    return visible.isEmpty() || visible.contains(entry.departmentId);
}

bool DeviceFilter::passes(const Known &device, const QByteArray &text) const
{
    const Entry &entry = device.entry;
    if (!admits(entry) || (state && entry.state != *state) || (standing && entry.standing != *standing))
        return false;
    if ((!deviceType.isEmpty() && entry.deviceType != deviceType) ||
        (!department.isEmpty() && entry.departmentId != department) ||
        (!tag.isEmpty() && !entry.tags.contains(tag)))
        return false;
    if (subnet && std::none_of(entry.addresses.begin(), entry.addresses.end(), [this](const QString &each) {
            const auto address = core::Address::parse(each);
            return address && subnet->contains(*address);
        }))
        return false;
    return std::all_of(words.begin(), words.end(),
                       [&text](const QByteArray &word) { return text.contains(word); });
}

QByteArray searchText(const Known &device)
{
    const Entry &entry = device.entry;
    QStringList parts{entry.name, entry.hostname, entry.macAddress, entry.vendor,
                      entry.os,   entry.owner,    entry.deviceType, entry.notes};
    parts << entry.addresses << entry.tags;
    for (const KnownName &each : device.names)
        parts << each.name;
    // A line between the parts: a word is within one of them.
    return parts.join(u'\n').toCaseFolded().toUtf8();
}

} // namespace network
