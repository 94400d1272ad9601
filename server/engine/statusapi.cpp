// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statusapi.h"

#include "dialects/threatlens/sessionwords.h"
#include "dialects/threatlens/words.h"
#include "engine/authapi.h"
#include "engine/health.h"
#include "engine/httpbody.h"
#include "engine/threatlenssession.h"

#include <QJsonArray>

namespace engine {

namespace {
QJsonValue timeOrNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(core::timeText(time)) : QJsonValue(QJsonValue::Null);
}

QJsonObject clientInfo(const ThreatLensSession &session)
{
    return {{QStringLiteral("client_id"), session.clientId()},
            {QStringLiteral("connected_at"), core::timeText(session.connectedAt())},
            {QStringLiteral("subscriptions"), dialects::threatlens::kindWords(session.topics())},
            {QStringLiteral("user_agent"), session.userAgent()},
            {QStringLiteral("last_ping"), timeOrNull(session.lastPing())}};
}
} // namespace

void StatusApi::registerAt(transport::Router &router)
{
    const auto page = [&router, this](const char *path, auto body) {
        router.http("GET", path, [this, body](const transport::HttpRequest &request) {
            const core::Result<core::Principal> caller = viewer(request);
            return transport::respond(caller ? jsonResponse(body(caller.value()))
                                             : errorResponse(caller.error()));
        });
    };
    page("/ws/info", [this](const core::Principal &) { return info(); });
    page("/realtime/status", [this](const core::Principal &caller) { return realtime(caller); });
}

void StatusApi::describe(HttpPaths &paths)
{
    const auto add = [&paths](const char *place, const QString &summary) {
        HttpPath path;
        path.method = "GET";
        path.path = place;
        path.summary = summary;
        path.needsToken = true;
        path.answer = {{QStringLiteral("type"), QStringLiteral("object")}};
        path.failures = {401, 403};
        paths << path;
    };
    add("/ws/info", QStringLiteral("ThreatLens: who is connected, and what was delivered"));
    add("/realtime/status", QStringLiteral("ThreatLens: how the parts of the server are"));
}

core::Result<core::Principal> StatusApi::viewer(const transport::HttpRequest &request) const
{
    const QString token = AuthApi::credential(request);
    core::Result<core::Principal> caller =
        core::Error{core::ErrorCode::AuthenticationRequired, QStringLiteral("Authentication required")};
    if (!token.isEmpty())
        caller = m_reception.verify(token);
    else if (const auto guest = m_reception.guests.admit(request, QStringLiteral("page")))
        caller = *guest;
    if (caller && !(caller->may(core::roles::viewers) && caller->mayRun(QStringLiteral("session.status"))))
        return core::Error{core::ErrorCode::Forbidden, QStringLiteral("Your role may not read this page.")};
    return caller;
}

QJsonObject StatusApi::info() const
{
    const Clientele &clientele = *m_reception.clientele;
    const session::ConnectionFigures connections = clientele.connections();
    QJsonArray clients;
    const QList<const ThreatLensSession *> present = clientele.present();
    for (const ThreatLensSession *session : present)
        clients.append(clientInfo(*session));
    return {{QStringLiteral("active_connections"), connections.activeConnections},
            {QStringLiteral("websocket_manager_stats"), core::toJson(connections)},
            {QStringLiteral("broadcaster_stats"), core::toJson(clientele.broadcasts())},
            {QStringLiteral("connected_clients"), clients}};
}

QJsonObject StatusApi::realtime(const core::Principal &caller) const
{
    const metrics::Health health =
        healthOf(*m_reception.clientele, m_status(caller), m_reception.clock.now());
    const QJsonObject components = dialects::threatlens::componentsOf(health);
    return {{QStringLiteral("manager_running"), true},
            {QStringLiteral("component_count"), components.size()},
            {QStringLiteral("components"), components},
            {QStringLiteral("background_tasks"), m_reception.clientele->pending()}};
}

} // namespace engine
