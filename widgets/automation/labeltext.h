// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMap>
#include <QString>

#include <optional>

namespace automation {

/// Labels as people write them: site=north, role="access, upstairs".
[[nodiscard]] QString labelText(const QMap<QString, QString> &labels);
/// Nothing for what is no list of labels; nothing but gaps are no labels.
[[nodiscard]] std::optional<QMap<QString, QString>> labelsIn(const QString &text);

} // namespace automation
