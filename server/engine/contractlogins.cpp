// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/contractlogins.h"

#include "dialects/threatlens/roles.h"
#include "engine/authapi.h"
#include "engine/httpbody.h"

namespace engine {

namespace {
using core::field;
using identity::Lifetimes;
using identity::TokenPair;

constexpr std::chrono::hours untilRefreshEnds{24};
constexpr Lifetimes everystLife{std::chrono::minutes(15), untilRefreshEnds};
constexpr Lifetimes opmasLife{std::chrono::minutes(30), untilRefreshEnds};
constexpr Lifetimes departmentsLife{std::chrono::hours(24), untilRefreshEnds};
constexpr Lifetimes threatLensLife{std::chrono::hours(1), untilRefreshEnds};
constexpr Lifetimes rememberedLife{std::chrono::hours(2), untilRefreshEnds};

constexpr auto codeText = "One-time or recovery code, where one is needed";
constexpr int longestCode = 64;

struct NameLogin
{
    QString username;
    QString password;
    bool rememberMe = false;
    QString otp;

    static core::Fields fields()
    {
        return {field("username", &NameLogin::username, "Name or e-mail").atMost(254),
                field("password", &NameLogin::password, "Password").atMost(1024),
                field("remember_me", &NameLogin::rememberMe, "Twice as long").defaulted(),
                field("otp", &NameLogin::otp, codeText).atMost(longestCode).defaulted()};
    }
};

identity::Credentials credentialsOf(const NameLogin &params)
{
    return {params.username, params.password, params.otp};
}

struct MailLogin
{
    QString email;
    QString password;
    QString otp;

    static core::Fields fields()
    {
        return {field("email", &MailLogin::email, "E-mail or name").atMost(254),
                field("password", &MailLogin::password, "Password").atMost(1024),
                field("otp", &MailLogin::otp, codeText).atMost(longestCode).defaulted()};
    }
};

struct Renewal
{
    QString refresh;

    static core::Fields fields()
    {
        return {field("refresh", &Renewal::refresh, "As it was given").atMost(8192)};
    }
};

// How each contract says that something did not work.
using Manner = QJsonObject (*)(const core::Error &);

QJsonObject inDetail(const core::Error &error) { return {{QStringLiteral("detail"), error.message}}; }

QJsonObject asStatus(const core::Error &error)
{
    return {{QStringLiteral("status"), QStringLiteral("error")}, {QStringLiteral("message"), error.message}};
}

QJsonObject asSuccess(const core::Error &error)
{
    return {{QStringLiteral("success"), false},
            {QStringLiteral("message"), error.message},
            {QStringLiteral("detail"), error.message}};
}

template <class T>
std::optional<T> readAs(const transport::HttpRequest &request, Manner manner,
                        transport::HttpResponse &refusal)
{
    if (const auto error = unsupported(request)) {
        refusal = errorResponse(*error, manner(*error));
        refusal.status = 415;
        return std::nullopt;
    }
    const core::Result<T> params = readJson<T>(request);
    if (params)
        return *params;
    refusal = errorResponse(params.error(), manner(params.error()));
    return std::nullopt;
}

/// The tokens as `write` says them, or the error in its manner.
template <class Write>
auto answering(Manner manner, Write write)
{
    return [manner, write](const core::Result<TokenPair> &pair) {
        return pair ? jsonResponse(write(*pair)) : errorResponse(pair.error(), manner(pair.error()));
    };
}

auto answeringDone(Manner manner, const QJsonObject &body)
{
    return [manner, body](const core::Result<void> &done) {
        return done ? jsonResponse(body) : errorResponse(done.error(), manner(done.error()));
    };
}

QJsonObject threatLensUser(const identity::User &user)
{
    return {{QStringLiteral("id"), user.id},
            {QStringLiteral("username"), user.username},
            {QStringLiteral("email"), user.email},
            {QStringLiteral("role"), dialects::threatlens::roleWord(user.role)},
            {QStringLiteral("permissions"), dialects::threatlens::permissions(user.role)}};
}

QJsonObject departmentsUser(const identity::User &user)
{
    return {{QStringLiteral("id"), user.id},
            {QStringLiteral("name"), user.displayName.isEmpty() ? user.username : user.displayName},
            {QStringLiteral("email"), user.email},
            {QStringLiteral("role"), user.role}};
}

QJsonObject everystTokens(const TokenPair &pair)
{
    QJsonObject body{{QStringLiteral("access"), pair.accessToken},
                     {QStringLiteral("password_expired"), false}};
    if (!pair.refreshToken.isEmpty())
        body.insert(QStringLiteral("refresh"), pair.refreshToken);
    return body;
}
} // namespace

void ContractLogins::registerAt(transport::Router &router)
{
    const auto route = [&router, this](const char *method, const char *path,
                                       Response (ContractLogins::*handler)(const transport::HttpRequest &)) {
        router.http(method, path, [this, handler](const transport::HttpRequest &request) {
            return (this->*handler)(request);
        });
    };
    route("POST", "/api/auth/login/", &ContractLogins::everystLogin);
    route("POST", "/api/auth/refresh/", &ContractLogins::everystRefresh);
    route("POST", "/api/auth/logout/", &ContractLogins::everystLogout);
    route("POST", "/api/auth/login", &ContractLogins::departmentsLogin);
    route("POST", "/api/auth/logout", &ContractLogins::departmentsLogout);
    route("POST", "/auth/login", &ContractLogins::threatLensLogin);
    route("GET", "/auth/me", &ContractLogins::threatLensMe);
    route("POST", "/auth/logout", &ContractLogins::threatLensLogout);
}

QPair<QString, QJsonObject> ContractLogins::opmasBody()
{
    return {QStringLiteral("application/x-www-form-urlencoded"), core::schemaOf<NameLogin>()};
}

void ContractLogins::describe(HttpPaths &paths)
{
    const QJsonObject inDetails = schemaOfMembers({{"detail", "string"}});
    const QJsonObject inStatus = schemaOfMembers({{"status", "string"}, {"message", "string"}});
    const QJsonObject inSuccess =
        schemaOfMembers({{"success", "boolean"}, {"message", "string"}, {"detail", "string?"}});
    const QJsonObject departments =
        schemaOfMembers({{"status", "string"}, {"token", "string"}, {"user", "object"}, {"data", "object"}});
    const QJsonObject threatLens = schemaOfMembers(
        {{"success", "boolean"}, {"message", "string"}, {"token", "object"}, {"user_info", "object"}});
    const QJsonObject threatLensMe = schemaOfMembers({{"id", "string"},
                                                      {"username", "string"},
                                                      {"email", "string"},
                                                      {"role", "string"},
                                                      {"permissions", "array"}});
    const auto add = [&paths](const char *method, const char *path, const char *summary,
                              const QList<QPair<QString, QJsonObject>> &bodies, const QJsonObject &answer,
                              const QList<int> &failures, const QJsonObject &failure) {
        HttpPath told;
        told.method = method;
        told.path = path;
        told.summary = QString::fromUtf8(summary);
        told.bodies = bodies;
        told.answer = answer;
        told.failures = failures;
        told.failure = failure;
        paths << told;
    };
    const QList<int> failedLogin{400, 401, 415, 429, 503};
    const auto byName = jsonBody(core::schemaOf<NameLogin>());
    const auto byMail = jsonBody(core::schemaOf<MailLogin>());
    const auto renewal = jsonBody(core::schemaOf<Renewal>());
    add("POST", "/api/auth/login/", "Everyst: signs in", {byName},
        schemaOfMembers({{"access", "string"}, {"refresh", "string?"}, {"password_expired", "boolean"}}),
        failedLogin, inDetails);
    add("POST", "/api/auth/refresh/", "Everyst: renews a sign-in", {renewal},
        schemaOfMembers({{"access", "string"}, {"refresh", "string?"}}), {400, 401, 415, 503}, inDetails);
    add("POST", "/api/auth/logout/", "Everyst: signs out", {renewal}, inDetails, {400, 415}, inDetails);
    add("POST", "/api/auth/login", "Departments: signs in by e-mail", {byMail}, departments, failedLogin,
        inStatus);
    add("POST", "/api/auth/logout", "Departments: signs out", {}, inStatus, {}, inStatus);
    add("POST", "/auth/login", "ThreatLens: signs in", {byName}, threatLens, failedLogin, inSuccess);
    add("GET", "/auth/me", "ThreatLens: who the token speaks for", {}, threatLensMe, {401}, inSuccess);
    paths.last().needsToken = true;
    add("POST", "/auth/logout", "ThreatLens: signs out", {}, inSuccess, {}, inSuccess);
}

ContractLogins::Response ContractLogins::everystLogin(const transport::HttpRequest &request)
{
    transport::HttpResponse refusal;
    const auto params = readAs<NameLogin>(request, inDetail, refusal);
    if (!params)
        return transport::respond(refusal);
    const Manner manner = [](const core::Error &error) {
        if (error.code != core::ErrorCode::Limited)
            return inDetail(error);
        return QJsonObject{{QStringLiteral("detail"),
                            QString(QStringLiteral("Account temporarily locked. ") + error.message)}};
    };
    return m_identity.login(credentialsOf(*params), originOf(request), everystLife)
        .then(answering(manner, everystTokens));
}

ContractLogins::Response ContractLogins::everystRefresh(const transport::HttpRequest &request)
{
    transport::HttpResponse refusal;
    const auto params = readAs<Renewal>(request, inDetail, refusal);
    if (!params)
        return transport::respond(refusal);
    return m_identity.refresh(params->refresh, everystLife, request.peer.toString())
        .then(answering(inDetail, [](const TokenPair &pair) {
            QJsonObject body = everystTokens(pair);
            body.remove(QStringLiteral("password_expired"));
            return body;
        }));
}

ContractLogins::Response ContractLogins::everystLogout(const transport::HttpRequest &request)
{
    QString refresh;
    if (!request.body.isEmpty()) {
        transport::HttpResponse refusal;
        const auto params = readAs<Renewal>(request, inDetail, refusal);
        if (!params)
            return transport::respond(refusal);
        refresh = params->refresh;
    }
    return m_identity.logout(AuthApi::credential(request), refresh, request.peer.toString())
        .then(answeringDone(inDetail,
                            {{QStringLiteral("detail"), QStringLiteral("Successfully logged out.")}}));
}

ContractLogins::Response ContractLogins::departmentsLogin(const transport::HttpRequest &request)
{
    transport::HttpResponse refusal;
    const auto params = readAs<MailLogin>(request, asStatus, refusal);
    if (!params)
        return transport::respond(refusal);
    return m_identity
        .login({params->email, params->password, params->otp}, originOf(request), departmentsLife)
        .then(answering(asStatus, [](const TokenPair &pair) -> QJsonObject {
            const QJsonObject user = departmentsUser(pair.user);
            // Some clients look for both under "data".
            return {{QStringLiteral("status"), QStringLiteral("success")},
                    {QStringLiteral("token"), pair.accessToken},
                    {QStringLiteral("user"), user},
                    {QStringLiteral("data"), QJsonObject{{QStringLiteral("token"), pair.accessToken},
                                                         {QStringLiteral("user"), user}}}};
        }));
}

ContractLogins::Response ContractLogins::departmentsLogout(const transport::HttpRequest &request)
{
    return m_identity.logout(AuthApi::credential(request), {}, request.peer.toString())
        .then(answeringDone(asStatus, {{QStringLiteral("status"), QStringLiteral("success")},
                                       {QStringLiteral("message"), QStringLiteral("Logged out.")}}));
}

ContractLogins::Response ContractLogins::threatLensLogin(const transport::HttpRequest &request)
{
    transport::HttpResponse refusal;
    const auto params = readAs<NameLogin>(request, asSuccess, refusal);
    if (!params)
        return transport::respond(refusal);
    const Lifetimes life = params->rememberMe ? rememberedLife : threatLensLife;
    return m_identity.login(credentialsOf(*params), originOf(request), life)
        .then(answering(asSuccess, [this](const TokenPair &pair) -> QJsonObject {
            const core::Result<core::Principal> principal = m_identity.verify(pair.accessToken);
            return {{QStringLiteral("success"), true},
                    {QStringLiteral("message"), QStringLiteral("Login successful")},
                    {QStringLiteral("token"),
                     QJsonObject{
                         {QStringLiteral("token"), pair.accessToken},
                         {QStringLiteral("token_type"), pair.tokenType},
                         {QStringLiteral("expires_in"), pair.expiresIn},
                         {QStringLiteral("session_id"), principal ? principal->tokenId : QString()},
                         {QStringLiteral("permissions"), dialects::threatlens::permissions(pair.user.role)}}},
                    {QStringLiteral("user_info"), threatLensUser(pair.user)}};
        }));
}

ContractLogins::Response ContractLogins::threatLensMe(const transport::HttpRequest &request)
{
    const core::Result<core::Principal> principal = m_identity.verify(AuthApi::credential(request));
    if (!principal)
        return transport::respond(errorResponse(principal.error(), asSuccess(principal.error())));
    return transport::respond(jsonResponse(threatLensUser(m_identity.userFor(*principal))));
}

ContractLogins::Response ContractLogins::threatLensLogout(const transport::HttpRequest &request)
{
    return m_identity.logout(AuthApi::credential(request), {}, request.peer.toString())
        .then(answeringDone(asSuccess, {{QStringLiteral("success"), true},
                                        {QStringLiteral("message"), QStringLiteral("Logout successful")}}));
}

ContractLogins::Response ContractLogins::opmasLogin(const transport::HttpRequest &request)
{
    const core::Result<NameLogin> params =
        core::fromJson<NameLogin>(formFields(request.body), core::NameCase::Snake, QStringLiteral("body"));
    if (!params)
        return transport::respond(errorResponse(params.error(), inDetail(params.error())));
    return m_identity.login(credentialsOf(*params), originOf(request), opmasLife)
        .then(answering(inDetail, [](const TokenPair &pair) {
            QJsonObject body{{QStringLiteral("access_token"), pair.accessToken},
                             {QStringLiteral("token_type"), QStringLiteral("bearer")},
                             {QStringLiteral("expires_in"), pair.expiresIn}};
            if (!pair.refreshToken.isEmpty())
                body.insert(QStringLiteral("refresh_token"), pair.refreshToken);
            return body;
        }));
}

} // namespace engine
