// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/remotelink.h"

#include "catalog/identity.h"
#include "catalog/session.h"

#include <QSslConfiguration>
#include <QSslSocket>
#include <QWebSocket>

namespace client {

namespace {

using namespace std::chrono_literals;

constexpr auto askAfter = 5s;
constexpr auto cutAfter = 15s;
constexpr auto answerWithin = 30s;
constexpr int closeAuthentication = 4001;
constexpr quint64 longestMessage = 16ULL * 1024 * 1024;

core::Error linkUnavailable(const QString &why) { return {core::ErrorCode::Unavailable, why}; }

} // namespace

RemoteLink::RemoteLink(ServerAddress address, Credentials &credentials, Trust &trust, core::Clock &clock,
                       core::Entropy &entropy, QObject *parent)
    : Link(parent), m_address(std::move(address)), m_credentials(credentials), m_trust(trust), m_clock(clock),
      m_backoff(entropy), m_frames(clock), m_text(tr("Not connected yet."))
{
    connect(&m_frames, &Frames::ready, this, &RemoteLink::eventsReceived);
    connect(&m_trust, &Trust::settled, this, [this] {
        if (m_state == State::Refused)
            retry();
    });
    connect(&m_credentials, &Credentials::tokenChanged, this, [this] {
        if (m_credentials.accessToken().isEmpty())
            signedOut(tr("Sign in to see %1.").arg(this->address()));
        else if (m_state == State::SignedOut)
            retry();
        else if (m_greeted)
            authenticate();
    });
}

RemoteLink::~RemoteLink()
{
    dropSocket();
    failPending(tr("The connection is closed."));
}

void RemoteLink::open()
{
    m_tick = m_clock.every(1s, [this] { tick(); });
    setState(State::Connecting, tr("Connecting to %1…").arg(address()));
    connectSocket();
}

void RemoteLink::retry()
{
    if (m_state == State::Live || (m_socket && !m_retryAt && m_state != State::SignedOut))
        return;
    setState(m_wasLive ? State::Reconnecting : State::Connecting, tr("Connecting to %1…").arg(address()));
    connectSocket();
}

void RemoteLink::connectSocket()
{
    dropSocket();
    m_retryAt.reset();
    m_heardAt = m_clock.steady();
    if (!m_address.isEncrypted()) {
        if (const core::Result<void> allowed = m_trust.allowPlain(m_address); !allowed) {
            refuse(allowed.error().message);
            return;
        }
        m_isTrusted = true;
    }
    m_socket = std::make_unique<QWebSocket>();
    m_socket->setMaxAllowedIncomingMessageSize(longestMessage);
    m_socket->setMaxAllowedIncomingFrameSize(longestMessage);
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &RemoteLink::receive);
    connect(m_socket.get(), &QWebSocket::disconnected, this, &RemoteLink::closed);
    // Trust judges every handshake, the flawless ones too.
    QSslConfiguration tls = m_socket->sslConfiguration();
    tls.setPeerVerifyMode(QSslSocket::QueryPeer);
    m_socket->setSslConfiguration(tls);
    m_socket->open(m_address.console);
    // Its inner socket, because QWebSocket of Qt 6.4 tells of a handshake without errors only once it has
    // asked for the WebSocket, and then shows no certificate: sslConfiguration() is what was set. Without
    // that socket nothing would be judged, and to a server that was not judged nothing is said.
    if (const auto *inner = m_socket->findChild<QSslSocket *>(); inner && m_address.isEncrypted())
        connect(inner, &QSslSocket::encrypted, this, [this, inner] { judge(*inner); });
}

void RemoteLink::dropSocket()
{
    m_isTrusted = false;
    m_greeted = false;
    m_asked = false;
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    // The socket may be on the call stack: it said that it is closed.
    m_socket.release()->deleteLater();
}

void RemoteLink::receive(const QString &text)
{
    m_heardAt = m_clock.steady();
    m_asked = false;
    core::Result<dialects::Incoming> read = dialects::decodeIncoming(text);
    if (!read) {
        if (!m_greeted)
            refuse(tr("%1 is no Belfry server. Check the address.").arg(address()));
        return;
    }
    dialects::Incoming incoming = std::move(read).value();
    if (const auto *hello = std::get_if<dialects::ConsoleHello>(&incoming)) {
        greet(*hello);
    } else if (const auto *answer = std::get_if<dialects::ConsoleAnswer>(&incoming)) {
        const auto found = m_pending.find(answer->id);
        if (found == m_pending.end())
            return;
        const Answered answered = std::move(found->second.answered);
        m_pending.erase(found);
        answered(answer->reply);
    } else if (auto *event = std::get_if<core::Event>(&incoming)) {
        hear(std::move(*event));
    }
}

void RemoteLink::greet(const dialects::ConsoleHello &hello)
{
    if (!m_isTrusted)
        return; // there was no handshake to judge
    m_greeted = true;
    if (hello.epoch != m_epoch) {
        m_epoch = hello.epoch;
        m_sequence = 0;
    }
    if (!m_credentials.accessToken().isEmpty())
        authenticate();
    else if (hello.signedIn)
        settle();
    else
        signedOut(tr("Sign in to see %1.").arg(address()));
}

void RemoteLink::authenticate()
{
    const identity::Authenticate command{m_credentials.accessToken()};
    send(QLatin1String(identity::Authenticate::name), core::toJson(command).toObject(),
         [this](const core::Reply &reply) {
             if (!m_greeted)
                 return;
             if (reply && m_state != State::Live)
                 settle();
             else if (!reply && reply.error().code == core::ErrorCode::AuthenticationRequired)
                 signedOut(tr("%1 does not accept the sign-in any more.").arg(address()));
             else if (!reply)
                 tryLater(reply.error().message);
         });
}

void RemoteLink::settle()
{
    if (m_topics.isEmpty()) {
        becomeLive();
        return;
    }
    sendSubscription(m_topics, m_sequence > 0, [this](const core::Reply &reply) {
        if (!m_greeted)
            return;
        if (reply)
            becomeLive();
        else
            tryLater(reply.error().message);
    });
}

void RemoteLink::sendSubscription(const QStringList &topics, bool catchUp, const Answered &then)
{
    session::Subscribe command{topics, std::nullopt, std::nullopt};
    if (catchUp) {
        command.since = qint64(m_sequence);
        command.epoch = m_epoch;
    }
    send(QLatin1String(session::Subscribe::name), core::toJson(command).toObject(),
         [this, then](const core::Reply &reply) {
             const auto read = reply ? reply.value().as<session::Subscribe::Reply>()
                                     : core::Result<session::Subscribe::Reply>(reply.error());
             // What was missed follows a recovered answer and lies at or below its position.
             if (read && !read->recovered) {
                 m_sequence = read->epoch == m_epoch ? std::max(m_sequence, quint64(read->sequence))
                                                     : quint64(read->sequence);
                 m_epoch = read->epoch;
             }
             then(reply);
         });
}

void RemoteLink::becomeLive()
{
    m_backoff.reset();
    m_wasLive = true;
    setState(State::Live, QString());
}

void RemoteLink::hear(core::Event event)
{
    if (event.sequence <= m_sequence)
        return;
    m_sequence = event.sequence;
    m_frames.add(std::move(event));
}

QFuture<core::Reply> RemoteLink::request(const QString &command, const QJsonObject &params)
{
    if (m_state != State::Live)
        return core::ready(linkUnavailable(tr("There is no connection to %1.").arg(address())));
    auto promise = std::make_shared<QPromise<core::Reply>>();
    promise->start();
    QFuture<core::Reply> future = promise->future();
    send(command, params, [promise](const core::Reply &reply) {
        promise->addResult(reply);
        promise->finish();
    });
    return future;
}

void RemoteLink::subscribe(const QStringList &topics)
{
    QStringList fresh;
    for (const QString &topic : topics) {
        if (!m_topics.contains(topic) && !fresh.contains(topic))
            fresh << topic;
    }
    m_topics << fresh;
    if (m_state == State::Live && !fresh.isEmpty())
        sendSubscription(fresh, false, [](const core::Reply &) {});
}

void RemoteLink::unsubscribe(const QStringList &topics)
{
    QStringList gone;
    for (const QString &topic : topics) {
        if (m_topics.removeAll(topic) > 0)
            gone << topic;
    }
    if (m_state == State::Live && !gone.isEmpty()) {
        send(QLatin1String(session::Unsubscribe::name), core::toJson(session::Unsubscribe{gone}).toObject(),
             [](const core::Reply &) {});
    }
}

void RemoteLink::send(const QString &command, const QJsonObject &params, Answered answered)
{
    m_pending.insert({++m_lastId, Pending{std::move(answered), m_clock.steady()}});
    m_socket->sendTextMessage(dialects::encodeRequest(m_lastId, command, params));
}

void RemoteLink::closed()
{
    const int code = m_socket->closeCode();
    const QString said =
        m_socket->closeReason().isEmpty() ? m_socket->errorString() : m_socket->closeReason();
    if (code == closeAuthentication)
        signedOut(tr("%1 has ended the session. Sign in again.").arg(address()));
    else
        tryLater(m_greeted ? tr("The connection to %1 was lost.").arg(address())
                           : tr("%1 cannot be reached: %2.").arg(address(), said));
}

void RemoteLink::judge(const QSslSocket &socket)
{
    const QSslCertificate certificate = socket.peerCertificate();
    const core::Result<void> trusted = m_trust.judge(m_address, certificate, socket.sslHandshakeErrors());
    if (!trusted) {
        refuse(trusted.error().message);
        return;
    }
    m_isTrusted = true;
    const QString shown = Fingerprint::of(certificate).text();
    if (std::exchange(m_fingerprint, shown) != shown)
        Q_EMIT fingerprintChanged();
}

void RemoteLink::refuse(const QString &why)
{
    dropSocket();
    m_retryAt.reset();
    setState(State::Refused, why);
    failPending(why);
}

void RemoteLink::tryLater(const QString &why)
{
    dropSocket();
    const auto wait = m_backoff.next();
    m_retryAt = m_clock.steady() + wait;
    setState(m_wasLive ? State::Reconnecting : State::Connecting, why);
    failPending(why);
}

void RemoteLink::signedOut(const QString &why)
{
    dropSocket();
    m_retryAt.reset();
    const bool renewing = !m_credentials.accessToken().isEmpty() && m_credentials.renew();
    setState(State::SignedOut, renewing ? tr("Signing in to %1 again…").arg(address()) : why);
    failPending(why);
}

void RemoteLink::setState(State state, const QString &text)
{
    m_state = state;
    m_text = text;
    Q_EMIT stateChanged();
}

QString RemoteLink::stateText() const
{
    if (!m_retryAt)
        return m_text;
    const auto left = std::chrono::ceil<std::chrono::seconds>(std::max(*m_retryAt - m_clock.steady(), 0ms));
    return tr("%1 Trying again in %n s.", nullptr, int(left.count())).arg(m_text);
}

void RemoteLink::failPending(const QString &why)
{
    const std::map<qint64, Pending> pending = std::exchange(m_pending, {});
    for (const auto &[id, waiting] : pending)
        waiting.answered(linkUnavailable(why));
}

void RemoteLink::tick()
{
    const auto now = m_clock.steady();
    if (m_retryAt && now >= *m_retryAt) {
        connectSocket();
        return;
    }
    if (m_retryAt) {
        Q_EMIT stateChanged(); // the countdown in its text
        return;
    }
    if (!m_socket)
        return;
    for (auto it = m_pending.begin(); it != m_pending.end(); ++it) {
        if (now - it->second.since >= answerWithin) {
            const Answered answered = std::move(it->second.answered);
            m_pending.erase(it);
            answered(linkUnavailable(tr("%1 did not answer within 30 s.").arg(address())));
            return;
        }
    }
    if (now - m_heardAt >= cutAfter)
        tryLater(tr("%1 does not answer.").arg(address()));
    else if (m_state == State::Live && !m_asked && now - m_heardAt >= askAfter) {
        m_asked = true;
        send(QLatin1String(session::Ping::name), {}, [](const core::Reply &) {});
    }
}

} // namespace client
