// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/eventbus.h"

#include "core/log.h"

#include <QScopeGuard>

namespace engine {

namespace {
constexpr std::chrono::seconds rateWindow{5};
constexpr size_t mostCounted = 100'000;
constexpr int passing = 1; // who types, and what is half said: of no use to whoever comes later
} // namespace

EventBus::EventBus(const core::Catalog &catalog, core::Clock &clock, QString epoch, QString source,
                   QObject *parent)
    : QObject(parent), m_catalog(catalog), m_clock(clock), m_epoch(std::move(epoch)),
      m_source(std::move(source))
{
}

core::Result<quint64> EventBus::publish(core::Draft draft)
{
    Q_ASSERT_X(!m_isDelivering, "EventBus", "published while delivering; queue it to the next turn");
    if (m_isDelivering) {
        return core::Error{core::ErrorCode::Internal,
                           QStringLiteral("A fact was published while another was being delivered.")};
    }
    const core::EventSpec *spec = m_catalog.findEvent(draft.topic);
    if (spec == nullptr) {
        return core::Error{core::ErrorCode::Invalid,
                           QStringLiteral("There is no fact %1.").arg(draft.topic.name())};
    }
    const core::Result<core::Event> stamped = stamp(std::move(draft), *spec);
    if (!stamped) {
        qCWarning(logEngine) << "a fact was refused:" << stamped.error().message;
        return stamped.error();
    }
    const core::Event &event = stamped.value();
    if (spec->priority > passing)
        m_ring.add(event, spec->delivery);
    m_recent.push_back(m_clock.steady());
    if (m_recent.size() > mostCounted)
        m_recent.pop_front();

    m_isDelivering = true;
    const auto done = qScopeGuard([this] { m_isDelivering = false; });
    for (const Listener &listener : m_listeners)
        listener(event, *spec);
    return event.sequence;
}

core::Result<core::Event> EventBus::stamp(core::Draft draft, const core::EventSpec &spec)
{
    core::Result<core::Payload> payload = spec.shape.accept(draft.payload);
    if (!payload) {
        core::Error error = payload.error();
        error.message = QString(spec.topic.name() + QStringLiteral(": ") + error.message);
        return error;
    }
    core::Event event;
    event.sequence = ++m_sequence;
    event.topic = spec.topic;
    event.at = draft.at.isValid() ? draft.at.toUTC() : m_clock.now();
    event.priority = qBound(1, draft.priority.value_or(spec.priorityFor(*payload)), 10);
    event.source = draft.source.isEmpty() ? m_source : std::move(draft.source);
    event.audience = std::move(draft.audience);
    event.audience.roles &= spec.roles;
    event.payload = std::move(payload).value();
    return event;
}

void EventBus::react(QObject *context, const QString &pattern,
                     std::function<void(const core::Event &)> reaction)
{
    listen([context, pattern, reaction = std::move(reaction)](const core::Event &event,
                                                              const core::EventSpec &) {
        if (!event.topic.matches(pattern))
            return;
        QMetaObject::invokeMethod(
            context, [reaction, event] { reaction(event); }, Qt::QueuedConnection);
    });
}

std::optional<QList<core::Event>> EventBus::since(quint64 sequence, const QString &epoch) const
{
    if (epoch != m_epoch || sequence > m_sequence)
        return std::nullopt;
    return m_ring.since(sequence);
}

double EventBus::rate() const
{
    const auto from = m_clock.steady() - rateWindow;
    while (!m_recent.empty() && m_recent.front() < from)
        m_recent.pop_front();
    return double(m_recent.size()) / double(rateWindow.count());
}

} // namespace engine
