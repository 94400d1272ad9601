// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notices.h"

#include "client/ask.h"

#include <QJsonArray>
#include <QSet>

namespace client {

namespace {

constexpr int pageSize = 50;
constexpr qsizetype mostHere = 100;
constexpr qsizetype mostKept = 1000;

/// What the data of a notification lead to: they are of foreign hands.
std::optional<Place> placeOf(const QJsonObject &data, const QStringList &alerts)
{
    const QString room = data.value(QLatin1String("room_name")).toString();
    if (!room.isEmpty())
        return Place::checked(
            {Place::Kind::Room, room, {}, data.value(QLatin1String("message_id")).toString()});
    return alerts.size() == 1 ? Place::checked({Place::Kind::Alert, alerts.first()}) : std::nullopt;
}

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
    const QJsonObject data = notification.data ? notification.data->toObject() : QJsonObject();
    if (notice.isOfAlerts) {
        for (const QJsonValue id : data.value(QLatin1String("alerts")).toArray())
            notice.alerts << id.toString();
    }
    notice.place = placeOf(data, notice.alerts);
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

Matter matterOf(const Notice &notice)
{
    if (notice.happened)
        return *notice.happened;
    if (notice.urgency)
        return *notice.urgency == alerts::Urgency::Critical ? Matter::Urgent : Matter::Announcement;
    if (notice.isOfAlerts)
        return notice.tone == alerts::Tone::Error ? Matter::High : Matter::Medium;
    const bool isWarning = notice.tone == alerts::Tone::Warning || notice.tone == alerts::Tone::Error;
    return isWarning ? Matter::Warning : Matter::Note;
}

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
                put(noticeOf(alert.value(), ++m_lastHere));
        }
    }
}

void Notices::put(const Notice &notice)
{
    m_all.prepend(notice);
    const auto isHere = [](const Notice &one) { return one.isOnlyHere(); };
    if (std::count_if(m_all.begin(), m_all.end(), isHere) > mostHere)
        m_all.erase(std::find_if(m_all.rbegin(), m_all.rend(), isHere).base() - 1);
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
    load(int(std::count_if(m_all.begin(), m_all.end(), [](const Notice &one) { return !one.isOnlyHere(); })));
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
                const auto hereCount = std::count_if(m_all.begin(), m_all.end(),
                                                     [](const Notice &one) { return one.isOnlyHere(); });
                m_hasOlder = !reply->notifications.isEmpty() && m_all.size() - hereCount < reply->count;
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

int Notices::unreadHere() const
{
    return int(std::count_if(m_all.begin(), m_all.end(),
                             [](const Notice &one) { return one.isOnlyHere() && !one.isRead; }));
}

void Notices::note(Matter matter, const QString &title, const QString &message,
                   const std::optional<Place> &place)
{
    Notice notice;
    notice.id = QStringLiteral("here %1").arg(++m_lastHere);
    notice.title = title;
    notice.message = message;
    notice.at = m_mirror.serverNow();
    notice.happened = matter;
    notice.place = place;
    put(notice);
}

void Notices::markRead(const QString &id)
{
    const auto found =
        std::find_if(m_all.begin(), m_all.end(), [&](const Notice &one) { return one.id == id; });
    if (found == m_all.end() || found->isRead)
        return;
    if (found->isOnlyHere()) {
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
        one.isRead = one.isRead || one.isOnlyHere();
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
