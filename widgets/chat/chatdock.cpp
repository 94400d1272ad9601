// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/chatdock.h"

#include "chat/chatpane.h"
#include "chat/closebutton.h"
#include "chat/roommenu.h"
#include "kit/format.h"
#include "kit/label.h"
#include "kit/tokens.h"

#include <QComboBox>
#include <QHBoxLayout>

namespace chat {

namespace tokens = kit::tokens;
using client::ChatRoom;

ChatDock::ChatDock(client::Chat &chat, CardBook &cards, QWidget *parent)
    : QDockWidget(tr("Chat"), parent), m_chat(chat), m_rooms(new QComboBox), m_pane(new ChatPane(chat, cards))
{
    setObjectName(QStringLiteral("chat"));
    setTitleBarWidget(makeTitleBar());
    setWidget(m_pane);
    connect(m_pane, &ChatPane::roomWanted, this, &ChatDock::showRoom);
    connect(&chat, &client::Chat::changed, this, &ChatDock::refresh);
    connect(this, &QDockWidget::visibilityChanged, this, [this](bool isShown) {
        if (isShown)
            refresh();
    });
}

QWidget *ChatDock::makeTitleBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(tokens::Space3, tokens::Space2, tokens::Space2, tokens::Space2);
    row->setSpacing(tokens::Space2);
    auto *title = new kit::Label(windowTitle(), kit::TextRole::CardTitle);
    title->setElide(Qt::ElideNone);
    row->addWidget(title);
    m_rooms->setAccessibleName(tr("Room"));
    m_rooms->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_rooms->setMinimumContentsLength(16);
    connect(m_rooms, &QComboBox::activated, this,
            [this](int place) { showRoom(m_rooms->itemData(place).toString()); });
    row->addWidget(m_rooms);
    row->addStretch(1);
    row->addWidget(new RoomMenu(m_chat, *m_pane));
    QToolButton *close = closeButton(tr("Close the chat"));
    connect(close, &QToolButton::clicked, this, &QDockWidget::close);
    row->addWidget(close);
    return bar;
}

void ChatDock::showRoom(const QString &name)
{
    if (m_chat.find(name) == nullptr)
        return;
    m_pane->setRoom(name);
    refresh();
}

/// While it is hidden no room is loaded for it.
void ChatDock::refresh()
{
    const QList<ChatRoom *> rooms = m_chat.rooms();
    if (isVisible() && m_pane->room() == nullptr && !rooms.isEmpty()) {
        const QString general = QStringLiteral("general_chat");
        showRoom(m_chat.find(general) ? general : rooms.first()->name());
        return;
    }
    const QString current = m_pane->room() ? m_pane->room()->name() : QString();
    for (int place = 0; place < rooms.size(); ++place) {
        const QString title = m_chat.titleOf(*rooms[place]).simplified();
        const int unread = rooms[place]->marks().unread;
        const QString text =
            unread > 0 ? tr("%1 (%2)", "room, how much is unread").arg(title, kit::format::count(unread))
                       : title;
        if (place >= m_rooms->count())
            m_rooms->addItem(text);
        m_rooms->setItemText(place, text);
        m_rooms->setItemData(place, rooms[place]->name());
    }
    while (m_rooms->count() > rooms.size())
        m_rooms->removeItem(m_rooms->count() - 1);
    m_rooms->setCurrentIndex(m_rooms->findData(current));
}

} // namespace chat
