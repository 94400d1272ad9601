// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/inventory.h"
#include "catalog/maplayout.h"
#include "catalog/topology.h"
#include "client/pastnetwork.h"
#include "network/board.h"
#include "network/layout/graph.h"

#include <QMap>
#include <QSet>

namespace network {

enum class LayoutKind { Layered, Radial, Grid, Force };
enum class Grouping { None, Subnet, Department, Type };
/// What the map says of devices beside where they are.
enum class Overlay { Status, Ports, Latency, Traffic, Department };

/// What of the network is shown, and how.
struct Survey
{
    Grouping grouping = Grouping::Subnet;
    Overlay overlay = Overlay::Status;
    QSet<QString> opened; ///< groups somebody opened
    QSet<QString> closed; ///< groups somebody closed
    qint64 now = 0;
    QHash<QString, QString> departmentNames;
    QMap<QString, DepartmentSign> signs;  ///< by department, for its overlay
    std::optional<client::Moment> moment; ///< that is shown; none: now
};

/// What stands on the map and what it hangs on, not yet anywhere; node and spot have the same place.
struct Composition
{
    Board board;
    Graph graph;
};

/// Above so many, the hosts of a group are one stack.
constexpr int mostInGroup = 150;
/// Above so many devices every group starts as a stack.
constexpr int mostExpanded = 2000;

[[nodiscard]] Composition compose(const QMap<QString, Entry> &devices, const QMap<QString, Link> &links,
                                  const QMap<QString, Placement> &placed, const Survey &survey);
/// Tells of a device as the overlay has it, without moving it.
void describe(Spot &spot, const Entry &device, const Survey &survey);
[[nodiscard]] kit::Status statusOf(const Entry &device);
[[nodiscard]] QString stateTitle(const Entry &device);
[[nodiscard]] QString nameOf(const Entry &device);
/// What says in a view that a device is not to be shown on it, in place of where something is.
[[nodiscard]] QString hiddenMark(const QString &id);
/// The device such a mark is about; empty: it is none.
[[nodiscard]] QString hiddenBy(const QString &node);
[[nodiscard]] QString groupOf(const Entry &device, Grouping grouping);
/// Whether two ways to tell of a device differ in more than words: it would hang elsewhere.
[[nodiscard]] bool isElsewhere(const Spot &spot, const Entry &device);

} // namespace network
