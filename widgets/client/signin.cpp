// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/signin.h"

#include <QJsonDocument>
#include <QPromise>

namespace client {

namespace {

using namespace std::chrono_literals;

constexpr auto refreshRetry = 5s;
constexpr int mustUpgrade = 426;
constexpr int longestSentence = 500;

/// What the server says when a one-time code is wanted; nothing when that is not what is wrong.
std::optional<core::Error> codeWanted(const HttpAnswer &answer)
{
    const QJsonObject error =
        QJsonDocument::fromJson(answer.body).object().value(QLatin1String("error")).toObject();
    if (core::errorCodeFromWord(error.value(QLatin1String("code")).toString()) !=
        core::ErrorCode::CodeRequired)
        return std::nullopt;
    const QString sentence =
        error.value(QLatin1String("message")).toString().left(longestSentence).simplified();
    return core::Error{core::ErrorCode::CodeRequired,
                       sentence.isEmpty() ? client::SignIn::tr("This account needs a one-time code, too.")
                                          : sentence};
}

core::Error signInError(const HttpAnswer &answer, const ServerAddress &server)
{
    const int status = answer.status;
    if (const auto wanted = codeWanted(answer); wanted && status == 401)
        return *wanted;
    if (status == 400 || status == 401 || status == 403 || status == 422)
        return {core::ErrorCode::AuthenticationRequired,
                client::SignIn::tr("%1 does not accept this user name and password.").arg(server.text())};
    if (status == 429) {
        const int seconds = qBound(1, answer.headers.value("retry-after").toInt(), 3600);
        return {core::ErrorCode::Limited,
                client::SignIn::tr("Too many attempts. Try again in %n s.", nullptr, seconds)};
    }
    const QUrl next(QString::fromLatin1(answer.headers.value("location").left(500)), QUrl::StrictMode);
    const bool isElsewhere = status >= 300 && status < 400 && next.isValid() && !next.host().isEmpty();
    if (isElsewhere && server.isEncrypted() && next.scheme() == QLatin1String("http")) {
        return {core::ErrorCode::Forbidden,
                client::SignIn::tr(
                    "%1 sends its visitors on to a place without encryption (%2), where everybody on "
                    "the way could read the password. Belfry does not go there. Tell the administrator "
                    "of the server.")
                    .arg(server.text(), next.toString())};
    }
    if (isElsewhere) {
        return {core::ErrorCode::Unavailable,
                client::SignIn::tr("%1 sends its visitors on to %2. If that is right, give that address.")
                    .arg(server.text(), next.toString())};
    }
    return {
        core::ErrorCode::Unavailable,
        client::SignIn::tr("%1 cannot be reached: it answered with HTTP %2.").arg(server.text()).arg(status)};
}

} // namespace

SignIn::SignIn(ServerAddress address, Trust &trust, core::Clock &clock, QObject *parent)
    : Credentials(parent), m_address(std::move(address)), m_trust(trust), m_clock(clock)
{
    connect(&m_trust, &Trust::settled, this, [this] {
        if (std::exchange(m_isHeldBack, false))
            refresh();
    });
}

QFuture<core::Result<void>> SignIn::signIn(const QString &username, const QString &password,
                                           const QString &code)
{
    auto promise = std::make_shared<QPromise<core::Result<void>>>();
    promise->start();
    QJsonObject body{{QStringLiteral("username"), username}, {QStringLiteral("password"), password}};
    if (!code.isEmpty())
        body.insert(QStringLiteral("otp"), code);
    post(QStringLiteral("api/v1/auth/login"), body, [this, promise](const core::Result<QJsonObject> &answer) {
        // A server with a full disk gives no refresh token; the one of an earlier sign-in is not this
        // person's.
        if (answer)
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
    const QByteArray json = QJsonDocument(body).toJson(QJsonDocument::Compact);
    if (m_address.isEncrypted()) {
        send(path, json, answered);
        return;
    }
    // A server that wants encryption says so only when asked, and then the password would be out.
    HttpCall::head(m_address, m_trust, m_clock, this,
                   [this, path, json, answered](const core::Result<HttpAnswer> &answer) {
                       const bool isSentOn = answer && answer->status >= 300 && answer->status < 400;
                       if (!answer)
                           answered(answer.error());
                       else if (isSentOn || answer->status == mustUpgrade)
                           answered(core::Error{core::ErrorCode::Unavailable,
                                                tr("%1 wants an encrypted connection. Nothing was sent. Use "
                                                   "https://%1.")
                                                    .arg(m_address.text())});
                       else
                           send(path, json, answered);
                   });
}

void SignIn::send(const QString &path, const QByteArray &json, const Answered &answered)
{
    HttpCall::post(m_address, path, json, m_trust, m_clock, this,
                   [this, answered](const core::Result<HttpAnswer> &answer) {
                       if (!answer)
                           answered(answer.error());
                       else if (answer->status < 200 || answer->status > 299)
                           answered(signInError(*answer, m_address));
                       else
                           answered(QJsonDocument::fromJson(answer->body).object());
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
        else if (accepted.error().code == core::ErrorCode::Forbidden)
            m_isHeldBack = true;
        else
            m_timer = m_clock.after(refreshRetry, [this] { refresh(); });
    });
}

} // namespace client
