// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/subject.h"

namespace conformance {

namespace {
constexpr auto rootNamespace = "/";
constexpr auto customNamespace = "/custom";
constexpr std::chrono::seconds patience{10};
} // namespace

Subject::Subject(core::Clock &clock, core::Entropy &entropy, const transport::SocketIoOptions &options,
                 qint64 messageLimit)
    : m_clock(clock), m_entropy(entropy), m_options(options), m_messageLimit(messageLimit)
{
}

void Subject::serve(transport::Channel &channel)
{
    channel.setMessageLimit(m_messageLimit);
    auto *peer = new transport::SocketIoPeer(channel, m_clock, m_entropy, m_options);
    connect(peer, &transport::SocketIoPeer::joining, this,
            [this, peer](const QString &nsp, const QJsonObject &auth) { join(*peer, nsp, auth); });
}

void Subject::join(transport::SocketIoPeer &peer, const QString &nsp, const QJsonObject &auth)
{
    if (nsp != QLatin1String(rootNamespace) && nsp != QLatin1String(customNamespace)) {
        peer.refuse(nsp, QStringLiteral("Invalid namespace"));
        return;
    }
    std::optional<transport::SocketIoRecovery::Memory> former = peer.takeFormerSelf(nsp, auth);
    const QString offset = auth.value(QLatin1String("offset")).toString();
    if (former && !m_history.knows(offset))
        former.reset();
    transport::SocketIoSocket *socket = peer.accept(nsp, former);
    connect(socket, &transport::SocketIoSocket::eventReceived, this,
            [this, socket](const wire::SocketIoPacket &event) { hear(*socket, event); });
    if (nsp == QLatin1String(rootNamespace)) {
        m_audience << socket;
        connect(socket, &transport::SocketIoSocket::left, this,
                [this, socket] { m_audience.removeOne(socket); });
    }
    if (former) {
        for (const QList<transport::SharedFrame> &missed : m_history.since(offset, nsp, socket->id()))
            socket->send(missed);
    } else {
        say(*socket, {QStringLiteral("auth"), auth});
    }
}

void Subject::say(transport::SocketIoSocket &socket, const QJsonArray &arguments,
                  const QList<QByteArray> &attachments)
{
    if (m_options.recovery) {
        wire::SocketIoPacket event{wire::SocketIoType::Event, socket.nsp(), {}, arguments, attachments};
        socket.send(m_history.add(std::move(event), socket.id()));
    } else {
        socket.say(arguments, attachments);
    }
}

void Subject::hear(transport::SocketIoSocket &socket, const wire::SocketIoPacket &event)
{
    QJsonArray arguments = event.array();
    const QString name = arguments.takeAt(0).toString();
    if (name == QLatin1String("message")) {
        arguments.prepend(QStringLiteral("message-back"));
        say(socket, arguments, event.attachments);
    } else if (name == QLatin1String("message-with-ack") || name == QLatin1String("echo")) {
        if (event.id)
            socket.acknowledge(*event.id, arguments, event.attachments);
    } else if (name == QLatin1String("pub") && socket.nsp() == QLatin1String(rootNamespace)) {
        publish(arguments, event.attachments);
    } else if (name == QLatin1String("ask")) {
        question(socket, arguments, event.attachments);
    } else if (name == QLatin1String("leave")) {
        socket.leave();
    }
}

void Subject::question(transport::SocketIoSocket &socket, QJsonArray arguments,
                       const QList<QByteArray> &attachments)
{
    arguments.prepend(QStringLiteral("question"));
    socket.ask(
        arguments, patience,
        [this, &socket](const std::optional<wire::SocketIoPacket> &answer) {
            if (!answer)
                return;
            QJsonArray answered = answer->array();
            answered.prepend(QStringLiteral("answered"));
            say(socket, answered, answer->attachments);
        },
        attachments);
}

void Subject::publish(QJsonArray arguments, const QList<QByteArray> &attachments)
{
    arguments.prepend(QStringLiteral("ev"));
    // Encoded once for everybody.
    wire::SocketIoPacket event{
        wire::SocketIoType::Event, QLatin1String(rootNamespace), {}, arguments, attachments};
    const QList<transport::SharedFrame> frames =
        m_options.recovery ? m_history.add(std::move(event)) : transport::socketIoFrames(event);
    for (transport::SocketIoSocket *socket : std::as_const(m_audience))
        socket->send(frames);
}

} // namespace conformance
