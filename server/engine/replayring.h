// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"
#include "core/event.h"

#include <deque>
#include <optional>

namespace engine {

/// The recent past of the stream, for clients that come back: every fact of which each one matters, and the
/// newest of every fact of which only that one does.
class ReplayRing
{
public:
    /// `capacity`: facts kept.
    explicit ReplayRing(size_t capacity = 10'000) : m_capacity(capacity) {}

    void add(const core::Event &event, core::Delivery delivery);
    /// Facts after `sequence` in order; nothing when some of them are already forgotten.
    [[nodiscard]] std::optional<QList<core::Event>> since(quint64 sequence) const;

private:
    size_t m_capacity;
    std::deque<core::Event> m_each;
    QHash<core::Topic, core::Event> m_latest;
    quint64 m_forgotten = 0; ///< newest sequence of Each facts that is gone
};

} // namespace engine
