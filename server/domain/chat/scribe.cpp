// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/chat/scribe.h"

#include "catalog/assistant.h"
#include "domain/chat/mentions.h"
#include "domain/chat/picture.h"
#include "domain/chat/values.h"

#include <QCoreApplication>

namespace chat {

namespace {
constexpr int idLength = 12;

core::Error wrong(const char *sentence)
{
    return {core::ErrorCode::Invalid, QCoreApplication::translate("chat", sentence)};
}

core::Result<QList<Card>> cardsFrom(const QList<Card> &asked)
{
    QList<Card> cards;
    for (const Card &card : asked) {
        if (card.id.trimmed().isEmpty())
            return wrong(
                QT_TRANSLATE_NOOP("chat", "A card points to nothing. Say to what, or leave it out."));
        if (!cards.contains(card))
            cards << card;
    }
    return cards;
}

/// For those who see neither pictures nor cards.
QString wordsFor(const Message &message)
{
    if (message.attachment)
        return message.attachment->name;
    QStringList words;
    for (const Card &card : message.cards) {
        words << QString::fromLatin1(core::Words<CardKind>::list[size_t(card.kind)]) + QLatin1Char(' ') +
                     card.id;
    }
    return words.join(QStringLiteral(", ")).left(longestMessage);
}
} // namespace

QString nameOf(const identity::Profile &profile)
{
    const QString shown = profile.displayName.value_or(QString());
    if (!shown.isEmpty())
        return shown;
    return profile.email.isEmpty() ? profile.uid : profile.email;
}

core::Result<void> Scribe::attach(const NewAttachment &asked, Composed &composed) const
{
    const auto decoded =
        QByteArray::fromBase64Encoding(asked.picture.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return wrong(QT_TRANSLATE_NOOP("chat", "The picture is not base64."));
    const auto picture = readPicture(*decoded);
    if (!picture)
        return picture.error();
    const auto data = packData(asked);
    if (!data)
        return data.error();
    const QString name = asked.name.simplified();
    composed.picture = core::ChatPicture{m_entropy.token(idLength), picture->png, *data};
    composed.message.attachment =
        Attachment{composed.picture->id,
                   name.isEmpty() ? QCoreApplication::translate("chat", "Picture") : name,
                   picture->width,
                   picture->height,
                   int(picture->png.size()),
                   asked.data.has_value(),
                   asked.values ? namesIn(*asked.values) : QStringList()};
    return {};
}

core::Result<Composed> Scribe::compose(const Send &asked, const core::Principal &caller,
                                       const identity::Profile &profile) const
{
    Composed composed;
    Message &message = composed.message;
    const auto cards = cardsFrom(asked.cards);
    if (!cards)
        return cards.error();
    message.cards = *cards;
    message.id = m_entropy.token(idLength);
    if (asked.attachment) {
        if (const auto attached = attach(*asked.attachment, composed); !attached)
            return attached.error();
    }
    const bool isBlank = asked.message.trimmed().isEmpty();
    if (isBlank && !message.attachment && message.cards.isEmpty())
        return wrong(QT_TRANSLATE_NOOP("chat", "The message is empty. Write something."));
    message.message = isBlank ? wordsFor(message) : asked.message;
    message.roomName = asked.roomName;
    message.userId = profile.uid;
    message.userName = nameOf(profile);
    message.userAvatar = profile.photoUrl;
    const bool isSystem = asked.messageType == MessageType::System && caller.may(core::roles::operators);
    message.messageType = isSystem ? MessageType::System : MessageType::Text;
    message.timestamp = m_clock.now();
    message.isGuest = profile.isGuest;
    message.replyTo = asked.replyTo;
    message.mentions = mentionsIn(message.message, m_people);
    if (profile.isGuest)
        message.mentions.removeIf([](const Mention &mention) { return mention.userId.isEmpty(); });
    return composed;
}

Message Scribe::answer(const QString &room, const Spoken &spoken) const
{
    Message message = note(room, spoken.text, spoken.cards);
    if (!spoken.id.isEmpty())
        message.id = spoken.id;
    message.userId = QLatin1String(assistant::speakerId);
    message.userName = QLatin1String(assistant::speakerName);
    message.messageType = MessageType::AiResponse;
    message.isAi = true;
    message.basis = spoken.basis;
    message.proposals = spoken.proposals.mid(0, mostProposedLines);
    return message;
}

Message Scribe::note(const QString &room, const QString &text, const QList<Card> &cards) const
{
    Message message;
    message.id = m_entropy.token(idLength);
    message.roomName = room;
    message.userId = QStringLiteral("system");
    message.userName = QStringLiteral("Belfry");
    message.message = text.left(longestMessage);
    message.messageType = MessageType::System;
    message.timestamp = m_clock.now();
    message.cards = cards.mid(0, mostCards);
    return message;
}

} // namespace chat
