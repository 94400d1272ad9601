// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema.h"

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

bool isCarriable(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isNull() || c.isLowSurrogate())
            return false;
        if (c.isHighSurrogate()) {
            if (i + 1 >= text.size() || !text.at(i + 1).isLowSurrogate())
                return false;
            ++i;
        }
    }
    return true;
}

QString numberText(double value) { return QString::number(value, 'g', 12); }

} // namespace core
