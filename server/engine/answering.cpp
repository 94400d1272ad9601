// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/answering.h"

#include "core/log.h"
#include "domain/assistant/service.h"
#include "domain/chat/service.h"
#include "domain/chat/slash.h"

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

QList<chat::ProposedLine> linesOf(const assistant::Answer &answer)
{
    QList<chat::ProposedLine> lines;
    for (const assistant::Proposal &proposal : answer.proposals)
        lines << chat::ProposedLine{proposal.line, proposal.sentence};
    return lines;
}
} // namespace

void letAnswer(assistant::Service &assistant, chat::Service &chat)
{
    assistant.setModeration(
        [&chat](const QString &room, const core::Principal &caller) { return chat.moderates(room, caller); });
    QObject::connect(&chat, &chat::Service::written, &assistant,
                     [&assistant, &chat](const chat::Message &message, const core::Principal &author) {
                         const bool isPerson = message.messageType == chat::MessageType::Text &&
                                               author.role != core::Role::Agent;
                         assistant.hear({message.roomName, message.message, author, isPerson, false,
                                         chat.viewIn(message.roomName, author)});
                     });
    QObject::connect(&assistant, &assistant::Service::typing, &chat, &chat::Service::setAnswering);
    QObject::connect(&assistant, &assistant::Service::answering, &chat, &chat::Service::tellAnswering);
    QObject::connect(&assistant, &assistant::Service::answered, &chat,
                     [&chat](const QString &room, const assistant::Answer &answer,
                             const core::Principal &asker, const QString &id) {
                         chat.answer(room, {answer.text, answer.basis, cardsOf(answer), linesOf(answer), id})
                             .then(&chat, [&chat, none = chat::Answering{room, id, asker.id, {}}](
                                              const core::Reply &written) {
                                 if (written)
                                     return;
                                 qCWarning(logEngine).noquote() << written.error().message;
                                 chat.tellAnswering(none);
                             });
                     });
}

void offerQuestions(chat::Slash &slash, const assistant::Setup &setup)
{
    slash.offer({QStringLiteral("ai"), chat::Slash::tr("question"),
                 chat::Slash::tr("Asks the assistant; the answer is for you alone"),
                 QString::fromLatin1(assistant::Ask::name), false,
                 [&setup](const chat::SlashArguments &in) -> chat::SlashOffer::Outcome {
                     if (in.isEmpty())
                         return in.fault(chat::Slash::tr("Ask something: /ai what is down?"), 0);
                     if (setup.hearingOf(in.room()) == assistant::Hearing::Off) {
                         return in.faultFrom(
                             chat::Slash::tr("The assistant is switched off in %1.").arg(in.room()), 0);
                     }
                     return chat::SlashPlan{chat::Slash::tr("Asks the assistant, as you: %1").arg(in.rest(0)),
                                            QString::fromLatin1(assistant::Ask::name),
                                            core::toJson(assistant::Ask{in.rest(0), in.room()}).toObject()};
                 }});
}

} // namespace engine
