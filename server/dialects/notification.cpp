// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/notification.h"

namespace dialects {

core::Fields NotificationShape::fields()
{
    using core::field;
    return {field("id", &NotificationShape::id, "Stable id"),
            field("title", &NotificationShape::title, "In a few words"),
            field("message", &NotificationShape::message, "The whole of it"),
            field("type", &NotificationShape::type, "info, success, warning or error"),
            field("is_read", &NotificationShape::isRead, "They have seen it"),
            field("read", &NotificationShape::read, "The same, as Everyst's client reads it"),
            field("is_system", &NotificationShape::isSystem, "Not from a person"),
            field("created_at", &NotificationShape::createdAt, "When"),
            field("timestamp", &NotificationShape::timestamp, "When, in ms since 1970"),
            field("duration", &NotificationShape::duration, "How long to show it, ms"),
            field("source", &NotificationShape::source, "What it comes from"),
            field("data", &NotificationShape::data, "Whatever the sender added")};
}

NotificationShape notificationShape(const alerts::Notification &notification)
{
    return {notification.id,       notification.title,     notification.message,
            notification.type,     notification.isRead,    notification.isRead,
            notification.isSystem, notification.createdAt, notification.createdAt.toMSecsSinceEpoch(),
            notification.duration, notification.source,    notification.data};
}

alerts::Tone toneOf(const QString &word)
{
    const core::Result<alerts::Tone> tone = core::fromJson<alerts::Tone>(word);
    return tone ? tone.value() : alerts::Tone::Info;
}

} // namespace dialects
