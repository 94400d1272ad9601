// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/cardbook.h"
#include "client/chat.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;
class QToolButton;

namespace kit {
class Label;
} // namespace kit

namespace chat {

class ChatPane;
class MembersPanel;
class RoomList;
class SearchPanel;

/// The page of chat: the rooms, the one that is read, and beside it who is there or what was looked for.
class ChatPage final : public QWidget
{
    Q_OBJECT
public:
    ChatPage(client::Chat &chat, CardBook &cards, QWidget *parent = nullptr);

    /// Shows that room, and that message of it; the id may be empty.
    void showRoom(const QString &name, const QString &messageId = {});
    [[nodiscard]] QString room() const;
    [[nodiscard]] ChatPane &pane() { return *m_pane; }
    void askForRoom();
    void openDirect(const QString &userId);
    /// The room of an alert.
    void openIncident(const QString &alertId);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    enum class Side { None, Members, Search };

    /// What answers with a room, which is then shown.
    template <class Command>
    void open(const Command &command);
    QWidget *buildRooms();
    QWidget *buildRoom();
    void buildKeys();
    void setSide(Side side);
    void refresh();

    client::Chat &m_chat;
    RoomList *m_rooms;
    kit::Label *m_title;
    kit::Label *m_topic;
    QToolButton *m_searchButton;
    QToolButton *m_membersButton;
    ChatPane *m_pane;
    QStackedWidget *m_side;
    QWidget *m_sideCard = nullptr;
    MembersPanel *m_members;
    SearchPanel *m_search;
    QSplitter *m_splitter = nullptr;
    Side m_shownSide = Side::None;
};

} // namespace chat
