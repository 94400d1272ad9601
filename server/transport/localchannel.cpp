// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/localchannel.h"

#include "wire/utf8.h"

#include <QLocalSocket>

namespace transport {

namespace {
constexpr qint64 maxUnsentLocally = 17LL * 1024 * 1024;
}

LocalChannel::LocalChannel(QLocalSocket *socket, QObject *parent) : Channel(parent), m_socket(socket)
{
    m_socket->setParent(this);
    m_handshake.isLocalSocket = true;
    m_handshake.tongue = QByteArrayLiteral("local");
    connect(m_socket, &QLocalSocket::readyRead, this, &LocalChannel::read);
    // Queued: the socket may say it from inside `close`.
    connect(m_socket, &QLocalSocket::disconnected, this, &LocalChannel::end, Qt::QueuedConnection);
    connect(m_socket, &QLocalSocket::bytesWritten, this, [this] {
        if (m_isOpen && m_socket->bytesToWrite() == 0)
            Q_EMIT drained();
    });
    QMetaObject::invokeMethod(this, &LocalChannel::read, Qt::QueuedConnection);
}

void LocalChannel::send(const SharedFrame &frame)
{
    if (!m_isOpen || frame.isNull() || frame.isBinary() || frame.message().contains('\n'))
        return;
    m_socket->write(frame.message());
    m_socket->write("\n", 1);
    if (m_socket->bytesToWrite() > maxUnsentLocally)
        close(CloseCode::Policy, QByteArrayLiteral("too slow: 17 MiB were waiting"));
}

void LocalChannel::close(CloseCode code, const QByteArray &reason)
{
    if (!std::exchange(m_isOpen, false))
        return;
    m_code = code;
    m_reason = reason;
    m_socket->disconnectFromServer(); // writes what is queued, then says `disconnected`
}

qint64 LocalChannel::bytesUnsent() const { return m_socket->bytesToWrite(); }
bool LocalChannel::isWritable() const { return m_isOpen && m_socket->bytesToWrite() == 0; }

void LocalChannel::read()
{
    m_input += m_socket->readAll();
    qsizetype at = 0;
    while (m_isOpen) {
        const qsizetype end = m_input.indexOf('\n', at);
        if ((end < 0 ? m_input.size() : end) - at > m_limit) {
            close(CloseCode::TooBig, QByteArrayLiteral("message too big"));
            break;
        }
        if (end < 0)
            break;
        const QByteArray line = m_input.mid(at, end - at);
        at = end + 1;
        if (!wire::isUtf8(line))
            close(CloseCode::InvalidData, QByteArrayLiteral("text is not valid UTF-8"));
        else if (!line.isEmpty())
            Q_EMIT textReceived(line);
    }
    m_input = m_isOpen ? m_input.mid(at) : QByteArray();
}

void LocalChannel::end()
{
    if (std::exchange(m_isEnded, true))
        return;
    m_isOpen = false;
    deleteLater();
    Q_EMIT closed(int(m_code), m_reason);
}

} // namespace transport
