// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alerts/channels/letter.h"

#include <QTest>

namespace channeltest {

inline QDateTime noon() { return QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC); }

inline alerts::NoticeItem item(const QString &id, const QString &title, int severity = 7,
                               alerts::NoticeReason reason = alerts::NoticeReason::Raised)
{
    return {id, reason, title, QStringLiteral("core-sw-01"), severity, 0, 0};
}

inline alerts::Notice notice(const QList<alerts::NoticeItem> &items,
                             const QString &key = QStringLiteral("A-1.1.raised"))
{
    alerts::Notice out;
    out.key = key;
    out.at = noon();
    out.items = items;
    out.count = int(items.size());
    out.group = QStringLiteral("device.down");
    for (const alerts::NoticeItem &each : items)
        out.severity = std::max(out.severity, each.severity);
    return out;
}

inline alerts::channels::Letter letter(alerts::ChannelKind kind, const QString &url = {},
                                       const QByteArray &secret = {},
                                       const QString &title = QStringLiteral("core-sw-01 does not answer"))
{
    alerts::channels::Letter out;
    out.channel.id = QStringLiteral("n-1");
    out.channel.kind = kind;
    out.channel.settings.url = url;
    out.channel.settings.isPrivateAllowed = true;
    out.secret = secret;
    out.message = alerts::channels::Message::of(notice({item(QStringLiteral("A-1"), title)}),
                                                QStringLiteral("belfry-0123"),
                                                QStringLiteral("https://belfry.example.org"));
    out.at = noon();
    return out;
}

} // namespace channeltest
