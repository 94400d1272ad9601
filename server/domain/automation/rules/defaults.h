// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/rule.h"

namespace automation::rules {

/// The rules a new installation begins with, in the language of the program. They are rules like any other:
/// who wants them otherwise changes them.
QList<Rule> shippedRules();

} // namespace automation::rules
