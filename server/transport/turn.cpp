// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/turn.h"

#include <QCoreApplication>
#include <QEvent>

namespace transport {

Sender::~Sender()
{
    if (!m_turn)
        return;
    for (auto *list : {&m_turn->m_waiting, &m_turn->m_sending}) {
        if (m_place < list->size() && (*list)[m_place] == this)
            (*list)[m_place] = nullptr;
    }
}

Turn::~Turn()
{
    for (const auto *list : {&m_waiting, &m_sending}) {
        for (Sender *sender : *list) {
            if (sender)
                sender->m_turn = nullptr;
        }
    }
}

void Turn::add(Sender *sender)
{
    if (sender->m_turn)
        return;
    if (m_waiting.empty()) // low priority: after all else that was posted in this turn
        QCoreApplication::postEvent(this, new QEvent(QEvent::User), Qt::LowEventPriority);
    sender->m_turn = this;
    sender->m_place = m_waiting.size();
    m_waiting.push_back(sender);
}

bool Turn::event(QEvent *event)
{
    if (event->type() != QEvent::User)
        return QObject::event(event);
    if (!m_sending.empty()) { // a nested event loop: the outer call goes on first
        m_isRepeated = true;
        return true;
    }
    m_sending.swap(m_waiting);
    // While others send, senders may be destroyed (which empties their place) and may queue again.
    for (Sender *&place : m_sending) {
        if (Sender *sender = std::exchange(place, nullptr)) {
            sender->m_turn = nullptr;
            sender->sendNow();
        }
    }
    m_sending.clear();
    if (std::exchange(m_isRepeated, false))
        QCoreApplication::postEvent(this, new QEvent(QEvent::User), Qt::LowEventPriority);
    return true;
}

} // namespace transport
