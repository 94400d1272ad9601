// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/backoff.h"
#include "client/credentials.h"
#include "client/frames.h"
#include "client/link.h"
#include "client/trust.h"
#include "core/clock.h"
#include "dialects/console/consoleclient.h"

#include <QPromise>

#include <map>

class QSslSocket;
class QWebSocket;

namespace client {

/// A Belfry on the other side of a network: the console dialect over a WebSocket, with everything that makes
/// it last. Silent for 5 s: asks whether the other side lives; silent for 15 s: cuts and tries again. A
/// server that is not trusted hears nothing and is not tried again.
class RemoteLink final : public Link
{
    Q_OBJECT
public:
    RemoteLink(ServerAddress address, Credentials &credentials, Trust &trust, core::Clock &clock,
               core::Entropy &entropy, QObject *parent = nullptr);
    ~RemoteLink() override;

    /// Begins to connect; `stateChanged` tells the rest.
    void open();

    QFuture<core::Reply> request(const QString &command, const QJsonObject &params) override;
    void subscribe(const QStringList &topics) override;
    void unsubscribe(const QStringList &topics) override;
    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] QString stateText() const override;
    [[nodiscard]] bool isLocal() const override { return false; }
    [[nodiscard]] QString address() const override { return m_address.text(); }
    [[nodiscard]] QString fingerprint() const override { return m_fingerprint; }
    void retry() override;

private:
    using Answered = std::function<void(const core::Reply &)>;

    void connectSocket();
    void dropSocket();
    void receive(const QString &text);
    void greet(const dialects::ConsoleHello &hello);
    void authenticate();
    void settle();
    void sendSubscription(const QStringList &topics, bool catchUp, const Answered &then);
    void becomeLive();
    void hear(core::Event event);
    void send(const QString &command, const QJsonObject &params, Answered answered);
    void closed();
    void judge(const QSslSocket &socket);
    void refuse(const QString &why);
    void tryLater(const QString &why);
    void signedOut(const QString &why);
    void setState(State state, const QString &text);
    void failPending(const QString &why);
    void tick();

    struct Pending
    {
        Answered answered;
        std::chrono::milliseconds since;
    };

    ServerAddress m_address;
    Credentials &m_credentials;
    Trust &m_trust;
    core::Clock &m_clock;
    Backoff m_backoff;
    Frames m_frames;
    std::unique_ptr<QWebSocket> m_socket;
    std::unique_ptr<core::Timer> m_tick;
    std::map<qint64, Pending> m_pending;
    QStringList m_topics;
    State m_state = State::Connecting;
    QString m_text;
    QString m_fingerprint;
    QString m_epoch;
    quint64 m_sequence = 0;
    qint64 m_lastId = 0;
    bool m_wasLive = false;
    bool m_isTrusted = false; ///< what the socket leads to
    bool m_greeted = false;
    bool m_asked = false;
    std::chrono::milliseconds m_heardAt{0};
    std::optional<std::chrono::milliseconds> m_retryAt;
};

} // namespace client
