// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "dialects/vocabulary.h"

namespace dialects::departments {

/// What the departments contract says of the network's use and safety, and of the house.
void addFactWords(Vocabulary &words);
/// What it says and hears of analytics.
void addAnalyticsWords(Vocabulary &words);

} // namespace dialects::departments
