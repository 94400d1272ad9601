// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/messagerows.h"

#include "kit/format.h"

namespace chat {

namespace format = kit::format;
using client::ChatLine;
using client::ChatRoom;

namespace {
constexpr qint64 groupSeconds = 300;
constexpr qsizetype mostNames = 3;

QDate dayOf(const ChatLine &line) { return line.message.timestamp.toLocalTime().date(); }

QString sendingWords(const ChatLine &line)
{
    switch (line.sending) {
    case ChatLine::Sending::Sent:
        return {};
    case ChatLine::Sending::Queued:
    case ChatLine::Sending::Unsure:
        return MessageRows::tr("waits to be sent");
    case ChatLine::Sending::Pending:
        return MessageRows::tr("is being sent");
    case ChatLine::Sending::Failed:
        return MessageRows::tr("not sent: %1").arg(line.trouble);
    case ChatLine::Sending::Coming:
        return MessageRows::tr("is being written");
    }
    return {};
}
} // namespace

MessageRows::MessageRows(client::Chat &chat, CardBook &cards, QObject *parent)
    : QAbstractListModel(parent), m_chat(chat), m_cards(cards)
{
    connect(&chat, &client::Chat::wordsChanged, this, [this] {
        for (int row = 0; row < rowCount(); ++row) {
            if (!line(row).message.proposals.isEmpty())
                touch(row);
        }
    });
}

void MessageRows::setRoom(ChatRoom *room)
{
    if (m_room)
        m_room->disconnect(this);
    beginResetModel();
    m_room = room;
    m_firstUnread.clear();
    m_leaving.reset();
    m_unread = 0;
    m_count = room ? room->count() : 0;
    endResetModel();
    if (!room)
        return;
    connect(room, &ChatRoom::reset, this, [this] {
        beginResetModel();
        m_count = m_room->count();
        endResetModel();
    });
    connect(room, &ChatRoom::inserted, this, [this](int first, int count) {
        beginInsertRows({}, first, first + count - 1);
        m_count += count;
        endInsertRows();
        touch(first + count); // what stands above it is another
    });
    connect(room, &ChatRoom::removed, this, [this](int place) {
        beginRemoveRows({}, place, place);
        --m_count;
        endRemoveRows();
        touch(place);
    });
    connect(room, &ChatRoom::changed, this, [this](int place) {
        touch(place);
        touch(place + 1);
    });
    connect(room, &QObject::destroyed, this, [this] {
        beginResetModel();
        m_count = 0;
        endResetModel();
    });
}

void MessageRows::touch(int row)
{
    if (row < rowCount())
        Q_EMIT dataChanged(index(row), index(row));
}

void MessageRows::setFirstUnread(const QString &id, int count)
{
    const int before = rowOf(m_firstUnread);
    m_firstUnread = id;
    m_unread = count;
    if (before >= 0)
        touch(before);
    if (const int now = rowOf(id); now >= 0)
        touch(now);
}

void MessageRows::setLeaving(const QString &id)
{
    const int before = m_leaving ? rowOf(m_leaving->message.id) : -1;
    m_leaving.reset();
    const int now = id.isEmpty() ? -1 : rowOf(id);
    if (now >= 0) {
        m_leaving = m_room->line(now);
        m_leaving->message.isDeleted = true;
        m_leaving->message.editedBy.reset();
        m_leaving->message.cards.clear();
        m_leaving->message.proposals.clear();
        m_leaving->message.reactions.clear();
        m_leaving->message.attachment.reset();
    }
    for (const int row : {before, now}) {
        if (row >= 0)
            touch(row);
    }
}

bool MessageRows::startsDay(int row) const { return row == 0 || dayOf(line(row)) != dayOf(line(row - 1)); }

bool MessageRows::isBelowUnreadLine(int row) const
{
    return !m_firstUnread.isEmpty() && line(row).message.id == m_firstUnread;
}

bool MessageRows::startsGroup(int row) const
{
    if (row == 0 || startsDay(row) || isBelowUnreadLine(row))
        return true;
    const ChatLine &above = line(row - 1);
    const ChatLine &here = line(row);
    const bool isPlain = here.kind == ChatLine::Kind::Message && above.kind == ChatLine::Kind::Message;
    return !isPlain || here.message.userId != above.message.userId ||
           here.message.userName != above.message.userName ||
           here.message.messageType != above.message.messageType || here.message.replyTo ||
           here.message.isAi || above.message.timestamp.secsTo(here.message.timestamp) > groupSeconds;
}

QString MessageRows::nameOf(const QString &userId) const
{
    return m_chat.people().value(userId, userId).simplified();
}

QString MessageRows::authorOf(const Message &message) const
{
    const QString name = message.userName.isEmpty() ? message.userId : message.userName;
    return message.isGuest ? tr("%1 (guest)").arg(name.simplified()) : name.simplified();
}

QString MessageRows::quoteOf(const Message &message) const
{
    if (!message.replyTo)
        return {};
    const int row = rowOf(*message.replyTo);
    if (row < 0)
        return tr("in reply to an earlier message");
    return tr("%1: %2", "author and what they wrote")
        .arg(format::isolate(authorOf(line(row).message)), format::isolate(textOf(row).simplified()));
}

QString MessageRows::textOf(int row) const
{
    const ChatLine &here = line(row);
    if (here.kind != ChatLine::Kind::Message) {
        const bool isArrival = here.kind == ChatLine::Kind::Arrivals;
        const int count = int(here.who.size());
        if (count <= mostNames) {
            QStringList names;
            for (const QString &who : here.who)
                names << format::isolate(who.simplified());
            const QString all = names.join(QStringLiteral(", "));
            return isArrival ? tr("%1 joined", nullptr, count).arg(all)
                             : tr("%1 left", nullptr, count).arg(all);
        }
        return isArrival ? tr("%n people joined", nullptr, count) : tr("%n people left", nullptr, count);
    }
    const Message &message = here.message;
    if (here.sending == ChatLine::Sending::Coming)
        return format::isolate(message.message) + QStringLiteral(" …");
    if (!message.isDeleted)
        return message.message;
    const QString by = message.editedBy.value_or(QString());
    return by.isEmpty() || by == message.userId ? tr("This message was deleted.")
                                                : tr("This message was deleted by %1.").arg(nameOf(by));
}

QList<client::PlaceInText> MessageRows::placesIn(const QString &text) const
{
    const auto &server = m_chat.mirror().server();
    return client::placesIn(text, server ? server->addresses : QStringList());
}

void MessageRows::setUndo(const QStringList &alerts, const QDateTime &since)
{
    m_undoable = alerts;
    if (since.isValid())
        m_undoableSince = since;
    for (int row = rowCount() - 1; row >= 0 && line(row).message.timestamp >= m_undoableSince; --row)
        touch(row);
}

bool MessageRows::isUndoable(int row) const
{
    const Message &message = line(row).message;
    if (message.messageType != MessageType::System || message.timestamp < m_undoableSince)
        return false;
    return std::any_of(message.cards.begin(), message.cards.end(), [this](const Card &card) {
        return card.kind == CardKind::Alert && m_undoable.contains(card.id);
    });
}

bool MessageRows::mayStop(int row) const
{
    const auto &user = m_chat.mirror().user();
    return line(row).sending == ChatLine::Sending::Coming && user &&
           (m_chat.isOperator() || line(row).askedBy == user->id);
}

QList<ProposedLine> MessageRows::proposalsOf(const Message &message) const
{
    QList<ProposedLine> own = message.proposals;
    own.removeIf([this](const ProposedLine &proposed) {
        const QString word = proposed.line.section(QLatin1Char(' '), 0, 0).mid(1);
        const QList<SlashWord> &words = m_chat.slashWords();
        return std::none_of(words.begin(), words.end(),
                            [&word](const SlashWord &each) { return each.word == word; });
    });
    return own;
}

QString MessageRows::titleOf(const ProposedLine &proposed)
{
    const QString title = proposed.sentence.simplified();
    return format::isolate(title.isEmpty() ? proposed.line.simplified() : title);
}

int MessageRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_room ? 0 : m_count;
}

QString MessageRows::spoken(int row) const
{
    const ChatLine &here = line(row);
    const Message &message = here.message;
    QStringList parts;
    if (isBelowUnreadLine(row))
        parts << tr("new messages");
    if (here.kind == ChatLine::Kind::Message)
        parts << authorOf(message);
    if (message.isAi)
        parts << tr("AI, may be wrong");
    parts << QLocale().toString(message.timestamp.toLocalTime(), QLocale::ShortFormat);
    if (const QString quote = quoteOf(message); !quote.isEmpty())
        parts << tr("in reply to %1").arg(quote);
    if (here.sending != ChatLine::Sending::Coming)
        parts << textOf(row); // what is half said is not said aloud
    if (message.editedAt && !message.isDeleted)
        parts << tr("edited");
    for (const Card &card : message.cards)
        parts << m_cards.faceOf(card).spoken();
    for (const ProposedLine &proposed : proposalsOf(message))
        parts << tr("proposes: %1").arg(titleOf(proposed));
    if (message.attachment)
        parts << tr("picture %1").arg(message.attachment->name.simplified());
    if (message.attachment && !message.attachment->shows.isEmpty()) {
        QStringList names;
        for (const QString &name : message.attachment->shows)
            names << format::isolate(name.simplified());
        parts << tr("it shows %1").arg(names.join(QStringLiteral(", ")));
    }
    for (const Reaction &reaction : message.reactions)
        parts << tr("%1 by %n", nullptr, reaction.count).arg(reaction.emoji);
    if (isUndoable(row))
        parts << tr("Undo");
    if (mayStop(row))
        parts << tr("Stop");
    parts << sendingWords(here);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QVariant MessageRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return textOf(index.row());
    case Qt::AccessibleTextRole:
        return spoken(index.row());
    default:
        return {};
    }
}

} // namespace chat
