// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/rule.h"

namespace automation::rules {

/// Rules as people write them: a list, or a list under the name `rules`. Times may be written as 5m. Every
/// rule is checked, but not whether the rules it names exist. Errors: Invalid, with the line.
core::Result<QList<Rule>> rulesFromYaml(const QByteArray &text);

/// The same written; what is as every rule has it is left out.
QByteArray rulesToYaml(const QList<Rule> &rules);

} // namespace automation::rules
