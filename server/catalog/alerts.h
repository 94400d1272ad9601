// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace alerts {

/// What an alert is about.
enum class Kind { System, Network, Security };
/// How a notification is meant.
enum class Tone { Info, Success, Warning, Error };
/// How urgent a broadcast is.
enum class Urgency { Info, Warning, Critical };
/// How far maintenance is.
enum class MaintenanceState { Planned, Running, Over, Cancelled };

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
struct core::Words<alerts::MaintenanceState>
{
    static constexpr std::array list{"planned", "running", "over", "cancelled"};
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
    static core::Fields fields();
};

/// What one may do about a broadcast.
struct Remedy
{
    QString label;
    QString url;

    static core::Fields fields();
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
    static core::Fields fields();
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
    static core::Fields fields();
};

/// Something will be, is being, or was worked on.
struct Maintenance
{
    QString type;
    QDateTime startTime;
    double duration = 0;
    QString impact;
    QDateTime timestamp;
    MaintenanceState state = MaintenanceState::Planned;
    QString id;          ///< of the window; empty: somebody told of it by hand
    QString displayName; ///< of the window

    /// So long before it begins people are told.
    static constexpr std::chrono::minutes ahead{15};
    static constexpr auto topic = "alerts.maintenance";
    static constexpr auto summary = "Maintenance comes, runs, is over, or is off";
    static core::Fields fields();
};

/// Sends a notification to one account, or to everyone.
struct Notify
{
    struct Reply
    {
        QString id;
        bool isDelivered = false;
        QString message;

        static core::Fields fields();
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
    static core::Fields fields();
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
    static core::Fields fields();
};

/// Asks for one's own notifications.
struct Notifications
{
    struct Reply
    {
        QList<Notification> notifications;
        int count = 0;
        int unread = 0;

        static core::Fields fields();
    };

    int limit = 50;
    int offset = 0;

    static constexpr auto name = "alerts.notifications";
    static constexpr auto summary = "One's own notifications, newest first";
    static core::Fields fields();
};

/// Marks one's own notification as read.
struct Read
{
    struct Reply
    {
        int unread = 0;

        static core::Fields fields();
    };

    std::optional<QString> notificationId;

    static constexpr auto name = "alerts.read";
    static constexpr auto summary = "Marks one's own notification as read";
    static core::Fields fields();
};

/// Declares the facts and commands of this room.
void declare(core::Catalog &catalog);

} // namespace alerts
