// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/notification.h"

namespace dialects {

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
