// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/httpconnection.h"

#include "transport/httpwriter.h"
#include "transport/tlsstream.h"

#include <QSslSocket>

namespace transport {

namespace {
constexpr qint64 maxUnsent = 4LL * 1024 * 1024; // more answers wait until the client has read
}

HttpConnection::HttpConnection(QTcpSocket *socket, Handshake peer, Handler handler,
                               std::chrono::milliseconds idleTimeout, std::chrono::milliseconds now,
                               QObject *parent)
    : Occupant(parent), m_socket(socket), m_peer(std::move(peer)), m_handler(std::move(handler)),
      m_idleTimeout(idleTimeout), m_now(now), m_lastProgress(now)
{
    m_socket->setParent(this);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::read);
    connect(m_socket, &QTcpSocket::disconnected, this, &HttpConnection::lose);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &HttpConnection::goOn);
    if (auto *tls = qobject_cast<QSslSocket *>(m_socket))
        connect(tls, &QSslSocket::encryptedBytesWritten, this, &HttpConnection::goOn);
}

HttpConnection::~HttpConnection()
{
    m_socket->disconnect(this);
    for (const Pending &pending : m_pending)
        pending.exchange->abandon();
}

void HttpConnection::tick(std::chrono::milliseconds now)
{
    m_now = now;
    const bool isSlowRequest = m_requestBegan.count() >= 0 && now - m_requestBegan > requestTimeout;
    const bool isWaitingForUs = !m_pending.empty() && bytesUnsent(*m_socket) == 0;
    const bool isIdle = !isWaitingForUs && now - m_lastProgress > m_idleTimeout;
    if (isIdle || (m_isHungUp && now - m_lastProgress > requestTimeout))
        m_socket->abort();
    else if (isSlowRequest && m_isReading)
        refuse(408);
}

void HttpConnection::goOn()
{
    m_lastProgress = m_now;
    if (m_isReading)
        parse();
}

void HttpConnection::finish()
{
    m_isReading = false;
    if (m_pending.empty())
        hangUp();
    else
        m_pending.back().isKeptAlive = false;
}

void HttpConnection::flush(const QDeadlineTimer &deadline)
{
    m_socket->flush();
    while (bytesUnsent(*m_socket) > 0 && !deadline.hasExpired()) {
        if (!m_socket->waitForBytesWritten(int(deadline.remainingTime())))
            break;
    }
}

void HttpConnection::read()
{
    m_lastProgress = m_now;
    if (m_isReading)
        parse();
    else
        m_socket->skip(m_socket->bytesAvailable());
}

void HttpConnection::parse()
{
    if (m_isParsing) // a handler that answers at once comes back here through writeAnswers
        return;
    m_isParsing = true;
    while (m_isReading && m_pending.size() < maxPipelined && bytesUnsent(*m_socket) < maxUnsent) {
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

void HttpConnection::receive()
{
    m_requestBegan = std::chrono::milliseconds(-1);
    const bool isKeptAlive = m_parser.isKeptAlive();
    HttpRequest request = m_parser.take();
    request.peer = m_peer.peer;
    request.peerPort = m_peer.peerPort;
    request.localPort = m_peer.localPort;
    request.isSecure = m_peer.isSecure;
    const auto exchange = std::make_shared<HttpExchange>(std::move(request));
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
        m_socket->write(encodeHttp(done.exchange->response(), manner));
        m_lastProgress = m_now;
        if (!done.isKeptAlive)
            hangUp();
    }
    if (m_isReading)
        parse();
}

void HttpConnection::refuse(int status)
{
    m_isReading = false;
    m_input.clear();
    // The answers due before come first, so the refusal takes its place in the queue.
    const auto exchange = std::make_shared<HttpExchange>(HttpRequest{});
    m_pending.push_back({exchange, false});
    exchange->setAnswered([this] { writeAnswers(); });
    exchange->answer(httpError(status));
}

void HttpConnection::hangUp()
{
    if (std::exchange(m_isHungUp, true))
        return;
    m_isReading = false;
    // Closing over unread bytes would reset the connection and take the answer with it.
    m_socket->skip(m_socket->bytesAvailable());
    m_socket->disconnectFromHost();
}

void HttpConnection::lose()
{
    m_isReading = false;
    m_isHungUp = true;
    const auto pending = std::exchange(m_pending, {});
    for (const Pending &each : pending)
        each.exchange->abandon();
    deleteLater();
}

} // namespace transport
