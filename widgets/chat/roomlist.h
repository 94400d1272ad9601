// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/chat.h"

#include <QListView>

class QStandardItemModel;

namespace chat {

/// The rooms in sections, with what is unread in each; the one that is shown is the current row.
class RoomList final : public QListView
{
    Q_OBJECT
public:
    enum Role { NameRole = Qt::UserRole, UnreadRole, MentionsRole, PresenceRole, DirectRole };

    explicit RoomList(client::Chat &chat, QWidget *parent = nullptr);

    void setCurrentRoom(const QString &name);
    [[nodiscard]] QString currentRoom() const;
    /// The next room with something unread, from the one that is shown; empty: there is none.
    [[nodiscard]] QString nextUnread() const;

Q_SIGNALS:
    void roomChosen(const QString &name);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void refresh();

    client::Chat &m_chat;
    QStandardItemModel *m_model;
    bool m_isRefreshing = false;
};

} // namespace chat
