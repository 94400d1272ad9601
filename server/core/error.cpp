// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"

namespace core {

ErrorCode errorCodeFromWord(QStringView word)
{
    for (size_t i = 0; i < errorCodeWords.size(); ++i) {
        if (word == QLatin1String(errorCodeWords[i]))
            return ErrorCode(i);
    }
    return ErrorCode::Internal;
}

} // namespace core
