// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/ratelimit.h"
#include "engine/outbox.h"
#include "engine/reception.h"
#include "engine/session.h"
#include "engine/speaker.h"

#include <QPointer>

namespace engine {

/// A session whose delivery is bytes: what it shares whatever the tongue.
class WireSession : public Session
{
    Q_OBJECT
public:
    WireSession(Reception &reception, transport::Channel &channel, Speaker &speaker, QObject *parent);

    [[nodiscard]] QString contract() const override { return m_speaker.contract(); }
    [[nodiscard]] qint64 queued() const override { return qint64(m_outbox.size()); }
    [[nodiscard]] qint64 dropped() const override { return m_outbox.dropped(); }
    [[nodiscard]] Reach reach() const override;
    /// Messages that went to the client.
    [[nodiscard]] qint64 handed() const { return m_outbox.handed(); }

protected:
    void deliver(std::span<const Fact *const> facts) override;
    void flush() override;
    void adoptPrincipal() override;
    [[nodiscard]] bool canSay(const core::Topic &topic) const override { return m_speaker.canSay(topic); }
    /// Sends an answer, behind what waits. Where too many wait, a refusal for asking too much is left out;
    /// any other answer ends the session instead.
    void send(const transport::SharedFrame &frame);
    /// Counts a message of the client against its rate: false when it is one too many. A flood of 10 s ends
    /// the session.
    [[nodiscard]] bool admit();
    /// What one message too many is answered with.
    [[nodiscard]] static core::Error tooMany();
    /// The error to tell when parameters could not be read: that the caller may not ask goes before what is
    /// wrong.
    [[nodiscard]] core::Error refusal(const QString &command, const core::Error &unreadable) const;
    /// Dispatches for this session's principal; `done` is called on this thread unless the session is gone.
    void ask(const QString &command, core::Payload params, std::function<void(const core::Reply &)> done);
    [[nodiscard]] transport::Channel &channel() const { return *m_channel; }
    [[nodiscard]] Reception &reception() const { return m_reception; }
    /// Leaves the house; the tongue has said goodbye.
    void finish();
    /// `finish` was called.
    virtual void adoptEnd() {}

private:
    [[nodiscard]] bool queue(const Fact &fact);
    void pump();
    void watchFlow();
    [[nodiscard]] qint64 leftBytes() const;

    Reception &m_reception;
    QPointer<transport::Channel> m_channel;
    Speaker &m_speaker;
    Outbox m_outbox;
    core::RateLimit m_rate;
    std::unique_ptr<core::Timer> m_stuck;
    qint64 m_leftWhenArmed = 0;
    int m_unanswered = 0;      ///< commands whose replies are still to come
    bool m_isRefusing = false; // what is sent now answers a message too many
    QString m_address;         ///< the peer's, once it has asked something
    bool m_isToldOfDrained = false;
    bool m_isFinished = false;
};

} // namespace engine
