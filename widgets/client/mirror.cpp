// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/mirror.h"

#include "client/ask.h"

namespace client {

namespace {

using namespace std::chrono_literals;

constexpr auto pollTime = 2s;
constexpr auto leastSilence = 5s;
// Less is jitter, and caught up with before anybody wonders.
constexpr qint64 leastStep = 3000;

} // namespace

Mirror::Mirror(Link &link, core::Clock &clock, QObject *parent)
    : QObject(parent), m_link(link), m_clock(clock)
{
    connect(&m_link, &Link::eventsReceived, this, &Mirror::hear);
    connect(&m_link, &Link::stateChanged, this, [this] {
        const bool live = m_link.state() == Link::State::Live;
        if (live && !m_wasLive)
            resynchronise();
        m_wasLive = live;
        judge();
    });
    m_link.subscribe({QLatin1String(metrics::Sampled::topic), QLatin1String(session::StorageChanged::topic)});
    m_judge = m_clock.every(1s, [this] { judge(); });
    m_wasLive = m_link.state() == Link::State::Live;
    if (m_wasLive)
        resynchronise();
}

void Mirror::resynchronise()
{
    ask(m_link, metrics::Current{}, this, [this](const core::Result<metrics::Sampled> &reading) {
        if (reading && (!m_reading || reading->timestamp > m_reading->timestamp))
            take(reading.value(), false);
    });
    askUser();
    askServer();
}

void Mirror::askUser()
{
    ask(m_link, identity::Whoami{}, this, [this](const core::Result<identity::User> &user) {
        if (!user)
            return;
        m_user = user.value();
        Q_EMIT userChanged();
    });
}

void Mirror::hear(const QList<core::Event> &events)
{
    for (const core::Event &event : events) {
        if (event.topic.name() == QLatin1String(metrics::Sampled::topic)) {
            if (auto reading = event.as<metrics::Sampled>()) {
                const QDateTime before = std::exchange(m_heardAt, reading->timestamp);
                take(std::move(reading).value(), m_heardAt.msecsTo(before) > leastStep);
            }
        } else if (event.topic.name() == QLatin1String(session::StorageChanged::topic)) {
            const auto storage = event.as<session::StorageChanged>();
            if (!storage)
                continue;
            m_storage = storage->state == QLatin1String("ok") ? QString() : storage->message;
            Q_EMIT storageChanged();
        }
    }
}

void Mirror::take(metrics::Sampled reading, bool isSetBack)
{
    m_reading = std::move(reading);
    m_readAt = m_clock.steady();
    if (!m_heardAt.isValid())
        m_heardAt = m_reading->timestamp;
    judge();
    if (isSetBack)
        Q_EMIT clockSetBack();
    Q_EMIT readingChanged();
}

void Mirror::askServer()
{
    if (m_link.state() != Link::State::Live)
        return;
    ask(m_link, session::ServerStatus{}, this,
        [this](const core::Result<session::ServerStatus::Reply> &server) {
            if (!server)
                return;
            m_server = server.value();
            const bool good = m_server->storage == QLatin1String("ok");
            const QString text = good ? m_server->notice : m_server->storageMessage;
            if (text != m_storage) {
                m_storage = text;
                Q_EMIT storageChanged();
            }
            Q_EMIT serverChanged();
        });
}

void Mirror::setWatched(bool watched)
{
    if (watched == m_isWatched)
        return;
    m_isWatched = watched;
    m_poll = watched ? m_clock.every(pollTime, [this] { askServer(); }) : nullptr;
    if (watched)
        askServer();
}

QDateTime Mirror::serverNow() const
{
    if (!m_reading)
        return m_clock.now();
    return m_reading->timestamp.addMSecs((m_clock.steady() - m_readAt).count());
}

void Mirror::judge()
{
    const auto patience = std::max<std::chrono::milliseconds>(leastSilence, 3 * m_interval);
    const bool stale =
        m_link.state() != Link::State::Live || !m_reading || m_clock.steady() - m_readAt > patience;
    if (stale == m_isStale)
        return;
    m_isStale = stale;
    Q_EMIT staleChanged();
}

} // namespace client
