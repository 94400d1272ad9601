// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/sheet.h"
#include "client/chat.h"

class QComboBox;
class QDateTimeEdit;

namespace kit {
class Label;
} // namespace kit

namespace chat {

/// Writes what was said in a room into a file: which time, and in which format.
class ExportSheet final : public Sheet
{
    Q_OBJECT
public:
    ExportSheet(client::Chat &chat, const client::ChatRoom &room, QWidget *parent);

Q_SIGNALS:
    /// It is in that file; all of it that was wanted.
    void written(const QString &path);

private:
    void buildForm();
    void setPeriod();
    void ask();
    void askWhere(const ExportLog::Reply &reply);
    void write(const QString &path, const ExportLog::Reply &reply);

    client::Chat &m_chat;
    QString m_room;
    QComboBox *m_period;
    QDateTimeEdit *m_from;
    QDateTimeEdit *m_to;
    QComboBox *m_format;
    kit::Label *m_said;
};

} // namespace chat
