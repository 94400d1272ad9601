// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alerts/condition.h"
#include "engine/httppaths.h"
#include "engine/reception.h"
#include "transport/router.h"

namespace engine {

/// What Prometheus and Alertmanagers tell of: Prometheus takes Belfry for an Alertmanager
/// (`POST /api/v2/alerts`, Alertmanager's API v2), an Alertmanager has it among its webhooks
/// (`POST /api/v1/alertmanager`, version 4). An alert is answered for once it is durable.
class AlertApi
{
public:
    struct Surroundings
    {
        core::Clock &clock;
        Verifier verify;
        std::function<QFuture<core::Result<void>>(const QList<alerts::Condition> &)> take;
        /// Says, by what is known now, which device an instance is.
        std::function<std::function<QString(const QString &instance)>()> devices;
        /// Why nothing can be kept now.
        std::function<std::optional<core::Error>()> obstacle;
    };

    explicit AlertApi(Surroundings around) : m_around(std::move(around)) {}

    void registerAt(transport::Router &router);
    static void describe(HttpPaths &paths);

private:
    QFuture<transport::HttpResponse> take(const transport::HttpRequest &request);
    /// Why this caller is not heard. Errors: AuthenticationRequired, Forbidden, Unavailable.
    [[nodiscard]] std::optional<core::Error> refusal(const transport::HttpRequest &request) const;

    Surroundings m_around;
};

} // namespace engine
