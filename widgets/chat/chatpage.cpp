// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/chatpage.h"

#include "chat/chatpane.h"
#include "chat/memberspanel.h"
#include "chat/roomlist.h"
#include "chat/roommenu.h"
#include "chat/roomsheet.h"
#include "chat/searchpanel.h"
#include "chat/surface.h"
#include "client/ask.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/tokens.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

namespace chat {

namespace tokens = kit::tokens;
using client::ChatRoom;

namespace {
constexpr int roomsWidth = 196;
constexpr int sideWidth = 240;
constexpr int leastPane = 320;

QToolButton *headButton(kit::Symbol symbol, const QString &text, const QKeySequence &keys)
{
    auto *button = new QToolButton;
    button->setIcon(kit::icon(symbol));
    button->setAutoRaise(true);
    button->setFixedSize(tokens::ControlHeight, tokens::ControlHeight);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(text);
    button->setToolTip(keys.isEmpty() ? text
                                      : ChatPage::tr("%1 (%2)", "what a button does, and its shortcut")
                                            .arg(text, keys.toString(QKeySequence::NativeText)));
    return button;
}
} // namespace

ChatPage::ChatPage(client::Chat &chat, CardBook &cards, QWidget *parent)
    : QWidget(parent), m_chat(chat), m_rooms(new RoomList(chat)),
      m_title(new kit::Label({}, kit::TextRole::CardTitle)),
      m_topic(new kit::Label({}, kit::TextRole::Secondary)),
      m_searchButton(headButton(kit::Symbol::Search, tr("Search the messages"), QKeySequence::Find)),
      m_membersButton(headButton(kit::Symbol::User, tr("Members"), {})), m_pane(new ChatPane(chat, cards)),
      m_side(new QStackedWidget), m_members(new MembersPanel(chat)), m_search(new SearchPanel(chat))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(tokens::PagePadding, 0, tokens::PagePadding, tokens::PagePadding);
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(tokens::CardGap);
    m_splitter->addWidget(new Surface(buildRooms()));
    m_splitter->addWidget(new Surface(buildRoom()));
    m_side->addWidget(m_members);
    m_side->addWidget(m_search);
    m_sideCard = new Surface(m_side);
    m_splitter->addWidget(m_sideCard);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    m_splitter->setSizes({roomsWidth, 3 * leastPane, sideWidth});
    row->addWidget(m_splitter);
    setSide(Side::None);
    connect(m_rooms, &RoomList::roomChosen, this, [this](const QString &name) { showRoom(name); });
    connect(m_pane, &ChatPane::roomWanted, this, [this](const QString &name) { showRoom(name); });
    connect(m_pane, &ChatPane::membersWanted, this, [this] { setSide(Side::Members); });
    connect(m_members, &MembersPanel::personChosen, this, &ChatPage::openDirect);
    connect(m_search, &SearchPanel::messageChosen, this, &ChatPage::showRoom);
    connect(m_search, &SearchPanel::closed, this, [this] {
        setSide(Side::None);
        m_pane->takeFocus();
    });
    connect(&chat, &client::Chat::changed, this, &ChatPage::refresh);
    connect(&chat, &client::Chat::peopleChanged, this, &ChatPage::refresh);
    buildKeys();
    refresh();
}

QWidget *ChatPage::buildRooms()
{
    auto *holder = new QWidget;
    holder->setMinimumWidth(roomsWidth * 3 / 4);
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, tokens::Space2, 0, tokens::Space2);
    column->setSpacing(tokens::Space1);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(tokens::Space3, 0, tokens::Space2, 0);
    head->addWidget(new kit::Label(tr("Rooms"), kit::TextRole::CardTitle), 1);
    auto *more = headButton(kit::Symbol::More, tr("New conversation…"), {});
    more->setIcon({});
    more->setText(QStringLiteral("+"));
    more->setFont(kit::textFont(tokens::CardTitlePt, QFont::DemiBold));
    connect(more, &QToolButton::clicked, this, &ChatPage::askForRoom);
    head->addWidget(more);
    column->addLayout(head);
    column->addWidget(m_rooms, 1);
    return holder;
}

QWidget *ChatPage::buildRoom()
{
    auto *holder = new QWidget;
    holder->setMinimumWidth(leastPane);
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(tokens::Space4, tokens::Space2, tokens::Space2, tokens::Space2);
    head->setSpacing(tokens::Space2);
    m_title->setElide(Qt::ElideMiddle);
    head->addWidget(m_title);
    head->addWidget(m_topic, 1);
    m_searchButton->setCheckable(true);
    m_membersButton->setCheckable(true);
    head->addWidget(m_searchButton);
    head->addWidget(m_membersButton);
    head->addWidget(new RoomMenu(m_chat, *m_pane));
    connect(m_searchButton, &QToolButton::clicked, this,
            [this](bool on) { setSide(on ? Side::Search : Side::None); });
    connect(m_membersButton, &QToolButton::clicked, this,
            [this](bool on) { setSide(on ? Side::Members : Side::None); });
    column->addLayout(head);
    auto *line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    line->setFixedHeight(1);
    column->addWidget(line);
    column->addWidget(m_pane, 1);
    return holder;
}

void ChatPage::buildKeys()
{
    const auto add = [this](const QKeySequence &keys, const std::function<void()> &deed) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, deed);
    };
    add(QKeySequence::Find, [this] { setSide(Side::Search); });
    add(QKeySequence(Qt::ALT | Qt::Key_Down), [this] {
        if (const QString next = m_rooms->nextUnread(); !next.isEmpty())
            showRoom(next);
    });
}

void ChatPage::setSide(Side side)
{
    m_shownSide = side;
    m_searchButton->setChecked(side == Side::Search);
    m_membersButton->setChecked(side == Side::Members);
    m_sideCard->setVisible(side != Side::None);
    m_side->setCurrentIndex(side == Side::Search ? 1 : 0);
    if (side == Side::Search)
        m_search->takeFocus();
}

void ChatPage::showRoom(const QString &name, const QString &messageId)
{
    if (m_chat.find(name) == nullptr)
        return;
    m_rooms->setCurrentRoom(name);
    m_pane->setRoom(name);
    m_members->setRoom(name);
    m_search->setRoom(name);
    if (!messageId.isEmpty())
        m_pane->showMessage(messageId);
    refresh();
}

QString ChatPage::room() const { return m_pane->room() ? m_pane->room()->name() : QString(); }

void ChatPage::refresh()
{
    if (room().isEmpty() && m_chat.isKnown() && isVisible()) {
        const QList<ChatRoom *> rooms = m_chat.rooms();
        if (!rooms.isEmpty()) {
            const QString general = QStringLiteral("general_chat");
            showRoom(m_chat.find(general) ? general : rooms.first()->name());
            return;
        }
    }
    const ChatRoom *shown = m_pane->room();
    const bool isDirect = shown && shown->room().kind == RoomKind::Direct;
    const QString title = shown ? m_chat.titleOf(*shown).simplified() : QString();
    m_title->setText(shown == nullptr ? tr("Chat") : isDirect ? title : QLatin1Char('#') + title);
    m_topic->setText(shown ? shown->room().topic.simplified() : QString());
    m_membersButton->setEnabled(shown != nullptr);
}

void ChatPage::askForRoom()
{
    auto *sheet = new RoomSheet(m_chat, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &RoomSheet::made, this, [this](const QString &name) {
        showRoom(name);
        m_pane->takeFocus();
    });
    sheet->open();
}

template <class Command>
void ChatPage::open(const Command &command)
{
    client::ask(m_chat.mirror().link(), command, this, [this](const core::Result<Room> &reply) {
        if (!reply)
            return;
        m_chat.adopt(reply.value());
        showRoom(reply->name);
        m_pane->takeFocus();
    });
}

void ChatPage::openDirect(const QString &userId) { open(OpenDirect{userId}); }
void ChatPage::openIncident(const QString &alertId) { open(OpenIncident{alertId}); }

/// Until somebody looks, nothing is loaded.
void ChatPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void ChatPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // What stands beside makes room for what is read.
    if (width() < roomsWidth + leastPane + sideWidth && m_shownSide == Side::Members)
        setSide(Side::None);
}

} // namespace chat
