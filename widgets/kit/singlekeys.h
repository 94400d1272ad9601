// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QKeySequence>

class QKeyEvent;

namespace kit {

/// Whether a letter, digit or sign alone does something to what has the focus. Who speaks to the machine, or
/// hits keys unmeant, switches that off (WCAG 2.1.4).
[[nodiscard]] bool singleKeysAct();
void setSingleKeysAct(bool act);

/// Whether that is such a key; Shift makes no difference.
[[nodiscard]] bool isSingleKey(const QKeySequence &keys);
/// Whether that is such a key, and does nothing.
[[nodiscard]] bool isIdleKey(const QKeyEvent &event);

} // namespace kit
