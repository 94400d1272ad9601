// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/field.h"

namespace dialects::everyst {

/// An answer that is a sentence.
struct Said
{
    QString message;

    static core::Fields fields();
};

/// "1h 2m 3s", without the parts that are nothing at its front.
QString elapsedText(double seconds);

} // namespace dialects::everyst
