// SPDX-License-Identifier: GPL-3.0-or-later
// What the map says of one device.
#include "kit/format.h"
#include "network/compose.h"
#include "network/former.h"
#include "network/mapwords.h"

#include <cmath>

namespace network {

kit::Status statusOf(const Entry &device)
{
    switch (device.state) {
    case State::Up:
        return device.isFlapping || device.loss.value_or(0) > 0.05 ? kit::Status::Medium : kit::Status::Ok;
    case State::Down:
        return kit::Status::Critical;
    case State::Unreachable:
        return kit::Status::Low;
    case State::Unknown:
    case State::Away:
        break;
    }
    return kit::Status::Away;
}

QString stateTitle(const Entry &device)
{
    switch (device.state) {
    case State::Up:
        return statusOf(device) == kit::Status::Ok ? MapWords::tr("Up") : MapWords::tr("Needs attention");
    case State::Down:
        return MapWords::tr("Down");
    case State::Unreachable:
        return MapWords::tr("Unreachable behind another");
    case State::Away:
        return MapWords::tr("Away");
    case State::Unknown:
        break;
    }
    return MapWords::tr("Unknown");
}

QString nameOf(const Entry &device)
{
    for (const QString &name : {device.name, device.hostname, device.addresses.value(0), device.macAddress}) {
        if (QString line = plainLine(name); !line.isEmpty())
            return line;
    }
    return MapWords::tr("Device without a name");
}

namespace {
/// Under its picture there is room for what the network calls it in its own domain.
QString briefly(const QString &name, const Entry &device)
{
    const bool isHostName =
        name == device.hostname && !device.addresses.contains(name) && !name.contains(u' ');
    return isHostName ? name.section(u'.', 0, 0) : name;
}
} // namespace

QString hiddenMark(const QString &id) { return QStringLiteral("hidden:") + id; }

QString hiddenBy(const QString &node)
{
    const QLatin1String mark("hidden:");
    return node.startsWith(mark) ? node.mid(mark.size()) : QString();
}

QString groupOf(const Entry &device, Grouping grouping)
{
    switch (grouping) {
    case Grouping::Subnet:
        return device.subnet;
    case Grouping::Department:
        return device.departmentId;
    case Grouping::Type:
        return device.deviceType;
    case Grouping::None:
        break;
    }
    return {};
}

bool isElsewhere(const Spot &spot, const Entry &device)
{
    return spot.rank != kindOf(device.deviceType).rank || device.standing == Standing::Ignored;
}

namespace {
void showOverlay(Spot &spot, const Entry &device, const Survey &survey)
{
    spot.mark.clear();
    spot.heat = spot.hue = -1;
    if (spot.isGhost)
        return;
    if (survey.overlay == Overlay::Department) {
        if (const auto sign = survey.signs.constFind(device.departmentId); sign != survey.signs.constEnd()) {
            spot.mark = sign->letters;
            spot.hue = sign->hue;
        }
    } else if (survey.overlay == Overlay::Ports) {
        // How many were open at a moment that is past nobody knows.
        spot.mark = survey.moment ? kit::format::none() : kit::format::count(device.openPorts);
        if (!survey.moment)
            spot.heat = stepOf(device.openPorts, {1, 3, 6, 11});
    } else if (survey.overlay == Overlay::Latency) {
        // In milliseconds, as the legend says; from ten on nobody needs parts of them.
        spot.mark = kit::format::none();
        if (device.latency)
            spot.mark =
                kit::format::number(*device.latency < 10 ? *device.latency : std::round(*device.latency));
        if (device.latency)
            spot.heat = stepOf(*device.latency, {1, 10, 50, 200});
    }
}
} // namespace

void describe(Spot &spot, const Entry &device, const Survey &survey)
{
    const auto former = survey.moment ? formerOf(device, *survey.moment) : std::nullopt;
    const Entry &shown = former ? *former : device;
    const Kind kind = kindOf(device.deviceType);
    spot.isGhost = survey.moment && !former;
    spot.fullName = nameOf(device);
    spot.name = briefly(spot.fullName, device);
    spot.detail = device.addresses.value(0) == spot.name ? plainLine(device.vendor)
                                                         : plainLine(device.addresses.value(0), 40);
    spot.typeTitle = typeTitle(device.deviceType);
    spot.shape = kind.shape;
    spot.pictogram = kind.pictogram;
    spot.rank = kind.rank;
    spot.status = spot.isGhost ? kit::Status::Away : statusOf(shown);
    spot.stateWord = spot.isGhost ? MapWords::tr("Not known yet") : stateTitle(shown);
    spot.isNew = device.standing == Standing::New && !survey.moment;
    spot.isFaint = spot.isGhost || shown.state == State::Away || shown.state == State::Unknown;
    showOverlay(spot, shown, survey);
}

} // namespace network
