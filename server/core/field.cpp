// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/field.h"

namespace core {

QString spelled(const char *name, NameCase nameCase)
{
    if (nameCase == NameCase::Snake)
        return QString::fromLatin1(name);
    QString out;
    bool capital = false;
    for (const char *c = name; *c != '\0'; ++c) {
        if (*c == '_') {
            capital = true;
            continue;
        }
        const QChar letter{QLatin1Char(*c)};
        out += capital ? letter.toUpper() : letter;
        capital = false;
    }
    return out;
}

QString timeText(const QDateTime &time) { return time.toUTC().toString(Qt::ISODateWithMs); }

QDateTime timeFromText(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
        return {};
    return time.toUTC();
}

} // namespace core
