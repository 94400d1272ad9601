// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/socketiosocket.h"

#include "transport/channel.h"

namespace transport {

QList<SharedFrame> socketIoFrames(const wire::SocketIoPacket &packet)
{
    QList<SharedFrame> frames{SharedFrame::text(wire::encodeSocketIo(packet))};
    for (const QByteArray &attachment : packet.attachments)
        frames << SharedFrame::binary(attachment);
    return frames;
}

SocketIoSocket::SocketIoSocket(Channel &channel, core::Clock &clock, QString nsp, QString id, QObject *parent)
    : QObject(parent), m_channel(channel), m_clock(clock), m_namespace(std::move(nsp)), m_id(std::move(id))
{
}

wire::SocketIoPacket SocketIoSocket::packet(wire::SocketIoType type, QJsonValue data,
                                            const QList<QByteArray> &attachments) const
{
    return {.type = type, .nsp = m_namespace, .id = {}, .data = std::move(data), .attachments = attachments};
}

void SocketIoSocket::say(const QJsonArray &arguments, const QList<QByteArray> &attachments)
{
    Q_ASSERT(wire::isSocketIoEventName(arguments.at(0)));
    send(socketIoFrames(packet(wire::SocketIoType::Event, arguments, attachments)));
}

void SocketIoSocket::sayVolatile(const QJsonArray &arguments, const QList<QByteArray> &attachments)
{
    if (m_channel.isWritable())
        say(arguments, attachments);
}

void SocketIoSocket::ask(const QJsonArray &arguments, std::chrono::milliseconds patience, Answered answered,
                         const QList<QByteArray> &attachments)
{
    if (!m_isJoined) {
        answered(std::nullopt);
        return;
    }
    const qint64 id = m_nextAsked++;
    m_asked.emplace(
        id, Asked{std::move(answered), m_clock.after(patience, [this, id] { settle(id, std::nullopt); })});
    wire::SocketIoPacket question = packet(wire::SocketIoType::Event, arguments, attachments);
    question.id = id;
    send(socketIoFrames(question));
}

void SocketIoSocket::acknowledge(qint64 id, const QJsonArray &arguments, const QList<QByteArray> &attachments)
{
    wire::SocketIoPacket answer = packet(wire::SocketIoType::Ack, arguments, attachments);
    answer.id = id;
    send(socketIoFrames(answer));
}

void SocketIoSocket::send(const QList<SharedFrame> &frames)
{
    if (!m_isJoined)
        return;
    for (const SharedFrame &frame : frames)
        m_channel.send(frame);
}

void SocketIoSocket::leave()
{
    send(socketIoFrames(packet(wire::SocketIoType::Disconnect, QJsonValue::Undefined, {})));
    end(Leaving::ByServer);
}

void SocketIoSocket::receive(const wire::SocketIoPacket &packet)
{
    if (packet.type == wire::SocketIoType::Event)
        Q_EMIT eventReceived(packet);
    else if (packet.id) // an answer to nothing we asked, or a second one, is passed over
        settle(*packet.id, packet);
}

void SocketIoSocket::settle(qint64 id, const std::optional<wire::SocketIoPacket> &answer)
{
    // The timer that calls this must outlive the call.
    if (const auto asked = m_asked.extract(id))
        asked.mapped().answered(answer);
}

void SocketIoSocket::end(Leaving reason)
{
    if (!std::exchange(m_isJoined, false))
        return;
    deleteLater();
    const auto asked = std::exchange(m_asked, {});
    for (const auto &[id, each] : asked)
        each.answered(std::nullopt);
    Q_EMIT left(reason);
}

} // namespace transport
