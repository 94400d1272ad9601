// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QStringList>

namespace client {

/// What people read for a role: "Operator" for "operator". One nobody declared stays as it is.
[[nodiscard]] QString roleTitle(const QString &role);
/// What somebody of that role may do, in a sentence; empty for one nobody declared.
[[nodiscard]] QString roleSentence(const QString &role);
/// The roles an account or a token can be given, from the least to the most.
[[nodiscard]] const QStringList &grantableRoles();

} // namespace client
