// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/silences.h"

#include "client/ask.h"

#include <algorithm>

namespace client {

namespace {
QStringList silenceTopics() { return {QLatin1String(alerts::SilencesChanged::topic)}; }

template <class Thing>
const Thing *withId(const QList<Thing> &things, const QString &id)
{
    const auto found =
        std::find_if(things.begin(), things.end(), [&](const Thing &thing) { return thing.id == id; });
    return found == things.end() ? nullptr : &*found;
}

bool isBefore(const alerts::Silence &one, const alerts::Silence &other)
{
    if (one.isOver != other.isOver)
        return other.isOver;
    return one.isOver ? one.until > other.until : one.until < other.until;
}

bool isBefore(const alerts::MaintenanceWindow &one, const alerts::MaintenanceWindow &other)
{
    if (one.nextAt.has_value() != other.nextAt.has_value())
        return one.nextAt.has_value();
    return one.nextAt ? *one.nextAt < *other.nextAt : one.start > other.start;
}
} // namespace

Silences::Silences(Mirror &mirror, QObject *parent) : QObject(parent), m_mirror(mirror)
{
    Link &link = mirror.link();
    connect(&link, &Link::stateChanged, this, &Silences::refresh);
    connect(&link, &Link::eventsReceived, this, [this](const QList<core::Event> &events) {
        if (std::any_of(events.begin(), events.end(), [](const core::Event &event) {
                return event.topic.name() == QLatin1String(alerts::SilencesChanged::topic);
            }))
            refresh();
    });
    link.subscribe(silenceTopics());
}

Silences::~Silences() { m_mirror.link().unsubscribe(silenceTopics()); }

const alerts::Silence *Silences::silence(const QString &id) const { return withId(m_silences, id); }

const alerts::MaintenanceWindow *Silences::window(const QString &id) const { return withId(m_windows, id); }

void Silences::setWatched(bool watched)
{
    m_isWatched = watched;
    if (watched && m_isDue)
        refresh();
}

void Silences::refresh()
{
    m_isDue = true;
    Link &link = m_mirror.link();
    if (!m_isWatched || link.state() != Link::State::Live)
        return;
    m_isDue = false;
    ++m_round;
    alerts::ListSilences silences;
    silences.isOver = true;
    ask(link, silences, this,
        [this, round = m_round](const core::Result<alerts::ListSilences::Reply> &reply) {
            if (round != m_round)
                return;
            m_trouble = reply ? QString() : reply.error().message;
            m_isKnown = m_isKnown || bool(reply);
            if (reply) {
                m_silences = reply->silences;
                std::sort(m_silences.begin(), m_silences.end(),
                          [](const auto &one, const auto &other) { return isBefore(one, other); });
            }
            Q_EMIT changed();
        });
    ask(link, alerts::ListWindows{}, this,
        [this, round = m_round](const core::Result<alerts::ListWindows::Reply> &reply) {
            if (round != m_round)
                return;
            if (reply) {
                m_windows = reply->windows;
                std::sort(m_windows.begin(), m_windows.end(),
                          [](const auto &one, const auto &other) { return isBefore(one, other); });
            } else {
                m_trouble = reply.error().message;
            }
            Q_EMIT changed();
        });
}

} // namespace client
