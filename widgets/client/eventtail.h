// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/filtergrammar.h"
#include "client/link.h"
#include "core/clock.h"

#include <deque>

namespace client {

/// The newest facts this side may hear, for as long as somebody looks. Bounded; pauses by itself when more
/// come than can be read, and counts what it does not show.
class EventTail final : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostFacts = 5000;
    /// Facts a second, of those that pass the filter, that are still shown.
    static constexpr qint64 mostPerSecond = 500;

    enum class Pause { None, ByHand, BySpeed };
    struct Heard
    {
        core::Event event;
        QByteArray json; ///< as the console says it
    };

    EventTail(Link &link, core::Clock &clock, QObject *parent = nullptr);
    ~EventTail() override { setWatched(false); }

    [[nodiscard]] int count() const { return int(m_facts.size()); }
    /// The oldest first.
    [[nodiscard]] const Heard &at(int place) const { return m_facts[size_t(place)]; }
    [[nodiscard]] bool passes(int place) const { return m_filter.passes(at(place).event, at(place).json); }
    [[nodiscard]] Link &link() const { return m_link; }

    /// Hears everything while watched, and nothing else.
    void setWatched(bool watched);
    [[nodiscard]] Pause pause() const { return m_pause; }
    void setPaused(bool paused);
    /// Facts that passed the filter since the pause began, and are not kept.
    [[nodiscard]] qint64 leftOut() const { return m_leftOut; }
    void setFilter(EventFilter filter);
    void clear();

Q_SIGNALS:
    /// Around every change, so that a model can follow: the places that come, or go.
    void aboutToAppend(int first, int last);
    void appended();
    void aboutToDrop(int last); ///< those from 0
    void dropped();
    void filterChanged();
    /// The pause, or what it left out.
    void pauseChanged();

private:
    void hear(const QList<core::Event> &events);
    void append(std::deque<Heard> &fresh);
    void drop(int count);
    /// How many have passed the filter in the last second, `passed` more of them now.
    [[nodiscard]] qint64 perSecond(qint64 passed);

    Link &m_link;
    core::Clock &m_clock;
    std::deque<Heard> m_facts;
    std::deque<std::pair<std::chrono::milliseconds, qint64>> m_recent;
    EventFilter m_filter;
    Pause m_pause = Pause::None;
    qint64 m_leftOut = 0;
    bool m_isWatched = false;
};

} // namespace client
