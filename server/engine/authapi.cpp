// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/authapi.h"

#include "engine/httpbody.h"

namespace engine {

namespace {
using core::field;

constexpr auto accessCookie = "belfry_access";
constexpr auto refreshCookie = "belfry_refresh";
constexpr auto pageHeader = "x-belfry-page";

struct LoginParams
{
    QString username;
    QString password;
    QString otp;

    static core::Fields fields()
    {
        return {field("username", &LoginParams::username, "Name or e-mail").atMost(254),
                field("password", &LoginParams::password, "Password").atMost(1024),
                field("otp", &LoginParams::otp, "One-time or recovery code, where one is needed")
                    .atMost(64)
                    .defaulted()};
    }
};

struct RefreshParams
{
    QString refreshToken;

    static core::Fields fields()
    {
        return {
            field("refresh_token", &RefreshParams::refreshToken, "As it was given").atMost(8192).defaulted()};
    }
};

struct SetupParams
{
    QString token;
    QString username;
    QString password;

    static core::Fields fields()
    {
        return {field("token", &SetupParams::token, "Set-up token").atMost(256),
                field("username", &SetupParams::username, "Name of the first administrator").atMost(64),
                field("password", &SetupParams::password, "At least 12 characters").atMost(1024)};
    }
};

bool isFromOurPage(const transport::Handshake &handshake) { return !handshake.header(pageHeader).isEmpty(); }

QByteArray cookieValue(const transport::Handshake &handshake, const QByteArray &name)
{
    const QList<QByteArray> cookies = handshake.header("cookie").split(';');
    for (const QByteArray &cookie : cookies) {
        const QByteArray trimmed = cookie.trimmed();
        if (trimmed.startsWith(QByteArray(name + '=')))
            return trimmed.mid(name.size() + 1);
    }
    return {};
}

/// A cookie counts only where a page of another origin cannot have caused the request.
QByteArray trustedCookie(const transport::Handshake &handshake, const QByteArray &name)
{
    if (handshake.header("origin").isEmpty() && !isFromOurPage(handshake))
        return {};
    return cookieValue(handshake, name);
}

QPair<QByteArray, QByteArray> cookie(const QByteArray &name, const QByteArray &value, const QByteArray &path,
                                     int seconds, bool isSecure)
{
    QByteArray text = name + '=' + value + "; Path=" + path +
                      "; HttpOnly; SameSite=Strict; Max-Age=" + QByteArray::number(seconds);
    if (isSecure)
        text += "; Secure";
    return {"Set-Cookie", text};
}

/// While nothing can be saved there is no new refresh token: one of an earlier sign-in goes, one that was
/// just used stays.
enum class OldRefresh { Remove, Keep };

void addCookies(transport::HttpResponse &response, const identity::TokenPair &pair, OldRefresh old,
                bool isSecure)
{
    response.headers << cookie(accessCookie, pair.accessToken.toLatin1(), "/", pair.expiresIn, isSecure);
    const bool isNew = !pair.refreshToken.isEmpty();
    if (isNew || old == OldRefresh::Remove)
        response.headers << cookie(refreshCookie, pair.refreshToken.toLatin1(), "/api/v1/auth",
                                   isNew ? 24 * 3600 : 0, isSecure);
}

transport::HttpResponse tokenResponse(const core::Result<identity::TokenPair> &pair, OldRefresh old,
                                      bool isPage, bool isSecure)
{
    if (!pair)
        return errorResponse(pair.error());
    QJsonObject body{{QStringLiteral("access_token"), pair->accessToken},
                     {QStringLiteral("token_type"), pair->tokenType},
                     {QStringLiteral("expires_in"), pair->expiresIn},
                     {QStringLiteral("user"), core::toJson(pair->user)}};
    // A page keeps nothing: its refresh token is only in the cookie no script can read.
    if (!isPage && !pair->refreshToken.isEmpty())
        body.insert(QStringLiteral("refresh_token"), pair->refreshToken);
    transport::HttpResponse response = jsonResponse(body);
    if (isPage)
        addCookies(response, pair.value(), old, isSecure);
    return response;
}

} // namespace

QString AuthApi::credential(const transport::Handshake &handshake)
{
    const QString token = handshake.token();
    return token.isEmpty() ? QString::fromLatin1(trustedCookie(handshake, accessCookie)) : token;
}

void AuthApi::registerAt(transport::Router &router)
{
    const auto route = [&router, this](const char *method, const char *path,
                                       Response (AuthApi::*handler)(const transport::HttpRequest &)) {
        router.http(method, path, [this, handler](const transport::HttpRequest &request) {
            return (this->*handler)(request);
        });
    };
    m_contracts.registerAt(router);
    route("POST", "/api/v1/auth/login", &AuthApi::login);
    route("POST", "/api/v1/auth/refresh", &AuthApi::refresh);
    route("POST", "/api/v1/auth/logout", &AuthApi::logout);
    route("GET", "/api/v1/me", &AuthApi::me);
    route("POST", "/api/v1/setup", &AuthApi::setUp);
    router.http("GET", "/api/v1/setup", [this](const transport::HttpRequest &) {
        return transport::respond(
            jsonResponse({{QStringLiteral("needed"), m_identity.setupToken().has_value()}}));
    });
}

void AuthApi::describe(HttpPaths &paths)
{
    ContractLogins::describe(paths);
    const QJsonObject user = core::schemaOf<identity::User>();
    QJsonObject tokens = schemaOfMembers({{"access_token", "string"},
                                          {"token_type", "string"},
                                          {"expires_in", "integer"},
                                          {"refresh_token", "string?"},
                                          {"user", "object?"}});
    const QJsonObject setup = schemaOfMembers({{"needed", "boolean"}});
    const auto add = [&paths](const char *method, const char *path, const char *summary,
                              const QList<QPair<QString, QJsonObject>> &bodies, const QJsonObject &answer,
                              const QList<int> &failures, bool needsToken = false, int status = 200) {
        HttpPath told;
        told.method = method;
        told.path = path;
        told.summary = QString::fromUtf8(summary);
        told.needsToken = needsToken;
        told.bodies = bodies;
        told.answer = answer;
        told.status = status;
        told.failures = failures;
        paths << told;
    };
    add("POST", "/api/v1/auth/login", "Signs in: by JSON as our own API, by a form as OPMAS (OAuth2)",
        {jsonBody(core::schemaOf<LoginParams>()), ContractLogins::opmasBody()}, tokens,
        {400, 401, 415, 429, 503});
    add("POST", "/api/v1/auth/refresh", "Renews a sign-in; a refresh token is good once",
        {jsonBody(core::schemaOf<RefreshParams>())}, tokens, {400, 401, 415, 503});
    add("POST", "/api/v1/auth/logout", "Signs out, and closes what was opened",
        {jsonBody(core::schemaOf<RefreshParams>())}, {}, {400, 415});
    add("GET", "/api/v1/me", "Who the token speaks for", {}, user, {401}, true);
    add("GET", "/api/v1/setup", "Whether there is no administrator yet", {}, setup, {});
    add("POST", "/api/v1/setup", "Makes the first administrator", {jsonBody(core::schemaOf<SetupParams>())},
        user, {400, 403, 409, 415, 429, 503}, false, 201);
}

AuthApi::Response AuthApi::login(const transport::HttpRequest &request)
{
    // A form of a foreign page never gets here (its Origin), and a form never gets a cookie.
    if (isForm(request))
        return m_contracts.opmasLogin(request);
    transport::HttpResponse refusal;
    const auto params = readBody<LoginParams>(request, refusal);
    if (!params)
        return transport::respond(refusal);
    const bool isPage = isFromOurPage(request);
    const bool isSecure = request.isSecure;
    return m_identity.login({params->username, params->password, params->otp}, originOf(request))
        .then([isPage, isSecure](const core::Result<identity::TokenPair> &pair) {
            return tokenResponse(pair, OldRefresh::Remove, isPage, isSecure);
        });
}

AuthApi::Response AuthApi::refresh(const transport::HttpRequest &request)
{
    const bool isPage = isFromOurPage(request);
    QString token = QString::fromLatin1(trustedCookie(request, refreshCookie));
    if (!isPage || token.isEmpty()) {
        transport::HttpResponse refusal;
        const auto params = readBody<RefreshParams>(request, refusal);
        if (!params)
            return transport::respond(refusal);
        token = params->refreshToken;
    }
    const bool isSecure = request.isSecure;
    return m_identity.refresh(token, {}, request.peer.toString())
        .then([isPage, isSecure](const core::Result<identity::TokenPair> &pair) {
            return tokenResponse(pair, OldRefresh::Keep, isPage, isSecure);
        });
}

AuthApi::Response AuthApi::logout(const transport::HttpRequest &request)
{
    QString refreshToken = QString::fromLatin1(trustedCookie(request, refreshCookie));
    if (refreshToken.isEmpty() && !request.body.isEmpty()) {
        transport::HttpResponse refusal;
        const auto params = readBody<RefreshParams>(request, refusal);
        if (!params)
            return transport::respond(refusal);
        refreshToken = params->refreshToken;
    }
    const bool isSecure = request.isSecure;
    return m_identity.logout(credential(request), refreshToken, request.peer.toString())
        .then([isSecure](const core::Result<void> &done) {
            if (!done)
                return errorResponse(done.error());
            transport::HttpResponse response = jsonResponse({});
            response.headers << cookie(accessCookie, {}, "/", 0, isSecure)
                             << cookie(refreshCookie, {}, "/api/v1/auth", 0, isSecure);
            return response;
        });
}

AuthApi::Response AuthApi::me(const transport::HttpRequest &request)
{
    const core::Result<core::Principal> principal = m_identity.verify(credential(request));
    if (!principal)
        return transport::respond(errorResponse(principal.error()));
    return transport::respond(jsonResponse(core::toJson(m_identity.userFor(principal.value())).toObject()));
}

AuthApi::Response AuthApi::setUp(const transport::HttpRequest &request)
{
    transport::HttpResponse refusal;
    const auto params = readBody<SetupParams>(request, refusal);
    if (!params)
        return transport::respond(refusal);
    if (!request.isLoopback() && !request.isSecure) {
        return transport::respond(errorResponse(
            {core::ErrorCode::Forbidden,
             QStringLiteral(
                 "The first administrator is made on this machine, or over an encrypted connection.")}));
    }
    return m_identity.setUp(params->token, params->username, params->password, request.peer.toString())
        .then([](const core::Result<identity::User> &user) {
            return user ? jsonResponse(core::toJson(user.value()).toObject(), 201)
                        : errorResponse(user.error());
        });
}

} // namespace engine
