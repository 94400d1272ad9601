// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/alertapi.h"

#include "catalog/alerts.h"
#include "domain/alerts/alertmanagerin.h"
#include "engine/authapi.h"
#include "engine/httpbody.h"

namespace engine {

namespace {
constexpr int unsupportedType = 415;
constexpr auto prometheusPath = "/api/v2/alerts";
constexpr auto webhookPath = "/api/v1/alertmanager";

QJsonObject schemaOfAlert()
{
    const QJsonObject texts{
        {QStringLiteral("type"), QStringLiteral("object")},
        {QStringLiteral("additionalProperties"),
         QJsonObject{{QStringLiteral("type"), QStringLiteral("string")}}},
    };
    QJsonObject alert =
        schemaOfMembers({{"startsAt", "string"}, {"endsAt", "string"}, {"generatorURL", "string"}});
    QJsonObject members = alert.value(QLatin1String("properties")).toObject();
    members.insert(QStringLiteral("labels"), texts);
    members.insert(QStringLiteral("annotations"), texts);
    alert.insert(QStringLiteral("properties"), members);
    alert.insert(QStringLiteral("required"), QJsonArray{QStringLiteral("labels")});
    return alert;
}

QJsonObject listOfAlerts()
{
    return {{QStringLiteral("type"), QStringLiteral("array")},
            {QStringLiteral("items"), schemaOfAlert()},
            {QStringLiteral("maxItems"), alerts::AlertmanagerIn::mostAlerts}};
}

HttpPath pathOf(const char *where, const char *summary, const QJsonObject &body)
{
    HttpPath path;
    path.method = "POST";
    path.path = where;
    path.summary = QString::fromUtf8(summary);
    path.needsToken = true;
    path.bodies = {jsonBody(body)};
    path.answer = schemaOfMembers({{"alerts", "integer"}});
    path.failures = {400, 401, 403, unsupportedType, 429, 503};
    return path;
}
} // namespace

void AlertApi::registerAt(transport::Router &router)
{
    const auto heard = [this](const transport::HttpRequest &request) { return take(request); };
    router.http("POST", prometheusPath, heard);
    router.http("POST", webhookPath, heard);
}

void AlertApi::describe(HttpPaths &paths)
{
    paths << pathOf(prometheusPath, "Alerts as Prometheus sends them to an Alertmanager (its API v2)",
                    listOfAlerts());
    QJsonObject webhook = schemaOfMembers({{"version", "string"}, {"status", "string"}});
    QJsonObject members = webhook.value(QLatin1String("properties")).toObject();
    members.insert(QStringLiteral("alerts"), listOfAlerts());
    webhook.insert(QStringLiteral("properties"), members);
    webhook.insert(QStringLiteral("required"),
                   QJsonArray{QStringLiteral("version"), QStringLiteral("alerts")});
    paths << pathOf(webhookPath, "Alerts as an Alertmanager tells its webhooks of them (version 4)", webhook);
}

std::optional<core::Error> AlertApi::refusal(const transport::HttpRequest &request) const
{
    const core::Result<core::Principal> caller = m_around.verify(AuthApi::credential(request));
    if (!caller)
        return caller.error();
    if (!caller->may(core::roles::agents))
        return core::Error{core::ErrorCode::Forbidden,
                           QStringLiteral("Your role publishes nothing; it takes agent, operator or admin.")};
    if (!caller->mayPublish(QLatin1String(alerts::Raised::topic)))
        return core::Error{core::ErrorCode::Forbidden,
                           QStringLiteral("This token is not for facts of %1. Make one that is.")
                               .arg(QLatin1String(alerts::Raised::topic))};
    return m_around.obstacle();
}

QFuture<transport::HttpResponse> AlertApi::take(const transport::HttpRequest &request)
{
    if (const auto error = refusal(request))
        return transport::respond(errorResponse(*error));
    if (const auto error = unsupported(request)) {
        transport::HttpResponse refused = errorResponse(*error);
        refused.status = unsupportedType;
        return transport::respond(refused);
    }
    const auto conditions =
        alerts::AlertmanagerIn::read(request.body, m_around.clock.now(), m_around.devices());
    if (!conditions)
        return transport::respond(errorResponse(conditions.error()));
    const QJsonObject answer{{QStringLiteral("alerts"), conditions->size()}};
    return m_around.take(*conditions).then([answer](const core::Result<void> &taken) {
        return taken ? jsonResponse(answer) : errorResponse(taken.error());
    });
}

} // namespace engine
