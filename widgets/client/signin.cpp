// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/signin.h"

#include <QJsonDocument>
#include <QNetworkReply>
#include <QPromise>

namespace client {

namespace {

using namespace std::chrono_literals;

constexpr auto refreshRetry = 5s;
constexpr int requestMilliseconds = 15'000;

core::Error signInError(const QNetworkReply &reply, const QString &server)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 400 || status == 401 || status == 403 || status == 422)
        return {core::ErrorCode::AuthenticationRequired,
                client::SignIn::tr("%1 does not accept this user name and password.").arg(server)};
    if (status == 429) {
        const int seconds = qBound(1, reply.rawHeader("Retry-After").toInt(), 3600);
        return {core::ErrorCode::Limited,
                client::SignIn::tr("Too many attempts. Try again in %n s.", nullptr, seconds)};
    }
    const QString why =
        status ? client::SignIn::tr("it answered with HTTP %1").arg(status) : reply.errorString();
    return {core::ErrorCode::Unavailable, client::SignIn::tr("%1 cannot be reached: %2.").arg(server, why)};
}

} // namespace

SignIn::SignIn(ServerAddress address, core::Clock &clock, QObject *parent)
    : Credentials(parent), m_address(std::move(address)), m_clock(clock)
{
    m_network.setAutoDeleteReplies(true);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

QFuture<core::Result<void>> SignIn::signIn(const QString &username, const QString &password)
{
    auto promise = std::make_shared<QPromise<core::Result<void>>>();
    promise->start();
    const QJsonObject body{{QStringLiteral("username"), username}, {QStringLiteral("password"), password}};
    post(QStringLiteral("api/v1/auth/login"), body, [this, promise](const core::Result<QJsonObject> &answer) {
        // A server with a full disk gives no refresh token; the one of an earlier sign-in is not this
        // person's.
        m_refresh.clear();
        promise->addResult(accept(answer));
        promise->finish();
    });
    return promise->future();
}

void SignIn::signOut()
{
    m_timer.reset();
    m_access.clear();
    m_refresh.clear();
    Q_EMIT tokenChanged();
    Q_EMIT ended();
}

void SignIn::setAddress(const ServerAddress &address)
{
    m_timer.reset();
    m_access.clear();
    m_refresh.clear();
    m_address = address;
}

bool SignIn::renew()
{
    if (m_refresh.isEmpty())
        return false;
    refresh();
    return true;
}

void SignIn::post(const QString &path, const QJsonObject &body, const Answered &answered)
{
    QNetworkRequest request(m_address.http.resolved(QUrl(path)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setTransferTimeout(requestMilliseconds);
    QNetworkReply *reply = m_network.post(request, QJsonDocument(body).toJson(QJsonDocument::Compact));
    connect(reply, &QNetworkReply::finished, this, [this, reply, answered] {
        if (reply->error() != QNetworkReply::NoError)
            answered(signInError(*reply, m_address.text()));
        else
            answered(QJsonDocument::fromJson(reply->readAll()).object());
    });
}

core::Result<void> SignIn::accept(const core::Result<QJsonObject> &answer)
{
    if (!answer)
        return answer.error();
    const QString access = answer->value(QLatin1String("access_token")).toString();
    if (access.isEmpty())
        return core::Error{core::ErrorCode::Unavailable,
                           tr("%1 is no Belfry server. Check the address.").arg(m_address.text())};
    m_access = access;
    if (const QString next = answer->value(QLatin1String("refresh_token")).toString(); !next.isEmpty())
        m_refresh = next;
    const int seconds = qBound(30, answer->value(QLatin1String("expires_in")).toInt(900), 86'400);
    m_timer = m_clock.after(std::chrono::seconds(seconds * 4 / 5), [this] { refresh(); });
    Q_EMIT tokenChanged();
    return {};
}

void SignIn::refresh()
{
    if (m_refresh.isEmpty() || m_isRefreshing)
        return;
    m_isRefreshing = true;
    const QJsonObject body{{QStringLiteral("refresh_token"), m_refresh}};
    post(QStringLiteral("api/v1/auth/refresh"), body, [this](const core::Result<QJsonObject> &answer) {
        m_isRefreshing = false;
        if (const core::Result<void> accepted = accept(answer); accepted)
            return;
        else if (accepted.error().code == core::ErrorCode::AuthenticationRequired)
            signOut();
        else
            m_timer = m_clock.after(refreshRetry, [this] { refresh(); });
    });
}

} // namespace client
