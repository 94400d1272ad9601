// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/turn.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

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
    if (m_waiting.empty())
        QCoreApplication::postEvent(this, new QEvent(QEvent::User), priority);
    sender->m_turn = this;
    sender->m_place = m_waiting.size();
    m_waiting.push_back(sender);
}

void Turn::sendNow(Sender *sender)
{
    if (sender->m_turn != this)
        return;
    for (auto *list : {&m_waiting, &m_sending}) {
        if (sender->m_place < list->size() && (*list)[sender->m_place] == sender)
            (*list)[sender->m_place] = nullptr;
    }
    sender->m_turn = nullptr;
    sender->sendNow();
}

void Turn::join(QByteArray &pending, std::span<const QByteArray *const> next)
{
    if (isSame(pending, m_before) &&
        std::equal(next.begin(), next.end(), m_next.begin(), m_next.end(),
                   [](const QByteArray *a, const QByteArray &b) { return isSame(*a, b); })) {
        pending = m_joined;
        return;
    }
    if (isSame(pending, m_joined)) // let go of, so that it shows whether anybody else has it
        forgetJoined();
    qsizetype size = pending.size();
    for (const QByteArray *each : next)
        size += each->size();
    const bool isShared = pending.isEmpty() || !pending.isDetached();
    QByteArray joined;
    if (isShared) {
        m_before = pending;
        m_next.clear();
        for (const QByteArray *each : next)
            m_next.push_back(*each);
        joined.reserve(size);
        joined.append(pending);
    } else { // nobody else has the same: room to grow pays
        joined = std::move(pending);
    }
    for (const QByteArray *each : next)
        joined.append(*each);
    if (isShared)
        m_joined = joined;
    pending = std::move(joined);
}

void Turn::forgetJoined()
{
    m_before.clear();
    m_next.clear();
    m_joined.clear();
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
    forgetJoined();
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
        QCoreApplication::postEvent(this, new QEvent(QEvent::User), priority);
    return true;
}

} // namespace transport
