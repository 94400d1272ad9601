// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/devicecolumns.h"

#include "kit/format.h"
#include "network/compose.h"

#include <QCoreApplication>

namespace devices {

namespace {
struct ColumnWords
{
    Q_DECLARE_TR_FUNCTIONS(devices::ColumnWords)
};

namespace format = kit::format;
using network::Entry;
using network::plainLine;

/// Worst first.
double rankOf(const Entry &device)
{
    switch (device.state) {
    case network::State::Down:
        return 0;
    case network::State::Unreachable:
        return 1;
    case network::State::Up:
        return network::statusOf(device) == kit::Status::Ok ? 3 : 2;
    case network::State::Away:
        return 4;
    case network::State::Unknown:
        break;
    }
    return 5;
}

/// In its largest unit alone: a list is glanced at.
QString shortDuration(qint64 milliseconds)
{
    for (const qint64 unit : {86'400'000LL, 3'600'000LL, 60'000LL, 1000LL}) {
        if (milliseconds >= unit)
            return format::duration(milliseconds - milliseconds % unit);
    }
    return format::duration(0);
}

QString shortState(const Entry &device, const QDateTime &now)
{
    const QString title = device.state == network::State::Unreachable ? ColumnWords::tr("Unreachable")
                                                                      : network::stateTitle(device);
    if (!device.stateSince || !now.isValid())
        return title;
    return ColumnWords::tr("%1, %2", "state and how long")
        .arg(title, shortDuration(device.stateSince->msecsTo(now)));
}

QString agoText(const std::optional<QDateTime> &at, const QDateTime &now)
{
    return at ? format::ago(at->toMSecsSinceEpoch(), now.toMSecsSinceEpoch()) : format::none();
}

QString departmentText(const Entry &device, const Setting &setting)
{
    return plainLine(setting.departments.value(device.departmentId, device.departmentId));
}

std::optional<double> momentOf(const std::optional<QDateTime> &at)
{
    return at ? std::optional(double(at->toMSecsSinceEpoch())) : std::nullopt;
}

/// What people said of it.
QString wordOfPeople(const Entry &device, int column, const Setting &setting)
{
    switch (column) {
    case Department:
        return departmentText(device, setting);
    case Owner:
        return plainLine(device.owner, 128);
    case Tags:
        return plainLine(device.tags.join(QStringLiteral(", ")), 256);
    case Approval:
        return standingTitle(device.standing);
    case Criticality:
        return criticalityTitle(device.criticality);
    case ExpectedUp:
        return device.isExpectedUp ? ColumnWords::tr("Yes") : ColumnWords::tr("No");
    case Notes:
        return plainLine(device.notes, 256);
    default:
        return {};
    }
}
} // namespace

QString columnTitle(int column)
{
    const QStringList titles{ColumnWords::tr("State"),       ColumnWords::tr("Name"),
                             ColumnWords::tr("Address"),     ColumnWords::tr("MAC"),
                             ColumnWords::tr("Vendor"),      ColumnWords::tr("Type"),
                             ColumnWords::tr("System"),      ColumnWords::tr("Network"),
                             ColumnWords::tr("Department"),  ColumnWords::tr("Owner"),
                             ColumnWords::tr("Tags"),        ColumnWords::tr("There and back, ms"),
                             ColumnWords::tr("Open ports"),  ColumnWords::tr("Last seen"),
                             ColumnWords::tr("First seen"),  ColumnWords::tr("Approval"),
                             ColumnWords::tr("Criticality"), ColumnWords::tr("Expected up"),
                             ColumnWords::tr("Notes"),       ColumnWords::tr("24 h", "how it was there")};
    return titles.value(column);
}

QString columnText(const Entry &device, int column, const Setting &setting)
{
    switch (column) {
    case State:
        return shortState(device, setting.now);
    case Name:
        return network::nameOf(device);
    case Address: {
        const QString first = plainLine(device.addresses.value(0));
        const int more = int(device.addresses.size()) - 1;
        return more > 0
                   ? ColumnWords::tr("%1 +%2", "address and how many more").arg(first, format::count(more))
                   : first;
    }
    case Mac:
        return plainLine(device.macAddress);
    case Vendor:
        return plainLine(device.vendor, 128);
    case Type:
        return device.deviceType.isEmpty() ? ColumnWords::tr("Unknown")
                                           : network::typeTitle(device.deviceType);
    case System:
        return plainLine(device.os, 128);
    case Network:
        return plainLine(device.subnet);
    case Latency:
        return device.latency ? format::number(*device.latency) : format::none();
    case Ports:
        return format::count(device.openPorts);
    case LastSeen:
        return agoText(device.lastSeen, setting.now);
    case FirstSeen:
        return agoText(device.firstSeen, setting.now);
    default:
        return wordOfPeople(device, column, setting);
    }
}

QString columnCell(const Entry &device, int column, const Setting &setting)
{
    const auto moment = [](const std::optional<QDateTime> &at) {
        return at ? at->toUTC().toString(Qt::ISODate) : QString();
    };
    switch (column) {
    case State:
        return network::stateTitle(device);
    case Address:
        return plainLine(device.addresses.join(u' '), 4096);
    case Latency:
        return device.latency ? QString::number(*device.latency) : QString();
    case Ports:
        return QString::number(device.openPorts);
    case LastSeen:
        return moment(device.lastSeen);
    case FirstSeen:
        return moment(device.firstSeen);
    default:
        return columnText(device, column, setting);
    }
}

QString columnTip(const Entry &device, int column, const Setting &setting)
{
    const auto moment = [](const std::optional<QDateTime> &at) {
        return at ? format::exactTime(at->toMSecsSinceEpoch()) : QString();
    };
    switch (column) {
    case State:
        return device.stateSince ? ColumnWords::tr("%1, since %2", "state")
                                       .arg(network::stateTitle(device), moment(device.stateSince))
                                 : network::stateTitle(device);
    case Address: {
        QStringList all;
        for (const QString &address : device.addresses.mid(0, 32))
            all << plainLine(address);
        if (device.isAddressShared)
            all << ColumnWords::tr("Another device uses its address, too.");
        return format::tooltip(all.join(u'\n'));
    }
    case Mac:
        return device.isMacRandom ? ColumnWords::tr("The device made this address up; it can be another "
                                                    "tomorrow.")
                                  : QString();
    case Type:
        if (device.isTypeSet)
            return ColumnWords::tr("Somebody said so");
        return ColumnWords::tr("%1 sure").arg(format::percent(device.typeConfidence * 100));
    case LastSeen:
        return moment(device.lastSeen);
    case FirstSeen:
        return moment(device.firstSeen);
    case Notes:
        return format::tooltip(device.notes.left(2000));
    default:
        return format::tooltip(columnText(device, column, setting));
    }
}

std::optional<double> columnNumber(const Entry &device, int column)
{
    switch (column) {
    case State:
    case Presence: // of most it is not known: as it is now is what there is to go by
        return rankOf(device);
    case Latency:
        return device.latency;
    case Ports:
        return device.openPorts;
    case LastSeen:
        return momentOf(device.lastSeen);
    case FirstSeen:
        return momentOf(device.firstSeen);
    case Approval:
        return double(device.standing);
    case Criticality:
        return device.criticality;
    case ExpectedUp:
        return device.isExpectedUp;
    default:
        return {};
    }
}

bool isNumeric(int column) { return column == Latency || column == Ports; }

bool isCounted(int column)
{
    return column == State || column == LastSeen || column == FirstSeen || column == Approval ||
           column == Criticality || column == ExpectedUp || column == Presence || isNumeric(column);
}

bool isShownAtFirst(int column)
{
    switch (column) {
    case State:
    case Name:
    case Address:
    case Mac:
    case Vendor:
    case Type:
    case Network:
    case Department:
    case Tags:
    case LastSeen:
    case Approval:
    case Presence:
        return true;
    default:
        return false;
    }
}

int widthAtFirst(int column)
{
    switch (column) {
    case State:
        return 160;
    case Name:
        return 150;
    case Network:
        return 130;
    case Mac:
        return 165;
    case Address:
    case Type:
    case Presence:
        return 115;
    case Vendor:
    case Department:
        return 100;
    case Notes:
        return 200;
    default:
        return 85;
    }
}

QString standingTitle(network::Standing standing)
{
    switch (standing) {
    case network::Standing::New:
        return ColumnWords::tr("New", "device");
    case network::Standing::Approved:
        return ColumnWords::tr("Approved");
    case network::Standing::Ignored:
        break;
    }
    return ColumnWords::tr("Ignored");
}

QString stateLine(const Entry &device, const QDateTime &now)
{
    const QString title = network::stateTitle(device);
    if (!device.stateSince || !now.isValid())
        return title;
    return ColumnWords::tr("%1 for %2", "state and how long")
        .arg(title, format::duration(device.stateSince->msecsTo(now)));
}

QString criticalityTitle(int criticality)
{
    const QStringList titles{ColumnWords::tr("Spare"), ColumnWords::tr("Normal"),
                             ColumnWords::tr("Important"), ColumnWords::tr("Vital"),
                             ColumnWords::tr("Everything stands still")};
    return titles.value(std::clamp(criticality, 1, 5) - 1);
}

} // namespace devices
