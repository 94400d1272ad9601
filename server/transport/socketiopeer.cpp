// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/socketiopeer.h"

namespace transport {

namespace {
constexpr int socketIdBytes = 15; // 20 characters
} // namespace

SocketIoPeer::SocketIoPeer(Channel &channel, core::Clock &clock, core::Entropy &entropy,
                           const SocketIoOptions &options)
    : QObject(&channel), m_channel(channel), m_clock(clock), m_entropy(entropy), m_options(options)
{
    connect(&channel, &Channel::textReceived, this,
            [this](const QByteArray &text) { take(m_decoder.text(text)); });
    connect(&channel, &Channel::binaryReceived, this,
            [this](const QByteArray &data) { take(m_decoder.binary(data)); });
    connect(&channel, &Channel::closed, this, [this] { endAll(SocketIoSocket::Leaving::ConnectionLost); });
    m_connectTimeout = m_clock.after(m_options.connectTimeout, [this] { drop("no namespace joined"); });
}

void SocketIoPeer::take(const wire::SocketIoDecoder::Decoded &outcome)
{
    if (!outcome) {
        drop("parse error");
        return;
    }
    if (!m_decoder.isWaiting()) {
        m_attachmentTimeout.reset();
    } else if (!m_attachmentTimeout) {
        m_attachmentTimeout =
            m_clock.after(m_options.attachmentTimeout, [this] { drop("attachments did not come"); });
    }
    if (outcome.value())
        receive(*outcome.value());
}

void SocketIoPeer::receive(const wire::SocketIoPacket &packet)
{
    const auto joined = m_sockets.find(packet.nsp);
    using Type = wire::SocketIoType;
    if (packet.type == Type::Connect) {
        if (joined != m_sockets.end())
            drop("connected twice");
        else
            Q_EMIT joining(packet.nsp, packet.data.toObject());
    } else if (joined == m_sockets.end()) {
        drop("packet for a namespace that was not joined");
    } else if (packet.type == Type::ConnectError) {
        drop("a client may not say this");
    } else if (packet.type == Type::Disconnect) {
        joined->second->end(SocketIoSocket::Leaving::ByClient);
    } else {
        joined->second->receive(packet);
    }
}

std::optional<SocketIoRecovery::Memory> SocketIoPeer::takeFormerSelf(const QString &nsp,
                                                                     const QJsonObject &auth) const
{
    const QString pid = auth.value(QLatin1String("pid")).toString();
    return m_options.recovery && !pid.isEmpty() ? m_options.recovery->take(pid, nsp) : std::nullopt;
}

SocketIoSocket *SocketIoPeer::accept(const QString &nsp,
                                     const std::optional<SocketIoRecovery::Memory> &former)
{
    m_connectTimeout.reset();
    auto *socket = new SocketIoSocket(m_channel, m_clock, nsp,
                                      former ? former->id : m_entropy.token(socketIdBytes), this);
    m_sockets.emplace(nsp, socket);
    QJsonObject welcome{{QStringLiteral("sid"), socket->id()}};
    QString pid;
    if (m_options.recovery) {
        pid = former ? former->pid : m_options.recovery->newPid();
        welcome.insert(QStringLiteral("pid"), pid);
        m_options.recovery->enter(pid, nsp, this, [this] { yield(); });
    }
    connect(socket, &SocketIoSocket::left, this, [this, socket, pid](SocketIoSocket::Leaving reason) {
        m_sockets.erase(socket->nsp());
        if (!m_options.recovery)
            return;
        m_options.recovery->leave(pid);
        if (reason == SocketIoSocket::Leaving::ConnectionLost)
            m_options.recovery->keep({pid, socket->nsp(), socket->id(), socket->state()});
    });
    socket->send(socketIoFrames(
        {.type = wire::SocketIoType::Connect, .nsp = nsp, .id = {}, .data = welcome, .attachments = {}}));
    return socket;
}

void SocketIoPeer::refuse(const QString &nsp, const QString &message, const QJsonValue &data)
{
    QJsonObject error{{QStringLiteral("message"), message}};
    if (!data.isUndefined())
        error.insert(QStringLiteral("data"), data);
    m_channel.send(SharedFrame::text(wire::encodeSocketIo(
        {.type = wire::SocketIoType::ConnectError, .nsp = nsp, .id = {}, .data = error, .attachments = {}})));
}

void SocketIoPeer::leave()
{
    const auto sockets = m_sockets;
    for (const auto &[nsp, socket] : sockets)
        socket->leave();
    m_channel.close(CloseCode::Normal, QByteArrayLiteral("forced server close"));
}

void SocketIoPeer::drop(const QByteArray &why)
{
    endAll(SocketIoSocket::Leaving::Broken);
    m_channel.close(CloseCode::Policy, why);
}

void SocketIoPeer::yield()
{
    endAll(SocketIoSocket::Leaving::ConnectionLost);
    m_channel.close(CloseCode::Normal, QByteArrayLiteral("came back by another connection"));
}

void SocketIoPeer::endAll(SocketIoSocket::Leaving reason)
{
    const auto sockets = std::exchange(m_sockets, {});
    for (const auto &[nsp, socket] : sockets)
        socket->end(reason);
}

} // namespace transport
