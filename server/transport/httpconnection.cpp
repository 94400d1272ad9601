// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/httpconnection.h"

#include "transport/gzip.h"
#include "transport/httpwriter.h"
#include "transport/opening.h"

#include <QTcpSocket>

#include <sys/socket.h>

namespace transport {

namespace {
constexpr qint64 maxUnsent = 512LL * 1024; // more requests wait until the client has read
// Bodies that are compressed as they go: less gains nothing, more would hold up the others.
constexpr qsizetype leastCompressedAnswer = 1024;
constexpr qsizetype mostCompressed = 256LL * 1024;
// For a client to hang up once it was told that we do.
constexpr std::chrono::milliseconds partingTimeout{2'000};
} // namespace

HttpConnection::HttpConnection(QTcpSocket *socket, Handshake peer, Handler handler,
                               std::chrono::milliseconds idleTimeout, const core::Clock &clock,
                               QObject *parent)
    : Occupant(parent), m_socket(socket), m_peer(std::move(peer)), m_handler(std::move(handler)),
      m_idleTimeout(idleTimeout), m_clock(clock), m_now(clock.steady()), m_lastProgress(m_now)
{
    m_socket->setParent(this);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::read);
    connect(m_socket, &QTcpSocket::disconnected, this, &HttpConnection::lose);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &HttpConnection::goOn);
}

HttpConnection::~HttpConnection()
{
    if (m_socket)
        m_socket->disconnect(this);
    for (const Pending &pending : m_pending)
        pending.exchange->abandon();
}

void HttpConnection::tick(std::chrono::milliseconds now)
{
    m_now = now;
    if (!m_socket)
        return;
    const bool isSlowRequest = m_requestBegan.count() >= 0 && now - m_requestBegan > requestTimeout;
    const bool isWaitingForUs = !m_pending.empty() && m_socket->bytesToWrite() == 0;
    const bool isIdle = !isWaitingForUs && now - m_lastProgress > m_idleTimeout;
    const auto patience = m_socket->bytesToWrite() > 0 ? requestTimeout : partingTimeout;
    if (isIdle || (m_isHungUp && now - m_lastProgress > patience))
        m_socket->abort();
    else if (isSlowRequest && m_isReading)
        refuse(408);
}

QTcpSocket *HttpConnection::release()
{
    m_isReading = false;
    m_socket->disconnect(this);
    deleteLater();
    return std::exchange(m_socket, nullptr);
}

void HttpConnection::goOn()
{
    m_lastProgress = m_now;
    if (m_isReading)
        startRequest();
    else if (m_isHungUp)
        part();
}

void HttpConnection::finish()
{
    if (!m_socket)
        return;
    m_isReading = false;
    if (m_pending.empty())
        hangUp();
    else
        m_pending.back().isKeptAlive = false;
}

void HttpConnection::flush(const QDeadlineTimer &deadline)
{
    if (!m_socket)
        return;
    m_socket->flush();
    while (m_socket->bytesToWrite() > 0 && !deadline.hasExpired()) {
        if (!m_socket->waitForBytesWritten(int(deadline.remainingTime())))
            break;
    }
}

void HttpConnection::read()
{
    if (!m_isReading) { // nothing a client goes on saying keeps its connection
        m_socket->skip(m_socket->bytesAvailable());
        return;
    }
    m_lastProgress = m_now;
    startRequest();
}

bool HttpConnection::isBetweenRequests() const
{
    return m_pending.empty() && m_input.isEmpty() && !m_parser.isInside() && !m_isParsing;
}

void HttpConnection::startRequest()
{
    if (isBetweenRequests()) {
        const Opening opening = Opening::of(m_socket->peek(HttpParser::maxHead + 1));
        if (opening.kind == Opening::Kind::WebSocket) {
            Q_EMIT upgradeArrived();
            return;
        }
        if (opening.kind == Opening::Kind::Incomplete) {
            if (m_requestBegan.count() < 0 && m_socket->bytesAvailable() > 0)
                m_requestBegan = m_now;
            return;
        }
    }
    parse();
}

void HttpConnection::parse()
{
    if (m_isParsing) // a handler that answers at once comes back here through writeAnswers
        return;
    m_isParsing = true;
    while (m_isReading && m_pending.size() < maxPipelined && m_socket->bytesToWrite() < maxUnsent) {
        if (m_socket->bytesAvailable() > 0)
            m_input += m_socket->read(HttpParser::maxHead);
        const HttpParser::Outcome outcome = m_parser.parse(m_input);
        if (outcome == HttpParser::Outcome::Request) {
            receive();
            continue;
        }
        if (outcome == HttpParser::Outcome::Failed) {
            refuse(m_parser.failureStatus());
            break;
        }
        if (m_parser.takeExpectation())
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        if (m_socket->bytesAvailable() == 0)
            break;
    }
    m_isParsing = false;
    if (!m_parser.isInside())
        m_requestBegan = std::chrono::milliseconds(-1);
    else if (m_requestBegan.count() < 0)
        m_requestBegan = m_now;
}

HttpRequest HttpConnection::takeRequest()
{
    HttpRequest request = m_parser.take();
    request.peer = m_peer.peer;
    request.peerPort = m_peer.peerPort;
    request.localPort = m_peer.localPort;
    request.isSecure = m_peer.isSecure;
    return request;
}

void HttpConnection::receive()
{
    m_requestBegan = std::chrono::milliseconds(-1);
    const bool isKeptAlive = m_parser.isKeptAlive();
    const auto exchange = std::make_shared<HttpExchange>(takeRequest());
    m_pending.push_back({exchange, isKeptAlive});
    m_isReading = m_isReading && isKeptAlive;
    exchange->setAnswered([this] { writeAnswers(); });
    m_handler(exchange);
}

void HttpConnection::writeAnswers()
{
    while (!m_isHungUp && !m_pending.empty() && m_pending.front().exchange->isAnswered()) {
        const Pending done = std::move(m_pending.front());
        m_pending.pop_front();
        HttpManner manner;
        manner.isHead = done.exchange->request().method == "HEAD";
        manner.isKeptAlive = done.isKeptAlive;
        manner.allowedOrigin = done.exchange->allowedOrigin;
        manner.date = m_clock.now();
        HttpResponse response = done.exchange->response();
        compress(response, done.exchange->request());
        m_socket->write(encodeHttp(response, manner));
        m_lastProgress = m_now;
        if (!done.isKeptAlive)
            hangUp();
    }
    if (m_isReading)
        startRequest();
}

void HttpConnection::compress(HttpResponse &response, const HttpRequest &request) const
{
    if (!response.mayCompress || response.body.size() < leastCompressedAnswer)
        return;
    response.headers.append({QByteArrayLiteral("Vary"), QByteArrayLiteral("Accept-Encoding")});
    if (response.body.size() > mostCompressed ||
        !acceptsGzip(request.header(QByteArrayLiteral("accept-encoding"))))
        return;
    const QByteArray compressed = gzip(response.body, GzipEffort::Quick);
    if (compressed.isEmpty())
        return;
    response.body = compressed;
    response.headers.append({QByteArrayLiteral("Content-Encoding"), QByteArrayLiteral("gzip")});
}

void HttpConnection::refuse(int status)
{
    m_isReading = false;
    m_input.clear();
    if (status != 413) // a body that is only too big costs its client no more than this request
        tellOfCut();
    // The answers due before come first, so the refusal takes its place in the queue.
    const auto exchange = std::make_shared<HttpExchange>(HttpRequest{});
    m_pending.push_back({exchange, false});
    exchange->setAnswered([this] { writeAnswers(); });
    exchange->answer(httpError(status));
}

void HttpConnection::tellOfCut()
{
    if (m_parser.isBodyDue())
        Q_EMIT requestCut(takeRequest());
}

void HttpConnection::hangUp()
{
    if (std::exchange(m_isHungUp, true))
        return;
    m_isReading = false;
    m_lastProgress = m_now;
    m_socket->skip(m_socket->bytesAvailable());
    part();
}

/// Once the last answer has left, says no more but hears the client out: closing over unread bytes would
/// reset the connection and take the answer with it.
void HttpConnection::part()
{
    if (m_peer.isSecure)
        m_socket->disconnectFromHost();
    else if (m_socket->bytesToWrite() == 0)
        ::shutdown(int(m_socket->socketDescriptor()), SHUT_WR);
}

void HttpConnection::lose()
{
    const bool wasReading = std::exchange(m_isReading, false);
    m_isHungUp = true;
    const auto pending = std::exchange(m_pending, {});
    for (const Pending &each : pending)
        each.exchange->abandon();
    if (wasReading)
        tellOfCut();
    deleteLater();
}

} // namespace transport
