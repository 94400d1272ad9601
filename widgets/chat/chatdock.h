// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/cardbook.h"
#include "client/chat.h"

#include <QDockWidget>

class QComboBox;

namespace chat {

class ChatPane;

/// One chat room beside whatever page is shown.
class ChatDock final : public QDockWidget
{
    Q_OBJECT
public:
    ChatDock(client::Chat &chat, CardBook &cards, QWidget *parent = nullptr);

    void showRoom(const QString &name);
    [[nodiscard]] ChatPane &pane() { return *m_pane; }

private:
    QWidget *makeTitleBar();
    void refresh();

    client::Chat &m_chat;
    QComboBox *m_rooms;
    ChatPane *m_pane;
};

} // namespace chat
