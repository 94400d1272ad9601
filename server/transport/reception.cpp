// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/reception.h"

#include "core/log.h"
#include "transport/admission.h"
#include "transport/httpwriter.h"
#include "transport/websocketchannel.h"

#include <QCoreApplication>
#include <QTcpSocket>

#include <algorithm>
#include <iterator>

namespace transport {

namespace {
constexpr std::chrono::milliseconds tickInterval{1'000};
constexpr int webSocketKeyBytes = 16;
// For all goodbyes together. Real time, not the clock's: it is the kernel that is waited for.
constexpr std::chrono::milliseconds goodbyeTime{200};

/// What RFC 6455 §4.2.1 asks of the head.
std::optional<HttpResponse> handshakeFault(const HttpRequest &request)
{
    if (!request.header(QByteArrayLiteral("connection")).toLower().contains("upgrade"))
        return httpError(400);
    if (request.header(QByteArrayLiteral("sec-websocket-version")) != "13") {
        HttpResponse response = httpError(426);
        response.headers.append({QByteArrayLiteral("Sec-WebSocket-Version"), QByteArrayLiteral("13")});
        return response;
    }
    const auto nonce = QByteArray::fromBase64Encoding(request.header(QByteArrayLiteral("sec-websocket-key")),
                                                      QByteArray::AbortOnBase64DecodingErrors);
    if (!nonce || nonce.decoded.size() != webSocketKeyBytes)
        return httpError(400);
    return std::nullopt;
}

HttpResponse engineIoForbidden()
{
    HttpResponse response;
    response.status = 403;
    response.body = QByteArrayLiteral(R"({"code":4,"message":"Forbidden"})");
    return response;
}
} // namespace

Reception::Reception(std::shared_ptr<const Router> router, ListenerOptions options, core::Clock &clock,
                     core::Entropy &entropy)
    : m_router(std::move(router)), m_options(std::move(options)), m_clock(clock), m_entropy(entropy),
      m_gate(m_options.allowedHosts, m_options.allowedOrigins), m_upgrader(nullptr)
{
}

Reception::~Reception()
{
    // In this order: channels and exchanges refer to what stands above them.
    m_tick.reset();
    m_acceptors.clear();
    for (Channel *channel : std::as_const(m_channels)) {
        channel->disconnect(this);
        delete channel;
    }
    m_engineIo.clear();
    for (Occupant *occupant : std::as_const(m_occupants)) {
        occupant->disconnect(this);
        delete occupant;
    }
}

core::Result<void> Reception::listen(const QHostAddress &address, quint16 port)
{
    auto acceptor = std::make_unique<Acceptor>(m_clock, nullptr);
    if (!acceptor->open(address, port))
        return core::Error{core::ErrorCode::Unavailable,
                           QCoreApplication::translate(
                               "transport", "Port %1 on %2 cannot be opened (%3). Stop the program that "
                                            "uses it, or choose another port.")
                               .arg(port)
                               .arg(address.toString(), acceptor->errorString())};
    connect(acceptor.get(), &Acceptor::arrived, this, &Reception::arrive);
    m_acceptors.push_back(std::move(acceptor));
    m_isClosed = false;
    return {};
}

QList<const Channel *> Reception::openChannels() const
{
    QList<const Channel *> open;
    std::copy_if(m_channels.begin(), m_channels.end(), std::back_inserter(open),
                 [](const Channel *channel) { return channel->isOpen(); });
    for (const auto &[mount, server] : m_engineIo)
        open += server->openSessions();
    return open;
}

bool Reception::hasRoom(const Handshake &newcomer) const
{
    Admission admission(m_options, newcomer);
    qsizetype known = m_channels.size();
    for (const auto &[mount, server] : m_engineIo)
        known += server->sessionCount();
    if (admission.isGrantedAmong(known))
        return true;
    for (const Channel *channel : openChannels())
        admission.count(channel->handshake());
    return admission.isGranted();
}

void Reception::close()
{
    m_isClosed = true;
    m_acceptors.clear();
    const QByteArray reason = QByteArrayLiteral("the server stops");
    for (Channel *channel : QSet<Channel *>(m_channels))
        channel->close(CloseCode::GoingAway, reason);
    for (const auto &[mount, server] : m_engineIo)
        server->closeAll(CloseCode::GoingAway, reason);
    for (Occupant *occupant : QSet<Occupant *>(m_occupants)) {
        if (auto *connection = qobject_cast<HttpConnection *>(occupant))
            connection->finish();
    }
    // The goodbyes leave now: a program that stops may not turn its loop again.
    QCoreApplication::sendPostedEvents(&m_turn);
    flushAnswers();
}

void Reception::flushAnswers()
{
    const QSet<Occupant *> occupants = m_occupants;
    // First what the kernel takes at once, so that one slow reader costs nobody else his goodbye.
    for (const QDeadlineTimer &deadline : {QDeadlineTimer(0), QDeadlineTimer(goodbyeTime)}) {
        for (Occupant *occupant : occupants) {
            if (auto *connection = qobject_cast<HttpConnection *>(occupant))
                connection->flush(deadline);
        }
    }
}

// --- sockets
// --------------------------------------------------------------------------------------------------------

void Reception::arrive(QTcpSocket *socket)
{
    auto *arrival = new Arrival(socket, m_clock.steady() + m_options.headTimeout, nullptr);
    enter(arrival);
    connect(arrival, &Arrival::httpArrived, this, [this, arrival] { serveHttp(arrival->release()); });
    connect(arrival, &Arrival::upgradeArrived, this,
            [this, arrival](const HttpRequest &request) { upgrade(arrival, request); });
    arrival->start();
}

void Reception::enter(Occupant *occupant)
{
    m_occupants.insert(occupant);
    if (!m_tick)
        m_tick = m_clock.every(tickInterval, [this] { tick(); });
    connect(occupant, &QObject::destroyed, this, [this, occupant] {
        m_occupants.remove(occupant);
        if (m_occupants.size() < m_options.maxSockets) {
            for (const auto &acceptor : m_acceptors)
                acceptor->setPaused(false);
        }
    });
    if (m_occupants.size() >= m_options.maxSockets) {
        for (const auto &acceptor : m_acceptors)
            acceptor->setPaused(true);
    }
}

void Reception::tick()
{
    const auto now = m_clock.steady();
    for (Occupant *occupant : QSet<Occupant *>(m_occupants))
        occupant->tick(now);
    if (m_occupants.isEmpty())
        m_tick.reset(); // an empty house does not wake the machine
}

Handshake Reception::peerOf(const QTcpSocket &socket) const
{
    Handshake peer;
    bool isIpv4 = false;
    const quint32 ipv4 = socket.peerAddress().toIPv4Address(&isIpv4);
    peer.peer = isIpv4 ? QHostAddress(ipv4) : socket.peerAddress();
    peer.peerPort = socket.peerPort();
    peer.localPort = socket.localPort();
    return peer;
}

// --- HTTP
// -----------------------------------------------------------------------------------------------------------

void Reception::serveHttp(QTcpSocket *socket)
{
    auto *connection = new HttpConnection(
        socket, peerOf(*socket), [this](const auto &exchange) { answer(exchange); }, m_options.idleTimeout,
        m_clock.steady(), nullptr);
    enter(connection);
    connection->start();
}

void Reception::answer(const std::shared_ptr<HttpExchange> &exchange)
{
    const HttpRequest &request = exchange->request();
    const QByteArray host = request.header(QByteArrayLiteral("host"));
    const bool isEngineIo = m_router->findEngineIo(request.path) != nullptr;
    if (m_isClosed)
        exchange->answer(httpError(503));
    else if (!m_gate.allowsHost(host))
        exchange->answer(httpError(host.isEmpty() ? 400 : 421));
    else if (!m_gate.allowsOrigin(request))
        exchange->answer(isEngineIo ? engineIoForbidden() : httpError(403));
    else {
        exchange->allowedOrigin = request.header(QByteArrayLiteral("origin"));
        if (request.method == "OPTIONS")
            answerOptions(*exchange);
        else if (isEngineIo)
            engineIo(request.path)->handle(exchange);
        else
            answerByRoute(exchange);
    }
}

void Reception::answerOptions(HttpExchange &exchange) const
{
    const HttpRequest &request = exchange.request();
    HttpResponse response;
    response.status = 204;
    if (!exchange.allowedOrigin.isEmpty()) {
        response.headers.append({QByteArrayLiteral("Access-Control-Allow-Methods"),
                                 QByteArrayLiteral("GET,HEAD,PUT,PATCH,POST,DELETE")});
        const QByteArray asked = request.header(QByteArrayLiteral("access-control-request-headers"));
        if (!asked.isEmpty())
            response.headers.append({QByteArrayLiteral("Access-Control-Allow-Headers"), asked});
        response.headers.append(
            {QByteArrayLiteral("Vary"), QByteArrayLiteral("Access-Control-Request-Headers")});
    }
    exchange.answer(response);
}

void Reception::answerByRoute(const std::shared_ptr<HttpExchange> &exchange)
{
    const HttpRequest &request = exchange->request();
    QList<QByteArray> allowed;
    const Router::HttpRoute *route = m_router->findHttp(request.method, request.path, &allowed);
    if (!route) {
        HttpResponse response = httpError(allowed.isEmpty() ? 404 : 405);
        if (!allowed.isEmpty())
            response.headers.append({QByteArrayLiteral("Allow"), allowed.join(", ")});
        exchange->answer(response);
        return;
    }
    QFuture<HttpResponse> future = route->handler(request);
    if (future.isFinished()) {
        exchange->answer(future.resultCount() > 0 ? future.result() : httpError(500));
        return;
    }
    future.then(this, [exchange](const HttpResponse &response) { exchange->answer(response); })
        .onCanceled(this, [exchange] { exchange->answer(httpError(500)); });
}

// --- WebSocket
// ------------------------------------------------------------------------------------------------------

std::optional<HttpResponse> Reception::refusal(const HttpRequest &request)
{
    const QByteArray host = request.header(QByteArrayLiteral("host"));
    if (m_isClosed)
        return httpError(503);
    if (!m_gate.allowsHost(host))
        return httpError(host.isEmpty() ? 400 : 421);
    if (!m_gate.allowsOrigin(request))
        return httpError(403);
    if (EngineIoServer *server = engineIo(request.path)) {
        if (auto refused = server->refusal(request))
            return refused;
    } else if (!m_router->findWebSocket(request.path)) {
        return httpError(404);
    }
    return handshakeFault(request);
}

void Reception::upgrade(Arrival *arrival, HttpRequest request)
{
    const Handshake peer = peerOf(*arrival->socket());
    request.peer = peer.peer;
    request.peerPort = peer.peerPort;
    request.localPort = peer.localPort;
    if (const auto refused = refusal(request)) {
        arrival->refuse(*refused);
        return;
    }
    arrival->pause();
    m_upgrader.upgrade(
        arrival->socket(), [this, arrival, request](std::unique_ptr<Stream> stream, const QByteArray &early) {
            arrival->release();
            auto *connection =
                new WebSocketConnection(std::move(stream), early, m_turn, m_clock.steady(), nullptr);
            enter(connection);
            connection->start();
            open(request, connection);
        });
}

void Reception::open(const HttpRequest &request, WebSocketConnection *connection)
{
    if (m_isClosed) {
        connection->close(quint16(CloseCode::GoingAway), QByteArrayLiteral("the server stops"));
        return;
    }
    if (EngineIoServer *server = engineIo(request.path)) {
        server->handle(request, connection);
        return;
    }
    if (!hasRoom(request)) {
        connection->close(quint16(CloseCode::TryAgainLater), QByteArrayLiteral("too many connections"));
        return;
    }
    auto *channel = new WebSocketChannel(connection, static_cast<const Handshake &>(request), nullptr);
    m_channels.insert(channel);
    connect(channel, &Channel::closed, this, [this, channel] { m_channels.remove(channel); });
    connect(channel, &QObject::destroyed, this, [this, channel] { m_channels.remove(channel); });
    m_router->findWebSocket(request.path)->open(channel);
    channel->forgetHead();
}

EngineIoServer *Reception::engineIo(const QByteArray &path)
{
    const Router::EngineIoMount *mount = m_router->findEngineIo(path);
    if (!mount)
        return nullptr;
    auto &server = m_engineIo[mount];
    if (!server)
        server = std::make_unique<EngineIoServer>(
            *mount, m_clock, m_entropy, m_turn,
            [this](const Handshake &newcomer) { return hasRoom(newcomer); }, nullptr);
    return server.get();
}

} // namespace transport
