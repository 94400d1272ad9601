// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/finder.h"

#include "alerts/alertdeeds.h"
#include "devices/typeicon.h"
#include "kit/format.h"
#include "kit/glyph.h"
#include "kit/icons.h"
#include "network/compose.h"

#include <QRegularExpression>

namespace shell {

namespace {
using client::Place;
constexpr int mostSimilar = 5;
constexpr qsizetype leastSimilar = 2; // letters

/// "02-00-5E-10.00:01" and all other ways to write it become one; empty: it is no MAC.
QString bareMac(const QString &text)
{
    static const QRegularExpression signs(QStringLiteral("[:.-]"));
    static const QRegularExpression mac(QStringLiteral("^[0-9a-f]{12}$"));
    const QString bare = text.toLower().remove(signs);
    return mac.match(bare).hasMatch() ? bare : QString();
}

bool isSame(const QString &text, const QString &other)
{
    return !text.isEmpty() && text.compare(other, Qt::CaseInsensitive) == 0;
}

bool isNamed(const network::Entry &device, const QString &typed, const QString &mac)
{
    return isSame(network::nameOf(device), typed) || isSame(device.hostname, typed) ||
           device.addresses.contains(typed, Qt::CaseInsensitive) ||
           (!mac.isEmpty() && bareMac(device.macAddress) == mac);
}

QString line(const QString &text) { return kit::format::isolate(text.simplified()); }
} // namespace

QStringList Finder::servers() const
{
    const auto &server = m_chat.mirror().server();
    return server ? server->addresses : QStringList();
}

Finding Finder::found(const network::Entry &device) const
{
    const QString address = device.addresses.value(0);
    return {devices::typeIcon(device.deviceType), line(network::nameOf(device)),
            address.isEmpty() ? tr("Device") : tr("Device %1").arg(kit::format::isolate(address)),
            Place{Place::Kind::Device, device.id}};
}

QList<Finding> Finder::alert(const QString &id) const
{
    const Place place{Place::Kind::Alert, id};
    const alerts::Alert *known = m_deeds.alerts().find(id);
    if (known == nullptr)
        return {{kit::icon(kit::Symbol::Alerts), tr("Open %1").arg(id), tr("Alert"), place}};
    QList<Finding> rows{{kit::glyphIcon(kit::statusOfSeverity(known->severity)),
                         tr("%1: %2", "number and title").arg(id, line(known->title)), tr("Alert"), place}};
    if (known->state == alerts::AlertState::Open && m_deeds.whyNot().isEmpty())
        rows << Finding{kit::icon(kit::Symbol::Alerts), tr("Acknowledge %1").arg(id), tr("Alert"), place,
                        true};
    return rows;
}

Finding Finder::found(const Place &place) const
{
    switch (place.kind) {
    case Place::Kind::Device:
        if (const network::Entry *device = m_devices.find(place.id))
            return found(*device);
        return {kit::icon(kit::Symbol::Devices), tr("Open the device"), tr("Device"), place};
    case Place::Kind::Room: {
        const client::ChatRoom *room = m_chat.find(place.id);
        return {kit::icon(kit::Symbol::Chat), line(room ? m_chat.titleOf(*room) : place.id),
                place.message.isEmpty() ? tr("Room") : tr("Message"), place};
    }
    case Place::Kind::Chart:
        return {kit::icon(kit::Symbol::Metrics), tr("Open the chart of %1").arg(line(place.id)), tr("Chart"),
                place};
    case Place::Kind::Map:
        return {kit::icon(kit::Symbol::Network), tr("Show on the network map"), tr("Network map"), place};
    case Place::Kind::Alert:
        break;
    }
    return {};
}

QList<Finding> Finder::named(const QString &typed) const
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return {};
    static const QRegularExpression number(QStringLiteral("^#?(A-[1-9]\\d{0,8})$"),
                                           QRegularExpression::CaseInsensitiveOption);
    if (const auto match = number.match(text); match.hasMatch())
        return alert(match.captured(1).toUpper());
    if (const auto place = Place::read(text, servers()))
        return place->kind == Place::Kind::Alert ? alert(place->id) : QList<Finding>{found(*place)};
    if (text.startsWith(QLatin1String("belfry://")))
        return {
            {kit::icon(kit::Symbol::Warning), tr("This link leads to nothing. Was it copied whole?"), {}}};
    QList<Finding> rows;
    const QString mac = bareMac(text);
    for (const network::Entry &device : m_devices.all()) {
        if (isNamed(device, text, mac))
            rows << found(device);
    }
    return rows;
}

QList<Finding> Finder::similar(const QString &typed) const
{
    const QString text = typed.trimmed();
    if (text.size() < leastSimilar)
        return {};
    QList<Finding> rows;
    const auto has = [&text](const QString &name) { return name.contains(text, Qt::CaseInsensitive); };
    const QString mac = bareMac(text);
    for (const network::Entry &device : m_devices.all()) {
        if (rows.size() == mostSimilar)
            break;
        const bool isMeant = has(network::nameOf(device)) || has(device.hostname) ||
                             std::any_of(device.addresses.begin(), device.addresses.end(), has);
        if (isMeant && !isNamed(device, text, mac))
            rows << found(device);
    }
    const qsizetype devices = rows.size();
    for (const alerts::Alert &one : m_deeds.alerts().all()) {
        if (rows.size() == devices + mostSimilar)
            break;
        if (one.state != alerts::AlertState::Resolved && has(one.title))
            rows << alert(one.id).first();
    }
    const QList<client::ChatRoom *> rooms = m_chat.rooms();
    for (const client::ChatRoom *room : rooms) {
        if (has(m_chat.titleOf(*room)))
            rows << found(Place{Place::Kind::Room, room->name()});
    }
    return rows;
}

} // namespace shell
