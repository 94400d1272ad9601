// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/messagerows.h"

#include <QPointer>

namespace kit {
class Toast;
class ToastArea;
} // namespace kit

namespace chat {

/// A message that somebody deletes: gone from sight at once, and for everybody only once it can no longer be
/// taken back, as the server gives nothing back.
class Deletion final : public QObject
{
    Q_OBJECT
public:
    Deletion(client::Chat &chat, MessageRows &rows, kit::ToastArea &toasts, QObject *parent = nullptr);

    void begin(const Message &message);
    /// Takes it back; false: there is nothing to take back.
    bool undo();
    /// What waits is done now.
    void settle();

Q_SIGNALS:
    void undone();
    void failed(const QString &why);

private:
    void end();

    client::Chat &m_chat;
    MessageRows &m_rows;
    kit::ToastArea &m_toasts;
    QPointer<kit::Toast> m_toast;
    std::optional<Delete> m_waiting;
};

} // namespace chat
