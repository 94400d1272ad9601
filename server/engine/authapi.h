// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/contractlogins.h"

namespace engine {

/// Signing in over HTTP: `/api/v1/auth/*`, `/api/v1/setup`, `/api/v1/me`, and as the contracts do. Our own
/// pages (header `X-Belfry-Page`) get an HttpOnly, SameSite=Strict cookie beside the answer.
class AuthApi
{
public:
    explicit AuthApi(identity::Service &identity) : m_identity(identity), m_contracts(identity) {}

    void registerAt(transport::Router &router);
    static void describe(HttpPaths &paths);
    /// The access token a request or handshake shows: Authorization, `?token=`, or our page's cookie, which
    /// counts only with an Origin (the listener has checked it) or our page's own header. Empty: none.
    [[nodiscard]] static QString credential(const transport::Handshake &handshake);

private:
    using Response = QFuture<transport::HttpResponse>;

    Response login(const transport::HttpRequest &request);
    Response refresh(const transport::HttpRequest &request);
    Response logout(const transport::HttpRequest &request);
    Response me(const transport::HttpRequest &request);
    Response setUp(const transport::HttpRequest &request);

    identity::Service &m_identity;
    ContractLogins m_contracts;
};

} // namespace engine
