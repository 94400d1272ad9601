// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QDateTime>
#include <QFuture>
#include <QList>
#include <QStringList>

namespace core {

/// A message of a chat room, as it is kept.
struct ChatLine
{
    QString id;
    QString room;
    QDateTime at;
    QString author;  ///< account id, or as whom a guest spoke
    QByteArray body; ///< the whole message, as JSON
};

/// The port behind which chat is kept. Every write is durable when its future is finished.
class ChatStore
{
public:
    ChatStore() = default;
    virtual ~ChatStore() = default;
    ChatStore(const ChatStore &) = delete;
    ChatStore &operator=(const ChatStore &) = delete;

    /// The names of all rooms.
    virtual QFuture<Result<QStringList>> rooms() = 0;
    /// One that is there already stays as it is.
    virtual QFuture<Result<void>> addRoom(const QString &name, const QString &by, const QDateTime &at) = 0;
    virtual QFuture<Result<void>> append(const ChatLine &line) = 0;
    /// The last lines of a room, oldest first; sees every line handed over before.
    virtual QFuture<Result<QList<ChatLine>>> newest(const QString &room, int count) = 0;
};

} // namespace core
