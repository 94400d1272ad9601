// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/turn.h"

#include <QCoreApplication>
#include <QEvent>

namespace transport {

namespace {
bool isSame(const QByteArray &a, const QByteArray &b)
{
    return a.constData() == b.constData() && a.size() == b.size();
}
} // namespace

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

void Turn::join(QByteArray &pending, const QByteArray &next)
{
    if (isSame(pending, m_before) && isSame(next, m_next)) {
        pending = m_joined;
        return;
    }
    if (isSame(pending, m_joined)) { // let go of, so that it shows whether anybody else has it
        m_before.clear();
        m_next.clear();
        m_joined.clear();
    }
    if (pending.isDetached()) { // nobody else has the same: room to grow pays
        pending += next;
        return;
    }
    m_before = pending;
    m_next = next;
    QByteArray joined;
    joined.reserve(pending.size() + next.size());
    joined.append(pending).append(next);
    m_joined = joined;
    pending = joined;
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
    m_before.clear();
    m_next.clear();
    m_joined.clear();
    // While others send, senders may be destroyed (which empties their place) and may queue again.
    for (size_t i = 0; i < m_sending.size(); ++i) {
        Sender *&place = m_sending[i];
        if (i + 1 < m_sending.size() && m_sending[i + 1]) // among thousands nobody is in the cache any more
            __builtin_prefetch(m_sending[i + 1]);
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
