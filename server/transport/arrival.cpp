// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/arrival.h"

#include "transport/httpparser.h"
#include "transport/httpwriter.h"
#include "transport/opening.h"

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

QByteArray Arrival::takeHead()
{
    const QByteArray head = m_socket->peek(HttpParser::maxHead + 1);
    return m_socket->read(head.indexOf("\r\n\r\n") + 4);
}

void Arrival::look()
{
    if (m_isDecided || !m_socket->isOpen()) // reset while its bytes were being read
        return;
    const Opening opening = Opening::of(m_socket->peek(HttpParser::maxHead + 1));
    if (opening.kind == Opening::Kind::Incomplete)
        return;
    m_isDecided = true;
    if (opening.kind == Opening::Kind::Http)
        Q_EMIT httpArrived();
    // No honest client sends before it is answered.
    else if (opening.hasMore)
        refuse(httpError(400));
    else
        Q_EMIT upgradeArrived(opening.request);
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
