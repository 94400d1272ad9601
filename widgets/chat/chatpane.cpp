// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/chatpane.h"

#include "chat/closebutton.h"
#include "client/ask.h"
#include "kit/banner.h"
#include "kit/button.h"
#include "kit/emptystate.h"
#include "kit/format.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/toast.h"
#include "kit/tokens.h"

#include <QAction>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QScopedValueRollback>
#include <QStackedLayout>

namespace chat {

namespace tokens = kit::tokens;
namespace format = kit::format;
using client::ChatLine;
using client::ChatRoom;

namespace {
constexpr int countedFrom = 800;
constexpr qsizetype mostTypists = 3;
} // namespace

ChatPane::ChatPane(client::Chat &chat, CardBook &cards, QWidget *parent)
    : QWidget(parent), m_chat(chat), m_cards(cards), m_pictures(new PictureBook(chat.mirror().link(), this)),
      m_rows(new MessageRows(chat, cards, this)), m_view(new MessageView(*m_rows, cards)),
      m_stack(new QStackedLayout), m_empty(new kit::EmptyState(kit::icon(kit::Symbol::Chat), QString())),
      m_error(new kit::Banner(kit::Status::High, QString())), m_jump(new QPushButton),
      m_latest(new QPushButton), m_typing(new kit::Label({}, kit::TextRole::Secondary)),
      m_modeStrip(new QWidget), m_modeText(new kit::Label({}, kit::TextRole::Secondary)),
      m_toasts(new kit::ToastArea(m_view)), m_deletion(new Deletion(chat, *m_rows, *m_toasts, this)),
      m_desk(new SlashDesk(chat, cards, *m_toasts)), m_composer(new Composer(chat, cards)),
      m_count(new kit::Label({}, kit::TextRole::Hint)), m_send(new kit::PrimaryButton(tr("&Send")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_error->setClosable(true);
    m_error->hide();
    connect(m_error, &kit::Banner::closed, m_error, &QWidget::hide);
    column->addWidget(m_error);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    column->addLayout(m_stack, 1);
    for (QPushButton *button : {m_jump, m_latest}) {
        button->setParent(this);
        button->hide();
        button->setAutoDefault(false);
    }
    connect(m_jump, &QPushButton::clicked, this, &ChatPane::jumpToUnread);
    connect(m_latest, &QPushButton::clicked, this, [this] {
        if (room() && room()->hasNewer())
            room()->loadLatest();
        m_below = 0;
        m_view->toEnd();
    });
    buildField(*column);
    m_view->setPictures([this](const Attachment &attachment) { return m_pictures->of(attachment); });
    m_view->viewport()->installEventFilter(this);
    connect(m_pictures, &PictureBook::arrived, m_view->viewport(), qOverload<>(&QWidget::update));
    // The first line of a room takes the place of the sentence that there is none.
    const auto lookWhetherEmpty = [this] {
        if ((m_rows->rowCount() > 0) != (m_stack->currentWidget() == m_view))
            refresh();
    };
    connect(m_rows, &QAbstractItemModel::rowsInserted, this, lookWhetherEmpty);
    connect(m_rows, &QAbstractItemModel::rowsRemoved, this, lookWhetherEmpty);
    connect(m_view, &MessageView::olderWanted, this, [this] {
        if (room())
            room()->loadOlder();
    });
    connect(m_view, &MessageView::newerWanted, this, [this] {
        if (room())
            room()->loadNewer();
    });
    connect(m_view, &MessageView::moved, this, [this] {
        markSeen();
        refreshJump();
    });
    connect(m_view, &MessageView::partClicked, this, &ChatPane::click);
    connect(m_view, &QWidget::customContextMenuRequested, this, &ChatPane::showMenu);
    connect(&m_chat, &client::Chat::changed, this, &ChatPane::refresh);
    connect(m_deletion, &Deletion::failed, this, &ChatPane::fail);
    connect(m_deletion, &Deletion::undone, this, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, m_deletion, &Deletion::settle);
    buildActions();
    refresh();
}

void ChatPane::buildField(QVBoxLayout &column)
{
    auto *inside = new QVBoxLayout;
    inside->setContentsMargins(tokens::Space4, tokens::Space1, tokens::Space4, tokens::Space3);
    inside->setSpacing(tokens::Space1);
    m_typing->setMinimumHeight(m_typing->sizeHint().height());
    inside->addWidget(m_typing);
    inside->addWidget(m_desk);
    buildDesk();
    auto *strip = new QHBoxLayout(m_modeStrip);
    strip->setContentsMargins(0, 0, 0, 0);
    strip->addWidget(m_modeText, 1);
    QToolButton *close = closeButton(tr("Not after all"));
    connect(close, &QToolButton::clicked, this, [this] {
        m_attachment.reset();
        setMode(Mode::New);
    });
    strip->addWidget(close);
    m_modeStrip->hide();
    inside->addWidget(m_modeStrip);
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::Space2);
    row->addWidget(m_composer, 1);
    row->addWidget(m_count, 0, Qt::AlignBottom);
    row->addWidget(m_send, 0, Qt::AlignBottom);
    m_count->setElide(Qt::ElideNone);
    m_count->hide();
    m_send->setAutoDefault(false);
    inside->addLayout(row);
    column.addLayout(inside);
    connect(m_send, &QPushButton::clicked, this, &ChatPane::submit);
    connect(m_composer, &Composer::submitted, this, &ChatPane::submit);
    connect(m_composer, &Composer::viewGiven, this,
            [this](const QImage &picture, const client::Place &place, const PictureValues &values,
                   const QString &title) {
                attach(picture, {place.toData(), values}, title);
            });
    connect(m_composer, &Composer::lastWanted, this, &ChatPane::editLast);
    connect(m_composer, &Composer::left, this, [this] {
        m_desk->closeAll();
        m_error->hide();
        setMode(Mode::New);
    });
    connect(m_composer, &QPlainTextEdit::textChanged, this, [this] {
        refreshCount();
        if (m_isFilling || !room())
            return;
        m_desk->dismiss();
        saveDraft();
        const QString text = m_composer->text();
        if (text.trimmed().isEmpty())
            room()->tellTypingStopped();
        else if (!text.startsWith(QLatin1Char('/')) && m_mode != Mode::Edit)
            room()->tellTyping();
    });
}

void ChatPane::buildDesk()
{
    connect(m_desk, &SlashDesk::faulted, this, &ChatPane::showFault);
    connect(m_desk, &SlashDesk::failed, this, &ChatPane::fail);
    connect(m_desk, &SlashDesk::told, this,
            [this](const QString &sentence) { tell(kit::Status::Info, sentence); });
    connect(m_desk, &SlashDesk::done, this, [this](const QString &text) {
        if (m_composer->text() != text)
            return;
        const QScopedValueRollback<bool> filling(m_isFilling, true);
        m_composer->setText({});
        m_chat.setDraft(m_name, {});
    });
    connect(m_desk, &SlashDesk::focusLeft, this, &ChatPane::takeFocus);
    connect(m_desk, &SlashDesk::undoChanged, this,
            [this](const QStringList &alerts, const QDateTime &since) { m_rows->setUndo(alerts, since); });
    connect(m_desk, &SlashDesk::roomWanted, this, &ChatPane::roomWanted);
    connect(m_desk, &SlashDesk::membersWanted, this, &ChatPane::membersWanted);
    connect(m_desk, &SlashDesk::deviceWanted, this, &ChatPane::deviceWanted);
}

void ChatPane::setRoom(const QString &name)
{
    if (name == m_name && room())
        return;
    leaveRoom();
    m_name = name;
    m_desk->setRoom(name);
    ChatRoom *shown = m_chat.find(name);
    m_rows->setRoom(shown);
    m_below = 0;
    if (shown) {
        connect(shown, &ChatRoom::stateChanged, this, &ChatPane::refresh);
        connect(shown, &ChatRoom::typingChanged, this, &ChatPane::refreshTyping);
        connect(shown, &ChatRoom::arrived, this, [this](const Message &message) {
            if (!m_view->isAtEnd())
                ++m_below;
            const bool isSeen = m_view->isAtEnd() && isVisible() && window()->isActiveWindow();
            if (!isSeen && m_rows->firstUnread().isEmpty())
                m_rows->setFirstUnread(message.id, 1);
            else if (!isSeen)
                m_rows->setFirstUnread(m_rows->firstUnread(), m_rows->unreadCount() + 1);
            markSeen();
            refreshJump();
        });
        connect(shown, &ChatRoom::reset, this, [this] {
            if (const int row = m_rows->rowOf(m_shownMessage); row >= 0) {
                m_view->show(row);
                m_shownMessage.clear();
            }
        });
        m_rows->setFirstUnread(shown->marks().firstUnreadId, shown->marks().unread);
        shown->load();
    }
    {
        const QScopedValueRollback<bool> filling(m_isFilling, true);
        m_composer->setText(shown ? m_chat.draft(name) : QString());
    }
    refresh();
    refreshTyping();
    markSeen();
}

void ChatPane::leaveRoom()
{
    m_error->hide();
    m_deletion->settle();
    m_attachment.reset();
    setMode(Mode::New);
    m_shownMessage.clear();
    if (room()) {
        room()->tellTypingStopped();
        room()->disconnect(this);
    }
}

void ChatPane::saveDraft()
{
    if (m_mode != Mode::Edit && !m_name.isEmpty())
        m_chat.setDraft(m_name, m_composer->text());
}

void ChatPane::refresh()
{
    if (room() && m_chat.find(m_name) == nullptr) {
        setRoom({}); // it is gone
        return;
    }
    const client::Link &link = m_chat.mirror().link();
    const bool isLive = link.state() == client::Link::State::Live;
    if (room() && isLive && !room()->isLoaded() && room()->trouble().isEmpty())
        room()->load();
    QString sentence;
    if (!room()) {
        const QString why = isLive ? m_chat.trouble() : link.stateText();
        sentence = !why.isEmpty()     ? why
                   : m_chat.isKnown() ? tr("Choose a room to read and write in.")
                                      : tr("Asking the server which rooms there are.");
    } else if (room()->count() == 0) {
        const QString why = isLive ? room()->trouble() : link.stateText();
        sentence = !why.isEmpty()       ? why
                   : room()->isLoaded() ? tr("Nobody has written here yet. What you write is kept.")
                                        : tr("Asking the server what was written here.");
    }
    m_empty->setSentence(sentence);
    m_stack->setCurrentIndex(sentence.isEmpty() ? 0 : 1);
    m_composer->setEnabled(room() != nullptr && !room()->room().isArchived);
    const QString title = room() ? m_chat.titleOf(*room()).simplified() : QString();
    m_composer->setPlaceholderText(
        room() == nullptr ? QString()
        : isLive          ? tr("Message %1  ( @ people   # things   / commands )").arg(format::isolate(title))
                          : tr("There is no connection. What you write is sent once there is one."));
    m_composer->setAccessibleName(tr("Message to %1").arg(title));
    refreshCount();
    refreshJump();
}

void ChatPane::refreshCount()
{
    const auto length = int(m_composer->text().size());
    m_count->setVisible(length >= countedFrom);
    m_count->setText(tr("%1/%2").arg(format::count(length), format::count(longestMessage)));
    const bool isTooLong = length > longestMessage;
    m_count->setRole(isTooLong ? kit::TextRole::Body : kit::TextRole::Hint);
    m_count->setToolTip(isTooLong
                            ? tr("A message has %1 characters at most. Make two of it.").arg(longestMessage)
                            : QString());
    m_count->setAccessibleName(m_count->text());
    const bool isSome = !m_composer->text().trimmed().isEmpty() || m_attachment;
    m_send->setEnabled(m_composer->isEnabled() && isSome && !isTooLong);
    m_send->setText(m_mode == Mode::Edit ? tr("&Save") : tr("&Send"));
}

void ChatPane::refreshTyping()
{
    const QStringList typists = room() ? room()->typists() : QStringList();
    QStringList names;
    for (const QString &typist : typists)
        names << format::isolate(typist.simplified());
    const QString all = names.join(QStringLiteral(", "));
    m_typing->setText(names.isEmpty()              ? QString()
                      : names.size() > mostTypists ? tr("Several people are typing…")
                      : names.size() > 1           ? tr("%1 are typing…").arg(all)
                                                   : tr("%1 is typing…").arg(all));
}

/// The two ways to where one wants to be: what is new, and what is unread further up.
void ChatPane::refreshJump()
{
    const int unreadRow = m_rows->rowOf(m_rows->firstUnread());
    const bool isUnreadAbove = !m_rows->firstUnread().isEmpty() && room() && room()->count() > 0 &&
                               (unreadRow < 0 || unreadRow < m_view->firstVisible());
    m_jump->setText(tr("↑ Jump to unread (%1)").arg(format::count(m_rows->unreadCount())));
    m_jump->setVisible(isUnreadAbove);
    m_latest->setText(m_below > 0 ? tr("↓ %1 new").arg(format::count(m_below)) : tr("↓ Latest"));
    m_latest->setVisible(room() && room()->count() > 0 && !m_view->isAtEnd());
    for (QPushButton *button : {m_jump, m_latest}) {
        button->adjustSize();
        const int x = m_view->viewport()->width() - button->width() - tokens::Space4;
        const int y =
            button == m_jump ? tokens::Space2 : m_view->height() - button->height() - tokens::Space2;
        button->move(m_view->mapTo(this, QPoint(x, y)));
        button->raise();
    }
}

/// What stands in sight of somebody is read.
void ChatPane::markSeen()
{
    if (!room() || !isVisible() || !window()->isActiveWindow() || room()->marks().unread == 0)
        return;
    if (m_view->isAtEnd()) {
        m_below = 0;
        room()->markRead(room()->newest());
        return;
    }
    int last = m_view->lastVisible();
    while (last >= 0 && !m_rows->isWritten(last))
        --last;
    const int first = m_rows->rowOf(room()->marks().firstUnreadId);
    if (last >= 0 && first >= 0 && last >= first)
        room()->markRead(room()->line(last).message.id);
}

void ChatPane::jumpToUnread()
{
    if (room() && !m_rows->firstUnread().isEmpty())
        showMessage(m_rows->firstUnread());
}

void ChatPane::showMessage(const QString &id)
{
    if (!room())
        return;
    if (const int row = m_rows->rowOf(id); row >= 0) {
        m_view->show(row);
        return;
    }
    m_shownMessage = id;
    room()->loadAround(id);
}

void ChatPane::takeFocus() { m_composer->setFocus(Qt::OtherFocusReason); }

void ChatPane::begin(const QString &text)
{
    setMode(Mode::New);
    const QString before = m_chat.draft(m_name).trimmed();
    const QString whole = before.isEmpty() ? text : before + QLatin1Char('\n') + text;
    m_chat.setDraft(m_name, whole);
    m_composer->setText(whole);
    takeFocus();
}

void ChatPane::attach(const QImage &picture, const Origin &origin, const QString &caption)
{
    m_attachment = PictureBook::pack(picture, origin, caption.left(longestRoomName));
    if (!m_attachment) {
        fail(tr("The picture is too large to be sent. Choose a smaller part of it."));
        return;
    }
    setMode(m_mode == Mode::Edit ? Mode::New : m_mode, m_target);
    takeFocus();
}

void ChatPane::setMode(Mode mode, const QString &id)
{
    const bool wasEdit = std::exchange(m_mode, mode) == Mode::Edit;
    m_target = mode == Mode::New ? QString() : id;
    if (wasEdit && mode != Mode::Edit) {
        const QScopedValueRollback<bool> filling(m_isFilling, true);
        m_composer->setText(m_chat.draft(m_name));
    }
    const int row = m_rows->rowOf(m_target);
    QString text = mode == Mode::Edit ? tr("Editing what you wrote") : QString();
    if (mode == Mode::Reply && row >= 0)
        text = tr("Reply to %1: %2")
                   .arg(format::isolate(m_rows->authorOf(m_rows->line(row).message)),
                        format::isolate(m_rows->textOf(row).simplified()));
    if (m_attachment) {
        const QString name = format::isolate(m_attachment->name.simplified());
        text = m_attachment->values ? tr("With the picture %1 and its values").arg(name)
                                    : tr("With the picture %1").arg(name);
    }
    m_modeText->setText(text);
    m_modeStrip->setVisible(!text.isEmpty());
    refreshCount();
}

void ChatPane::tell(kit::Status status, const QString &sentence)
{
    m_error->setStatus(status);
    m_error->setText(sentence);
    m_error->show();
}

void ChatPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (room() && m_mode != Mode::Edit && m_composer->text() != m_chat.draft(m_name)) {
        const QScopedValueRollback<bool> filling(m_isFilling, true);
        m_composer->setText(m_chat.draft(m_name)); // it was written on beside another page
    }
    markSeen();
}

void ChatPane::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous())
        m_deletion->settle();
    QWidget::hideEvent(event);
}

bool ChatPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::WindowActivate) {
        refreshJump();
        markSeen();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace chat
