// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/credentials.h"
#include "client/httpcall.h"
#include "client/trust.h"
#include "core/clock.h"
#include "core/result.h"

#include <QFuture>
#include <QJsonObject>

namespace client {

/// A person's session with a server: signs in with a password over HTTP and keeps the access token fresh.
/// The password is not kept; the tokens live in memory only.
class SignIn final : public Credentials
{
    Q_OBJECT
public:
    SignIn(ServerAddress address, Trust &trust, core::Clock &clock, QObject *parent = nullptr);

    /// Errors: AuthenticationRequired (one sentence for a wrong name and a wrong password), CodeRequired (the
    /// account needs a one-time code, too, or another one, in the server's words), Limited (how long to
    /// wait), Unavailable (why the server is not reached), Forbidden (it is not trusted: nothing was sent).
    QFuture<core::Result<void>> signIn(const QString &username, const QString &password,
                                       const QString &code = {});
    void signOut();

    [[nodiscard]] QString accessToken() const override { return m_access; }
    [[nodiscard]] const ServerAddress &address() const { return m_address; }
    [[nodiscard]] Trust &trust() const { return m_trust; }
    /// Another server, before signing in; what was known of the old one is forgotten.
    void setAddress(const ServerAddress &address);
    bool renew() override;

Q_SIGNALS:
    /// The server does not renew the session: a person must sign in again.
    void ended();

private:
    using Answered = std::function<void(const core::Result<QJsonObject> &)>;

    void post(const QString &path, const QJsonObject &body, const Answered &answered);
    void send(const QString &path, const QByteArray &json, const Answered &answered);
    core::Result<void> accept(const core::Result<QJsonObject> &answer);
    void refresh();

    ServerAddress m_address;
    Trust &m_trust;
    core::Clock &m_clock;
    QString m_access;
    QString m_refresh;
    std::unique_ptr<core::Timer> m_timer;
    bool m_isRefreshing = false;
    bool m_isHeldBack = false; ///< a refresh waits until the server is trusted again
};

} // namespace client
