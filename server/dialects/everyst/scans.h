// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "dialects/vocabulary.h"

namespace dialects::everyst {

/// What Everyst says and hears of scans.
void addScanWords(Vocabulary &words);

} // namespace dialects::everyst
