// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace kit {

/// What a glyph, badge, tile or banner says about its subject; the order is from good to bad.
enum class Status { Ok, Paused, Away, Info, Low, Medium, High, Critical };

/// The word a person reads or hears: "critical", "OK", "away".
[[nodiscard]] QString statusWord(Status status);
/// The same as a label of its own: "Critical".
[[nodiscard]] QString statusTitle(Status status);
/// The status of a severity from 1 to 10; values outside are clamped.
[[nodiscard]] Status statusOfSeverity(int severity);

} // namespace kit
