// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/chat.h"

#include <QToolButton>

class QMenu;

namespace chat {

class ChatPane;

/// The button of what can be done with the room that is shown, besides writing in it.
class RoomMenu final : public QToolButton
{
    Q_OBJECT
public:
    RoomMenu(client::Chat &chat, ChatPane &pane, QWidget *parent = nullptr);

private:
    void fill();
    void exportRoom();

    client::Chat &m_chat;
    ChatPane &m_pane;
    QMenu *m_menu;
};

} // namespace chat
