// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/clientlist.h"

#include "client/ask.h"

#include <algorithm>

namespace client {

namespace {
constexpr std::chrono::seconds listPollTime{2};
} // namespace

ClientList::ClientList(Mirror &mirror, core::Clock &clock, QObject *parent)
    : QObject(parent), m_mirror(mirror), m_clock(clock)
{
    const auto refreshWatched = [this] {
        if (m_poll)
            refresh();
    };
    connect(&m_mirror, &Mirror::userChanged, this, refreshWatched);
    connect(&m_mirror.link(), &Link::stateChanged, this, refreshWatched);
}

const session::Client *ClientList::find(qint64 id) const
{
    const auto found = std::find_if(m_clients.begin(), m_clients.end(),
                                    [id](const session::Client &client) { return client.id == id; });
    return found == m_clients.end() ? nullptr : &*found;
}

void ClientList::setWatched(bool watched)
{
    if (watched == bool(m_poll))
        return;
    m_poll = watched ? m_clock.every(listPollTime, [this] { refresh(); }) : nullptr;
    if (watched)
        refresh();
}

void ClientList::refresh()
{
    if (m_mirror.link().state() != Link::State::Live) {
        become(m_state, m_mirror.link().stateText());
        return;
    }
    const auto &user = m_mirror.user();
    if (!user) // whom we are is on its way
        return;
    if (user->role != core::roleWord(core::Role::Admin)) {
        m_clients.clear();
        become(State::Forbidden, {});
        return;
    }
    if (m_isAsking)
        return;
    m_isAsking = true;
    ask(m_mirror.link(), session::ListClients{}, this,
        [this](const core::Result<session::ListClients::Reply> &reply) {
            m_isAsking = false;
            take(reply);
        });
}

void ClientList::take(const core::Result<session::ListClients::Reply> &reply)
{
    if (!reply) {
        const bool isForbidden = reply.error().code == core::ErrorCode::Forbidden;
        if (isForbidden)
            m_clients.clear();
        become(isForbidden ? State::Forbidden : m_state, isForbidden ? QString() : reply.error().message);
        return;
    }
    m_clients = reply->clients;
    m_total = reply->total;
    m_asOf = m_mirror.serverNow();
    become(State::Known, {});
}

void ClientList::become(State state, const QString &trouble)
{
    m_state = state;
    m_trouble = trouble;
    Q_EMIT changed();
}

void ClientList::close(qint64 id, const QString &reason, QObject *context, const Done &done)
{
    ask(m_mirror.link(), session::CloseClient{id, reason}, context,
        [self = QPointer<ClientList>(this), done](const core::Result<identity::Done> &reply) {
            if (self && self->m_poll)
                self->refresh();
            done(reply ? core::Result<void>() : core::Result<void>(reply.error()));
        });
}

} // namespace client
