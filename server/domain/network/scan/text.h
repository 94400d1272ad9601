// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace network::scan {

/// Foreign text for one line: control characters, marks of direction and lone surrogates gone, line ends and
/// tabs made blanks, cut at `most` characters.
QString cleaned(QStringView foreign, qsizetype most);
/// The same with its line ends kept.
QString cleanedLines(QStringView foreign, qsizetype most);

} // namespace network::scan
