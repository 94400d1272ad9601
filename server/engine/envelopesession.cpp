// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/envelopesession.h"

#include "dialects/console/console.h"
#include "wire/jsonenvelope.h"

namespace engine {

namespace {
constexpr std::chrono::seconds signInTime{10};

/// Parameters that come in canonical form.
core::Result<core::Payload> canonical(const QJsonValue &params)
{
    if (!params.isUndefined() && !params.isObject())
        return core::Error{core::ErrorCode::Invalid, QStringLiteral("params: expected an object")};
    return core::Payload(params.toObject());
}
} // namespace

EnvelopeSession::EnvelopeSession(Reception &reception, transport::Channel &channel, EnvelopeSpeaker &speaker,
                                 SignIn signIn, bool isGreeted, bool hearsByDefault)
    : WireSession(reception, channel, speaker, &channel), m_speaker(speaker), m_signIn(signIn),
      m_isGreeted(isGreeted), m_hearsByDefault(hearsByDefault)
{
    connect(&channel, &transport::Channel::textReceived, this, &EnvelopeSession::receive);
    connect(&channel, &transport::Channel::binaryReceived, this, [this] {
        if (!admit())
            return;
        complain({core::ErrorCode::Invalid, tr("Binary messages are not part of this protocol.")});
    });
    connect(&channel, &transport::Channel::closed, this, [this] { finish(); });
}

void EnvelopeSession::adoptPrincipal()
{
    WireSession::adoptPrincipal();
    if (principal().isKnown())
        m_signInTimeout.reset();
}

QStringList EnvelopeSession::topicsByDefault() const
{
    QStringList topics;
    if (!m_hearsByDefault)
        return topics;
    for (const dialects::Spoken &spoken : dialect().words().speaks()) {
        if (!topics.contains(spoken.topic.name()))
            topics << spoken.topic.name();
    }
    return topics;
}

void EnvelopeSession::begin(const QString &token)
{
    if (!token.isEmpty()) {
        const core::Result<core::Principal> verified = reception().verify(token);
        if (!verified) {
            turnAway(verified.error().message);
            return;
        }
        begin(verified.value());
        return;
    }
    if (m_signIn == SignIn::AtOnce) {
        turnAway(QStringLiteral("Authentication required"));
        return;
    }
    m_signInTimeout =
        reception().clock.after(signInTime, [this] { turnAway(QStringLiteral("Authentication required")); });
    reception().sessions.add(this);
    greet();
}

void EnvelopeSession::begin(const core::Principal &principal)
{
    signIn(principal);
    reception().sessions.add(this);
    greet();
}

void EnvelopeSession::turnAway(const QString &reason)
{
    ++reception().tally.unauthenticated;
    end(transport::CloseCode::Authentication, reason);
}

void EnvelopeSession::greet()
{
    if (m_isGreeted) {
        send(EnvelopeSpeaker::say(dialects::consoleHello(reception().version, reception().bus.epoch(),
                                                         reception().bus.sequence(), principal().isKnown())));
    }
}

void EnvelopeSession::end(transport::CloseCode code, const QString &reason)
{
    if (channel().isOpen())
        channel().close(code, reason.toUtf8());
    finish();
}

void EnvelopeSession::receive(const QByteArray &text)
{
    const core::Result<dialects::Request> request = read(text);
    const bool isAdmitted = admit();
    if (!request) {
        complain(isAdmitted ? request.error() : tooMany());
        return;
    }
    if (!isAdmitted) {
        answer(request.value(), nullptr, tooMany());
        return;
    }
    hear(request.value());
}

core::Result<dialects::Request> EnvelopeSession::read(const QByteArray &text) const
{
    const core::Result<QJsonObject> message = wire::decodeEnvelope(text);
    if (!message)
        return message.error();
    return dialect().open(message.value());
}

void EnvelopeSession::complain(const core::Error &error)
{
    send(EnvelopeSpeaker::say(dialect().complain(error, reception().clock.now())));
}

void EnvelopeSession::hear(const dialects::Request &request)
{
    const dialects::Heard *heard = m_speaker.dialect().words().heard(request.word, true);
    if (heard == nullptr) {
        answer(request, nullptr,
               core::Error{core::ErrorCode::UnknownCommand,
                           QStringLiteral("Unknown message type: %1").arg(request.word.left(64))});
        return;
    }
    const core::Result<core::Payload> params =
        heard->read ? heard->read(request.body) : canonical(request.body);
    if (!params) {
        answer(request, heard, refusal(heard->command, params.error()));
        return;
    }
    ask(heard->command, params.value(),
        [this, request, heard](const core::Reply &reply) { answer(request, heard, reply); });
}

void EnvelopeSession::answer(const dialects::Request &request, const dialects::Heard *heard,
                             const core::Reply &reply)
{
    const auto message = m_speaker.dialect().respond(request, heard, reply, reception().clock.now());
    if (message)
        send(EnvelopeSpeaker::say(*message));
}

} // namespace engine
