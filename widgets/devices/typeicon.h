// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QIcon>
#include <QString>

namespace devices {

/// The drawing the map has for devices of a type, in the theme's ink.
[[nodiscard]] QIcon typeIcon(const QString &deviceType);

} // namespace devices
