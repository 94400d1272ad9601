// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace alerts {

using core::field;

/// What an alert is about.
enum class Kind { System, Network, Security };
/// How a notification is meant.
enum class Tone { Info, Success, Warning, Error };
/// How urgent a broadcast is.
enum class Urgency { Info, Warning, Critical };

} // namespace alerts

template <>
struct core::Words<alerts::Kind>
{
    static constexpr std::array list{"system", "network", "security"};
};
template <>
struct core::Words<alerts::Tone>
{
    static constexpr std::array list{"info", "success", "warning", "error"};
};
template <>
struct core::Words<alerts::Urgency>
{
    static constexpr std::array list{"info", "warning", "critical"};
};

namespace alerts {

/// Something needs attention.
struct Raised
{
    QString id;
    QString title;
    QString message;
    Kind alertType = Kind::System;
    int severity = 5;
    QString source;
    QDateTime createdAt;

    static constexpr auto topic = "alerts.raised";
    static constexpr auto summary = "Something needs attention";
    static constexpr auto fields()
    {
        return std::tuple{field("id", &Raised::id, "Stable id"),
                          field("title", &Raised::title, "In a few words").atMost(256),
                          field("message", &Raised::message, "What happened and what to do").atMost(4096),
                          field("alert_type", &Raised::alertType, "system, network or security"),
                          field("severity", &Raised::severity, "1 info to 10 critical").between(1, 10),
                          field("source", &Raised::source, "What it comes from"),
                          field("created_at", &Raised::createdAt, "When")};
    }
};

/// What one may do about a broadcast.
struct Remedy
{
    QString label;
    QString url;

    static constexpr auto fields()
    {
        return std::tuple{field("label", &Remedy::label, "On the button").atMost(64),
                          field("url", &Remedy::url, "Where it leads").atMost(2048)};
    }
};

/// An administrator told everyone something.
struct SystemAlert
{
    QString title;
    QString message;
    Urgency severity = Urgency::Info;
    std::optional<Remedy> action;
    QString by;
    QDateTime createdAt;

    static constexpr auto topic = "alerts.broadcast";
    static constexpr auto summary = "An administrator told everyone something";
    static constexpr auto fields()
    {
        return std::tuple{field("title", &SystemAlert::title, "In a few words").atMost(256),
                          field("message", &SystemAlert::message, "The whole of it").atMost(4096),
                          field("severity", &SystemAlert::severity, "info, warning or critical"),
                          field("action", &SystemAlert::action, "What one may do about it"),
                          field("by", &SystemAlert::by, "Who said it").defaulted(),
                          field("created_at", &SystemAlert::createdAt, "When")};
    }
};

/// A notification, as it is stored for one account and told to it.
struct Notification
{
    QString id;
    QString userId;
    QString title;
    QString message;
    Tone type = Tone::Info;
    bool isRead = false;
    bool isSystem = false;
    QDateTime createdAt;
    int duration = 5000;
    QString source;
    std::optional<QJsonValue> data;

    static constexpr auto topic = "alerts.notified";
    static constexpr auto summary = "Somebody was sent a notification";
    static constexpr auto fields()
    {
        return std::tuple{
            field("id", &Notification::id, "Stable id"),
            field("user_id", &Notification::userId, "For whom; empty: for everyone"),
            field("title", &Notification::title, "In a few words").atMost(256),
            field("message", &Notification::message, "The whole of it").atMost(4096),
            field("type", &Notification::type, "info, success, warning or error"),
            field("is_read", &Notification::isRead, "They have seen it"),
            field("is_system", &Notification::isSystem, "From this house, not from a person"),
            field("created_at", &Notification::createdAt, "When"),
            field("duration", &Notification::duration, "How long to show it, ms").between(0, 3'600'000),
            field("source", &Notification::source, "What it comes from"),
            field("data", &Notification::data, "Whatever the sender added")};
    }
};

/// This house will be, or is being, worked on.
struct Maintenance
{
    QString type;
    QDateTime startTime;
    double duration = 0;
    QString impact;
    QDateTime timestamp;

    static constexpr auto topic = "alerts.maintenance";
    static constexpr auto summary = "Maintenance is announced";
    static constexpr auto fields()
    {
        return std::tuple{field("type", &Maintenance::type, "scheduled, emergency, …").atMost(64),
                          field("start_time", &Maintenance::startTime, "From when"),
                          field("duration", &Maintenance::duration, "Seconds").between(0, 31'536'000),
                          field("impact", &Maintenance::impact, "What will not work").atMost(1024),
                          field("timestamp", &Maintenance::timestamp, "When it was announced")};
    }
};

/// Sends a notification to one account, or to everyone.
struct Notify
{
    struct Reply
    {
        QString id;
        bool isDelivered = false;
        QString message;

        static constexpr auto fields()
        {
            return std::tuple{field("id", &Reply::id, "The notification"),
                              field("is_delivered", &Reply::isDelivered, "They are here now"),
                              field("message", &Reply::message, "That, in a sentence")};
        }
    };

    std::optional<QString> userId;
    QString title;
    QString message;
    Tone type = Tone::Info;
    int duration = 5000;
    QString source = QStringLiteral("user");
    std::optional<QJsonValue> data;

    static constexpr auto name = "alerts.notify";
    static constexpr auto summary = "Sends a notification to one account; only administrators to everyone";
    static constexpr auto fields()
    {
        return std::tuple{
            field("user_id", &Notify::userId, "For whom; absent: for everyone").atMost(128),
            field("title", &Notify::title, "In a few words").atMost(256),
            field("message", &Notify::message, "The whole of it").atMost(4096).defaulted(),
            field("type", &Notify::type, "info, success, warning or error").defaulted(),
            field("duration", &Notify::duration, "How long to show it, ms").between(0, 3'600'000).defaulted(),
            field("source", &Notify::source, "What it comes from").atMost(128).defaulted(),
            field("data", &Notify::data, "Whatever the sender adds")};
    }
};

/// Tells everyone something.
struct Broadcast
{
    using Reply = SystemAlert;

    QString title;
    QString message;
    Urgency severity = Urgency::Info;
    std::optional<Remedy> action;

    static constexpr auto name = "alerts.broadcast";
    static constexpr auto summary = "Tells everyone something";
    static constexpr auto fields()
    {
        return std::tuple{field("title", &Broadcast::title, "In a few words").atMost(256),
                          field("message", &Broadcast::message, "The whole of it").atMost(4096),
                          field("severity", &Broadcast::severity, "info, warning or critical"),
                          field("action", &Broadcast::action, "What one may do about it")};
    }
};

/// Asks for one's own notifications.
struct Notifications
{
    struct Reply
    {
        QList<Notification> notifications;
        int count = 0;
        int unread = 0;

        static constexpr auto fields()
        {
            return std::tuple{field("notifications", &Reply::notifications, "Newest first"),
                              field("count", &Reply::count, "How many there are in all"),
                              field("unread", &Reply::unread, "How many of them are unread")};
        }
    };

    int limit = 50;
    int offset = 0;

    static constexpr auto name = "alerts.notifications";
    static constexpr auto summary = "One's own notifications, newest first";
    static constexpr auto fields()
    {
        return std::tuple{
            field("limit", &Notifications::limit, "How many at most").between(1, 100).defaulted(),
            field("offset", &Notifications::offset, "How many to pass over")
                .between(0, 1'000'000)
                .defaulted()};
    }
};

/// Marks one's own notification as read.
struct Read
{
    struct Reply
    {
        int unread = 0;

        static constexpr auto fields()
        {
            return std::tuple{field("unread", &Reply::unread, "How many are unread now")};
        }
    };

    std::optional<QString> notificationId;

    static constexpr auto name = "alerts.read";
    static constexpr auto summary = "Marks one's own notification as read";
    static constexpr auto fields()
    {
        return std::tuple{
            field("notification_id", &Read::notificationId, "Which; absent: all of them").atMost(128)};
    }
};

/// Declares the facts and commands of this room.
void declare(core::Catalog &catalog);

} // namespace alerts
