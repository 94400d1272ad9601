// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/regular.h"

#include "core/finished.h"

#include <utility>

namespace engine {

bool LateSpeaker::hasWord(const core::Topic &topic) const { return m_dialect->words().says(topic); }

QList<transport::SharedFrame> LateSpeaker::encode(const core::Event &event) const
{
    return framesOf(event, m_clock.now());
}

QList<transport::SharedFrame> LateSpeaker::framesOf(const core::Event &event, const QDateTime &queuedAt) const
{
    QList<transport::SharedFrame> frames;
    const QList<dialects::Utterance> said = m_dialect->speak(event);
    for (const dialects::Utterance &utterance : said)
        frames << transport::SharedFrame::text(m_dialect->wrapLate(utterance, event, queuedAt));
    return frames;
}

Regular::Regular(quint64 id, LateSpeaker &speaker, QString identity, QString clientId, QObject *parent)
    : Session(id, parent), m_speaker(speaker), m_identity(std::move(identity)),
      m_clientId(std::move(clientId))
{
}

void Regular::hold(quint64 session)
{
    m_holder = session;
    m_forget.reset();
}

void Regular::depart(core::Clock &clock, const core::Principal &client, std::chrono::milliseconds longest,
                     const std::function<void()> &forget)
{
    m_holder = 0;
    m_awaySince = clock.steady();
    m_forget = clock.after(longest, forget);
    core::Principal absent = client;
    // It comes back with another token, and with the rights it has then.
    absent.expiresAt.reset();
    absent.tokenId.clear();
    signIn(absent);
}

void Regular::save(QFuture<core::Result<void>> saving)
{
    ++m_saves;
    saving.then(this, [this](const core::Result<void> &result) {
        if (--m_saves > 0)
            return;
        for (QPromise<core::Result<void>> &waiter : std::exchange(m_waiting, {})) {
            waiter.addResult(result);
            waiter.finish();
        }
    });
}

QFuture<core::Result<void>> Regular::saved()
{
    if (m_saves == 0)
        return core::finished(core::Result<void>());
    m_waiting.emplace_back().start();
    return m_waiting.back().future();
}

bool Regular::hasWishes() const { return interest().hasChosen || interest().chosenFilter != nullptr; }

void Regular::end(transport::CloseCode code, const QString &)
{
    // A sign-in that was ended says nothing of the next one, which must prove the same identity.
    if (code == transport::CloseCode::GoingAway)
        tellEnded();
}

void Regular::leave()
{
    tellEnded();
    deleteLater();
}

bool Regular::canSay(const core::Topic &topic) const { return isAway() && m_speaker.canSay(topic); }

void Regular::deliver(std::span<const Fact *const> facts)
{
    for (const Fact *fact : facts)
        add(fact->event, m_speaker.frames(*fact));
}

void Regular::miss(const core::Event &event)
{
    if (wants(event))
        add(event, m_speaker.framesOf(event, event.at));
}

void Regular::add(const core::Event &event, const QList<transport::SharedFrame> &frames)
{
    for (const transport::SharedFrame &frame : frames) {
        ++m_kept;
        m_overflows += m_missed.add(event, frame);
    }
}

} // namespace engine
