// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertspage.h"
#include "chat/chatdock.h"
#include "chat/chatpage.h"
#include "chat/chatpane.h"
#include "devices/devicespage.h"
#include "kit/format.h"
#include "shell/herald.h"
#include "shell/mainwindow.h"
#include "shell/rail.h"

#include <QStackedWidget>

namespace shell {

namespace {
constexpr qsizetype longestQuote = 120;
}

void MainWindow::buildChat()
{
    m_chatPage = new chat::ChatPage(m_chat, m_cards);
    addPage({QStringLiteral("chat"), tr("Chat"), kit::Symbol::Chat, m_chatPage,
             QKeySequence(Qt::CTRL | Qt::Key_9)});
    m_chatDock = new chat::ChatDock(m_chat, m_cards, this);
    addDockWidget(Qt::BottomDockWidgetArea, m_chatDock);
    m_chatDock->hide();
    for (chat::ChatPane *pane : {&m_chatPage->pane(), &m_chatDock->pane()}) {
        connect(pane, &chat::ChatPane::deviceWanted, this, [this](const QString &id) {
            showPage(QStringLiteral("devices"));
            m_list->openDevice(id, true);
        });
        connect(pane, &chat::ChatPane::scanWanted, this, [this](const QString &id) { showScan(id, false); });
        connect(pane, &chat::ChatPane::alertWanted, this, &MainWindow::showAlert);
    }
    connect(m_alertsPage, &alerts::AlertsPage::chatWanted, this, [this](const alerts::Alert &alert) {
        showPage(QStringLiteral("chat"));
        m_chatPage->openIncident(alert.id);
    });
    connect(&m_chat, &client::Chat::changed, this, &MainWindow::refreshChat);
    connect(&m_chat, &client::Chat::called, this, &MainWindow::tellCalled);
}

void MainWindow::buildChatActions()
{
    QAction *dock = m_actions.add({QStringLiteral("view.chat"), tr("&Chat beside the page"), tr("View"),
                                   QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
                                   tr("messages talk room dock"), kit::Symbol::Chat});
    dock->setCheckable(true);
    connect(dock, &QAction::triggered, m_chatDock->toggleViewAction(), &QAction::trigger);
    connect(m_chatDock->toggleViewAction(), &QAction::toggled, dock, &QAction::setChecked);
    connect(dock, &QAction::triggered, this, [this](bool isShown) {
        if (isShown) {
            m_chatDock->raise();
            m_chatDock->pane().takeFocus();
        }
    });
    connect(m_actions.add({QStringLiteral("tools.conversation"),
                           tr("New &conversation…"),
                           tr("Tools"),
                           {},
                           tr("chat room direct message write to"),
                           kit::Symbol::Chat}),
            &QAction::triggered, this, [this] {
                showPage(QStringLiteral("chat"));
                m_chatPage->askForRoom();
            });
    connect(m_actions.add({QStringLiteral("tools.sendpage"),
                           tr("Send a &picture of the page to chat"),
                           tr("Tools"),
                           {},
                           tr("share screenshot chart map message"),
                           kit::Symbol::Chat}),
            &QAction::triggered, this, [this] {
                const QString at = m_mirror.serverNow().toString(Qt::ISODate);
                sendToChat(m_stack->currentWidget()->grab().toImage(),
                           {{QStringLiteral("page"), page()}, {QStringLiteral("at"), at}},
                           m_pages[m_stack->currentIndex()].title);
            });
}

void MainWindow::refreshChat()
{
    const auto page = std::find_if(m_pages.begin(), m_pages.end(),
                                   [](const Page &one) { return one.id == QLatin1String("chat"); });
    const int mentions = m_chat.mentions();
    const int unread = m_chat.unread();
    m_rail->setNote(int(page - m_pages.begin()), mentions > 0
                                                     ? QLatin1Char('@') + kit::format::count(mentions)
                                                 : unread > 0 ? kit::format::count(unread)
                                                              : QString());
    refreshTitle();
    refreshTray();
}

/// Whoever is called is told wherever they are, unless they read that room just now.
void MainWindow::tellCalled(const client::ChatRoom *room, const chat::Message &message)
{
    for (const chat::ChatPane *pane : {&m_chatPage->pane(), &m_chatDock->pane()}) {
        if (pane->isVisible() && isActiveWindow() && pane->room() == room)
            return;
    }
    const QString who = kit::format::isolate(message.userName.simplified());
    QString text = message.message.simplified();
    if (text.size() > longestQuote)
        text = text.left(longestQuote) + QChar(0x2026);
    text = kit::format::isolate(text);
    const bool isDirect = room->room().kind == chat::RoomKind::Direct;
    const QString title =
        isDirect ? who
                 : tr("%1 in %2", "who wrote where").arg(who, kit::format::isolate(m_chat.titleOf(*room)));
    const client::Place place{client::Place::Kind::Room, room->name(), {}, message.id};
    m_herald->tell({isDirect ? client::Matter::Direct : client::Matter::Mention,
                    title,
                    text,
                    {},
                    [this, place] {
                        openPlace(place);
                        m_chatPage->pane().takeFocus();
                    },
                    false,
                    place});
}

void MainWindow::sendToChat(const QImage &picture, const QJsonObject &data, const QString &caption)
{
    if (page() == QLatin1String("chat")) {
        m_chatPage->pane().attach(picture, {data}, caption);
        return;
    }
    m_chatDock->show();
    m_chatDock->raise();
    m_chatDock->pane().attach(picture, {data}, caption);
}

} // namespace shell
