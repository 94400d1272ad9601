// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/foundtable.h"

#include "kit/format.h"

namespace scans {

namespace {
QString orDash(const QString &text) { return text.isEmpty() ? kit::format::none() : text; }
} // namespace

void FoundTable::setDevices(const QList<network::ScannedDevice> &devices)
{
    beginResetModel();
    m_devices = devices;
    endResetModel();
}

int FoundTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_devices.size());
}

int FoundTable::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString FoundTable::text(const network::ScannedDevice &device, int column)
{
    switch (column) {
    case Address:
        return kit::format::isolate(device.address);
    case Name:
        return orDash(device.displayName);
    case Hardware:
        return orDash(device.macAddress);
    case System:
        return orDash(device.os);
    case PortCount:
        return kit::format::count(device.openPorts.size());
    default:
        return orDash(device.openPorts.join(QStringLiteral(", ")));
    }
}

QVariant FoundTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const network::ScannedDevice &device = m_devices[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(device, index.column());
    case Qt::ToolTipRole:
        return kit::format::tooltip(index.column() == Ports ? device.openPorts.join(QLatin1Char('\n'))
                                                            : text(device, index.column()));
    case Qt::TextAlignmentRole:
        return int((index.column() == PortCount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        if (index.column() != Address)
            return {};
        return tr("%1, %2, system %3, open ports: %4")
            .arg(device.address, orDash(device.displayName), orDash(device.os), text(device, Ports));
    default:
        return {};
    }
}

QVariant FoundTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == PortCount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Address"), tr("Name"), tr("Hardware address"),
                             tr("System"),  tr("Open"), tr("Ports and services")};
    return titles.value(section);
}

} // namespace scans
