// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/socketiosession.h"

namespace engine {

SocketIoSession::SocketIoSession(Reception &reception, transport::Channel &channel, SocketIoSpeaker &speaker,
                                 transport::SocketIoSocket &socket, QObject *parent)
    : WireSession(reception, channel, speaker, parent), m_speaker(speaker), m_socket(&socket)
{
    connect(&socket, &transport::SocketIoSocket::eventReceived, this,
            [this](const wire::SocketIoPacket &event) { receive(event.array(), event.id); });
    connect(&socket, &transport::SocketIoSocket::left, this, [this] { finish(); });
}

void SocketIoSession::adoptInterest()
{
    if (m_socket && reception().recovery)
        m_socket->setState(QVariant::fromValue(Former{principal().id, interest()}));
}

Session::Reach SocketIoSession::reach() const
{
    Reach reach = WireSession::reach();
    reach.name = socketId();
    return reach;
}

void SocketIoSession::begin(const core::Principal &principal)
{
    if (principal.isKnown())
        signIn(principal);
    reception().sessions.add(this);
}

void SocketIoSession::resume(const Former &former, const StreamPlace &place)
{
    setInterest(former.interest);
    reception().sessions.replay(*this, place.sequence, place.epoch);
}

void SocketIoSession::receive(const QJsonArray &arguments, std::optional<qint64> ackId)
{
    const QString word = arguments.at(0).toString();
    if (!admit()) {
        if (ackId)
            acknowledge(*ackId, core::jsonText(dialects::refusedAck(tooMany().message)));
        else
            send(m_speaker.say(m_speaker.first().failure(nullptr, tooMany(), reception().clock.now())));
        return;
    }
    const QJsonValue argument = arguments.size() > 1 ? arguments.at(1) : QJsonValue(QJsonValue::Undefined);
    const SocketIoSpeaker::Hearing hearing = m_speaker.hear(word, ackId.has_value(), argument);
    if (hearing.heard == nullptr) {
        if (ackId) {
            acknowledge(*ackId, core::jsonText(dialects::unknownWordAck(word)));
        } else {
            const core::Error error{core::ErrorCode::UnknownCommand,
                                    QStringLiteral("Unknown event: %1").arg(word.left(64))};
            send(m_speaker.say(m_speaker.first().failure(nullptr, error, reception().clock.now())));
        }
        return;
    }
    const core::Result<core::Payload> params = hearing.heard->read(argument);
    if (!params) {
        reply(hearing, ackId, refusal(hearing.heard->command, params.error()));
        return;
    }
    ask(hearing.heard->command, params.value(),
        [this, hearing, ackId](const core::Reply &answered) { reply(hearing, ackId, answered); });
}

void SocketIoSession::reply(const SocketIoSpeaker::Hearing &hearing, std::optional<qint64> ackId,
                            const core::Reply &reply)
{
    // Where a contract answers by events, whoever asks for an acknowledgement too gets both.
    const bool isByEvents = !ackId || hearing.heard->acking == dialects::Acking::Either;
    if (reply && isByEvents) {
        for (const dialects::Answer &answer : hearing.heard->answers)
            send(m_speaker.say({answer.word, answer.write(reply.value()), answer.alone}));
    }
    if (ackId)
        acknowledge(*ackId, hearing.dialect->acknowledge(*hearing.heard, reply));
    else if (!reply)
        send(m_speaker.say(hearing.dialect->failure(hearing.heard, reply.error(), reception().clock.now())));
}

void SocketIoSession::acknowledge(qint64 ackId, const QByteArray &body)
{
    send(transport::SharedFrame::text(wire::encodeSocketIoAck(m_speaker.nsp(), ackId, body)));
}

void SocketIoSession::end(transport::CloseCode code, const QString &reason)
{
    if (channel().isOpen()) {
        // A client that is told to disconnect does not come back; one whose server goes away must.
        if (code != transport::CloseCode::GoingAway && m_socket)
            m_socket->leave();
        channel().close(code, reason.toUtf8());
    }
    finish();
}

} // namespace engine
