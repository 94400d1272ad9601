// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/alertcommands.h"
#include "catalog/answerstop.h"
#include "chat/chatpane.h"
#include "chat/tracesheet.h"
#include "client/ask.h"
#include "kit/banner.h"
#include "kit/button.h"
#include "kit/format.h"
#include "kit/label.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QRegularExpression>

namespace chat {

namespace format = kit::format;
using client::ChatLine;
using client::ChatRoom;

namespace {
/// What people mostly mean; the whole of Unicode is for the keyboard.
const QStringList &usualSigns()
{
    static const QStringList signs{QString::fromUtf8("\U0001F44D"), QString::fromUtf8("\U0001F440"),
                                   QString::fromUtf8("\u2705"),     QString::fromUtf8("\u2764"),
                                   QString::fromUtf8("\U0001F389"), QString::fromUtf8("\U0001F44E")};
    return signs;
}
} // namespace

void ChatPane::buildActions()
{
    const auto add = [this](const QString &text, const QKeySequence &keys, void (ChatPane::*deed)()) {
        auto *action = new QAction(text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, deed);
        m_view->addAction(action);
        m_actions << action;
    };
    add(tr("&Reply"), Qt::Key_R, &ChatPane::reply);
    add(tr("R&eact"), Qt::Key_Plus, &ChatPane::react);
    add(tr("E&dit"), Qt::Key_E, &ChatPane::edit);
    add(tr("De&lete"), Qt::Key_Delete, &ChatPane::remove);
    add(tr("&Copy"), QKeySequence::Copy, &ChatPane::copy);
    add(tr("Copy lin&k"), {}, &ChatPane::copyLink);
    add(tr("Show &history…"), Qt::Key_H, &ChatPane::showHistory);
    auto *undo = new QAction(tr("&Undo"), this);
    undo->setShortcut(QKeySequence::Undo);
    undo->setShortcutContext(Qt::WidgetShortcut);
    connect(undo, &QAction::triggered, this, &ChatPane::undo);
    m_view->addAction(undo);
}

const Message *ChatPane::chosen() const
{
    const QModelIndex index = m_view->currentIndex();
    if (!room() || !index.isValid())
        return nullptr;
    return m_rows->isWritten(index.row()) ? &m_rows->line(index.row()).message : nullptr;
}

bool ChatPane::mayWrite(const Message &message, bool isDeleting) const
{
    if (message.isDeleted || m_chat.mirror().link().state() != client::Link::State::Live)
        return false;
    return room()->isMine(message) || (isDeleting && m_chat.isOperator());
}

void ChatPane::reply()
{
    if (const Message *message = chosen(); message && !message->isDeleted) {
        setMode(Mode::Reply, message->id);
        takeFocus();
    }
}

void ChatPane::edit()
{
    const Message *message = chosen();
    if (message == nullptr || !mayWrite(*message, false))
        return;
    saveDraft();
    const QString text = message->message;
    setMode(Mode::Edit, message->id);
    m_composer->setText(text);
    takeFocus();
}

void ChatPane::editLast()
{
    if (!room())
        return;
    for (int row = room()->count() - 1; row >= 0; --row) {
        const Message &message = room()->line(row).message;
        if (!m_rows->isWritten(row) || !room()->isMine(message) || message.isDeleted)
            continue;
        m_view->setCurrentIndex(m_rows->index(row));
        edit();
        return;
    }
}

void ChatPane::sendEdit(const QString &text)
{
    client::ask(m_chat.mirror().link(), Edit{m_name, m_target, text}, this,
                [this](const core::Result<Message> &reply) {
                    if (!reply) {
                        fail(tr("The message stays as it was: %1").arg(reply.error().message));
                        return;
                    }
                    if (room())
                        room()->hear(Changed{Deed::Edited, reply.value()});
                });
    setMode(Mode::New);
}

void ChatPane::remove()
{
    const Message *message = chosen();
    if (message == nullptr || !mayWrite(*message, true))
        return;
    m_deletion->begin(*message);
}

void ChatPane::undo()
{
    if (!m_deletion->undo())
        m_desk->undo();
}

void ChatPane::copy()
{
    if (m_view->currentIndex().isValid())
        QGuiApplication::clipboard()->setText(m_rows->textOf(m_view->currentIndex().row()));
}

void ChatPane::copyLink()
{
    if (const Message *message = chosen())
        Q_EMIT linkWanted(
            {client::Place::Kind::Room, m_name, {}, message->id},
            tr("%1 in %2", "who wrote where").arg(m_rows->authorOf(*message), m_chat.titleOf(*room())));
}

void ChatPane::showHistory()
{
    if (const Message *message = chosen(); message && hasHistory(*message))
        (new TraceSheet(m_chat, *message, window()))->open();
}

bool ChatPane::hasHistory(const Message &message) const
{
    return message.editedAt && m_chat.isOperator() &&
           m_chat.mirror().link().state() == client::Link::State::Live;
}

void ChatPane::tellWritten(const QString &path) { tell(kit::Status::Ok, tr("Written to %1.").arg(path)); }

void ChatPane::react()
{
    const Message *message = chosen();
    if (message == nullptr || message->isDeleted)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Reactions"));
    for (const QString &sign : usualSigns())
        menu->addAction(sign, this, [this, id = message->id, sign] { toggle(id, sign); });
    menu->popup(m_view->viewport()->mapToGlobal(m_view->visualRect(m_view->currentIndex()).center()));
}

void ChatPane::stopAnswer()
{
    client::ask(m_chat.mirror().link(), assistant::StopAnswer{m_name}, this,
                [this](const core::Result<identity::Done> &reply) {
                    if (!reply)
                        fail(reply.error().message);
                });
}

void ChatPane::toggle(const QString &id, const QString &emoji)
{
    const int row = m_rows->rowOf(id);
    const auto &user = m_chat.mirror().user();
    if (row < 0 || !user)
        return;
    const QList<Reaction> &reactions = m_rows->line(row).message.reactions;
    const bool isOn = std::any_of(reactions.begin(), reactions.end(), [&](const Reaction &reaction) {
        return reaction.emoji == emoji && reaction.userIds.contains(user->id);
    });
    client::ask(m_chat.mirror().link(), React{m_name, id, emoji, !isOn}, this,
                [this, id](const core::Result<React::Reply> &reply) {
                    if (!reply)
                        fail(reply.error().message);
                    else if (room())
                        room()->hear(Reacted{m_name, id, reply->reactions});
                });
}

void ChatPane::showMenu(const QPoint &at)
{
    const QModelIndex under = m_view->indexAt(at);
    if (under.isValid())
        m_view->setCurrentIndex(under);
    const QModelIndex index = m_view->currentIndex();
    if (!room() || !index.isValid())
        return;
    const ChatLine line = m_rows->line(index.row());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (line.sending == ChatLine::Sending::Failed) {
        menu->addAction(tr("&Retry"), room(), [this, id = line.message.id] { room()->retry(id); });
        menu->addAction(tr("&Discard"), room(), [this, id = line.message.id] { room()->discard(id); });
        menu->addSeparator();
    }
    for (const Card &card : line.message.cards) {
        const CardFace face = m_cards.faceOf(card);
        for (const CardAct &act : face.acts) {
            menu->addAction(
                tr("%1: %2", "what is done, and with what").arg(act.text, face.title.simplified()), this,
                [this, card, deed = act.deed] { openCard(card, deed); });
        }
    }
    if (const auto place = placeOf(line))
        menu->addAction(tr("Open this &view"), this, [this, place] { Q_EMIT placeWanted(*place); });
    if (line.message.attachment && !line.message.attachment->shows.isEmpty()) {
        const auto show = [this, message = line.message](ValuesSheet::Then then) {
            showValues(message, then);
        };
        menu->addAction(tr("Show &values"), this, [show] { show(ValuesSheet::Then::Show); });
        menu->addAction(tr("Save values as &CSV…"), this, [show] { show(ValuesSheet::Then::Save); });
    }
    for (const client::PlaceInText &one : m_rows->placesIn(line.message.message)) {
        menu->addAction(tr("Open %1").arg(format::isolate(line.message.message.mid(one.at, one.length))),
                        this, [this, place = one.place] { Q_EMIT placeWanted(place); });
    }
    if (m_rows->mayStop(index.row()))
        menu->addAction(tr("&Stop the answer"), this, &ChatPane::stopAnswer);
    if (m_rows->isUndoable(index.row()) || m_rows->isLeaving(index.row()))
        menu->addAction(tr("&Undo"), this, &ChatPane::undo);
    for (const ProposedLine &proposed : m_rows->proposalsOf(line.message)) {
        menu->addAction(tr("Propose: %1", "what the assistant proposes").arg(m_rows->titleOf(proposed)), this,
                        [this, text = proposed.line] { m_desk->plan(text); });
    }
    static const QRegularExpression address(QStringLiteral("\\bhttps?://[^\\s<>\"]+"));
    const QRegularExpressionMatch found = address.match(line.message.message);
    if (found.hasMatch()) {
        menu->addAction(tr("Copy &address"), this,
                        [text = found.captured()] { QGuiApplication::clipboard()->setText(text); });
    }
    const Message *message = chosen();
    const bool isWhole = message != nullptr && !message->isDeleted;
    m_actions[0]->setEnabled(isWhole);
    m_actions[1]->setEnabled(isWhole);
    m_actions[2]->setEnabled(isWhole && mayWrite(*message, false));
    m_actions[3]->setEnabled(isWhole && mayWrite(*message, true));
    m_actions[5]->setEnabled(message != nullptr);
    m_actions[6]->setEnabled(message != nullptr && hasHistory(*message));
    menu->addActions(m_actions);
    // A shortcut must not stay disabled for another message: each deed looks for itself whether it may.
    connect(menu, &QObject::destroyed, this, [this] {
        for (QAction *action : std::as_const(m_actions))
            action->setEnabled(true);
    });
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

void ChatPane::showValues(const Message &message, ValuesSheet::Then then)
{
    const QString at = QLocale().toString(message.timestamp.toLocalTime(), QLocale::ShortFormat);
    auto *sheet = new ValuesSheet(
        m_chat.mirror().link(), *message.attachment,
        tr("as %1 sent them, %2").arg(format::isolate(m_rows->authorOf(message)), at), then, window());
    connect(sheet, &ValuesSheet::written, this, &ChatPane::tellWritten);
    sheet->open();
}

/// What the picture of a message was made of.
std::optional<client::Place> ChatPane::placeOf(const ChatLine &line) const
{
    return line.message.attachment ? m_pictures->placeOf(line.message.attachment->id) : std::nullopt;
}

void ChatPane::click(int row, const MessagePart &part)
{
    const ChatLine line = m_rows->line(row);
    switch (part.kind) {
    case MessagePart::Kind::Quote:
        showMessage(line.message.replyTo.value_or(QString()));
        return;
    case MessagePart::Kind::Card:
        openCard(line.message.cards[part.index], CardAct::Deed::Open);
        return;
    case MessagePart::Kind::CardAct: {
        const CardFace face = m_cards.faceOf(line.message.cards[part.index]);
        if (part.act < face.acts.size())
            openCard(line.message.cards[part.index], face.acts[part.act].deed);
        return;
    }
    case MessagePart::Kind::Place:
        Q_EMIT placeWanted(part.place);
        return;
    case MessagePart::Kind::Proposal:
        m_desk->plan(m_rows->proposalsOf(line.message).value(part.index).line);
        return;
    case MessagePart::Kind::Undo:
        m_desk->undo();
        return;
    case MessagePart::Kind::Stop:
        stopAnswer();
        return;
    case MessagePart::Kind::Reaction:
        toggle(line.message.id, line.message.reactions[part.index].emoji);
        return;
    case MessagePart::Kind::Retry:
        room()->retry(line.message.id);
        return;
    case MessagePart::Kind::Discard:
        room()->discard(line.message.id);
        return;
    case MessagePart::Kind::Picture:
        if (const auto place = placeOf(line))
            Q_EMIT placeWanted(*place);
        return;
    case MessagePart::Kind::More:
        return;
    }
}

void ChatPane::openCard(const Card &card, CardAct::Deed deed)
{
    if (deed == CardAct::Deed::Acknowledge) {
        client::ask(m_chat.mirror().link(), alerts::AcknowledgeAlerts{{card.id}, {}, {}}, this,
                    [this](const core::Result<alerts::AlertsChanged> &reply) {
                        if (reply)
                            m_cards.alerts().take(reply->alerts);
                        else
                            fail(tr("The alert was not acknowledged: %1").arg(reply.error().message));
                    });
        return;
    }
    if (deed == CardAct::Deed::Cancel) {
        m_cards.scans().cancel(card.id, this, [this](const core::Result<void> &done) {
            if (!done)
                fail(tr("The scan was not cancelled: %1").arg(done.error().message));
        });
        return;
    }
    switch (card.kind) {
    case CardKind::Device:
        Q_EMIT deviceWanted(card.id);
        return;
    case CardKind::Alert:
        Q_EMIT alertWanted(card.id);
        return;
    case CardKind::Scan:
        Q_EMIT scanWanted(card.id);
        return;
    case CardKind::Metric:
        Q_EMIT placeWanted({client::Place::Kind::Chart, card.id});
        return;
    }
}

void ChatPane::submit()
{
    const QString text = m_composer->text();
    if (!room() || !m_composer->isEnabled() || text.size() > longestMessage ||
        (text.trimmed().isEmpty() && !m_attachment))
        return;
    m_error->hide();
    if (m_mode == Mode::Edit) {
        sendEdit(text);
        return;
    }
    if (text.startsWith(QLatin1Char('/'))) {
        m_desk->plan(text);
        return;
    }
    const QString replyTo = m_mode == Mode::Reply ? m_target : QString();
    const auto attachment = std::exchange(m_attachment, std::nullopt);
    room()->send(text.trimmed().isEmpty() ? attachment->name : text, replyTo, m_composer->cards(),
                 attachment);
    m_composer->setText({});
    m_chat.setDraft(m_name, {});
    m_rows->setFirstUnread({}, 0); // who answers has read
    setMode(Mode::New);
    m_view->toEnd();
}

void ChatPane::showFault(const QString &text, const SlashFault &fault)
{
    fail(fault.message);
    if (m_composer->text() != text)
        return; // it was a proposal, or another text stands there by now
    QTextCursor cursor = m_composer->textCursor();
    const int end = int(text.size());
    cursor.setPosition(std::clamp(fault.start, 0, end));
    cursor.setPosition(std::clamp(fault.start + fault.length, 0, end), QTextCursor::KeepAnchor);
    m_composer->setTextCursor(cursor);
}

} // namespace chat
