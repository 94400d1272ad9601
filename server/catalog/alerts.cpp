// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/alerts.h"

namespace alerts {

using core::field;

core::Fields Raised::fields()
{
    return {field("id", &Raised::id, "Stable id"),
            field("title", &Raised::title, "In a few words").atMost(256),
            field("message", &Raised::message, "What happened and what to do").atMost(4096),
            field("alert_type", &Raised::alertType, "system, network or security"),
            field("severity", &Raised::severity, "1 info to 10 critical").between(1, 10),
            field("source", &Raised::source, "What it comes from"),
            field("created_at", &Raised::createdAt, "When")};
}

core::Fields Remedy::fields()
{
    return {field("label", &Remedy::label, "On the button").atMost(64),
            field("url", &Remedy::url, "Where it leads").atMost(2048)};
}

core::Fields SystemAlert::fields()
{
    return {field("title", &SystemAlert::title, "In a few words").atMost(256),
            field("message", &SystemAlert::message, "The whole of it").atMost(4096),
            field("severity", &SystemAlert::severity, "info, warning or critical"),
            field("action", &SystemAlert::action, "What one may do about it"),
            field("by", &SystemAlert::by, "Who said it").defaulted(),
            field("created_at", &SystemAlert::createdAt, "When")};
}

core::Fields Notification::fields()
{
    return {field("id", &Notification::id, "Stable id"),
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

core::Fields Maintenance::fields()
{
    return {field("type", &Maintenance::type, "scheduled, emergency, …").atMost(64),
            field("start_time", &Maintenance::startTime, "From when"),
            field("duration", &Maintenance::duration, "Seconds").between(0, 31'536'000),
            field("impact", &Maintenance::impact, "What will not work").atMost(1024),
            field("timestamp", &Maintenance::timestamp, "When it was announced"),
            field("state", &Maintenance::state, "planned, running, over or cancelled").defaulted(),
            field("id", &Maintenance::id, "The window; empty: none").atMost(32).defaulted(),
            field("display_name", &Maintenance::displayName, "What the window is called")
                .atMost(256)
                .defaulted()};
}

core::Fields Notify::Reply::fields()
{
    return {field("id", &Reply::id, "The notification"),
            field("is_delivered", &Reply::isDelivered, "They are here now"),
            field("message", &Reply::message, "That, in a sentence")};
}

core::Fields Notify::fields()
{
    return {field("user_id", &Notify::userId, "For whom; absent: for everyone").atMost(128),
            field("title", &Notify::title, "In a few words").atMost(256),
            field("message", &Notify::message, "The whole of it").atMost(4096).defaulted(),
            field("type", &Notify::type, "info, success, warning or error").defaulted(),
            field("duration", &Notify::duration, "How long to show it, ms").between(0, 3'600'000).defaulted(),
            field("source", &Notify::source, "What it comes from").atMost(128).defaulted(),
            field("data", &Notify::data, "Whatever the sender adds")};
}

core::Fields Broadcast::fields()
{
    return {field("title", &Broadcast::title, "In a few words").atMost(256),
            field("message", &Broadcast::message, "The whole of it").atMost(4096),
            field("severity", &Broadcast::severity, "info, warning or critical"),
            field("action", &Broadcast::action, "What one may do about it")};
}

core::Fields Notifications::Reply::fields()
{
    return {field("notifications", &Reply::notifications, "Newest first"),
            field("count", &Reply::count, "How many there are in all"),
            field("unread", &Reply::unread, "How many of them are unread")};
}

core::Fields Notifications::fields()
{
    return {
        field("limit", &Notifications::limit, "How many at most").between(1, 100).defaulted(),
        field("offset", &Notifications::offset, "How many to pass over").between(0, 1'000'000).defaulted()};
}

core::Fields Read::Reply::fields() { return {field("unread", &Reply::unread, "How many are unread now")}; }

core::Fields Read::fields()
{
    return {field("notification_id", &Read::notificationId, "Which; absent: all of them").atMost(128)};
}

namespace {
constexpr std::chrono::days alertTime{730};
}

void declare(core::Catalog &catalog)
{
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    const SystemAlert systemAlert{QStringLiteral("Maintenance notice"),
                                  QStringLiteral("This server restarts in 10 minutes."),
                                  Urgency::Warning,
                                  Remedy{QStringLiteral("Learn more"), QStringLiteral("/maintenance")},
                                  QStringLiteral("dana"),
                                  time};
    const Notification notification{
        QStringLiteral("n-17"),
        QStringLiteral("u-3f2a"),
        QStringLiteral("New message"),
        QStringLiteral("You have a new message from Omar."),
        Tone::Info,
        false,
        false,
        time,
        5000,
        QStringLiteral("user"),
        QJsonValue(QJsonObject{{QStringLiteral("message_id"), QStringLiteral("m-41")}})};
    catalog.event<Raised>({.priority = 7, .retention = alertTime, .publishers = core::roles::agents},
                          {QStringLiteral("a-9"), QStringLiteral("High memory usage"),
                           QStringLiteral("94 % of the memory is in use."), Kind::System, 7,
                           QStringLiteral("belfry-host"), time});
    catalog.event<SystemAlert>({.priority = 8, .retention = alertTime}, systemAlert);
    catalog.event<Notification>({.priority = 5}, notification);
    catalog.event<Maintenance>({.priority = 6, .retention = alertTime, .publishers = core::roles::operators},
                               {QStringLiteral("scheduled"), time.addSecs(3600), 3600.0,
                                QStringLiteral("This server can be read only."), time,
                                MaintenanceState::Planned, QStringLiteral("M-1"),
                                QStringLiteral("Storage move")});
    catalog.command<Notify>(core::roles::viewers,
                            {notification.userId, notification.title, notification.message, Tone::Info, 5000,
                             QStringLiteral("user"), notification.data},
                            {notification.id, true, QStringLiteral("Notification sent")});
    catalog.command<Broadcast>(
        core::roles::admins,
        {systemAlert.title, systemAlert.message, systemAlert.severity, systemAlert.action}, systemAlert);
    catalog.command<Notifications>(core::roles::viewers, {50, 0}, {{notification}, 1, 1});
    catalog.command<Read>(core::roles::viewers, {notification.id}, {0});
}

} // namespace alerts
