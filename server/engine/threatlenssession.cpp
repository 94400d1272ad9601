// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/threatlenssession.h"

#include "dialects/threatlens/greeting.h"
#include "wire/jsonenvelope.h"

#include <QUuid>

#include <algorithm>

namespace engine {

namespace {
using transport::CloseCode;

constexpr qsizetype longestId = 100;
constexpr qsizetype longestUserAgent = 256;
// Not of the contract's own: its browser client says these as they are.
constexpr auto rawPing = "ping";
constexpr auto rawPong = "pong";

bool isClientId(const QByteArray &text)
{
    return !text.isEmpty() && text.size() <= longestId && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               QByteArrayView("._~:@-").contains(c);
    });
}

QString freshId(core::Entropy &entropy)
{
    QUuid id = QUuid::fromRfc4122(entropy.bytes(16));
    id.data3 = ushort((id.data3 & 0x0fffU) | 0x4000U); // RFC 4122 §4.4: random
    id.data4[0] = uchar((id.data4[0] & 0x3fU) | 0x80U);
    return id.toString(QUuid::WithoutBraces);
}
} // namespace

ThreatLensSession::ThreatLensSession(Reception &reception, transport::Channel &channel,
                                     EnvelopeSpeaker &speaker, const std::optional<QByteArray> &clientId)
    : EnvelopeSession(reception, channel, speaker, SignIn::AtOnce, true, true),
      m_clientele(*reception.clientele), m_isNamed(clientId.has_value()),
      m_address(channel.handshake().peer.toString()),
      m_userAgent(QString::fromUtf8(channel.handshake().header(QByteArrayLiteral("user-agent")))
                      .left(longestUserAgent)),
      m_connectedAt(reception.clock.now())
{
    if (!clientId)
        m_clientId = freshId(reception.entropy);
    else if (isClientId(*clientId))
        m_clientId = QString::fromLatin1(*clientId);
}

QString ThreatLensSession::identity() const
{
    return principal().isGuest ? QString(QStringLiteral("guest@") + m_address) : principal().id;
}

Session::Reach ThreatLensSession::reach() const
{
    Reach reach = EnvelopeSession::reach();
    reach.name = m_clientId;
    return reach;
}

bool ThreatLensSession::isKeptFrom(const core::Event &event) const
{
    const bool hasWishes = interest().hasChosen || interest().chosenFilter != nullptr;
    return hasWishes && event.audience.admits(principal(), interest().rooms, id()) && !wants(event);
}

core::Result<core::Principal> ThreatLensSession::recognize(const QString &token) const
{
    if (token.isEmpty()) {
        const auto guest = reception().guests.admit(channel().handshake(), m_clientId);
        if (guest)
            return *guest;
        return core::Error{core::ErrorCode::AuthenticationRequired,
                           QStringLiteral("Authentication required")};
    }
    core::Result<core::Principal> verified = reception().verify(token);
    if (verified)
        return verified;
    core::Error error = verified.error();
    error.message.prepend(QLatin1String("Authentication failed: "));
    return error;
}

void ThreatLensSession::begin(const QString &token)
{
    if (m_clientId.isEmpty()) {
        end(CloseCode::BadClientId, QStringLiteral("Invalid client id: 1 to 100 of A-Z a-z 0-9 . _ ~ : @ -"));
        return;
    }
    const core::Result<core::Principal> client = recognize(token);
    if (!client) {
        m_clientele.noteRefusal();
        end(CloseCode::Policy, client.error().message);
        return;
    }
    signIn(client.value());
    if (m_clientele.isTaken(m_clientId, identity())) {
        end(CloseCode::BadClientId, QStringLiteral("Invalid client id: somebody else bears it"));
        return;
    }
    EnvelopeSession::begin(client.value());
}

void ThreatLensSession::greet()
{
    const QList<transport::SharedFrame> missed = m_clientele.enter(*this);
    const bool isSignInRequired = !principal().isGuest;
    send(EnvelopeSpeaker::say(dialects::threatlens::Greeting{
        m_clientId, reception().clock.now(), reception().version, isSignInRequired, principal()}
                                  .message()));
    for (const transport::SharedFrame &frame : missed)
        send(frame);
}

void ThreatLensSession::end(CloseCode code, const QString &reason)
{
    // The contract closes for credentials, too, with the code of policies.
    EnvelopeSession::end(code == CloseCode::Authentication ? CloseCode::Policy : code, reason);
}

void ThreatLensSession::receive(const QByteArray &text)
{
    if (text != rawPing && text != rawPong) {
        EnvelopeSession::receive(text);
        return;
    }
    if (!admit()) {
        complain(tooMany());
        return;
    }
    m_lastPing = reception().clock.now();
    if (text == rawPing)
        send(transport::SharedFrame::text(rawPong));
}

core::Result<dialects::Request> ThreatLensSession::read(const QByteArray &text) const
{
    const core::Result<QJsonObject> message = wire::decodeEnvelope(text);
    if (message)
        return dialect().open(message.value());
    core::Error error = message.error();
    error.message.prepend(QLatin1String("Invalid JSON: "));
    return error;
}

void ThreatLensSession::hear(const dialects::Request &request)
{
    const bool isPong = request.word == QLatin1String(rawPong);
    if (isPong || request.word == QLatin1String(rawPing))
        m_lastPing = reception().clock.now();
    if (!isPong) // it answers ours
        EnvelopeSession::hear(request);
}

void ThreatLensSession::answer(const dialects::Request &request, const dialects::Heard *heard,
                               const core::Reply &reply)
{
    auto message = dialect().respond(request, heard, reply, reception().clock.now());
    if (!message)
        return;
    if (reply && request.word == QLatin1String(rawPing)) {
        QJsonObject data = message->value(QLatin1String("data")).toObject();
        data.insert(QStringLiteral("client_id"), m_clientId);
        message->insert(QStringLiteral("data"), data);
    }
    send(EnvelopeSpeaker::say(*message));
}

void ThreatLensSession::adoptInterest() { m_clientele.keep(*this); }

void ThreatLensSession::adoptEnd() { m_clientele.leave(*this); }

} // namespace engine
