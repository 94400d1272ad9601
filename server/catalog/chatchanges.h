// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chat.h"

namespace chat {

/// What became of a message.
enum class Deed { Edited, Deleted };

} // namespace chat

template <>
struct core::Words<chat::Deed>
{
    static constexpr std::array list{"edited", "deleted"};
};

namespace chat {

/// A message was edited or deleted; told to those in the room.
struct Changed
{
    Deed deed = Deed::Edited;
    Message message; ///< as it is now

    static constexpr auto topic = "chat.changed";
    static constexpr auto summary = "A chat message was edited or deleted";
    static core::Fields fields();
};

/// What people think of a message now; told to those in the room.
struct Reacted
{
    QString roomName;
    QString messageId;
    QList<Reaction> reactions; ///< all of them

    static constexpr auto topic = "chat.reacted";
    static constexpr auto summary = "Somebody reacted to a chat message, or took that back";
    static core::Fields fields();
};

/// Changes what one wrote.
struct Edit
{
    using Reply = Message;

    QString roomName;
    QString id;
    QString message;

    static constexpr auto name = "chat.edit";
    static constexpr auto summary = "Changes what one wrote; the earlier text is kept";
    static core::Fields fields();
};

/// Deletes a message: one's own, or, for operators, anybody's.
struct Delete
{
    using Reply = Message;

    QString roomName;
    QString id;

    static constexpr auto name = "chat.delete";
    static constexpr auto summary = "Deletes a message; its text is kept for operators";
    static core::Fields fields();
};

/// One earlier state of a message.
struct TraceEntry
{
    Deed deed = Deed::Edited;
    QString by;
    QDateTime at;
    QString text; ///< before that

    static core::Fields fields();
};

/// Asks for the earlier texts of a message.
struct Trace
{
    struct Reply
    {
        QList<TraceEntry> entries;

        static core::Fields fields();
    };

    QString roomName;
    QString id;

    static constexpr auto name = "chat.trace";
    static constexpr auto summary = "What a message said before it was edited or deleted, and who did that";
    static core::Fields fields();
};

/// Says by a sign what one thinks of a message.
struct React
{
    struct Reply
    {
        QList<Reaction> reactions;

        static core::Fields fields();
    };

    QString roomName;
    QString id;
    QString emoji;
    bool isOn = true; ///< false: takes it back

    static constexpr auto name = "chat.react";
    static constexpr auto summary = "Says by an emoji what one thinks of a message, or takes that back";
    static core::Fields fields();
};

/// Declares the facts and commands about messages that are written already.
void declareChanges(core::Catalog &catalog);

} // namespace chat
