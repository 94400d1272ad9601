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

void Arrival::pause()
{
    m_isDecided = true;
    disconnect(m_socket, &QTcpSocket::readyRead, this, nullptr);
}

void Arrival::look()
{
    if (m_isDecided)
        return;
    const Opening opening = Opening::of(m_socket->peek(HttpParser::maxHead + 1));
    if (opening.kind == Opening::Kind::Incomplete)
        return;
    m_isDecided = true;
    if (opening.kind == Opening::Kind::Http)
        Q_EMIT httpArrived();
    // The handshake would swallow what follows the head; no honest client sends before it is answered.
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
