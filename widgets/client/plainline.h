// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace client {

/// Text of a foreign source as it may be drawn: one line, no control characters, of bounded length.
[[nodiscard]] QString plainLine(const QString &foreign, qsizetype most = 64);

} // namespace client
