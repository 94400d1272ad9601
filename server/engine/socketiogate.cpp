// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/socketiogate.h"

namespace engine {

namespace {
// Each CONNECT checks a token; a client has few namespaces and few tokens to try.
constexpr double connectRate = 5;
constexpr double connectBurst = 20;
} // namespace

SocketIoGate::SocketIoGate(Reception &reception, transport::Channel &channel,
                           std::shared_ptr<const Namespaces> namespaces)
    : QObject(&channel), m_reception(reception), m_namespaces(std::move(namespaces)),
      m_peer(new transport::SocketIoPeer(channel, reception.clock, reception.entropy,
                                         {.recovery = reception.recovery})),
      m_connects(reception.clock, connectRate, connectBurst)
{
    connect(m_peer, &transport::SocketIoPeer::joining, this, &SocketIoGate::admit);
}

void SocketIoGate::admit(const QString &nsp, const QJsonObject &auth)
{
    if (!m_connects.take()) {
        m_peer->drop("too many connects");
        return;
    }
    const auto speaker = m_namespaces->find(nsp);
    if (speaker == m_namespaces->end()) {
        m_peer->refuse(nsp, QStringLiteral("Invalid namespace"));
        return;
    }
    QString token = auth.value(QLatin1String("token")).toString();
    if (token.isEmpty())
        token = m_peer->channel().handshake().token();
    core::Principal principal;
    if (!token.isEmpty()) {
        const core::Result<core::Principal> verified = m_reception.verify(token);
        if (!verified) {
            ++m_reception.tally.unauthenticated;
            m_peer->refuse(nsp, verified.error().message);
            return;
        }
        principal = verified.value();
    }
    std::optional<transport::SocketIoRecovery::Memory> former = m_peer->takeFormerSelf(nsp, auth);
    const auto place = StreamPlace::of(auth.value(QLatin1String("offset")).toString());
    if (former && !canResume(*former, principal, place))
        former.reset();
    transport::SocketIoSocket *socket = m_peer->accept(nsp, former);
    if (token.isEmpty()) {
        const auto guest = m_reception.guests.admit(m_peer->channel().handshake(), socket->id());
        principal = guest.value_or(principal);
    }
    auto *session = new SocketIoSession(m_reception, m_peer->channel(), *speaker->second, *socket, this);
    session->begin(principal);
    if (former)
        session->resume(former->state.value<SocketIoSession::Former>(), *place);
}

bool SocketIoGate::canResume(const transport::SocketIoRecovery::Memory &former,
                             const core::Principal &principal, const std::optional<StreamPlace> &place) const
{
    if (!place || former.state.value<SocketIoSession::Former>().account != principal.id)
        return false;
    const auto missed = m_reception.bus.since(place->sequence, place->epoch);
    return missed && missed->size() <= Sessions::mostReplayed;
}

} // namespace engine
