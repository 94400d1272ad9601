// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/chat.h"

#include <QWidget>

class QListView;
class QStandardItemModel;

namespace kit {
class Label;
} // namespace kit

namespace chat {

/// Who belongs to a room or is in it now, and what they are doing; one of them opens the room for two.
class MembersPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit MembersPanel(client::Chat &chat, QWidget *parent = nullptr);

    void setRoom(const QString &name);
    /// Asks again who is there.
    void refresh();

Q_SIGNALS:
    void personChosen(const QString &userId);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void fill();

    client::Chat &m_chat;
    QString m_room;
    QList<identity::Profile> m_there;
    kit::Label *m_trouble;
    QListView *m_list;
    QStandardItemModel *m_model;
};

} // namespace chat
