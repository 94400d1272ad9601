// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/identity/service.h"
#include "engine/httppaths.h"
#include "transport/router.h"

namespace engine {

/// Signing in over HTTP as the clients of the contracts do, each in its own shape and with its own lifetimes:
/// Everyst under `/api/auth/…/`, departments under `/api/auth/…`, ThreatLens under `/auth/…`, OPMAS by an
/// OAuth2 form at `/api/v1/auth/login`.
class ContractLogins
{
public:
    explicit ContractLogins(identity::Service &identity) : m_identity(identity) {}

    void registerAt(transport::Router &router);
    static void describe(HttpPaths &paths);
    /// Of `opmasLogin`.
    static QPair<QString, QJsonObject> opmasBody();
    /// `/api/v1/auth/login` where the body is a form; JSON there is our own API's.
    QFuture<transport::HttpResponse> opmasLogin(const transport::HttpRequest &request);

private:
    using Response = QFuture<transport::HttpResponse>;

    Response everystLogin(const transport::HttpRequest &request);
    Response everystRefresh(const transport::HttpRequest &request);
    Response everystLogout(const transport::HttpRequest &request);
    Response departmentsLogin(const transport::HttpRequest &request);
    Response departmentsLogout(const transport::HttpRequest &request);
    Response threatLensLogin(const transport::HttpRequest &request);
    Response threatLensMe(const transport::HttpRequest &request);
    Response threatLensLogout(const transport::HttpRequest &request);

    identity::Service &m_identity;
};

} // namespace engine
