// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/outbox.h"

#include <algorithm>

namespace engine {

namespace {
// What a channel may hold unsent before the outbox keeps the rest, where it can still be replaced or dropped.
constexpr qint64 channelWindow = 64LL * 1024;

qint64 bytesOf(const QList<transport::SharedFrame> &frames)
{
    qint64 bytes = 0;
    for (const transport::SharedFrame &frame : frames)
        bytes += frame.size();
    return bytes;
}
} // namespace

bool Outbox::mayPass(const transport::Channel &channel) const
{
    return m_entries.isEmpty() && channel.bytesUnsent() < channelWindow && channel.isOpen();
}

bool Outbox::passAnswer(const transport::SharedFrame &frame, transport::Channel &channel)
{
    if (!mayPass(channel) || frame.size() > mostAnswerBytes)
        return false;
    ++m_handed;
    m_handedBytes += frame.size();
    channel.send(frame);
    return true;
}

bool Outbox::passFacts(std::span<const transport::SharedFrame *const> frames, transport::Channel &channel)
{
    if (!m_entries.isEmpty() || !channel.isOpen())
        return false;
    const qint64 unsent = channel.bytesUnsent();
    qint64 bytes = 0;
    for (const transport::SharedFrame *frame : frames) {
        if (unsent + bytes >= channelWindow)
            return false;
        bytes += frame->size();
    }
    m_handed += qint64(frames.size());
    m_handedBytes += bytes;
    channel.sendAll(frames);
    return true;
}

bool Outbox::pushFact(const QList<transport::SharedFrame> &frames, int priority, const core::Topic &latest)
{
    const qint64 bytes = bytesOf(frames);
    if (!latest.name().isEmpty()) {
        const auto older = std::find_if(m_entries.begin(), m_entries.end(),
                                        [&](const Entry &entry) { return entry.latest == latest; });
        if (older != m_entries.end())
            forget(older);
    }
    if (!makeRoom(priority, bytes))
        return priority < keepPriority;
    m_entries.append(Entry{frames, bytes, priority, false, latest});
    ++m_facts;
    m_factBytes += bytes;
    return true;
}

bool Outbox::pushAnswer(const transport::SharedFrame &frame)
{
    if (m_entries.size() - m_facts >= mostAnswers || m_answerBytes + frame.size() > mostAnswerBytes)
        return false;
    m_entries.append(Entry{{frame}, frame.size(), 10, true, {}});
    m_answerBytes += frame.size();
    return true;
}

/// True when the incoming fact may be queued; false when it is itself the least important (and counted as
/// dropped).
bool Outbox::makeRoom(int incoming, qint64 bytes)
{
    while (m_facts >= mostFacts || (m_facts > 0 && m_factBytes + bytes > mostFactBytes)) {
        auto least = m_entries.end();
        for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
            if (!it->isAnswer && it->priority < keepPriority &&
                (least == m_entries.end() || it->priority < least->priority))
                least = it;
        }
        ++m_dropped;
        if (least == m_entries.end() || least->priority > incoming)
            return false;
        forget(least);
    }
    return true;
}

void Outbox::forget(const QList<Entry>::iterator &entry)
{
    --m_facts;
    m_factBytes -= entry->bytes;
    m_entries.erase(entry);
}

void Outbox::pump(transport::Channel &channel)
{
    while (!m_entries.isEmpty() && channel.isOpen() && channel.bytesUnsent() < channelWindow) {
        const Entry entry = m_entries.takeFirst();
        if (entry.isAnswer) {
            m_answerBytes -= entry.bytes;
        } else {
            --m_facts;
            m_factBytes -= entry.bytes;
        }
        m_handed += entry.frames.size();
        m_handedBytes += entry.bytes;
        for (const transport::SharedFrame &frame : entry.frames)
            channel.send(frame);
    }
    if (m_entries.isEmpty())
        m_entries = QList<Entry>(); // an emptied one would keep its room
}

} // namespace engine
