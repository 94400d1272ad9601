// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/topic.h"
#include "transport/channel.h"

#include <QList>

namespace engine {

/// What waits for one client: facts up to 1000 or 1 MiB, and beside them the answers it asked for, up to 1000
/// or 16 MiB. Of a fact of which only the newest matters the older self goes; then the least important go,
/// and are counted. What leaves is in the order of the stream.
class Outbox
{
public:
    static constexpr size_t mostFacts = 1000;
    static constexpr qint64 mostFactBytes = 1024LL * 1024;
    static constexpr size_t mostAnswers = 1000;
    static constexpr qint64 mostAnswerBytes = 16LL * 1024 * 1024;
    /// From here on facts are never dropped silently: the connection is closed instead.
    static constexpr int keepPriority = 8;

    /// Hands frames of facts straight to the channel when nothing waits before them; false: they must be
    /// queued.
    [[nodiscard]] bool passFacts(std::span<const transport::SharedFrame *const> frames,
                                 transport::Channel &channel);
    /// The same for an answer.
    [[nodiscard]] bool passAnswer(const transport::SharedFrame &frame, transport::Channel &channel);
    /// Queues a fact. `latest` set: replaces what waits for the same topic. False when the client must be
    /// closed as too slow: everything that waits is too important to drop.
    [[nodiscard]] bool pushFact(const QList<transport::SharedFrame> &frames, int priority,
                                const core::Topic &latest);
    /// Queues an answer that was asked for. False when more answers would wait than a client that reads ever
    /// has.
    [[nodiscard]] bool pushAnswer(const transport::SharedFrame &frame);
    /// Gives the channel as much as it takes without piling up there.
    void pump(transport::Channel &channel);

    [[nodiscard]] bool isEmpty() const { return m_entries.isEmpty(); }
    [[nodiscard]] size_t size() const { return size_t(m_entries.size()); }
    /// Of all that waits.
    [[nodiscard]] qint64 bytes() const { return m_factBytes + m_answerBytes; }
    [[nodiscard]] qint64 dropped() const { return m_dropped; }
    /// Messages given to the channel so far.
    [[nodiscard]] qint64 handed() const { return m_handed; }
    /// The bytes of them.
    [[nodiscard]] qint64 handedBytes() const { return m_handedBytes; }

private:
    struct Entry
    {
        QList<transport::SharedFrame> frames;
        qint64 bytes = 0;
        int priority = 0;
        bool isAnswer = false;
        core::Topic latest;
    };

    [[nodiscard]] bool mayPass(const transport::Channel &channel) const;
    bool makeRoom(int incoming, qint64 bytes);
    void forget(const QList<Entry>::iterator &entry);

    QList<Entry> m_entries; ///< takes no memory while it is empty, which is nearly always
    size_t m_facts = 0;     ///< the other entries are answers
    qint64 m_factBytes = 0;
    qint64 m_answerBytes = 0;
    qint64 m_dropped = 0;
    qint64 m_handed = 0;
    qint64 m_handedBytes = 0;
};

} // namespace engine
