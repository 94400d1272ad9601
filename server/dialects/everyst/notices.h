// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "dialects/vocabulary.h"

namespace dialects::everyst {

/// What Everyst says and hears of alerts and notifications.
void addNoticeWords(Vocabulary &words);

} // namespace dialects::everyst
