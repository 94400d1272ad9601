// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/threatlens/greeting.h"

#include "core/field.h"
#include "dialects/threatlens/roles.h"

namespace dialects::threatlens {

QJsonObject Greeting::message() const
{
    const QString role = client.role ? QString(core::roleWord(*client.role)) : QString();
    QJsonObject message{
        {QStringLiteral("client_id"), clientId},
        {QStringLiteral("timestamp"), core::timeText(now)},
        {QStringLiteral("server_info"),
         QJsonObject{{QStringLiteral("name"), QStringLiteral("ThreatLens WebSocket Server")},
                     {QStringLiteral("version"), version},
                     {QStringLiteral("authentication_required"), isSignInRequired}}},
        {QStringLiteral("user_info"), QJsonObject{{QStringLiteral("username"), client.name},
                                                  {QStringLiteral("role"), roleWord(role)},
                                                  {QStringLiteral("permissions"), permissions(role)}}}};
    message.insert(QStringLiteral("data"), QJsonObject(message));
    message.insert(QStringLiteral("type"), QStringLiteral("connection_established"));
    return message;
}

QJsonObject ping(const QDateTime &now)
{
    return {{QStringLiteral("type"), QStringLiteral("ping")},
            {QStringLiteral("timestamp"), core::timeText(now)}};
}

} // namespace dialects::threatlens
