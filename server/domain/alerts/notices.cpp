// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/notices.h"

#include "core/finished.h"
#include "core/log.h"
#include "core/roomname.h"
#include "domain/alerts/noticewords.h"

#include <QJsonDocument>

namespace alerts {

namespace {
constexpr int idLength = 12;
// From these on, of ten.
constexpr int warningFrom = 4;
constexpr int criticalFrom = 8;

Urgency urgencyOf(int severity)
{
    if (severity >= criticalFrom)
        return Urgency::Critical;
    return severity >= warningFrom ? Urgency::Warning : Urgency::Info;
}
} // namespace

Notices::Notices(core::NoticeStore &store, core::Attendance &attendance, core::Publisher &publisher,
                 core::Clock &clock, core::Entropy &entropy, Since since)
    : m_store(store), m_attendance(attendance), m_publisher(publisher), m_clock(clock), m_entropy(entropy),
      m_since(std::move(since))
{
}

QFuture<core::Reply> Notices::notify(const core::Command &command)
{
    const auto asked = command.as<Notify>();
    if (!asked)
        return core::ready(asked.error());
    if (asked->title.trimmed().isEmpty())
        return core::ready(core::Error{core::ErrorCode::Invalid, tr("A notification needs a title.")});
    const QString account = asked->userId.value_or(QString());
    if (account.isEmpty() && !command.caller.may(core::roles::admins)) {
        return core::ready(core::Error{core::ErrorCode::Forbidden,
                                       tr("Only administrators notify everyone. Say whom to notify.")});
    }
    const bool isKept = account.isEmpty() || m_since(account).has_value();
    if (!isKept && !m_attendance.isHere(account)) {
        return core::ready(
            core::Error{core::ErrorCode::NotFound, tr("There is nobody with the id %1.").arg(account)});
    }
    Notification notification;
    notification.id = m_entropy.token(idLength);
    notification.userId = account;
    notification.title = asked->title;
    notification.message = asked->message;
    notification.type = asked->type;
    notification.createdAt = m_clock.now();
    notification.duration = asked->duration;
    notification.source = asked->source;
    notification.data = asked->data;
    return deliver(notification, isKept);
}

QFuture<core::Reply> Notices::deliver(const Notification &notification, bool isKept)
{
    const auto told = [this, notification](const core::Result<void> &kept) -> core::Reply {
        if (!kept)
            return kept.error();
        if (const auto said = tell(notification); !said)
            return said.error();
        if (notification.userId.isEmpty())
            return Notify::Reply{notification.id, true, tr("Everybody is notified.")};
        const bool isHere = m_attendance.isHere(notification.userId);
        return Notify::Reply{notification.id, isHere,
                             isHere ? tr("They are here and are notified.")
                                    : tr("They are away and will find it when they come.")};
    };
    // A guest has nothing where it could be kept.
    if (!isKept)
        return core::ready(told({}));
    return m_store
        .add({notification.id, notification.userId, notification.createdAt,
              core::Payload(notification).text()})
        .then(this, told);
}

core::Result<quint64> Notices::tell(const Notification &notification)
{
    core::Draft draft;
    draft.topic = core::Topic(QLatin1String(Notification::topic));
    draft.payload = notification;
    if (!notification.userId.isEmpty())
        draft.audience.users = {notification.userId};
    return m_publisher.publish(std::move(draft));
}

QFuture<core::Reply> Notices::broadcast(const core::Command &command)
{
    const auto asked = command.as<Broadcast>();
    if (!asked)
        return core::ready(asked.error());
    const SystemAlert alert{
        asked->title, asked->message, asked->severity, asked->action, command.caller.displayName,
        m_clock.now()};
    const auto said = m_publisher.publish(alert);
    return core::ready(said ? core::Reply(alert) : core::Reply(said.error()));
}

QFuture<core::Reply> Notices::list(const core::Command &command)
{
    const auto asked = command.as<Notifications>();
    if (!asked)
        return core::ready(asked.error());
    const QDateTime since = m_since(command.caller.id).value_or(m_clock.now());
    return m_store.page(command.caller.id, since, asked->limit, asked->offset)
        .then(this, [](const core::Result<core::NoticePage> &page) -> core::Reply {
            if (!page)
                return page.error();
            Notifications::Reply reply;
            reply.count = page->count;
            reply.unread = page->unread;
            for (const core::Notice &notice : page->notices) {
                auto kept = core::fromJson<Notification>(QJsonDocument::fromJson(notice.body).object());
                if (!kept) {
                    qCWarning(logEngine).noquote() << "A notification is unreadable:" << kept.error().message;
                    continue;
                }
                Notification notification = std::move(kept).value();
                notification.isRead = notice.isRead;
                reply.notifications << notification;
            }
            return reply;
        });
}

QFuture<core::Reply> Notices::read(const core::Command &command)
{
    const auto asked = command.as<Read>();
    if (!asked)
        return core::ready(asked.error());
    const QDateTime since = m_since(command.caller.id).value_or(m_clock.now());
    return m_store.markRead(command.caller.id, since, asked->notificationId.value_or(QString()))
        .then(this, [](const core::Result<int> &unread) -> core::Reply {
            if (!unread)
                return unread.error();
            return Read::Reply{*unread};
        });
}

QFuture<core::Result<void>>
Notices::tellOf(const Notice &notice, const QList<core::Principal> &people,
                const std::function<bool(const NoticeItem &, const core::Principal &)> &isVisible)
{
    QFuture<core::Result<void>> all = core::finished(core::Result<void>());
    for (const core::Principal &person : people) {
        auto notification = NoticeWords::notificationOf(
            notice, [&](const NoticeItem &item) { return isVisible(item, person); });
        if (!notification)
            continue;
        notification->id = QString(notice.key + u'.' + person.id);
        notification->userId = person.id;
        const bool isKept = m_since(person.id).has_value();
        all = all.then(this,
                       [this, told = *notification, isKept](const core::Result<void> &before) {
                           if (!before)
                               return core::finished(before);
                           return deliver(told, isKept).then(this, [](const core::Reply &reply) {
                               return reply ? core::Result<void>() : core::Result<void>(reply.error());
                           });
                       })
                  .unwrap();
    }
    return all;
}

void Notices::announce(const Raised &alert)
{
    core::Draft draft;
    draft.topic = core::Topic(QLatin1String(SystemAlert::topic));
    draft.payload = SystemAlert{alert.title,  alert.message, urgencyOf(alert.severity),
                                std::nullopt, alert.source,  alert.createdAt};
    draft.audience.rooms = {core::SystemRooms::adminNotifications()};
    draft.audience.roles = core::roles::admins;
    if (const auto said = m_publisher.publish(std::move(draft)); !said)
        qCWarning(logEngine).noquote() << said.error().message;
}

} // namespace alerts
