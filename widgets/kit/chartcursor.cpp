// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/chartcursor.h"

namespace kit {

void ChartCursor::moveTo(std::optional<qint64> at)
{
    if (m_at == at)
        return;
    m_at = at;
    Q_EMIT moved();
}

} // namespace kit
