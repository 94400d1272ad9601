// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/alertlookup.h"

#include "client/ask.h"

namespace client {

AlertLookup::AlertLookup(Link &link, QObject *parent) : QObject(parent), m_link(link)
{
    connect(&link, &Link::eventsReceived, this, [this](const QList<core::Event> &events) {
        for (const core::Event &event : events) {
            if (event.topic.name() != QLatin1String(alerts::Changed::topic))
                continue;
            if (const auto fact = event.as<alerts::Changed>())
                take(fact->alerts);
        }
    });
    connect(&link, &Link::stateChanged, this, [this] {
        const bool isLive = m_link.state() == Link::State::Live;
        if (isLive && !m_wasLive) {
            for (const QString &id : std::as_const(m_wanted))
                ask(id);
        }
        m_wasLive = isLive;
    });
    link.subscribe({QLatin1String(alerts::Changed::topic)});
    m_wasLive = link.state() == Link::State::Live;
}

AlertLookup::~AlertLookup() { m_link.unsubscribe({QLatin1String(alerts::Changed::topic)}); }

const alerts::Alert *AlertLookup::find(const QString &id) const
{
    const auto found = m_known.constFind(id);
    return found == m_known.constEnd() ? nullptr : &*found;
}

void AlertLookup::want(const QString &id)
{
    if (id.isEmpty() || m_wanted.contains(id))
        return;
    if (m_wanted.size() >= mostKept) {
        m_wanted.clear();
        m_known.clear();
    }
    m_wanted.insert(id);
    if (m_wasLive)
        ask(id);
}

void AlertLookup::ask(const QString &id)
{
    client::ask(m_link, alerts::GetAlert{id}, this,
                [this](const core::Result<alerts::GetAlert::Reply> &reply) {
                    if (reply)
                        take({reply->alert});
                });
}

void AlertLookup::take(const QList<alerts::Alert> &alerts)
{
    bool isChanged = false;
    for (const alerts::Alert &alert : alerts) {
        if (!m_wanted.contains(alert.id))
            continue;
        m_known.insert(alert.id, alert);
        isChanged = true;
    }
    if (isChanged)
        Q_EMIT changed();
}

} // namespace client
