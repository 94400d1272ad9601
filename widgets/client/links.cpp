// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/links.h"

#include "client/ask.h"

namespace client {

namespace {
QStringList linksTopics()
{
    return {QLatin1String(network::LinkChanged::topic), QLatin1String(network::LinkRemoved::topic)};
}
} // namespace

Links::Links(Link &link, QObject *parent) : QObject(parent), m_link(link)
{
    connect(&m_link, &Link::eventsReceived, this, &Links::hear);
    connect(&m_link, &Link::stateChanged, this, [this] {
        const bool live = m_link.state() == Link::State::Live;
        if (live && !m_wasLive)
            reload();
        m_wasLive = live;
    });
    m_link.subscribe(linksTopics());
    m_wasLive = m_link.state() == Link::State::Live;
    if (m_wasLive)
        reload();
}

Links::~Links() { m_link.unsubscribe(linksTopics()); }

void Links::reload()
{
    ++m_round;
    m_roster.begin();
    askPage({});
}

void Links::askPage(const QString &after)
{
    network::ListLinks command;
    command.after = after;
    ask(m_link, command, this, [this, round = m_round](const core::Result<network::ListLinks::Reply> &reply) {
        if (round != m_round)
            return;
        if (!reply) {
            m_trouble = reply.error().message;
            m_roster.abandon();
            Q_EMIT reset();
            return;
        }
        m_roster.addPage(reply->links);
        if (!reply->next.isEmpty()) {
            askPage(reply->next);
            return;
        }
        m_trouble.clear();
        m_isKnown = true;
        m_roster.finish();
        Q_EMIT reset();
    });
}

void Links::hear(const QList<core::Event> &events)
{
    QSet<QString> fresh;
    QSet<QString> gone;
    for (const core::Event &event : events) {
        if (event.topic.name() == QLatin1String(network::LinkChanged::topic)) {
            if (const auto fact = event.as<network::LinkChanged>()) {
                m_roster.put(fact->link);
                fresh.insert(fact->link.id);
                gone.remove(fact->link.id);
            }
        } else if (event.topic.name() == QLatin1String(network::LinkRemoved::topic)) {
            if (const auto fact = event.as<network::LinkRemoved>()) {
                m_roster.drop(fact->linkId);
                gone.insert(fact->linkId);
                fresh.remove(fact->linkId);
            }
        }
    }
    if (!fresh.isEmpty())
        Q_EMIT changed(QStringList(fresh.begin(), fresh.end()));
    if (!gone.isEmpty())
        Q_EMIT removed(QStringList(gone.begin(), gone.end()));
}

} // namespace client
