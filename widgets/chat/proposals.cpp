// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/proposals.h"

#include "chat/presencemark.h"

#include <QCoreApplication>

#include <algorithm>

namespace chat {

namespace {
constexpr int mostProposals = 8;

struct ProposalWords
{
    Q_DECLARE_TR_FUNCTIONS(chat::ProposalWords)
};

/// Whether some word in there begins so.
bool isBegunBy(const QString &text, const QString &typed)
{
    if (typed.isEmpty() || text.startsWith(typed, Qt::CaseInsensitive))
        return true;
    static const QString separators = QStringLiteral(" -._@");
    for (qsizetype at = text.indexOf(typed, 1, Qt::CaseInsensitive); at > 0;
         at = text.indexOf(typed, at + 1, Qt::CaseInsensitive)) {
        if (separators.contains(text[at - 1]))
            return true;
    }
    return false;
}

QList<Proposal> people(const QString &typed, const client::Chat &chat)
{
    QList<Proposal> found;
    const QMap<QString, QString> all = chat.people();
    for (auto one = all.begin(); one != all.end(); ++one) {
        const QString name = one.value().simplified();
        const bool isSelf = chat.mirror().user() && chat.mirror().user()->id == one.key();
        if (!isSelf && !name.isEmpty() && isBegunBy(name, typed))
            found << Proposal{QLatin1Char('@') + name, name, presenceWord(chat.availabilityOf(one.key()))};
    }
    std::sort(found.begin(), found.end(), [](const Proposal &one, const Proposal &other) {
        return QString::localeAwareCompare(one.title, other.title) < 0;
    });
    if (isBegunBy(QStringLiteral("here"), typed))
        found << Proposal{QStringLiteral("@here"), QStringLiteral("here"),
                          ProposalWords::tr("calls everybody who is in the room now")};
    return found;
}

QList<Proposal> things(const QString &typed, const client::Chat &chat, const CardBook &cards)
{
    QList<Proposal> found;
    if (typed.isEmpty()) {
        found << Proposal{QStringLiteral("#A-"), QStringLiteral("A-…"),
                          ProposalWords::tr("an alert, by its number")};
    }
    for (const client::ChatRoom *room : chat.rooms()) {
        const bool isNamed = room->room().kind == RoomKind::Public || room->room().kind == RoomKind::System;
        if (isNamed && isBegunBy(room->name(), typed) && !room->name().contains(QLatin1Char(' ')))
            found << Proposal{QLatin1Char('#') + room->name(), room->name(), ProposalWords::tr("room")};
    }
    for (const network::Entry &device : cards.devices().all()) {
        if (found.size() >= 2 * mostProposals)
            break;
        const Card card{CardKind::Device, device.id};
        const CardFace face = cards.faceOf(card);
        const QString name = face.title.simplified();
        const bool isMeant =
            isBegunBy(name, typed) || (!typed.isEmpty() && device.addresses.value(0).startsWith(typed));
        if (isMeant && !name.isEmpty())
            found << Proposal{QLatin1Char('#') + QString(name).replace(QLatin1Char(' '), QLatin1Char('-')),
                              name, face.detail, card};
    }
    return found;
}

QList<Proposal> commands(const QString &typed, const client::Chat &chat)
{
    QList<Proposal> found;
    for (const SlashWord &word : chat.slashWords()) {
        if (!word.word.startsWith(typed, Qt::CaseInsensitive))
            continue;
        const QString title = QLatin1Char('/') + word.word;
        found << Proposal{title, word.arguments.isEmpty() ? title : title + QLatin1Char(' ') + word.arguments,
                          word.summary};
    }
    return found;
}
} // namespace

QList<Proposal> proposalsFor(const QString &word, bool isFirst, const client::Chat &chat,
                             const CardBook &cards)
{
    if (word.isEmpty())
        return {};
    QList<Proposal> found;
    const QString typed = word.mid(1);
    if (word.startsWith(QLatin1Char('@')))
        found = people(typed, chat);
    else if (word.startsWith(QLatin1Char('#')))
        found = things(typed, chat, cards);
    else if (word.startsWith(QLatin1Char('/')) && isFirst)
        found = commands(typed, chat);
    return found.mid(0, mostProposals);
}

} // namespace chat
