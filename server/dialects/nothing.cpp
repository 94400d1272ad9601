// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/nothing.h"

namespace dialects {

core::Fields Nothing::fields() { return {}; }

} // namespace dialects
