// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/alerts.h"

namespace alerts {

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
                                QStringLiteral("This server can be read only."), time});
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
