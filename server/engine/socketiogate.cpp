// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/socketiogate.h"

namespace engine {

namespace {
// wire.md §8: an engine connection that joins no namespace in this time is closed.
constexpr std::chrono::seconds connectTime{45};
// Each CONNECT checks a token; a client has few namespaces and few tokens to try.
constexpr double connectRate = 5;
constexpr double connectBurst = 20;
// Announced attachments are held in memory; nobody may leave them pending.
constexpr std::chrono::seconds attachmentTime{10};
} // namespace

SocketIoGate::SocketIoGate(Reception &reception, transport::Channel &channel,
                           std::shared_ptr<const Namespaces> namespaces)
    : QObject(&channel), m_reception(reception), m_channel(channel), m_namespaces(std::move(namespaces)),
      m_connects(reception.clock, connectRate, connectBurst)
{
    connect(&channel, &transport::Channel::textReceived, this,
            [this](const QByteArray &text) { take(m_decoder.text(text)); });
    connect(&channel, &transport::Channel::binaryReceived, this,
            [this](const QByteArray &data) { take(m_decoder.binary(data)); });
    connect(&channel, &transport::Channel::closed, this, [this] {
        const auto sessions = std::exchange(m_sessions, {});
        for (const auto &[nsp, session] : sessions)
            session->leave();
    });
    m_connectTimeout = m_reception.clock.after(connectTime, [this] { closeAsBroken("no namespace joined"); });
}

void SocketIoGate::take(const wire::SocketIoDecoder::Decoded &outcome)
{
    if (!outcome) {
        closeAsBroken("parse error");
        return;
    }
    if (!m_decoder.isWaiting()) {
        m_attachmentTimeout.reset();
    } else if (!m_attachmentTimeout) {
        m_attachmentTimeout =
            m_reception.clock.after(attachmentTime, [this] { closeAsBroken("attachments did not come"); });
    }
    if (outcome.value())
        receive(*outcome.value());
}

void SocketIoGate::receive(const wire::SocketIoPacket &packet)
{
    const auto joined = m_sessions.find(packet.nsp);
    using Type = wire::SocketIoType;
    if (packet.type == Type::Connect) {
        if (!m_connects.take())
            closeAsBroken("too many connects");
        else if (joined != m_sessions.end())
            closeAsBroken("connected twice");
        else
            connectTo(packet);
        return;
    }
    if (joined == m_sessions.end()) {
        closeAsBroken("packet for a namespace that was not joined");
        return;
    }
    SocketIoSession *session = joined->second;
    switch (packet.type) {
    case Type::Event:
        session->receive(packet.array(), packet.id);
        break;
    case Type::Disconnect:
        m_sessions.erase(joined);
        session->leave();
        break;
    case Type::Ack:
        break; // we ask no client for an acknowledgement yet; unknown ids are passed over
    case Type::Connect:
    case Type::ConnectError:
        closeAsBroken("a client may not say this");
        break;
    }
}

void SocketIoGate::connectTo(const wire::SocketIoPacket &packet)
{
    const auto speaker = m_namespaces->find(packet.nsp);
    if (speaker == m_namespaces->end()) {
        refuse(packet.nsp, QStringLiteral("Invalid namespace"));
        return;
    }
    QString token = packet.data.toObject().value(QLatin1String("token")).toString();
    if (token.isEmpty())
        token = m_channel.handshake().token();
    core::Principal principal;
    if (!token.isEmpty()) {
        const core::Result<core::Principal> verified = m_reception.verify(token);
        if (!verified) {
            refuse(packet.nsp, verified.error().message);
            return;
        }
        principal = verified.value();
    }
    m_connectTimeout.reset();
    auto *session =
        new SocketIoSession(m_reception, m_channel, *speaker->second, m_reception.entropy.token(15), this);
    m_sessions.emplace(packet.nsp, session);
    connect(session, &Session::ended, this, [this, nsp = packet.nsp] { m_sessions.erase(nsp); });
    session->begin(principal);
}

void SocketIoGate::refuse(const QString &nsp, const QString &message)
{
    m_channel.send(transport::SharedFrame::text(
        wire::encodeSocketIo({.type = wire::SocketIoType::ConnectError,
                              .nsp = nsp,
                              .id = {},
                              .data = QJsonObject{{QStringLiteral("message"), message}},
                              .attachments = {}})));
}

void SocketIoGate::closeAsBroken(const QByteArray &why)
{
    m_channel.close(transport::CloseCode::Policy, why);
}

} // namespace engine
