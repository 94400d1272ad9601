// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/roommenu.h"

#include "chat/chatpane.h"
#include "chat/exportsheet.h"
#include "kit/icons.h"
#include "kit/tokens.h"

#include <QMenu>

namespace chat {

RoomMenu::RoomMenu(client::Chat &chat, ChatPane &pane, QWidget *parent)
    : QToolButton(parent), m_chat(chat), m_pane(pane), m_menu(new QMenu(this))
{
    setIcon(kit::icon(kit::Symbol::More));
    setAutoRaise(true);
    setFixedSize(kit::tokens::ControlHeight, kit::tokens::ControlHeight);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("More of this room"));
    setToolTip(accessibleName());
    setPopupMode(QToolButton::InstantPopup);
    m_menu->setToolTipsVisible(true);
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &RoomMenu::fill);
}

void RoomMenu::fill()
{
    m_menu->clear();
    QAction *logs = m_menu->addAction(tr("&Export…"), this, &RoomMenu::exportRoom);
    const bool isLive = m_chat.mirror().link().state() == client::Link::State::Live;
    const QString whyNot = m_pane.room() == nullptr ? tr("Choose a room first.")
                           : !m_chat.isOperator()   ? tr("Operators and administrators export rooms.")
                           : !isLive                ? tr("There is no connection to the server.")
                                                    : QString();
    logs->setEnabled(whyNot.isEmpty());
    logs->setToolTip(whyNot);
    m_menu->addSeparator();
    QAction *passages = m_menu->addAction(tr("Show &joins and leaves"));
    passages->setCheckable(true);
    passages->setChecked(m_chat.showsPassages());
    connect(passages, &QAction::toggled, &m_chat, &client::Chat::setShowsPassages);
}

void RoomMenu::exportRoom()
{
    if (m_pane.room() == nullptr)
        return;
    auto *sheet = new ExportSheet(m_chat, *m_pane.room(), window());
    connect(sheet, &ExportSheet::written, &m_pane, &ChatPane::tellWritten);
    sheet->open();
}

} // namespace chat
