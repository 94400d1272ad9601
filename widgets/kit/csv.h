// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>

namespace kit {

/// One cell of a CSV as RFC 4180 has it; what a spreadsheet would take for a formula is text there, too.
[[nodiscard]] QString csvCell(const QString &text);
/// A whole line of such cells, with its end.
[[nodiscard]] QByteArray csvLine(const QStringList &cells);

} // namespace kit
