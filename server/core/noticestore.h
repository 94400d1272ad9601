// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QDateTime>
#include <QFuture>
#include <QList>

namespace core {

/// A notification, as it is kept for whom it is for.
struct Notice
{
    QString id;
    QString account; ///< empty: for every account there was at that time
    QDateTime at;
    QByteArray body; ///< the whole notification, as JSON
    bool isRead = false;
};

/// Some of an account's notifications, and how many there are in all.
struct NoticePage
{
    QList<Notice> notices; ///< newest first
    int count = 0;
    int unread = 0;
};

/// The port behind which notifications are kept. Every write is durable when its future is finished.
class NoticeStore
{
public:
    /// The newest of an account that are kept, and of those for every account.
    static constexpr int mostOfOne = 1'000;

    NoticeStore() = default;
    virtual ~NoticeStore() = default;
    NoticeStore(const NoticeStore &) = delete;
    NoticeStore &operator=(const NoticeStore &) = delete;

    /// One whose id is there already stays as it is.
    virtual QFuture<Result<void>> add(const Notice &notice) = 0;
    /// What an account that was made at `since` has to read.
    virtual QFuture<Result<NoticePage>> page(const QString &account, const QDateTime &since, int limit,
                                             int offset) = 0;
    /// Marks one (or, with an empty id, all) as read; answers how many are unread now. Errors: NotFound.
    virtual QFuture<Result<int>> markRead(const QString &account, const QDateTime &since,
                                          const QString &id) = 0;
};

} // namespace core
