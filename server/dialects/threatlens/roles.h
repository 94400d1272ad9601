// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QJsonArray>
#include <QString>

namespace dialects::threatlens {

/// A role as ThreatLens calls it; `role` as it is written everywhere else.
QString roleWord(const QString &role);
/// What ThreatLens' clients are told that a role may do.
QJsonArray permissions(const QString &role);

} // namespace dialects::threatlens
