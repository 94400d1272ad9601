// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/wiresession.h"

#include "core/log.h"

namespace engine {

namespace {
// Decision 12 of the contracts; agents feed data and may do so faster.
constexpr double usualRate = 50;
constexpr double usualBurst = 200;
constexpr double agentRate = 1000;
constexpr double agentBurst = 2000;
constexpr std::chrono::seconds longestFlood{10};
constexpr std::chrono::seconds longestStuck{10};
// Answers that take time (history, passwords) are worked at in turns: nobody may fill the queue of all.
constexpr int mostUnanswered = 16;
constexpr qint64 signedInMessageLimit = 1024LL * 1024;
} // namespace

WireSession::WireSession(Reception &reception, transport::Channel &channel, Speaker &speaker, QObject *parent)
    : Session(reception.sessions.nextId(), parent), m_reception(reception), m_channel(&channel),
      m_speaker(speaker), m_rate(reception.clock, usualRate, usualBurst)
{
}

Session::Reach WireSession::reach() const
{
    if (!m_channel)
        return {};
    const transport::Handshake &handshake = m_channel->handshake();
    return {{},
            QString::fromLatin1(m_channel->carrier()),
            handshake.isLocalSocket ? QString() : handshake.peer.toString(),
            m_outbox.bytes()};
}

void WireSession::adoptPrincipal()
{
    if (!principal().isKnown())
        return;
    const bool agent = principal().role == core::Role::Agent;
    m_rate.setRate(agent ? agentRate : usualRate, agent ? agentBurst : usualBurst);
    m_channel->setMessageLimit(signedInMessageLimit);
}

void WireSession::deliver(std::span<const Fact *const> facts)
{
    if (m_isFinished || !m_channel)
        return;
    QVarLengthArray<const transport::SharedFrame *, transport::usualBurst> frames;
    for (const Fact *fact : facts) {
        for (const transport::SharedFrame &frame : m_speaker.frames(*fact))
            frames.append(&frame);
    }
    if (frames.isEmpty())
        return;
    m_reception.tally.delivered += quint64(facts.size());
    if (m_outbox.passFacts(frames, *m_channel))
        return;
    for (const Fact *fact : facts) {
        if (!queue(*fact)) {
            end(transport::CloseCode::Policy, tr("Slow consumer: too much waits for this connection."));
            return;
        }
    }
    pump();
}

bool WireSession::queue(const Fact &fact)
{
    const QList<transport::SharedFrame> &frames = m_speaker.frames(fact);
    const bool isLatest = fact.spec->delivery == core::Delivery::Latest;
    return frames.isEmpty() ||
           m_outbox.pushFact(frames, fact.event.priority, isLatest ? fact.event.topic : core::Topic());
}

void WireSession::flush()
{
    if (m_channel)
        m_channel->flush();
}

void WireSession::send(const transport::SharedFrame &frame)
{
    if (m_isFinished)
        return;
    m_reception.sessions.handOut(); // what happened before the answer is told before it
    if (m_isFinished || (m_channel && m_outbox.passAnswer(frame, *m_channel)))
        return;
    if (!m_outbox.pushAnswer(frame)) {
        if (!m_isRefusing)
            end(transport::CloseCode::Policy,
                tr("Slow consumer: too many answers wait for this connection."));
        return;
    }
    pump();
}

void WireSession::pump()
{
    if (m_channel.isNull() || m_isFinished)
        return;
    m_outbox.pump(*m_channel);
    watchFlow();
}

void WireSession::watchFlow()
{
    if (m_outbox.isEmpty()) {
        m_stuck.reset();
        return;
    }
    // Only once something has waited: the signal comes after every write.
    if (!std::exchange(m_isToldOfDrained, true))
        connect(m_channel, &transport::Channel::drained, this, [this] { pump(); });
    if (m_stuck)
        return;
    m_leftWhenArmed = leftBytes();
    m_stuck = m_reception.clock.after(longestStuck, [this] {
        if (leftBytes() <= m_leftWhenArmed) {
            end(transport::CloseCode::Policy, tr("Slow consumer: nothing was taken for 10 s."));
            return;
        }
        const auto fired = std::move(m_stuck); // a timer does not survive its own reset while it calls
        pump();
    });
}

/// Bytes that have left for the client; grows while it reads, however slowly.
qint64 WireSession::leftBytes() const { return m_outbox.handedBytes() - m_channel->bytesUnsent(); }

bool WireSession::admit()
{
    if (m_isFinished)
        return false;
    m_isRefusing = !m_rate.take();
    if (!m_isRefusing)
        return true;
    ++m_reception.tally.limitedMessages;
    if (m_rate.refusedFor() > longestFlood)
        end(transport::CloseCode::Policy, tr("Too many requests for too long."));
    return false;
}

core::Error WireSession::tooMany()
{
    return {core::ErrorCode::Limited,
            QStringLiteral("Too many requests on this connection. Send fewer, or wait a second.")};
}

core::Error WireSession::refusal(const QString &command, const core::Error &unreadable) const
{
    return m_reception.dispatcher.barred(command, principal()).value_or(unreadable);
}

void WireSession::ask(const QString &command, core::Payload params,
                      std::function<void(const core::Reply &)> done)
{
    if (m_address.isNull())
        m_address = m_channel->handshake().peer.toString();
    core::Command asked{command, std::move(params), principal(), id(), m_address};
    if (m_unanswered >= mostUnanswered) {
        done(core::Error{
            core::ErrorCode::Limited,
            QStringLiteral("Too many requests of this connection wait for their answers. Wait for some "
                           "before you ask more.")});
        return;
    }
    m_reception.sessions.handOut();
    QFuture<core::Reply> future = m_reception.dispatcher.dispatch(std::move(asked));
    if (future.isFinished()) {
        done(future.resultCount() > 0 ? future.result()
                                      : core::Reply(core::Error{core::ErrorCode::Unavailable,
                                                                QStringLiteral("The server is stopping.")}));
        return;
    }
    // The answer may come when this session is gone; Qt wants a context that is still there then.
    future.then(&m_reception.sessions,
                [self = QPointer<WireSession>(this), done = std::move(done)](const core::Reply &reply) {
                    if (!self)
                        return;
                    --self->m_unanswered;
                    if (self->m_isFinished)
                        return;
                    self->m_isRefusing = false;
                    done(reply);
                });
    ++m_unanswered;
}

void WireSession::finish()
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    m_stuck.reset();
    tellEnded();
    adoptEnd();
    deleteLater();
}

} // namespace engine
