// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertbook.h"

#include <optional>

namespace alerts {

/// Matchers as the server reads them: site="north", port=~"eth[0-9]+".
[[nodiscard]] QString writtenMatchers(const QList<Matcher> &matchers);
/// One matcher as it is shown: plain text of bounded length.
[[nodiscard]] QString shownMatcher(const Matcher &matcher);
/// What a silence or a window holds for, in a line of bounded length.
[[nodiscard]] QString shownReach(const QList<Matcher> &matchers, const QStringList &departments);
/// One matcher as somebody typed it; the quotes may be left out. Nothing: it cannot be read.
[[nodiscard]] std::optional<Matcher> readMatcher(const QString &text);
/// What these alerts have in common, so that all of them are meant and as few others as can be.
[[nodiscard]] QList<Matcher> commonMatchers(const QList<Alert> &alerts);

} // namespace alerts
