// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/presence.h"

#include <QRectF>

class QPainter;

namespace chat {

/// Draws whether somebody is here, by shape as well as by colour: a disc, a half one, one with a bar, a ring.
void paintPresence(QPainter &painter, const QRectF &square,
                   const std::optional<identity::Availability> &availability);
/// The same in a word: "online", "offline".
[[nodiscard]] QString presenceWord(const std::optional<identity::Availability> &availability);

} // namespace chat
