// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notices.h"

#include "client/ask.h"

#include <QSet>

namespace client {

namespace {

constexpr int pageSize = 50;
constexpr qsizetype mostAlerts = 100;
constexpr qsizetype mostKept = 1000;

Notice noticeOf(const alerts::Notification &notification)
{
    Notice notice;
    notice.id = notification.id;
    notice.title = notification.title;
    notice.message = notification.message;
    notice.from = notification.source;
    notice.at = notification.createdAt;
    notice.tone = notification.type;
    notice.isRead = notification.isRead;
    notice.isOfAlerts = notification.isSystem && notification.source == QLatin1String("alerts");
    return notice;
}

Notice noticeOf(const alerts::SystemAlert &alert, qint64 number)
{
    Notice notice;
    notice.id = QStringLiteral("alert %1").arg(number);
    notice.title = alert.title;
    notice.message = alert.message;
    if (alert.action)
        notice.message += QStringLiteral("\n%1: %2").arg(alert.action->label, alert.action->url);
    notice.from = alert.by;
    notice.at = alert.createdAt;
    notice.urgency = alert.severity;
    return notice;
}

} // namespace

Notices::Notices(Mirror &mirror, QObject *parent) : QObject(parent), m_mirror(mirror)
{
    connect(&mirror.link(), &Link::eventsReceived, this, &Notices::hear);
    connect(&mirror, &Mirror::userChanged, this, &Notices::meet);
    mirror.link().subscribe(
        {QLatin1String(alerts::Notification::topic), QLatin1String(alerts::SystemAlert::topic)});
}

/// What one person was told is not shown to the next.
void Notices::meet()
{
    const QString owner = m_mirror.user() ? m_mirror.user()->id : QString();
    if (std::exchange(m_owner, owner) != owner) {
        m_all.clear();
        m_unread = 0;
        m_hasOlder = false;
        Q_EMIT changed();
    }
    refresh();
}

void Notices::hear(const QList<core::Event> &events)
{
    for (const core::Event &event : events) {
        if (event.topic.name() == QLatin1String(alerts::Notification::topic)) {
            const auto notification = event.as<alerts::Notification>();
            const bool isKnown =
                notification && std::any_of(m_all.begin(), m_all.end(), [&](const Notice &notice) {
                    return notice.id == notification->id;
                });
            if (!notification || isKnown)
                continue;
            m_unread += notification->isRead ? 0 : 1;
            put(noticeOf(notification.value()));
        } else if (event.topic.name() == QLatin1String(alerts::SystemAlert::topic)) {
            if (const auto alert = event.as<alerts::SystemAlert>())
                put(noticeOf(alert.value(), ++m_lastAlert));
        }
    }
}

void Notices::put(const Notice &notice)
{
    m_all.prepend(notice);
    const auto isAlert = [](const Notice &one) { return one.urgency.has_value(); };
    if (std::count_if(m_all.begin(), m_all.end(), isAlert) > mostAlerts)
        m_all.erase(std::find_if(m_all.rbegin(), m_all.rend(), isAlert).base() - 1);
    if (m_all.size() > mostKept) {
        m_all.removeLast();
        m_hasOlder = true;
    }
    Q_EMIT changed();
    Q_EMIT arrived(notice);
}

void Notices::refresh() { load(0); }

void Notices::loadOlder()
{
    load(int(std::count_if(m_all.begin(), m_all.end(), [](const Notice &one) { return !one.urgency; })));
}

void Notices::load(int offset)
{
    if (m_mirror.link().state() != Link::State::Live)
        return;
    ask(m_mirror.link(), alerts::Notifications{pageSize, offset}, this,
        [this](const core::Result<alerts::Notifications::Reply> &reply) {
            m_fault = reply ? QString() : reply.error().message;
            if (reply) {
                take(reply->notifications);
                m_unread = reply->unread;
                const auto alertCount =
                    std::count_if(m_all.begin(), m_all.end(), [](const Notice &one) { return one.urgency; });
                m_hasOlder = !reply->notifications.isEmpty() && m_all.size() - alertCount < reply->count;
            }
            Q_EMIT changed();
        });
}

void Notices::take(const QList<alerts::Notification> &notifications)
{
    for (const alerts::Notification &notification : notifications) {
        const auto found = std::find_if(m_all.begin(), m_all.end(),
                                        [&](const Notice &one) { return one.id == notification.id; });
        if (found == m_all.end())
            m_all << noticeOf(notification);
        else
            found->isRead = notification.isRead;
    }
    std::stable_sort(m_all.begin(), m_all.end(),
                     [](const Notice &one, const Notice &other) { return one.at > other.at; });
}

int Notices::unreadAlerts() const
{
    return int(std::count_if(m_all.begin(), m_all.end(),
                             [](const Notice &one) { return one.urgency && !one.isRead; }));
}

void Notices::markRead(const QString &id)
{
    const auto found =
        std::find_if(m_all.begin(), m_all.end(), [&](const Notice &one) { return one.id == id; });
    if (found == m_all.end() || found->isRead)
        return;
    if (found->urgency) {
        found->isRead = true;
        Q_EMIT changed();
        return;
    }
    ask(m_mirror.link(), alerts::Read{id}, this, [this, id](const core::Result<alerts::Read::Reply> &reply) {
        for (Notice &one : m_all)
            one.isRead = one.isRead || (reply && one.id == id);
        settle(reply);
    });
}

void Notices::markAllRead()
{
    for (Notice &one : m_all)
        one.isRead = one.isRead || one.urgency;
    QSet<QString> known;
    for (const Notice &one : std::as_const(m_all))
        known << one.id;
    // One that comes before the answer may be newer than the question.
    ask(m_mirror.link(), alerts::Read{}, this, [this, known](const core::Result<alerts::Read::Reply> &reply) {
        for (Notice &one : m_all)
            one.isRead = one.isRead || (reply && known.contains(one.id));
        settle(reply);
    });
    Q_EMIT changed();
}

void Notices::settle(const core::Result<alerts::Read::Reply> &reply)
{
    m_fault = reply ? QString() : reply.error().message;
    if (reply)
        m_unread = reply->unread;
    Q_EMIT changed();
}

} // namespace client
