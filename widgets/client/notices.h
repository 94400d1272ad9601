// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alerts.h"
#include "client/mirror.h"
#include "client/place.h"
#include "client/telling.h"

namespace client {

/// One thing somebody was told: a notification the server keeps, or what only this window remembers: an alert
/// to everyone, or something that happened here.
struct Notice
{
    QString id;
    QString title;
    QString message;
    QString from;
    QDateTime at;
    alerts::Tone tone = alerts::Tone::Info;      ///< of a notification
    std::optional<alerts::Urgency> urgency = {}; ///< of an alert; absent: a notification
    bool isRead = false;
    bool isOfAlerts = false;             ///< of those with a page of their own, where they are told of, too
    QStringList alerts = {};             ///< ids of those
    std::optional<Matter> happened = {}; ///< here, which the server keeps elsewhere or not at all
    std::optional<Place> place = {};     ///< what it is about, where that can be shown

    /// Whether the server does not keep it.
    [[nodiscard]] bool isOnlyHere() const { return urgency || happened; }
};

/// Which kind of happening that is; of alerts as far as it can be told without them.
[[nodiscard]] Matter matterOf(const Notice &notice);

/// What one was told, the newest first, and what of it is unread. Alerts are remembered while this lives, so
/// that none goes unseen.
class Notices final : public QObject
{
    Q_OBJECT
public:
    explicit Notices(Mirror &mirror, QObject *parent = nullptr);

    [[nodiscard]] const QList<Notice> &all() const { return m_all; }
    [[nodiscard]] int unread() const { return m_unread + unreadHere(); }
    /// Whether the server keeps older ones than are here.
    [[nodiscard]] bool hasOlder() const { return m_hasOlder; }
    /// Why the last request failed, as the server said it; empty: it did not.
    [[nodiscard]] QString fault() const { return m_fault; }
    [[nodiscard]] Mirror &mirror() const { return m_mirror; }

    /// Asks for the newest again.
    void refresh();
    void loadOlder();
    void markRead(const QString &id);
    void markAllRead();
    /// Remembers something that happened here.
    void note(Matter matter, const QString &title, const QString &message,
              const std::optional<Place> &place = {});

Q_SIGNALS:
    void changed();
    /// Came just now, and is in all() already.
    void arrived(const client::Notice &notice);

private:
    void meet();
    void hear(const QList<core::Event> &events);
    void load(int offset);
    void take(const QList<alerts::Notification> &notifications);
    void put(const Notice &notice);
    [[nodiscard]] int unreadHere() const;
    void settle(const core::Result<alerts::Read::Reply> &reply);

    Mirror &m_mirror;
    QList<Notice> m_all;
    QString m_owner; ///< whose these are
    QString m_fault;
    int m_unread = 0;      ///< of those the server keeps
    qint64 m_lastHere = 0; ///< number of what is only here
    bool m_hasOlder = false;
};

} // namespace client
