// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace alerts::channels {

/// Foreign text on one line: without control characters, what turns the direction of writing, or hides.
QString plainLine(const QString &text, qsizetype longest);
/// The same of bytes, taken for UTF-8.
QString plainLine(QByteArrayView bytes, qsizetype longest);
/// As much of a text as there is room for, never half a character.
QString cut(const QString &text, qsizetype longest);

} // namespace alerts::channels
