// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/localsession.h"

namespace engine {

LocalSession::LocalSession(Reception &reception, Delivery delivery, QObject *parent)
    : Session(reception.sessions.nextId(), parent), m_reception(reception), m_delivery(std::move(delivery))
{
    signIn(core::localAdministrator());
    m_reception.sessions.add(this);
}

QFuture<core::Reply> LocalSession::ask(const QString &command, const QJsonObject &params)
{
    m_reception.sessions.handOut();
    return m_reception.dispatcher.dispatch({command, params, principal(), id(), {}});
}

Session::Reach LocalSession::reach() const { return {{}, QStringLiteral("local"), {}, 0}; }

void LocalSession::end(transport::CloseCode, const QString &)
{
    tellEnded();
    deleteLater();
}

void LocalSession::deliver(std::span<const Fact *const> facts)
{
    for (const Fact *fact : facts)
        m_delivery(fact->event);
}

} // namespace engine
