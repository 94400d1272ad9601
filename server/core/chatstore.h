// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QDateTime>
#include <QFuture>
#include <QList>
#include <QStringList>

#include <optional>

namespace core {

/// A chat room, as it is kept.
struct ChatRoom
{
    QString name;
    QString madeBy;
    QDateTime madeAt;
    QByteArray body; ///< the rest of it, as JSON; empty: an earlier Belfry made it
};

/// How many gave a message one sign.
struct ChatReaction
{
    QString sign;
    int count = 0;
    QStringList accounts = {}; ///< the first hundred
};

/// A message of a chat room, as it is kept.
struct ChatLine
{
    QString id;
    QString room;
    QDateTime at;
    QString author;  ///< account id, or as whom a guest spoke
    QByteArray body; ///< the whole message, as JSON; its `message` is what searches look in
    QList<ChatReaction> reactions = {}; ///< as they are when it is read
};

/// A picture that came with a message.
struct ChatPicture
{
    QString id;
    QByteArray picture;
    QByteArray data; ///< JSON; empty: none
};

/// A message that is to be kept.
struct ChatDraft
{
    ChatLine line;
    QStringList circles = {}; ///< who may read the room besides its members
    QStringList called = {};  ///< accounts that are mentioned
    std::optional<ChatPicture> picture = std::nullopt;
};

/// Which part of a room's messages is asked for; at most one of the ids is set.
struct ChatPageQuery
{
    QString room;
    QString before = {}; ///< id
    QString after = {};
    QString around = {};
    QDateTime from = {};
    QDateTime to = {};
    int count = 50;
};

/// Some messages, oldest first.
struct ChatPage
{
    QList<ChatLine> lines;
    bool hasOlder = false;
    bool hasNewer = false;
};

/// What is looked for.
struct ChatSearch
{
    QString text;             ///< words, all of them; each may be the beginning of one
    QStringList circles = {}; ///< in rooms that one of these may read …
    QStringList rooms = {};   ///< … and in these
    QString author = {};
    QDateTime from = {};
    QDateTime to = {};
    QString before = {}; ///< id
    int count = 50;
};

/// A message as it is to be from now on.
struct ChatChange
{
    ChatLine line;            ///< id, room and author stay
    QByteArray base;          ///< the body it was made of: another is a conflict
    QStringList circles = {}; ///< as those of the draft
    QStringList called = {};
    QString by;
    int deed = 0; ///< the room's own words
    QDateTime at;
    bool dropsPicture = false;
};

/// What a message was before.
struct ChatTrace
{
    int deed = 0;
    QString by;
    QDateTime at;
    QString text;
};

/// How far an account has read in a room.
struct ChatMark
{
    QString room;
    QString upTo; ///< id; empty: nothing
    int unread = 0;
    int calls = 0;
    QString firstUnread;
    QDateTime lastAt; ///< of the last message; invalid: there is none
};

/// A room whose marks are asked for.
struct ChatMarkQuery
{
    QString room;
    bool isOwn = false; ///< unread from the beginning; else only from where the account began to read
};

/// The port behind which chat is kept. Every write is durable when its future is finished, and every question
/// sees what was handed over before.
class ChatStore
{
public:
    /// Unread messages and calls are counted up to here.
    static constexpr int mostCounted = 100;
    /// The circle that whoever may read at all belongs to.
    static QString everybody() { return QStringLiteral("everybody"); }
    /// How many are named of those who gave one sign.
    static constexpr int mostNamed = 100;

    ChatStore() = default;
    virtual ~ChatStore() = default;
    ChatStore(const ChatStore &) = delete;
    ChatStore &operator=(const ChatStore &) = delete;

    virtual QFuture<Result<QList<ChatRoom>>> rooms() = 0;
    /// Makes it, or replaces its body.
    virtual QFuture<Result<void>> saveRoom(const ChatRoom &room) = 0;

    virtual QFuture<Result<void>> append(const ChatDraft &draft) = 0;
    /// Errors: NotFound.
    virtual QFuture<Result<ChatLine>> line(const QString &id) = 0;
    /// The last of them when the query names no message. Errors: NotFound (the message is not in the room).
    virtual QFuture<Result<ChatPage>> page(const ChatPageQuery &query) = 0;
    /// The newest first. Errors: Invalid (no word in it), NotFound (`before`).
    virtual QFuture<Result<ChatPage>> search(const ChatSearch &search) = 0;
    /// Errors: NotFound, Conflict.
    virtual QFuture<Result<void>> change(const ChatChange &change) = 0;
    /// Oldest first.
    virtual QFuture<Result<QList<ChatTrace>>> trace(const QString &id) = 0;
    /// Gives a message a sign, or takes it back; answers all of them. Errors: NotFound, Limited (more than
    /// `mostSigns` kinds).
    virtual QFuture<Result<QList<ChatReaction>>> react(const QString &id, const QString &sign,
                                                       const QString &account, bool isOn, int mostSigns) = 0;
    /// Errors: NotFound.
    virtual QFuture<Result<std::pair<ChatLine, ChatPicture>>> picture(const QString &id) = 0;

    virtual QFuture<Result<QList<ChatMark>>> marks(const QString &account,
                                                   const QList<ChatMarkQuery> &rooms) = 0;
    /// Moves the mark to a message, unless it is further; an empty id: the last one, unless there is a mark.
    /// Errors: NotFound.
    virtual QFuture<Result<ChatMark>> mark(const QString &account, const QString &room,
                                           const QString &upTo) = 0;
    virtual QFuture<Result<void>> forgetMark(const QString &account, const QString &room) = 0;
};

} // namespace core
