// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"
#include "core/clock.h"
#include "core/publisher.h"
#include "engine/replayring.h"

#include <QObject>

#include <deque>
#include <functional>
#include <vector>

namespace engine {

/// The stream of facts: stamps each with its sequence and hands it to everybody who listens, in order.
/// While it delivers, nothing may publish (asserted); a reaction is queued to the next turn.
class EventBus : public QObject, public core::Publisher
{
    Q_OBJECT
public:
    using Listener = std::function<void(const core::Event &, const core::EventSpec &)>;

    /// `epoch` names this run of the stream; `source` is what facts without a source come from.
    EventBus(const core::Catalog &catalog, core::Clock &clock, QString epoch, QString source,
             QObject *parent = nullptr);

    core::Result<quint64> publish(core::Draft draft) override;
    using core::Publisher::publish;

    /// Called within the turn that publishes; must not publish.
    void listen(Listener listener) { m_listeners.push_back(std::move(listener)); }
    /// Called in the next turn of `context`'s event loop; may publish.
    void react(QObject *context, const QString &pattern, std::function<void(const core::Event &)> reaction);

    [[nodiscard]] const QString &epoch() const { return m_epoch; }
    [[nodiscard]] quint64 sequence() const { return m_sequence; }
    /// What followed `sequence` of `epoch`; nothing when that is not known any more.
    [[nodiscard]] std::optional<QList<core::Event>> since(quint64 sequence, const QString &epoch) const;
    /// Facts per second, mean of the last 5 s.
    [[nodiscard]] double rate() const;

private:
    core::Result<core::Event> stamp(core::Draft draft, const core::EventSpec &spec);

    const core::Catalog &m_catalog;
    core::Clock &m_clock;
    QString m_epoch;
    QString m_source;
    quint64 m_sequence = 0;
    bool m_isDelivering = false;
    std::vector<Listener> m_listeners;
    ReplayRing m_ring;
    mutable std::deque<std::chrono::milliseconds> m_recent;
};

} // namespace engine
