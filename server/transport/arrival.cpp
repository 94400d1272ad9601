// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/arrival.h"

#include "transport/httpparser.h"
#include "transport/httpwriter.h"

#include <QTcpSocket>

namespace transport {

Arrival::Arrival(QTcpSocket *socket, std::chrono::milliseconds deadline, QObject *parent)
    : Occupant(parent), m_socket(socket), m_deadline(deadline)
{
    m_socket->setParent(this);
    connect(m_socket, &QTcpSocket::readyRead, this, &Arrival::look);
    connect(m_socket, &QTcpSocket::disconnected, this, &Arrival::lose);
}

void Arrival::tick(std::chrono::milliseconds now)
{
    if (m_socket && now >= m_deadline)
        m_socket->abort();
}

QTcpSocket *Arrival::release()
{
    m_isDecided = true;
    m_socket->disconnect(this);
    deleteLater();
    return std::exchange(m_socket, nullptr);
}

void Arrival::pause()
{
    m_isDecided = true;
    disconnect(m_socket, &QTcpSocket::readyRead, this, nullptr);
}

void Arrival::look()
{
    if (m_isDecided || !m_socket->isOpen()) // reset while its bytes were being read
        return;
    QByteArray head = m_socket->peek(HttpParser::maxHead + 1);
    if (head.isEmpty())
        return;
    const qsizetype end = head.indexOf("\r\n\r\n");
    const qsizetype lineFeed = head.indexOf('\n');
    const bool isStrange =
        head.front() != 'G' || lineFeed == 0 || (lineFeed > 0 && head.at(lineFeed - 1) != '\r');
    if (end < 0 && head.size() <= HttpParser::maxHead && !isStrange)
        return;
    m_isDecided = true;
    HttpParser parser;
    const bool hasMore = head.size() > end + 4;
    if (end > 0 && !isStrange && parser.parse(head) == HttpParser::Outcome::Request) {
        const HttpRequest request = parser.take();
        if (request.method == "GET" &&
            request.header(QByteArrayLiteral("upgrade")).toLower() == "websocket") {
            // The handshake would swallow what follows the head; no honest client sends before it is
            // answered.
            if (hasMore)
                refuse(httpError(400));
            else
                Q_EMIT upgradeArrived(request);
            return;
        }
    }
    Q_EMIT httpArrived();
}

void Arrival::refuse(const HttpResponse &response)
{
    m_isDecided = true;
    HttpManner manner;
    manner.isKeptAlive = false;
    m_socket->skip(m_socket->bytesAvailable());
    m_socket->write(encodeHttp(response, manner));
    m_socket->disconnectFromHost();
}

void Arrival::lose()
{
    if (m_socket)
        m_socket->disconnect(this);
    deleteLater();
}

} // namespace transport
