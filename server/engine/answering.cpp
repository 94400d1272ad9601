// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/answering.h"

#include "core/log.h"
#include "domain/assistant/service.h"
#include "domain/chat/service.h"

namespace engine {

namespace {
QList<chat::Card> cardsOf(const assistant::Answer &answer)
{
    QList<chat::Card> cards;
    for (const assistant::Reference &reference : answer.references) {
        const auto &kinds = core::Words<chat::CardKind>::list;
        const auto kind = std::find(kinds.begin(), kinds.end(), reference.kind.toStdString());
        if (kind != kinds.end() && cards.size() < chat::mostCards)
            cards << chat::Card{chat::CardKind(kind - kinds.begin()), reference.id};
    }
    return cards;
}
} // namespace

void letAnswer(assistant::Service &assistant, chat::Service &chat)
{
    QObject::connect(&chat, &chat::Service::written, &assistant,
                     [&assistant](const chat::Message &message, const core::Principal &author) {
                         const bool isPerson = message.messageType == chat::MessageType::Text &&
                                               author.role != core::Role::Agent;
                         const bool isToSomebody = !message.mentions.isEmpty() || message.replyTo.has_value();
                         assistant.hear({message.roomName, message.message, author, isPerson, isToSomebody});
                     });
    QObject::connect(&assistant, &assistant::Service::answered, &chat,
                     [&chat](const QString &room, const assistant::Answer &answer) {
                         chat.answer(room, answer.text, cardsOf(answer), answer.basis)
                             .then(&chat, [](const core::Reply &written) {
                                 if (!written)
                                     qCWarning(logEngine).noquote() << written.error().message;
                             });
                     });
}

} // namespace engine
