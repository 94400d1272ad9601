// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/session.h"
#include "engine/engineoptions.h"
#include "engine/localsession.h"
#include "engine/reception.h"
#include "engine/voices.h"

#include <optional>

namespace identity {
class Service;
}
namespace metrics {
class Service;
}
namespace store {
class Store;
}
namespace transport {
class LocalDoor;
}

namespace engine {

class Alerting;
class Assisting;
class AuthApi;
class ClientCommands;
class Docs;
class AlertApi;
class EventApi;
class Exposition;
class Intake;
class MetricsApi;
class Networking;
class Renderer;
class SampleTap;
class Clientele;
class Company;
class SessionCommands;
class StatusApi;

/// The server: composes the rooms, opens the doors, and closes everything in order. Lives on one thread.
class Engine : public QObject
{
    Q_OBJECT
public:
    Engine(EngineOptions options, core::Clock &clock, core::Entropy &entropy);
    ~Engine() override;

    /// `started` or `failed` follows.
    void start();
    /// Sessions (1001), services, store: in this order, within 5 s.
    void stop();

    /// Where it listens, as URLs.
    [[nodiscard]] QStringList urls() const;
    /// SHA-256 of the certificate shown to those who connect, as "3A:91:…".
    [[nodiscard]] QString fingerprint() const;
    /// The one-time token that makes the first administrator, while there is none.
    [[nodiscard]] std::optional<QString> setupToken() const;
    [[nodiscard]] QDateTime setupTokenExpiry() const;
    /// What a person must be told about the start (a restored database, a door that waits); empty: nothing.
    [[nodiscard]] QString note() const;
    [[nodiscard]] Reception &reception() { return *m_reception; }
    [[nodiscard]] Dispatcher &dispatcher() { return m_dispatcher; }
    [[nodiscard]] EventBus &bus() { return *m_bus; }
    /// Everything it serves; `dialect` narrows the Socket.IO namespace "/". Not before it has started.
    void registerAt(transport::Router &router, const QString &dialect);

Q_SIGNALS:
    void started();
    void failed(const engine::StartFailure &failure);
    /// A new address is served.
    void doorsChanged();
    /// Newcomers are shown another certificate.
    void certificateChanged();

private:
    [[nodiscard]] std::optional<StartFailure> openStore();
    [[nodiscard]] std::optional<StartFailure> openCertificate();
    void compose();
    /// What the rooms remember.
    QFuture<core::Result<void>> loadRooms();
    /// Everything is known that was kept: sources and doors open.
    void openHouse();
    void composeIntake();
    void furnish(Exposition &page) const;
    void registerCommands();
    [[nodiscard]] std::optional<StartFailure> openDoors();
    [[nodiscard]] std::optional<StartFailure> openDoor(const ListenAddress &address);
    void openWaitingDoors();
    /// This machine is served on the ports of the doors that wait.
    [[nodiscard]] std::optional<StartFailure> openStandIns();
    [[nodiscard]] std::unique_ptr<transport::Listener> listenerFor(const QString &dialect);
    [[nodiscard]] std::vector<transport::Listener *> openListeners() const;
    void openLocalDoor();
    void watchDemand();
    void announceStorage();
    void tellHealth();
    void say(const session::StorageChanged &fact, core::Roles hearers);
    [[nodiscard]] session::ServerStatus::Reply status(const core::Principal &caller) const;

    EngineOptions m_options;
    core::Clock &m_clock;
    core::Entropy &m_entropy;
    const core::Catalog m_catalog;
    const Voices m_voices;
    const QDateTime m_startedAt;
    Dispatcher m_dispatcher;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<EventBus> m_bus;
    std::unique_ptr<Sessions> m_sessions;
    std::unique_ptr<identity::Service> m_identity;
    std::unique_ptr<Company> m_company;
    std::unique_ptr<SampleTap> m_samples;
    std::unique_ptr<Networking> m_networking;
    std::unique_ptr<Alerting> m_alerting;
    std::unique_ptr<metrics::Service> m_metrics;
    std::unique_ptr<Assisting> m_assisting;
    std::unique_ptr<transport::SocketIoRecovery> m_recovery;
    std::unique_ptr<Clientele> m_clientele;
    std::unique_ptr<Reception> m_reception;
    std::unique_ptr<SessionCommands> m_sessionCommands;
    std::unique_ptr<ClientCommands> m_clientCommands;
    std::unique_ptr<Renderer> m_renderer;
    std::unique_ptr<AuthApi> m_authApi;
    std::unique_ptr<Intake> m_intake;
    std::unique_ptr<EventApi> m_eventApi;
    std::unique_ptr<AlertApi> m_alertApi;
    std::unique_ptr<MetricsApi> m_metricsApi;
    std::unique_ptr<Docs> m_docs;
    /// Of the fact that was published last, where it is to be kept.
    std::optional<QFuture<core::Result<void>>> m_keeping;
    std::unique_ptr<StatusApi> m_statusApi;
    std::unique_ptr<CertificateKeeper> m_certificate;
    std::vector<std::unique_ptr<EnvelopeSpeaker>> m_speakers;
    const std::shared_ptr<transport::Census> m_census; ///< who came in, by whatever door
    std::vector<std::unique_ptr<transport::Listener>> m_listeners;
    std::unique_ptr<transport::LocalDoor> m_localDoor;
    /// Doors to other machines, until an administrator exists; this machine is served on their ports
    /// meanwhile.
    QList<ListenAddress> m_waiting;
    std::vector<std::unique_ptr<transport::Listener>> m_standIns;
    std::unique_ptr<core::Timer> m_opening;
    std::unique_ptr<core::Timer> m_healthRound;
    bool m_isDemandOld = false; ///< the sources will be told who wants what
    bool m_isStopped = false;
};

} // namespace engine

Q_DECLARE_METATYPE(engine::StartFailure)
