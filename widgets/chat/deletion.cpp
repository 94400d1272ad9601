// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/deletion.h"

#include "client/ask.h"
#include "kit/toast.h"

namespace chat {

Deletion::Deletion(client::Chat &chat, MessageRows &rows, kit::ToastArea &toasts, QObject *parent)
    : QObject(parent), m_chat(chat), m_rows(rows), m_toasts(toasts)
{
}

void Deletion::begin(const Message &message)
{
    settle();
    m_waiting = Delete{message.roomName, message.id};
    m_rows.setLeaving(message.id);
    m_toast = m_toasts.say(tr("The message is deleted."), tr("Undo"));
    connect(m_toast, &kit::Toast::actionTriggered, this, &Deletion::undo);
    connect(m_toast, &kit::Toast::gone, this, [this, toast = m_toast] {
        if (toast == m_toast)
            settle();
    });
}

bool Deletion::undo()
{
    if (!m_waiting)
        return false;
    m_waiting.reset();
    m_rows.setLeaving({});
    end();
    Q_EMIT undone();
    return true;
}

void Deletion::settle()
{
    if (!m_waiting)
        return;
    const Delete asked = *std::exchange(m_waiting, std::nullopt);
    client::ask(m_chat.mirror().link(), asked, this, [this, asked](const core::Result<Message> &reply) {
        client::ChatRoom *room = m_chat.find(asked.roomName);
        if (!reply)
            Q_EMIT failed(tr("The message was not deleted: %1").arg(reply.error().message));
        else if (room)
            room->hear(Changed{Deed::Deleted, reply.value()});
        if (!m_waiting)
            m_rows.setLeaving({});
    });
    end();
}

void Deletion::end()
{
    if (kit::Toast *toast = std::exchange(m_toast, nullptr))
        Q_EMIT toast->gone();
}

} // namespace chat
