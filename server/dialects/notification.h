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

    static core::Fields fields();
};

/// A notification in that shape.
NotificationShape notificationShape(const alerts::Notification &notification);
/// The tone a word means; info for a word nobody knows.
alerts::Tone toneOf(const QString &word);

} // namespace dialects
