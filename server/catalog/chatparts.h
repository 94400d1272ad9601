// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chatvalues.h"

namespace chat {

inline constexpr int longestMessageId = 64;
/// Most things one message points to.
inline constexpr int mostCards = 8;
/// Most commands one message proposes.
inline constexpr int mostProposedLines = 8;
/// Code points of one reaction.
inline constexpr int longestReaction = 8;
/// Most kinds of reaction one message has.
inline constexpr int mostReactions = 20;
/// Bytes of a picture, and of the data it was made of.
inline constexpr int largestPicture = 512 * 1024;
inline constexpr int largestPictureData = 64 * 1024;
/// Pixels of a picture, each way.
inline constexpr int widestPicture = 4096;

/// What a card of a message points to.
enum class CardKind { Device, Alert, Scan, Metric };

} // namespace chat

template <>
struct core::Words<chat::CardKind>
{
    static constexpr std::array list{"device", "alert", "scan", "metric"};
};

namespace chat {

/// Something of this house that a message points to; what it is now, its own room tells.
struct Card
{
    CardKind kind = CardKind::Device;
    QString id;

    static core::Fields fields();
    bool operator==(const Card &) const = default;
};

/// Something the assistant proposes, as it is written in chat. It is done by a person, or not at all.
struct ProposedLine
{
    QString line; ///< /ack A-12
    QString sentence;

    static core::Fields fields();
    bool operator==(const ProposedLine &) const = default;
};

/// Somebody who is called in a message.
struct Mention
{
    QString userId; ///< account id; empty: whoever was in the room (@here)
    QString text;   ///< as it stands in the message, with its @

    static core::Fields fields();
    bool operator==(const Mention &) const = default;
};

/// What people think of a message, by one sign.
struct Reaction
{
    QString emoji;
    int count = 0;
    QStringList userIds; ///< the first hundred

    static core::Fields fields();
    bool operator==(const Reaction &) const = default;
};

/// What is known of a picture without asking for it.
struct Attachment
{
    QString id;
    QString name;
    int width = 0;  ///< pixels
    int height = 0; ///< pixels
    int size = 0;   ///< bytes
    bool hasData = false;
    QStringList shows = {}; ///< the first names among its values; empty: it came without any

    static core::Fields fields();
};

/// A picture that is sent with a message, and the data it was made of.
struct NewAttachment
{
    QString name;
    QString picture; ///< PNG, base64
    std::optional<QJsonObject> data = std::nullopt;
    std::optional<PictureValues> values = std::nullopt;

    static core::Fields fields();
};

} // namespace chat
