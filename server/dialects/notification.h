// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alerts.h"

namespace dialects {

/// `notification` in the union of Everyst's shape (its document's and its own client's) and AuraOS'.
struct NotificationShape
{
    QString id;
    QString title;
    QString message;
    alerts::Tone type = alerts::Tone::Info;
    bool isRead = false;
    bool read = false;
    bool isSystem = false;
    QDateTime createdAt;
    qint64 timestamp = 0;
    int duration = 0;
    QString source;
    std::optional<QJsonValue> data;

    static constexpr auto fields()
    {
        using core::field;
        return std::tuple{field("id", &NotificationShape::id, "Stable id"),
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
};

/// A notification in that shape.
NotificationShape notificationShape(const alerts::Notification &notification);
/// The tone a word means; info for a word nobody knows.
alerts::Tone toneOf(const QString &word);

} // namespace dialects
