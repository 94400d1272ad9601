// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "dialects/vocabulary.h"

namespace dialects::threatlens {

/// The five kinds of event ThreatLens tells.
void addFactWords(Vocabulary &words);

} // namespace dialects::threatlens
