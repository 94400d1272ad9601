// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/speaker.h"

#include "engine/streamplace.h"
#include "wire/jsonenvelope.h"
#include "wire/socketio.h"

#include <algorithm>

namespace engine {

namespace {
constexpr qint64 mostPastBytes = 1024LL * 1024;
}

const QList<transport::SharedFrame> &Speaker::frames(const Fact &fact)
{
    if (fact.isPast)
        return pastFrames(fact.event);
    for (const auto &[speaker, frames] : fact.said) {
        if (speaker == this)
            return frames;
    }
    return fact.said.emplace_back(this, encode(fact.event)).second;
}

const QList<transport::SharedFrame> &Speaker::pastFrames(const core::Event &event)
{
    if (const auto known = m_past.constFind(event.sequence); known != m_past.cend())
        return *known;
    const QList<transport::SharedFrame> frames = encode(event);
    qint64 bytes = 0;
    for (const transport::SharedFrame &frame : frames)
        bytes += frame.size();
    if (m_pastBytes + bytes > mostPastBytes) {
        m_past.clear();
        m_pastBytes = 0;
    }
    m_pastBytes += bytes;
    return *m_past.insert(event.sequence, frames);
}

SocketIoSpeaker::SocketIoSpeaker(QString nsp, std::vector<std::shared_ptr<const dialects::Dialect>> spoken,
                                 QString epoch)
    : m_namespace(std::move(nsp)), m_dialects(std::move(spoken)), m_epoch(std::move(epoch))
{
    Q_ASSERT(!m_dialects.empty());
}

QString SocketIoSpeaker::contract() const
{
    return m_dialects.size() == 1 ? m_dialects.front()->name() : QStringLiteral("shared");
}

bool SocketIoSpeaker::hasWord(const core::Topic &topic) const
{
    return std::any_of(m_dialects.begin(), m_dialects.end(),
                       [&](const auto &dialect) { return dialect->words().says(topic); });
}

SocketIoSpeaker::Hearing SocketIoSpeaker::hear(const QString &word, bool acked,
                                               const QJsonValue &argument) const
{
    Hearing found;
    for (const auto &dialect : m_dialects) {
        const dialects::Heard *heard = dialect->words().heard(word, acked);
        // Where only one contract is spoken, nothing has to be told apart.
        if (heard == nullptr && m_dialects.size() == 1)
            heard = dialect->words().heard(word, !acked);
        if (heard == nullptr)
            continue;
        const bool isClaimed = heard->claims && heard->claims(argument);
        if (heard->claims && !isClaimed && m_dialects.size() > 1)
            continue;
        // A word that is meant just this way goes before one that does not mind.
        if (isClaimed || heard->acking != dialects::Acking::Either)
            return {dialect.get(), heard};
        if (found.heard == nullptr)
            found = {dialect.get(), heard};
    }
    return found;
}

transport::SharedFrame SocketIoSpeaker::say(const dialects::Utterance &said, const QString &offset) const
{
    return transport::SharedFrame::text(
        wire::encodeSocketIoEvent(m_namespace, said.word, said.text(), offset));
}

QList<transport::SharedFrame> SocketIoSpeaker::encode(const core::Event &event) const
{
    QList<transport::SharedFrame> frames;
    const QString offset = m_epoch.isEmpty() ? QString() : StreamPlace{m_epoch, event.sequence}.word();
    for (const auto &dialect : m_dialects) {
        const QList<dialects::Utterance> said = dialect->speak(event);
        for (const dialects::Utterance &utterance : said) {
            // A word that contracts share carries what all of them need, and is said once.
            if (dialect != m_dialects.front() && isSaidBefore(*dialect, utterance.word, event))
                continue;
            frames << say(utterance, offset);
        }
    }
    return frames;
}

bool SocketIoSpeaker::isSaidBefore(const dialects::Dialect &dialect, const QString &word,
                                   const core::Event &event) const
{
    for (const auto &earlier : m_dialects) {
        if (earlier.get() == &dialect)
            return false;
        const QList<const dialects::Spoken *> words = earlier->words().spokenFor(event.topic);
        if (std::any_of(words.begin(), words.end(), [&](const auto *spoken) { return spoken->word == word; }))
            return true;
    }
    return false;
}

EnvelopeSpeaker::EnvelopeSpeaker(std::shared_ptr<const dialects::EnvelopeDialect> dialect)
    : m_dialect(std::move(dialect))
{
}

bool EnvelopeSpeaker::hasWord(const core::Topic &topic) const { return m_dialect->words().says(topic); }

transport::SharedFrame EnvelopeSpeaker::say(const QJsonObject &message)
{
    return transport::SharedFrame::text(wire::encodeEnvelope(message));
}

QList<transport::SharedFrame> EnvelopeSpeaker::encode(const core::Event &event) const
{
    QList<transport::SharedFrame> frames;
    const QList<dialects::Utterance> said = m_dialect->speak(event);
    for (const dialects::Utterance &utterance : said)
        frames << transport::SharedFrame::text(m_dialect->wrap(utterance, event));
    return frames;
}

} // namespace engine
