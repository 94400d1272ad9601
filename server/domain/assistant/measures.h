// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>

namespace assistant {

/// The recorded series people mean by a folded word, English or German; empty where they mean none.
QStringList measuresNamed(const QString &word);

} // namespace assistant
