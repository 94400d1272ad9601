// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/engineioserver.h"

#include "transport/engineiofault.h"

#include <algorithm>
#include <iterator>

namespace transport {

namespace {
constexpr int sidBytes = 15; // 20 characters
constexpr std::chrono::milliseconds farewellTime{50};

QByteArray sidOf(const HttpRequest &request)
{
    return request.query.queryItemValue(QStringLiteral("sid"), QUrl::FullyDecoded).toUtf8();
}

bool hasSid(const HttpRequest &request) { return request.query.hasQueryItem(QStringLiteral("sid")); }
} // namespace

EngineIoServer::EngineIoServer(const Router::EngineIoMount &mount, core::Clock &clock, core::Entropy &entropy,
                               Turn &turn, HasRoom hasRoom, QObject *parent)
    : QObject(parent), m_mount(mount), m_clock(clock), m_entropy(entropy), m_turn(turn),
      m_hasRoom(std::move(hasRoom))
{
}

std::optional<HttpResponse> EngineIoServer::verify(const HttpRequest &request, const QString &transport) const
{
    const QString asked = request.query.queryItemValue(QStringLiteral("transport"));
    if (asked != QLatin1String("polling") && asked != QLatin1String("websocket"))
        return engineIoError(EngineIoFault::UnknownTransport);
    if (hasSid(request)) {
        const EngineIoSession *session = m_sessions.value(sidOf(request));
        if (!session)
            return engineIoError(EngineIoFault::UnknownSession);
        const bool fits = transport == QLatin1String("websocket") || session->isPolling();
        return asked == transport && fits ? std::nullopt
                                          : std::optional(engineIoError(EngineIoFault::BadRequest));
    }
    if (request.method != "GET")
        return engineIoError(EngineIoFault::BadMethod);
    if (asked != transport)
        return engineIoError(EngineIoFault::BadRequest);
    if (request.query.allQueryItemValues(QStringLiteral("EIO")) != QStringList{QStringLiteral("4")})
        return engineIoError(EngineIoFault::UnsupportedVersion);
    return std::nullopt;
}

void EngineIoServer::handle(const std::shared_ptr<HttpExchange> &exchange)
{
    const HttpRequest &request = exchange->request();
    if (EngineIoSession *session = m_sessions.value(sidOf(request)))
        session->expire();
    if (request.method == "GET" && m_farewells.remove(sidOf(request)) > 0) {
        HttpResponse response;
        response.contentType = QByteArrayLiteral("text/plain; charset=UTF-8");
        response.body = QByteArray(1, char(wire::EngineIoType::Noop));
        exchange->answer(response);
        return;
    }
    if (auto refused = verify(request, QStringLiteral("polling"))) {
        exchange->answer(*refused);
        return;
    }
    if (EngineIoSession *session = m_sessions.value(sidOf(request))) {
        if (request.method == "GET") {
            session->poll(exchange);
        } else if (request.method == "POST") {
            session->post(exchange);
        } else {
            HttpResponse response;
            response.status = 500; // as the reference server answers
            exchange->answer(response);
        }
        return;
    }
    if (!m_hasRoom(request)) {
        exchange->answer(engineIoError(EngineIoFault::Forbidden, QByteArrayLiteral("Too many connections")));
        return;
    }
    const EngineIoSession *session = create(request);
    HttpResponse response;
    response.contentType = QByteArrayLiteral("text/plain; charset=UTF-8");
    response.body = session->openPacket();
    exchange->answer(response);
}

void EngineIoServer::lose(const HttpRequest &request)
{
    if (request.method == "POST" && !verify(request, QStringLiteral("polling")))
        m_sessions.value(sidOf(request))->losePost();
}

std::optional<HttpResponse> EngineIoServer::refusal(const HttpRequest &request) const
{
    return verify(request, QStringLiteral("websocket"));
}

void EngineIoServer::handle(const HttpRequest &request, WebSocketConnection *connection)
{
    if (!hasSid(request)) {
        if (m_hasRoom(request))
            create(request)->begin(connection);
        else
            connection->close(quint16(CloseCode::TryAgainLater), QByteArrayLiteral("too many connections"));
    } else if (EngineIoSession *session = m_sessions.value(sidOf(request))) {
        session->probe(connection);
    } else {
        connection->close(quint16(CloseCode::Normal), QByteArrayLiteral("session is gone"));
    }
}

EngineIoSession *EngineIoServer::create(const HttpRequest &request)
{
    const QByteArray sid = m_entropy.token(sidBytes).toLatin1();
    auto *session = new EngineIoSession(sid, static_cast<const Handshake &>(request), m_mount.options,
                                        m_clock, m_turn, this);
    m_sessions.insert(sid, session);
    connect(session, &Channel::closed, this, [this, session] { forget(session); });
    m_mount.open(session);
    return session;
}

void EngineIoServer::forget(EngineIoSession *session)
{
    const QByteArray &sid = session->sid();
    m_sessions.remove(sid);
    if (session->owesNoop())
        m_farewells.insert(
            sid, m_clock.after(farewellTime, [this, sid = QByteArray(sid)] { m_farewells.remove(sid); }));
}

QList<const Channel *> EngineIoServer::openSessions() const
{
    QList<const Channel *> open;
    std::copy_if(m_sessions.begin(), m_sessions.end(), std::back_inserter(open),
                 [](const EngineIoSession *session) { return session->isOpen(); });
    return open;
}

void EngineIoServer::closeAll(CloseCode code, const QByteArray &reason)
{
    const auto sessions = m_sessions.values();
    for (EngineIoSession *session : sessions)
        session->close(code, reason);
}

} // namespace transport
