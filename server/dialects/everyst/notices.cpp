// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/everyst/notices.h"

#include "dialects/everyst/text.h"
#include "dialects/notification.h"
#include "dialects/severity.h"

namespace dialects::everyst {

namespace {
using core::field;

/// `alert`.
struct AlertShape
{
    QString id;
    QString title;
    QString message;
    alerts::Kind alertType = alerts::Kind::System;
    QString severity;
    QString source;
    QDateTime createdAt;

    static core::Fields fields()
    {
        return {field("id", &AlertShape::id, "Stable id"),
                field("title", &AlertShape::title, "In a few words"),
                field("message", &AlertShape::message, "What happened and what to do"),
                field("alert_type", &AlertShape::alertType, "system, network or security"),
                field("severity", &AlertShape::severity, "info, warning or critical"),
                field("source", &AlertShape::source, "What it comes from"),
                field("created_at", &AlertShape::createdAt, "When")};
    }
};

/// What is sent, flat or under `notification`.
struct NoticeText
{
    std::optional<QString> title;
    std::optional<QString> message;
    std::optional<QString> type;
    std::optional<double> duration;
    std::optional<QString> source;

    static core::Fields fields()
    {
        return {field("title", &NoticeText::title, "In a few words").atMost(256),
                field("message", &NoticeText::message, "The whole of it").atMost(4096),
                field("type", &NoticeText::type, "info, success, warning or error").atMost(32),
                field("duration", &NoticeText::duration, "How long to show it, ms").between(0, 3'600'000),
                field("source", &NoticeText::source, "What it comes from").atMost(128)};
    }
};

/// `send_notification`: flat as in the document, nested as Everyst's own client has it.
struct NoticeRequest
{
    std::optional<QString> userId;
    std::optional<NoticeText> notification;
    std::optional<QString> title;
    std::optional<QString> message;
    std::optional<QString> type;
    std::optional<double> duration;
    std::optional<QString> source;

    static core::Fields fields()
    {
        using N = NoticeRequest;
        return {field("user_id", &N::userId, "For whom; absent with notification: for everyone").atMost(128),
                field("notification", &N::notification, "Instead of the members beside it"),
                field("title", &N::title, "In a few words").atMost(256),
                field("message", &N::message, "The whole of it").atMost(4096),
                field("type", &N::type, "info, success, warning or error").atMost(32),
                field("duration", &N::duration, "How long to show it, ms").between(0, 3'600'000),
                field("source", &N::source, "What it comes from").atMost(128)};
    }
};

/// `send_notification` as it is answered.
struct NoticeSent
{
    QString message;
    QString notificationId;

    static core::Fields fields()
    {
        return {field("message", &NoticeSent::message, "Whether they are here now"),
                field("notification_id", &NoticeSent::notificationId, "The notification")};
    }
};

core::Result<alerts::Notify> notifyOf(const NoticeRequest &wire)
{
    const NoticeText text = wire.notification.value_or(
        NoticeText{wire.title, wire.message, wire.type, wire.duration, wire.source});
    const bool isForNobody = !wire.userId && !wire.notification;
    if (text.title.value_or(QString()).isEmpty() || isForNobody) {
        return core::Error{core::ErrorCode::Invalid,
                           QStringLiteral("Missing required fields (user_id, title)")};
    }
    alerts::Notify notify;
    notify.userId = wire.userId;
    notify.title = *text.title;
    notify.message = text.message.value_or(QString());
    notify.type = toneOf(text.type.value_or(QString()));
    notify.duration = int(text.duration.value_or(notify.duration));
    notify.source = text.source.value_or(notify.source);
    return notify;
}

/// `get_notifications`; more than a hundred are not given, whatever is asked.
struct NoticesRequest
{
    std::optional<int> limit;
    std::optional<int> offset;

    static core::Fields fields()
    {
        return {field("limit", &NoticesRequest::limit, "At most 100"),
                field("offset", &NoticesRequest::offset, "How many to pass over")};
    }
};

alerts::Notifications noticesOf(const NoticesRequest &wire)
{
    constexpr int most = 100;
    alerts::Notifications asked;
    asked.limit = qBound(1, wire.limit.value_or(asked.limit), most);
    asked.offset = qMax(0, wire.offset.value_or(0));
    return asked;
}

/// `get_notifications` as it is answered.
struct Notices
{
    QList<NotificationShape> notifications;
    int count = 0;
    int unreadCount = 0;

    static core::Fields fields()
    {
        return {field("notifications", &Notices::notifications, "Newest first"),
                field("count", &Notices::count, "How many there are in all"),
                field("unread_count", &Notices::unreadCount, "How many of them are unread")};
    }
};

Notices noticesShape(const alerts::Notifications::Reply &reply)
{
    Notices shape{{}, reply.count, reply.unread};
    for (const alerts::Notification &notification : reply.notifications)
        shape.notifications << notificationShape(notification);
    return shape;
}

/// `mark_notification_read`; Everyst's own ids are numbers.
struct NoticeNamed
{
    std::optional<QJsonValue> notificationId;

    static core::Fields fields() { return {field("notification_id", &NoticeNamed::notificationId, "Which")}; }
};

core::Result<alerts::Read> readOf(const NoticeNamed &wire)
{
    const QString id = wire.notificationId ? wire.notificationId->toVariant().toString() : QString();
    if (id.isEmpty()) {
        return core::Error{core::ErrorCode::Invalid,
                           QStringLiteral("data.notification_id: expected a string or a number")};
    }
    return alerts::Read{id};
}

/// `mark_notification_read` as it is answered.
struct NoticeRead
{
    QString message;
    int unreadCount = 0;

    static core::Fields fields()
    {
        return {field("message", &NoticeRead::message, "For people"),
                field("unread_count", &NoticeRead::unreadCount, "How many are unread now")};
    }
};
} // namespace

void addNoticeWords(Vocabulary &words)
{
    words.speak<alerts::Raised>("alert", [](const alerts::Raised &alert) {
        return AlertShape{alert.id,
                          alert.title,
                          alert.message,
                          alert.alertType,
                          alertSeverity(alert.severity, alert.alertType == alerts::Kind::Security),
                          alert.source,
                          alert.createdAt};
    });
    words.speak<alerts::Notification>("notification", notificationShape);
    words.hear<alerts::Notify, NoticeRequest>("send_notification", notifyOf,
                                              [](const alerts::Notify::Reply &reply) {
                                                  return NoticeSent{reply.message, reply.id};
                                              });
    words.hear<alerts::Notifications, NoticesRequest>("get_notifications", noticesOf, noticesShape);
    words.hear<alerts::Read, NoticeNamed>(
        "mark_notification_read", readOf, [](const alerts::Read::Reply &reply) {
            return NoticeRead{QStringLiteral("Notification marked as read"), reply.unread};
        });
}

} // namespace dialects::everyst
