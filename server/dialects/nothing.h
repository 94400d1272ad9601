// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <tuple>

namespace dialects {

/// Parameters or an answer without fields of its own.
struct Nothing
{
    static core::Fields fields();
};

} // namespace dialects
