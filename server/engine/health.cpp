// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/health.h"

#include <algorithm>

namespace engine {

namespace {
using metrics::Condition;

Condition databaseCondition(const QString &storage)
{
    if (storage == QLatin1String("ok"))
        return Condition::Healthy;
    return storage == QLatin1String("low") ? Condition::Degraded : Condition::Unhealthy;
}
} // namespace

metrics::Health healthOf(const Clientele &clientele, const session::ServerStatus::Reply &house,
                         const QDateTime &now)
{
    const session::ConnectionFigures connections = clientele.connections();
    const session::BroadcastFigures broadcasts = clientele.broadcasts();
    // Who comes now is sent away.
    const bool isCrowded = house.clients >= connections.maxConnections;
    metrics::Health health;
    health.components = {
        {QStringLiteral("websocket_manager"),
         {isCrowded ? Condition::Degraded : Condition::Healthy,
          {{QStringLiteral("connections"), double(connections.activeConnections)},
           {QStringLiteral("max_connections"), double(connections.maxConnections)}}}},
        {QStringLiteral("event_broadcaster"),
         {Condition::Healthy,
          {{QStringLiteral("events_processed"), double(broadcasts.eventsProcessed)},
           {QStringLiteral("queued_messages"), double(broadcasts.totalQueuedMessages)}}}},
        {QStringLiteral("database"),
         {databaseCondition(house.storage), {{QStringLiteral("stored_bytes"), double(house.storedBytes)}}}}};
    for (const metrics::Vitals &part : std::as_const(health.components))
        health.overallStatus = std::max(health.overallStatus, part.status);
    health.timestamp = now;
    return health;
}

} // namespace engine
