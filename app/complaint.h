// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace app {

/// True where windows are seen by somebody.
[[nodiscard]] bool hasScreen();
void tellStderr(const QString &sentence);
/// Says why the program does not start, to whoever started it: on stderr, and in a box where a desktop did.
void complain(const QString &sentence);
/// Asks before a damaged database without a copy is set aside; never where nobody can answer.
[[nodiscard]] bool maySetAside(const QString &sentence);

} // namespace app
