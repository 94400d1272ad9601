// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/inventory.h"

#include <QHash>

namespace devices {

/// What a list tells of a device.
enum Column {
    State,
    Name,
    Address,
    Mac,
    Vendor,
    Type,
    System,
    Network,
    Department,
    Owner,
    Tags,
    Latency,
    Ports,
    LastSeen,
    FirstSeen,
    Approval,
    Criticality,
    ExpectedUp,
    Notes,
    Presence,
    ColumnCount
};

/// What a text about a device depends on beside the device.
struct Setting
{
    QDateTime now;                       ///< on the server's clock
    QHash<QString, QString> departments; ///< names by id
};

[[nodiscard]] QString columnTitle(int column);
/// As people read it: one line, of bounded length.
[[nodiscard]] QString columnText(const network::Entry &device, int column, const Setting &setting);
/// The same for other programs: moments are written out, and so is every
/// address.
[[nodiscard]] QString columnCell(const network::Entry &device, int column, const Setting &setting);
/// What there is to know beyond the text; foreign text in it is no markup.
[[nodiscard]] QString columnTip(const network::Entry &device, int column, const Setting &setting);
/// What it is sorted by where that is a number.
[[nodiscard]] std::optional<double> columnNumber(const network::Entry &device, int column);
/// Sorted by number, and set right.
[[nodiscard]] bool isNumeric(int column);
/// Sorted by columnNumber.
[[nodiscard]] bool isCounted(int column);
[[nodiscard]] bool isShownAtFirst(int column);
[[nodiscard]] int widthAtFirst(int column);
/// What people read for whether somebody has looked at it.
[[nodiscard]] QString standingTitle(network::Standing standing);
/// "Down for 2 min".
[[nodiscard]] QString stateLine(const network::Entry &device, const QDateTime &now);
/// What people read for 1 to 5.
[[nodiscard]] QString criticalityTitle(int criticality);

} // namespace devices
