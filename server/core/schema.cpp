// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema.h"

namespace core {

Error expected(const QString &path, const QString &what)
{
    return {ErrorCode::Invalid, path + QStringLiteral(": expected ") + what};
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
