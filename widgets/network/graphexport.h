// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/inventory.h"
#include "catalog/topology.h"
#include "network/board.h"

#include <QMap>

namespace network {

/// The devices, or the links, as a table.
[[nodiscard]] QByteArray devicesCsv(const QMap<QString, Entry> &devices);
[[nodiscard]] QByteArray linksCsv(const QMap<QString, Link> &links, const QMap<QString, Entry> &devices);

/// What is on the map for other programs.
[[nodiscard]] QByteArray graphMl(const Board &board);
[[nodiscard]] QByteArray drawIo(const Board &board);
[[nodiscard]] QByteArray mermaid(const Board &board);

} // namespace network
