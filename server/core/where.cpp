// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/where.h"

namespace core {

QString Where::text() const
{
    if (m_parent == nullptr)
        return m_key;
    const QString before = m_parent->text();
    if (m_index >= 0)
        return before + QLatin1Char('[') + QString::number(m_index) + QLatin1Char(']');
    return before + QLatin1Char('.') + (m_name != nullptr ? spelled(m_name, m_nameCase) : m_key);
}

Error expected(const Where &where, const QString &what)
{
    return {ErrorCode::Invalid, where.text() + QStringLiteral(": expected ") + what};
}

} // namespace core
