// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/chat.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QListWidget;

namespace kit {
class Banner;
class Label;
class PrimaryButton;
class Segmented;
} // namespace kit

namespace chat {

/// Makes a room, or opens the one two people have to themselves.
class RoomSheet final : public QDialog
{
    Q_OBJECT
public:
    RoomSheet(client::Chat &chat, QWidget *parent = nullptr);

Q_SIGNALS:
    /// It is there.
    void made(const QString &room);

private:
    void setPart(int part);
    void submit();
    void take(const core::Result<Room> &reply);
    void fillPeople();
    [[nodiscard]] QStringList chosen() const;

    client::Chat &m_chat;
    kit::Segmented *m_parts;
    kit::Banner *m_error;
    QWidget *m_form;
    QLineEdit *m_name;
    QLineEdit *m_topic;
    QCheckBox *m_private;
    kit::Label *m_hint;
    QListWidget *m_people;
    kit::PrimaryButton *m_submit;
};

} // namespace chat
