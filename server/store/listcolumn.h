// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QStringList>

namespace store {

/// A list of texts as one column keeps it: a JSON array; nothing for an empty one.
QByteArray listColumn(const QStringList &list);
QStringList listOf(const QByteArray &column);

} // namespace store
