// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/upgrader.h"

#include <QCoreApplication>
#include <QTcpSocket>
#include <QWebSocket>

#include <algorithm>
#include <memory>

namespace transport {

namespace {
/// A socket connected to nobody: gives the head to read, and gathers what is written.
class StandIn final : public QTcpSocket
{
public:
    explicit StandIn(const QByteArray &head) : m_head(head)
    {
        setSocketState(ConnectedState);
        setOpenMode(ReadWrite);
    }

    [[nodiscard]] qint64 bytesAvailable() const override
    {
        return m_head.size() + QTcpSocket::bytesAvailable();
    }
    [[nodiscard]] bool canReadLine() const override
    {
        return m_head.contains('\n') || QTcpSocket::canReadLine();
    }

    QByteArray written;

protected:
    qint64 readData(char *data, qint64 size) override
    {
        const qint64 count = std::min(size, qint64(m_head.size()));
        std::copy_n(m_head.constData(), count, data);
        m_head.remove(0, count);
        return count;
    }
    qint64 readLineData(char *data, qint64 size) override
    {
        return readData(data, std::min(size, qint64(m_head.indexOf('\n') + 1)));
    }
    qint64 writeData(const char *data, qint64 size) override
    {
        written.append(data, size);
        return size;
    }

private:
    QByteArray m_head;
};
} // namespace

Upgrader::Upgrader() : m_server(QStringLiteral("belfry"), QWebSocketServer::NonSecureMode) {}

QByteArray Upgrader::answer(const QByteArray &head)
{
    StandIn standIn(head);
    m_server.handleConnection(&standIn);
    // It queues the reading to itself, because the socket might be under TLS.
    QCoreApplication::sendPostedEvents(&m_server, QEvent::MetaCall);
    const QByteArray written = standIn.written;
    const std::unique_ptr<QWebSocket> webSocket(m_server.nextPendingConnection());
    // Nobody hears of the end of either, nor owns the other: the QWebSocket goes first, with its bare
    // pointer.
    standIn.disconnect();
    standIn.setParent(nullptr);
    return webSocket ? written : QByteArray();
}

} // namespace transport
