// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/threatlens/roles.h"

namespace dialects::threatlens {

QString roleWord(const QString &role)
{
    if (role == QLatin1String("operator"))
        return QStringLiteral("analyst");
    return role == QLatin1String("agent") ? QStringLiteral("system") : role;
}

QJsonArray permissions(const QString &role)
{
    QJsonArray all{QStringLiteral("read")};
    if (role == QLatin1String("agent"))
        return {QStringLiteral("ingest")};
    if (role == QLatin1String("operator") || role == QLatin1String("admin"))
        all << QStringLiteral("write");
    if (role == QLatin1String("admin"))
        all << QStringLiteral("admin");
    return all;
}

} // namespace dialects::threatlens
