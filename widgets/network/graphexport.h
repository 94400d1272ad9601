// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/inventory.h"
#include "catalog/topology.h"
#include "network/board.h"

#include <QMap>

namespace network {

/// One cell of a CSV as RFC 4180 has it; what a spreadsheet would take for a formula is text there, too.
[[nodiscard]] QString csvCell(const QString &text);
/// The devices, or the links, as a table.
[[nodiscard]] QByteArray devicesCsv(const QMap<QString, Entry> &devices);
[[nodiscard]] QByteArray linksCsv(const QMap<QString, Link> &links, const QMap<QString, Entry> &devices);

/// What is on the map for other programs.
[[nodiscard]] QByteArray graphMl(const Board &board);
[[nodiscard]] QByteArray drawIo(const Board &board);
[[nodiscard]] QByteArray mermaid(const Board &board);

} // namespace network
