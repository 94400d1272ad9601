// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/chat.h"

namespace chat {

void declare(core::Catalog &catalog)
{
    const QString room = QStringLiteral("general_chat");
    const QString id = QStringLiteral("u-3f2a");
    const identity::Profile profile{
        id, QStringLiteral("dana@example.org"), QStringLiteral("Dana K."), {}, false};
    const Message message{QStringLiteral("m-41"),
                          room,
                          id,
                          QStringLiteral("Dana K."),
                          std::nullopt,
                          QStringLiteral("The printer in room 4 is back."),
                          MessageType::Text,
                          core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z")),
                          false,
                          false};
    // Chat has a store of its own; the journal need not keep it a second time.
    catalog.event<Message>({.priority = 5}, message);
    catalog.event<Joined>({.priority = 3}, {room, profile, QStringLiteral("Dana K. joined the chat")});
    catalog.event<Left>({.priority = 3}, {room, profile, QStringLiteral("Dana K. left the chat")});
    catalog.event<Typing>({.priority = 1}, {room, id, QStringLiteral("Dana K."), true});
    catalog.command<Join>(core::roles::viewers, {room, profile},
                          {room, QStringLiteral("Welcome to general_chat!"), {message}});
    catalog.command<Send>(core::roles::viewers, {room, message.message, MessageType::Text, profile}, message);
    catalog.command<SetTyping>(core::roles::viewers, {room, true, profile}, {});
}

} // namespace chat
