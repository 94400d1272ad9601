// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/picturebook.h"
#include "client/chat.h"

#include <QDialog>

class QImage;
class QLineEdit;
class QListWidget;

namespace kit {
class Banner;
class PrimaryButton;
} // namespace kit

namespace chat {

/// Sends a picture, and what it was made of, into a room with a line of text.
class SendSheet final : public QDialog
{
    Q_OBJECT
public:
    /// `room` is chosen to begin with, where there is such a one.
    SendSheet(client::Chat &chat, const QImage &picture, const Origin &origin, const QString &title,
              const QString &room, QWidget *parent = nullptr);

Q_SIGNALS:
    void sent(const QString &room);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fillRooms(const QString &room);
    void submit();

    client::Chat &m_chat;
    std::optional<NewAttachment> m_attachment;
    QListWidget *m_rooms;
    QLineEdit *m_text;
    kit::PrimaryButton *m_submit;
};

} // namespace chat
