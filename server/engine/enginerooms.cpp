// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/identity.h"
#include "catalog/metrics.h"
#include "domain/assistant/service.h"
#include "domain/identity/service.h"
#include "domain/metrics/service.h"
#include "domain/network/known.h"
#include "engine/alertapi.h"
#include "engine/alerting.h"
#include "engine/answering.h"
#include "engine/assisting.h"
#include "engine/authapi.h"
#include "engine/chatting.h"
#include "engine/clientcommands.h"
#include "engine/clientele.h"
#include "engine/company.h"
#include "engine/docs.h"
#include "engine/doors.h"
#include "engine/engine.h"
#include "engine/eventapi.h"
#include "engine/identitycommands.h"
#include "engine/instances.h"
#include "engine/metricsapi.h"
#include "engine/missingrooms.h"
#include "engine/networking.h"
#include "engine/renderer.h"
#include "engine/sampletap.h"
#include "engine/sessioncommands.h"
#include "engine/statusapi.h"
#include "store/store.h"

#include <QHostInfo>

namespace engine {

void Engine::compose()
{
    const QString host = QHostInfo::localHostName();
    m_bus = std::make_unique<EventBus>(m_catalog, m_clock, m_entropy.token(6), host);
    m_bus->listen([this](const core::Event &event, const core::EventSpec &spec) {
        m_keeping.reset();
        if (spec.retention.count() > 0)
            m_keeping = m_store->journal().append(event);
    });
    m_sessions = std::make_unique<Sessions>(*m_bus, m_catalog, m_clock);
    identity::Options identityOptions;
    identityOptions.keyFile = m_options.dataDirectory + QStringLiteral("/token.key");
    identityOptions.auditKeyFile = m_options.dataDirectory + QStringLiteral("/audit.key");
    identityOptions.vaultKeyFile = m_options.vaultKeyFile.isEmpty()
                                       ? m_options.dataDirectory + QStringLiteral("/vault.key")
                                       : m_options.vaultKeyFile;
    identityOptions.setupTokenFile = m_options.dataDirectory + QStringLiteral("/setup-token");
    m_identity = std::make_unique<identity::Service>(m_store->accounts(), m_store->audit(), *m_bus, m_clock,
                                                     m_entropy, identityOptions);
    connect(m_identity.get(), &identity::Service::accountRevoked, m_sessions.get(), &Sessions::revoke);
    connect(m_identity.get(), &identity::Service::tokenRevoked, m_sessions.get(), &Sessions::revokeToken);
    m_company = std::make_unique<Company>(
        Company::Surroundings{*m_store, *m_sessions, *m_bus, m_catalog, *m_identity, m_clock, m_entropy});
    m_samples = std::make_unique<SampleTap>(m_store->samples());
    m_networking = std::make_unique<Networking>(
        Networking::Surroundings{*m_store, *m_samples, *m_bus, *m_identity, m_company->departments(),
                                 m_company->registry(), m_clock, m_entropy, host, m_options.scanHelper});
    m_alerting = std::make_unique<Alerting>(
        Alerting::Surroundings{*m_store, *m_samples, *m_bus, *m_identity, *m_networking, m_company->notices(),
                               m_company->chatting(), m_clock, m_entropy, host});
    m_company->chatting().setAlerts(
        [this](const QString &id, const core::Principal &caller) { return m_alerting->factsOf(id, caller); });
    m_company->chatting().setDevices([this](const QString &said, const core::Principal &caller) {
        QList<chat::DeviceFacts> found;
        const QStringList ids = m_networking->called(said, caller);
        for (const QString &id : ids)
            found << chat::DeviceFacts{id, m_networking->device(id)->entry.name};
        return found;
    });
    metrics::Options metricsOptions;
    metricsOptions.isRecording = m_options.isRecording;
    m_metrics = std::make_unique<metrics::Service>(*m_bus, *m_samples, m_clock, metricsOptions);
    m_metrics->setOtherSources([this](const QString &device, const core::Principal &caller) {
        return m_networking->spacingOf(device, caller);
    });
    m_assisting = std::make_unique<Assisting>(
        Assisting::Surroundings{*m_store, *m_identity, m_dispatcher, m_catalog, m_clock, m_entropy});
    letAnswer(m_assisting->service(), m_company->chatting().service());
    offerQuestions(m_company->chatting().slash(), m_assisting->service().setup());
    m_reception = std::make_unique<Reception>(
        Reception{m_clock, m_entropy, *m_bus, m_dispatcher, *m_sessions,
                  [this](const QString &token) { return m_identity->verify(token); }, m_options.version});
    m_reception->guests = m_options.guests;
    m_clientele =
        std::make_unique<Clientele>(*m_bus, *m_sessions, m_clock, m_store->clients(), m_store->journal(),
                                    m_voices.threatLens(), m_options.listener.maxConnections);
    m_reception->clientele = m_clientele.get();
    if (m_options.recoveryTime.count() > 0) {
        m_recovery =
            std::make_unique<transport::SocketIoRecovery>(m_clock, m_entropy, m_options.recoveryTime);
        m_reception->recovery = m_recovery.get();
    }
    m_authApi = std::make_unique<AuthApi>(*m_identity);
    composeIntake();
    m_metricsApi = std::make_unique<MetricsApi>(*m_reception, [this](Exposition &page) { furnish(page); });
    HttpPaths paths;
    AuthApi::describe(paths);
    EventApi::describe(paths);
    AlertApi::describe(paths);
    MetricsApi::describe(paths);
    StatusApi::describe(paths);
    Doors::describe(paths);
    m_docs = std::make_unique<Docs>(m_voices, m_catalog, m_options.version, std::move(paths));
    m_statusApi = std::make_unique<StatusApi>(
        *m_reception, [this](const core::Principal &caller) { return status(caller); });
    registerCommands();
    m_bus->react(this, QString::fromLatin1(identity::AccountChanged::topic), [this](const core::Event &) {
        // The answer that tells of the first administrator leaves by a door that is about to close.
        m_opening = m_clock.after(std::chrono::seconds(1), [this] { openWaitingDoors(); });
    });
}

void Engine::composeIntake()
{
    const auto obstacle = [this]() -> std::optional<core::Error> {
        if (m_store->state() != store::State::Full && m_store->state() != store::State::Failed)
            return std::nullopt;
        return core::Error{core::ErrorCode::Unavailable, m_store->stateText()};
    };
    Intake::Surroundings around;
    around.obstacle = obstacle;
    around.keeping = [this] { return std::exchange(m_keeping, std::nullopt); };
    around.spoofed = [this](const Publishing &by, const QString &claimed) {
        m_identity->audit().noteStranger({QStringLiteral("identity_claimed"), by.caller.name, by.caller.id,
                                          claimed.left(128), by.address, QStringLiteral("refused"),
                                          QString::fromLatin1(events::Publish::name)});
    };
    m_intake = std::make_unique<Intake>(m_catalog, *m_bus, m_clock, std::move(around));
    m_eventApi = std::make_unique<EventApi>(*m_intake, m_reception->verify, m_clock);
    m_alertApi = std::make_unique<AlertApi>(AlertApi::Surroundings{
        m_clock, m_reception->verify,
        [this](const QList<alerts::Condition> &conditions) { return m_alerting->take(conditions); },
        [this] {
            return [instances = Instances(*m_networking)](const QString &instance) {
                return instances.deviceOf(instance);
            };
        },
        obstacle});
}

void Engine::registerCommands()
{
    m_sessionCommands = std::make_unique<SessionCommands>(
        *m_reception, [this](const core::Command &command) { return m_identity->whoami(command); },
        [this](const core::Principal &caller) { return status(caller); });
    m_sessionCommands->registerAt(m_dispatcher);
    m_clientCommands = std::make_unique<ClientCommands>(
        *m_sessions, [this](const QFuture<core::Reply> &work, const identity::Deed &deed) {
            return m_identity->audit().follow(work, deed);
        });
    m_clientCommands->registerAt(m_dispatcher);
    m_renderer = std::make_unique<Renderer>(m_voices, m_catalog, m_clock);
    m_renderer->registerAt(m_dispatcher);
    m_dispatcher.handle(events::Publish::name, *m_intake, &Intake::publish);
    m_dispatcher.handle(metrics::Current::name, *m_metrics, &metrics::Service::current);
    m_dispatcher.handle(metrics::History::name, *m_metrics, &metrics::Service::history);
    m_dispatcher.handle(metrics::Series::name, *m_metrics, &metrics::Service::series);
    registerIdentity(m_dispatcher, *m_identity);
    m_company->registerAt(m_dispatcher);
    m_networking->registerAt(m_dispatcher);
    m_alerting->registerAt(m_dispatcher);
    m_assisting->registerAt(m_dispatcher);
    answerForMissingRooms(m_dispatcher);
}

} // namespace engine
