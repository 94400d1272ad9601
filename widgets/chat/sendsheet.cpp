// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/sendsheet.h"

#include "chat/picturebook.h"
#include "kit/banner.h"
#include "kit/button.h"
#include "kit/format.h"
#include "kit/label.h"
#include "kit/tokens.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace chat {

namespace {
namespace tokens = kit::tokens;
constexpr int sendSheetWidth = 440;
constexpr int roomsHeight = 160;
constexpr int previewHeight = 120;
} // namespace

SendSheet::SendSheet(client::Chat &chat, const QImage &picture, const Origin &origin, const QString &title,
                     const QString &room, QWidget *parent)
    : QDialog(parent), m_chat(chat),
      m_attachment(PictureBook::pack(picture, origin, title.left(longestRoomName))), m_rooms(new QListWidget),
      m_text(new QLineEdit), m_submit(new kit::PrimaryButton(tr("&Send")))
{
    setWindowTitle(tr("Send to chat"));
    setMinimumWidth(sendSheetWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::Space6, tokens::Space6, tokens::Space6, tokens::Space4);
    column->setSpacing(tokens::Space3);
    column->addWidget(new kit::Label(tr("Send %1 to chat").arg(kit::format::isolate(title.simplified())),
                                     kit::TextRole::PageTitle));
    auto *preview = new QLabel;
    preview->setAlignment(Qt::AlignCenter);
    preview->setPixmap(QPixmap::fromImage(picture.scaled({sendSheetWidth - 2 * tokens::Space6, previewHeight},
                                                         Qt::KeepAspectRatio, Qt::SmoothTransformation)));
    preview->setAccessibleName(tr("The picture that is sent"));
    column->addWidget(preview);
    auto *error = new kit::Banner(
        kit::Status::High, m_attachment
                               ? tr("There is no room to send it to.")
                               : tr("The picture is too large to be sent. Choose a smaller part of it."));
    error->setClosable(false);
    column->addWidget(error);
    m_rooms->setAccessibleName(tr("Rooms"));
    m_rooms->setFixedHeight(roomsHeight);
    column->addWidget(m_rooms);
    m_text->setPlaceholderText(tr("What you say of it"));
    m_text->setAccessibleName(tr("Message"));
    m_text->setMaxLength(longestMessage);
    m_text->installEventFilter(this);
    column->addWidget(m_text);
    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("&Cancel"));
    cancel->setAutoDefault(false);
    m_submit->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_submit);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_submit, &QPushButton::clicked, this, &SendSheet::submit);
    connect(m_rooms, &QListWidget::itemActivated, this, &SendSheet::submit);
    fillRooms(room);
    const bool canSend = m_attachment && m_rooms->count() > 0;
    error->setVisible(!canSend);
    m_submit->setEnabled(canSend);
    m_text->setFocus(Qt::OtherFocusReason);
}

void SendSheet::fillRooms(const QString &room)
{
    // Where people are who chose none.
    const QString usual = room.isEmpty() ? QStringLiteral("general_chat") : room;
    for (const client::ChatRoom *one : m_chat.rooms()) {
        if (one->room().isArchived)
            continue;
        auto *item = new QListWidgetItem(m_chat.titleOf(*one).simplified(), m_rooms);
        item->setData(Qt::UserRole, one->name());
        if (one->name() == usual)
            m_rooms->setCurrentItem(item);
    }
    if (!m_rooms->currentItem())
        m_rooms->setCurrentRow(0);
}

/// The arrows choose the room while one writes.
bool SendSheet::eventFilter(QObject *watched, QEvent *event)
{
    const int key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event)->key() : 0;
    if (watched != m_text || (key != Qt::Key_Up && key != Qt::Key_Down))
        return QDialog::eventFilter(watched, event);
    const int row = m_rooms->currentRow() + (key == Qt::Key_Down ? 1 : -1);
    m_rooms->setCurrentRow(std::clamp(row, 0, std::max(0, m_rooms->count() - 1)));
    return true;
}

void SendSheet::submit()
{
    const QListWidgetItem *item = m_rooms->currentItem();
    client::ChatRoom *room = item ? m_chat.find(item->data(Qt::UserRole).toString()) : nullptr;
    if (room == nullptr || !m_attachment)
        return;
    const QString text = m_text->text().trimmed();
    room->send(text.isEmpty() ? m_attachment->name : text, {}, {}, m_attachment);
    accept();
    Q_EMIT sent(room->name());
}

} // namespace chat
