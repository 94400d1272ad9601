// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/cardbook.h"
#include "client/chat.h"
#include "client/place.h"

#include <QAbstractListModel>
#include <QPointer>

namespace chat {

/// The lines of one room as rows, and how each stands to the one above it.
class MessageRows final : public QAbstractListModel
{
    Q_OBJECT
public:
    MessageRows(client::Chat &chat, CardBook &cards, QObject *parent = nullptr);

    void setRoom(client::ChatRoom *room);
    [[nodiscard]] client::ChatRoom *room() const { return m_room; }
    [[nodiscard]] const client::ChatLine &line(int row) const
    {
        const client::ChatLine &known = m_room->line(row);
        return m_leaving && known.message.id == m_leaving->message.id ? *m_leaving : known;
    }
    /// It is a message, and the server has it.
    [[nodiscard]] bool isWritten(int row) const
    {
        return line(row).kind == client::ChatLine::Kind::Message &&
               line(row).sending == client::ChatLine::Sending::Sent;
    }
    [[nodiscard]] int rowOf(const QString &id) const { return m_room ? m_room->placeOf(id) : -1; }

    /// That message is shown as if it was deleted already; empty: none is.
    void setLeaving(const QString &id);
    [[nodiscard]] bool isLeaving(int row) const { return m_leaving && rowOf(m_leaving->message.id) == row; }
    /// The line "new messages" stands above that one; empty: nowhere.
    void setFirstUnread(const QString &id, int count);
    [[nodiscard]] const QString &firstUnread() const { return m_firstUnread; }
    [[nodiscard]] int unreadCount() const { return m_unread; }

    [[nodiscard]] bool startsDay(int row) const;
    /// Written by another than the one above, or some time later.
    [[nodiscard]] bool startsGroup(int row) const;
    [[nodiscard]] bool isBelowUnreadLine(int row) const;
    /// Who wrote it, as they are shown.
    [[nodiscard]] QString authorOf(const Message &message) const;
    /// The line a reply begins with: who wrote what; empty: it is no reply.
    [[nodiscard]] QString quoteOf(const Message &message) const;
    /// What is shown of it, in words: its text, or what became of it.
    [[nodiscard]] QString textOf(int row) const;
    [[nodiscard]] QString nameOf(const QString &userId) const;
    /// What a text leads to.
    [[nodiscard]] QList<client::PlaceInText> placesIn(const QString &text) const;
    /// What is proposed in it, as far as whoever is signed in may do it.
    [[nodiscard]] QList<ProposedLine> proposalsOf(const Message &message) const;
    [[nodiscard]] static QString titleOf(const ProposedLine &proposed);
    /// It is an answer that comes, and whoever is signed in may stop it.
    [[nodiscard]] bool mayStop(int row) const;
    /// What the house writes of these alerts from that time on can be taken back from here; none: nothing.
    void setUndo(const QStringList &alerts, const QDateTime &since);
    [[nodiscard]] bool isUndoable(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void touch(int row);
    [[nodiscard]] QString spoken(int row) const;

    client::Chat &m_chat;
    CardBook &m_cards;
    QPointer<client::ChatRoom> m_room;
    QString m_firstUnread;
    std::optional<client::ChatLine> m_leaving; ///< as it will be
    QStringList m_undoable;                    ///< alerts
    QDateTime m_undoableSince;
    int m_unread = 0;
    int m_count = 0; ///< what views were told of
};

} // namespace chat
