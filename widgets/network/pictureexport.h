// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "network/compose.h"

#include <QImage>

namespace network {

/// The whole map with its legend and the time, `scale` times as large as on the screen; smaller where that
/// would be more than any program shows.
[[nodiscard]] QImage mapImage(const Board &board, Overlay overlay, const QDateTime &at, double scale);
[[nodiscard]] QByteArray mapSvg(const Board &board, Overlay overlay, const QDateTime &at);
/// One page, lying, as large as A4.
[[nodiscard]] QByteArray mapPdf(const Board &board, Overlay overlay, const QDateTime &at);

} // namespace network
