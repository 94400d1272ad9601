// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/chat/lines.h"

#include "core/log.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace chat {

core::ChatLine lineOf(const Message &message)
{
    Message kept = message;
    kept.reactions.clear();
    return {message.id, message.roomName, message.timestamp, message.userId, core::Payload(kept).text(), {}};
}

QList<Reaction> reactionsOf(const QList<core::ChatReaction> &kept)
{
    QList<Reaction> reactions;
    for (const core::ChatReaction &reaction : kept)
        reactions << Reaction{reaction.sign, reaction.count, reaction.accounts};
    return reactions;
}

core::Result<Message> messageOf(const core::ChatLine &line)
{
    auto read = core::fromJson<Message>(QJsonDocument::fromJson(line.body).object());
    if (!read) {
        qCWarning(logEngine).noquote() << "A chat message is unreadable:" << read.error().message;
        return core::Error{
            core::ErrorCode::Internal,
            QCoreApplication::translate("chat", "This message cannot be read. The log says why.")};
    }
    Message message = std::move(read).value();
    message.reactions = reactionsOf(line.reactions);
    return message;
}

QList<Message> messagesOf(const QList<core::ChatLine> &lines)
{
    QList<Message> messages;
    for (const core::ChatLine &line : lines) {
        if (const auto message = messageOf(line))
            messages << *message;
    }
    return messages;
}

} // namespace chat
