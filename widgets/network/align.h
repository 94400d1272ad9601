// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMap>
#include <QPointF>
#include <QString>

namespace network {

/// Ways to put several things in order.
enum class Align { Left, Top, Across, Down, Row, Circle };

/// Where they stand after that; two of them at least, or nothing changes.
[[nodiscard]] QMap<QString, QPointF> aligned(const QMap<QString, QPointF> &places, Align align);

} // namespace network
