// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "dialects/vocabulary.h"

namespace dialects::threatlens {

/// What a client says about its own connection, and how that is answered.
void addSessionWords(Vocabulary &words);
/// What it says about what it hears, in its own words: topics as kinds of events.
QJsonArray kindWords(const QStringList &topics);

} // namespace dialects::threatlens
