// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log.h"
#include "domain/identity/service.h"
#include "engine/alertapi.h"
#include "engine/authapi.h"
#include "engine/docs.h"
#include "engine/doors.h"
#include "engine/engine.h"
#include "engine/eventapi.h"
#include "engine/metricsapi.h"
#include "engine/statusapi.h"
#include "transport/census.h"
#include "transport/localdoor.h"

#include <algorithm>

namespace engine {

std::optional<StartFailure> Engine::openDoors()
{
    for (const ListenAddress &address : std::as_const(m_options.listen)) {
        if (!address.isLoopback() && !m_identity->hasAdministrator()) {
            m_waiting << address;
        } else if (auto failure = openDoor(address)) {
            return failure;
        }
    }
    return openStandIns();
}

std::optional<StartFailure> Engine::openStandIns()
{
    for (const ListenAddress &address : std::as_const(m_waiting)) {
        const auto isServed = [&](const auto &listener) { return listener->port() == address.port; };
        if (std::any_of(m_listeners.begin(), m_listeners.end(), isServed) ||
            std::any_of(m_standIns.begin(), m_standIns.end(), isServed))
            continue;
        auto standIn = listenerFor(address.dialect);
        const core::Result<void> listening = standIn->listen(QStringLiteral("localhost"), address.port);
        if (!listening)
            return StartFailure{StartFailure::Kind::CannotListen, listening.error().message};
        m_standIns.push_back(std::move(standIn));
    }
    return std::nullopt;
}

void Engine::openWaitingDoors()
{
    if (m_waiting.isEmpty() || !m_identity->hasAdministrator() || m_isStopped)
        return;
    const QList<ListenAddress> waiting = std::exchange(m_waiting, {});
    // Closed, not destroyed: an answer may still be on its way to a client of theirs.
    for (const auto &standIn : m_standIns)
        standIn->close();
    for (const ListenAddress &address : waiting) {
        if (auto failure = openDoor(address)) {
            qCWarning(logEngine).noquote() << failure->sentence;
            m_waiting << address;
        }
    }
    if (auto failure = openStandIns())
        qCWarning(logEngine).noquote() << failure->sentence;
    Q_EMIT doorsChanged();
}

std::optional<StartFailure> Engine::openDoor(const ListenAddress &address)
{
    auto listener = listenerFor(address.dialect);
    const core::Result<void> listening = listener->listen(address.address, address.port);
    if (!listening)
        return StartFailure{StartFailure::Kind::CannotListen, listening.error().message};
    m_listeners.push_back(std::move(listener));
    return std::nullopt;
}

void Engine::registerAt(transport::Router &router, const QString &dialect)
{
    m_authApi->registerAt(router);
    m_eventApi->registerAt(router);
    m_alertApi->registerAt(router);
    m_metricsApi->registerAt(router);
    m_statusApi->registerAt(router);
    m_docs->registerAt(router);
    Doors(*m_reception, m_voices, m_speakers).registerAt(router, dialect);
}

std::unique_ptr<transport::Listener> Engine::listenerFor(const QString &dialect)
{
    auto router = std::make_shared<transport::Router>();
    registerAt(*router, dialect);
    transport::ListenerOptions options = m_options.listener;
    options.census = m_census;
    options.isPrivileged = [this](const transport::Handshake &handshake) {
        const core::Result<core::Principal> caller = m_identity->verify(AuthApi::credential(handshake));
        return caller && caller->may(core::roles::admins);
    };
    options.turnedAway = [this] { ++m_reception->tally.turnedAway; };
    options.originRejected = [this](const transport::Handshake &handshake) {
        ++m_reception->tally.foreignOrigins;
        m_identity->audit().noteStranger({QStringLiteral("origin_rejected"),
                                          {},
                                          {},
                                          QString::fromUtf8(handshake.path),
                                          handshake.peer.toString(),
                                          QStringLiteral("refused"),
                                          QString::fromUtf8(handshake.header(QByteArrayLiteral("origin")))});
    };
    return std::make_unique<transport::Listener>(std::move(router), std::move(options), m_clock, m_entropy);
}

void Engine::openLocalDoor()
{
    m_localDoor = std::make_unique<transport::LocalDoor>([this](transport::Channel *channel) {
        Doors(*m_reception, m_voices, m_speakers).openLocal(*channel);
    });
    const core::Result<void> open =
        m_localDoor->listen(m_options.dataDirectory + QStringLiteral("/control.sock"));
    if (!open)
        qCWarning(logEngine).noquote() << "`belfry user` will not reach this server:" << open.error().message;
}

QStringList Engine::urls() const
{
    QStringList all;
    for (const transport::Listener *listener : openListeners())
        all << listener->urls();
    return all;
}

std::vector<transport::Listener *> Engine::openListeners() const
{
    std::vector<transport::Listener *> open;
    for (const auto &listener : m_listeners)
        open.push_back(listener.get());
    if (!m_waiting.isEmpty()) {
        for (const auto &standIn : m_standIns)
            open.push_back(standIn.get());
    }
    return open;
}

} // namespace engine
