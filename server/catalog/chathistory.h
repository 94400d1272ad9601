// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chatrooms.h"

namespace chat {

/// Most messages one page has.
inline constexpr int longestPage = 100;

/// How a room's messages are written down.
enum class LogFormat { Text, Markdown, Csv };

} // namespace chat

template <>
struct core::Words<chat::LogFormat>
{
    static constexpr std::array list{"text", "markdown", "csv"};
};

namespace chat {

/// Asks for a page of a room's messages. At most one of before, after and around is set; with none it is the
/// last page.
struct History
{
    struct Reply
    {
        QList<Message> messages;
        bool hasOlder = false;
        bool hasNewer = false;

        static core::Fields fields();
    };

    QString roomName;
    std::optional<QString> before = std::nullopt; ///< id of a message, which is not in the page
    std::optional<QString> after = std::nullopt;  ///< likewise
    std::optional<QString> around = std::nullopt; ///< id of a message, which is in the page
    int limit = 50;

    static constexpr auto name = "chat.history";
    static constexpr auto summary = "A page of what was written in a chat room, however long ago";
    static core::Fields fields();
};

/// Looks for messages in every room the caller may read.
struct Search
{
    struct Reply
    {
        QList<Message> messages;
        bool hasOlder = false;

        static core::Fields fields();
    };

    QString text;          ///< words, all of them; each may be the beginning of one
    QString roomName = {}; ///< empty: everywhere
    QString author = {};   ///< account id; empty: everybody's
    std::optional<QDateTime> from = std::nullopt;
    std::optional<QDateTime> to = std::nullopt;
    std::optional<QString> before = std::nullopt; ///< id of the oldest message found so far
    int limit = 50;

    static constexpr auto name = "chat.search";
    static constexpr auto summary = "Looks for words in what was written, the newest first";
    static core::Fields fields();
};

/// How far one has read in a room; told to one's own connections.
struct Marked
{
    QString roomName;
    Marks marks;

    static constexpr auto topic = "chat.marked";
    static constexpr auto summary = "Somebody read on in a chat room; told to their own connections";
    static core::Fields fields();
};

/// Says how far one has read in a room. It never goes back.
struct ReadUpTo
{
    using Reply = Marks;

    QString roomName;
    QString upTo; ///< id of a message

    static constexpr auto name = "chat.read";
    static constexpr auto summary = "Says how far one has read in a chat room";
    static core::Fields fields();
};

/// Asks for the picture of a message.
struct GetAttachment
{
    struct Reply
    {
        Attachment attachment;
        QString picture; ///< PNG, base64
        std::optional<QJsonObject> data;

        static core::Fields fields();
    };

    QString id;

    static constexpr auto name = "chat.attachment";
    static constexpr auto summary = "The picture of a message, and the data it was made of";
    static core::Fields fields();
};

/// Asks for a room's messages as a text to be kept elsewhere.
struct ExportLog
{
    struct Reply
    {
        QString fileName;
        QString mediaType;
        QString text;
        int messages = 0;
        bool isCut = false; ///< there are more, from the time in `next` on
        std::optional<QDateTime> next;

        static core::Fields fields();
    };

    QString roomName;
    std::optional<QDateTime> from = std::nullopt;
    std::optional<QDateTime> to = std::nullopt;
    LogFormat format = LogFormat::Text;

    static constexpr auto name = "chat.log.export";
    static constexpr auto summary = "What was written in a chat room, as text, Markdown or CSV";
    static core::Fields fields();
};

/// Declares the facts and commands about what was written.
void declareHistory(core::Catalog &catalog);

} // namespace chat
