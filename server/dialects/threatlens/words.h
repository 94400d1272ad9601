// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/health.h"
#include "dialects/vocabulary.h"

namespace dialects::threatlens {

/// The five kinds of event ThreatLens tells.
void addFactWords(Vocabulary &words);
/// The parts of the house as it tells of them: the figures of each beside its status.
QJsonObject componentsOf(const metrics::Health &health);

} // namespace dialects::threatlens
