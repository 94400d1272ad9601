// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/reception.h"

#include "core/log.h"
#include "transport/admission.h"
#include "transport/encryption.h"
#include "transport/engineiofault.h"
#include "transport/httpwriter.h"
#include "transport/plainstream.h"
#include "transport/tlssocket.h"
#include "transport/websocketchannel.h"

#include <QCoreApplication>

#include <algorithm>
#include <fcntl.h>
#include <iterator>
#include <unistd.h>

namespace transport {

namespace {
constexpr std::chrono::milliseconds tickInterval{1'000};
constexpr int webSocketKeyBytes = 16;
constexpr qint64 readBuffer = 64LL * 1024;
// QWebSocketServer reads no longer line; it would close without an answer.
constexpr qsizetype longestHandshakeLine = 8LL * 1024;
// For all goodbyes together. Real time, not the clock's: it is the kernel that is waited for.
constexpr std::chrono::milliseconds goodbyeTime{200};

bool hasLongLine(const HttpRequest &request)
{
    constexpr qsizetype framing = 32; // method, version, blanks
    const qsizetype target =
        request.path.toPercentEncoding("/").size() + request.query.toString(QUrl::FullyEncoded).size();
    return target + framing > longestHandshakeLine ||
           std::any_of(request.headers.keyValueBegin(), request.headers.keyValueEnd(),
                       [](const auto &header) {
                           return header.first.size() + header.second.size() + framing > longestHandshakeLine;
                       });
}

/// What RFC 6455 §4.2.1 asks of the head.
std::optional<HttpResponse> handshakeFault(const HttpRequest &request)
{
    if (hasLongLine(request))
        return httpError(431);
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

/// A socket with the descriptor, or null when it cannot be used, which closes it.
QTcpSocket *adopt(int descriptor)
{
    auto socket = std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(descriptor)) {
        ::close(descriptor);
        return nullptr;
    }
    socket->setReadBufferSize(readBuffer);
    return socket.release();
}

/// What the frames of a WebSocket travel on. A plain connection gets a second descriptor, so that its
/// QTcpSocket can go: it would cost 15 KB for the whole life of the connection.
std::unique_ptr<Stream> streamOf(QTcpSocket *socket)
{
    socket->setParent(nullptr);
    socket->deleteLater();
    if (auto *tls = qobject_cast<TlsSocket *>(socket))
        return tls->takeStream();
    const int descriptor = ::fcntl(int(socket->socketDescriptor()), F_DUPFD_CLOEXEC, 0);
    socket->abort();
    return descriptor < 0 ? nullptr : std::make_unique<PlainStream>(descriptor);
}
} // namespace

Reception::Reception(std::shared_ptr<const Router> router, ListenerOptions options, core::Clock &clock,
                     core::Entropy &entropy)
    : m_router(std::move(router)), m_options(std::move(options)), m_clock(clock), m_entropy(entropy),
      m_census(m_options.census ? m_options.census : std::make_shared<Census>()),
      m_gate(m_options.allowedHosts, m_options.allowedOrigins)
{
    m_census->enter(*this);
    if (!m_options.tls)
        return;
    const auto learnNames = [this] { m_gate.setCertificateNames(m_options.tls->certificate().names()); };
    connect(m_options.tls.get(), &Tls::certificateChanged, this, learnNames);
    learnNames();
}

Reception::~Reception()
{
    m_census->leave(*this);
    // In this order: channels and exchanges refer to what stands above them.
    m_tick.reset();
    m_acceptors.clear();
    qDeleteAll(QSet<Channel *>(m_channels));
    m_engineIo.clear();
    qDeleteAll(QSet<Occupant *>(m_occupants));
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

qsizetype Reception::knownCount() const
{
    qsizetype known = m_channels.size();
    for (const auto &[mount, server] : m_engineIo)
        known += server->sessionCount();
    return known;
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

bool Reception::allowsOrigin(const Handshake &handshake) const
{
    if (m_options.isOpenToAllOrigins || m_gate.allowsOrigin(handshake))
        return true;
    if (m_options.originRejected)
        m_options.originRejected(handshake);
    return false;
}

bool Reception::hasRoom(const Handshake &newcomer) const
{
    Admission admission(m_options, newcomer);
    if (admission.isGrantedAmong(m_census->knownCount()))
        return true;
    for (const Channel *channel : m_census->openChannels())
        admission.count(channel->handshake());
    const bool isGranted = admission.isGranted();
    if (!isGranted && m_options.turnedAway)
        m_options.turnedAway();
    return isGranted;
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

void Reception::arrive(int descriptor)
{
    const auto deadline = m_clock.steady() + m_options.headTimeout;
    auto *threshold = new Threshold(descriptor, deadline, nullptr);
    enter(threshold);
    connect(threshold, &Threshold::plainArrived, this, [this, threshold, deadline] {
        if (QTcpSocket *socket = adopt(threshold->release()))
            await(socket, deadline);
    });
    connect(threshold, &Threshold::tlsArrived, this, [this, threshold] { arriveEncrypted(threshold); });
    threshold->start();
}

void Reception::arriveEncrypted(Threshold *threshold)
{
    if (!m_options.tls) {
        threshold->leave();
        return;
    }
    m_options.tls->turnstile().enter(threshold->peer(), threshold, [this, threshold] {
        auto *socket = new TlsSocket(threshold->release(), m_options.tls->certificate().context());
        await(socket, m_clock.steady() + m_options.headTimeout);
    });
}

void Reception::await(QTcpSocket *socket, std::chrono::milliseconds deadline)
{
    auto *arrival = new Arrival(socket, deadline, nullptr);
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
    occupant->setHouse(this);
    if (m_occupants.size() >= m_options.maxSockets) {
        for (const auto &acceptor : m_acceptors)
            acceptor->setPaused(true);
    }
}

void Reception::left(Occupant *occupant)
{
    m_occupants.remove(occupant);
    if (m_occupants.size() < m_options.maxSockets) {
        for (const auto &acceptor : m_acceptors)
            acceptor->setPaused(false);
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
    const auto *tls = qobject_cast<const TlsSocket *>(&socket);
    peer.isSecure = tls && tls->isEncrypted();
    return peer;
}

bool Reception::mustEncrypt(const Handshake &peer) const
{
    return !allowsPlaintext() && !peer.isSecure && !peer.isLoopback();
}

// --- HTTP
// -----------------------------------------------------------------------------------------------------------

void Reception::serveHttp(QTcpSocket *socket)
{
    auto *connection = new HttpConnection(
        socket, peerOf(*socket), [this](const auto &exchange) { answer(exchange); }, m_options.idleTimeout,
        m_clock, nullptr);
    enter(connection);
    connect(connection, &HttpConnection::upgradeArrived, this,
            [this, connection] { await(connection->release(), m_clock.steady() + m_options.headTimeout); });
    connect(connection, &HttpConnection::requestCut, this, &Reception::loseRequest);
    connection->start();
}

/// Of no account to a route, which is asked with the whole request; a polling session had begun to hear it.
void Reception::loseRequest(const HttpRequest &request)
{
    const bool wouldBeHeard = !m_isClosed && m_gate.allowsHost(request.header(QByteArrayLiteral("host"))) &&
                              !mustEncrypt(request) && allowsOrigin(request);
    if (EngineIoServer *server = wouldBeHeard ? engineIo(request.path) : nullptr)
        server->lose(request);
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
    else if (mustEncrypt(request))
        exchange->answer(askForEncryption(request));
    else if (!allowsOrigin(request))
        exchange->answer(isEngineIo ? engineIoError(EngineIoFault::Forbidden) : httpError(403));
    else {
        exchange->allowedOrigin = m_options.isOpenToAllOrigins ? QByteArrayLiteral("*")
                                                               : request.header(QByteArrayLiteral("origin"));
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
    QList<QByteArray> allowed;
    static_cast<void>(m_router->findHttp(request.method, request.path, &allowed));
    if (!allowed.isEmpty())
        response.headers.append({QByteArrayLiteral("Allow"), allowed.join(", ") + ", OPTIONS"});
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
    if (mustEncrypt(request))
        return askForEncryption(request);
    if (!allowsOrigin(request))
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
    request.isSecure = peer.isSecure;
    if (const auto refused = refusal(request)) {
        arrival->refuse(*refused);
        return;
    }
    const QByteArray answer = m_upgrader.answer(arrival->takeHead());
    if (answer.isEmpty()) {
        arrival->refuse(httpError(400));
        return;
    }
    QTcpSocket *socket = arrival->release();
    const QByteArray early = socket->readAll();
    std::unique_ptr<Stream> stream = streamOf(socket);
    if (!stream)
        return;
    stream->write(answer); // a peer that is gone shows when it is read from
    auto *connection = new WebSocketConnection(std::move(stream), early, m_turn, m_clock.steady(), nullptr);
    enter(connection);
    connection->start();
    open(request, connection);
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
    auto *channel = new WebSocketChannel(connection, static_cast<const Handshake &>(request), m_channels);
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
