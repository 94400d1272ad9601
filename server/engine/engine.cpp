// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"

#include "catalog/catalogue.h"
#include "catalog/identity.h"
#include "catalog/metrics.h"
#include "core/finished.h"
#include "core/log.h"
#include "domain/identity/service.h"
#include "domain/metrics/service.h"
#include "engine/alerting.h"
#include "engine/assisting.h"
#include "engine/authapi.h"
#include "engine/chatting.h"
#include "engine/clientcommands.h"
#include "engine/clientele.h"
#include "engine/company.h"
#include "engine/docs.h"
#include "engine/doors.h"
#include "engine/eventapi.h"
#include "engine/health.h"
#include "engine/identitycommands.h"
#include "engine/metricsapi.h"
#include "engine/missingrooms.h"
#include "engine/networking.h"
#include "engine/renderer.h"
#include "engine/sampletap.h"
#include "engine/sessioncommands.h"
#include "engine/statusapi.h"
#include "store/store.h"
#include "transport/census.h"
#include "transport/localdoor.h"

#include <QCoreApplication>
#include <QHostInfo>

#include <algorithm>

namespace engine {

namespace {
constexpr std::chrono::seconds healthInterval{30};

QString storageWord(store::State state)
{
    switch (state) {
    case store::State::Ok:
        return QStringLiteral("ok");
    case store::State::Low:
        return QStringLiteral("low");
    case store::State::Full:
        return QStringLiteral("full");
    case store::State::Failed:
        return QStringLiteral("failed");
    }
    return QStringLiteral("failed");
}
} // namespace

Engine::Engine(EngineOptions options, core::Clock &clock, core::Entropy &entropy)
    : m_options(std::move(options)), m_clock(clock), m_entropy(entropy), m_catalog(catalog::everything()),
      m_voices(m_catalog), m_startedAt(clock.now()), m_dispatcher(m_catalog),
      m_census(std::make_shared<transport::Census>())
{
}

Engine::~Engine() { stop(); }

void Engine::start()
{
    if (auto failure = openStore()) {
        Q_EMIT failed(*failure);
        return;
    }
    if (auto failure = openCertificate()) {
        Q_EMIT failed(*failure);
        return;
    }
    compose();
    loadRooms().then(this, [this](const core::Result<void> &ready) {
        if (ready)
            openHouse();
        else
            Q_EMIT failed({StartFailure::Kind::Database, ready.error().message});
    });
}

QFuture<core::Result<void>> Engine::loadRooms()
{
    const auto next = [](auto load) {
        return [load](const core::Result<void> &ready) { return ready ? load() : core::finished(ready); };
    };
    return m_identity->start()
        .then(this, next([this] { return m_company->start(); }))
        .unwrap()
        .then(this, next([this] { return m_networking->load(); }))
        .unwrap()
        .then(this, next([this] { return m_alerting->load(); }))
        .unwrap()
        .then(this, next([this] { return m_assisting->load(); }))
        .unwrap()
        .then(this,
              next([this] { return m_clientele->load().then(this, [] { return core::Result<void>(); }); }))
        .unwrap();
}

void Engine::openHouse()
{
    if (m_isStopped)
        return;
    m_alerting->start();
    m_metrics->start();
    m_networking->start();
    watchDemand();
    if (!m_store->openingNote().isEmpty())
        say(session::StorageChanged{QStringLiteral("restored"), m_store->openingNote()}, core::roles::admins);
    if (auto failure = openDoors()) {
        Q_EMIT failed(*failure);
        return;
    }
    if (m_store->state() != store::State::Ok)
        announceStorage();
    openLocalDoor();
    m_healthRound = m_clock.every(healthInterval, [this] { tellHealth(); });
    Q_EMIT started();
}

std::optional<StartFailure> Engine::openStore()
{
    store::Options options;
    options.directory = m_options.dataDirectory;
    options.startEmpty = m_options.startEmpty;
    options.retention = [this](const core::Topic &topic) {
        const core::EventSpec *spec = m_catalog.findEvent(topic);
        return spec == nullptr ? std::chrono::days(0) : spec->retention;
    };
    store::Opening opening = store::Store::open(options, m_clock);
    if (!opening) {
        using Kind = StartFailure::Kind;
        Kind kind = Kind::Database;
        if (opening.refusal->kind == store::OpenFailure::Locked)
            kind = Kind::Locked;
        else if (opening.refusal->kind == store::OpenFailure::Corrupt)
            kind = Kind::CorruptDatabase;
        return StartFailure{kind, opening.refusal->error.message};
    }
    m_store = std::move(opening.store);
    connect(m_store.get(), &store::Store::stateChanged, this, [this] { announceStorage(); });
    return std::nullopt;
}

std::optional<StartFailure> Engine::openCertificate()
{
    auto opened = CertificateKeeper::open(m_options.certificate, m_options.dataDirectory, m_clock);
    if (!opened)
        return StartFailure{StartFailure::Kind::Certificate, opened.error().message};
    m_certificate = std::move(opened).value();
    m_options.listener.tls = m_certificate->tls();
    connect(m_certificate->tls().get(), &transport::Tls::certificateChanged, this,
            &Engine::certificateChanged);
    return std::nullopt;
}

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
    metrics::Options metricsOptions;
    metricsOptions.isRecording = m_options.isRecording;
    m_metrics = std::make_unique<metrics::Service>(*m_bus, *m_samples, m_clock, metricsOptions);
    m_metrics->setOtherSources([this](const QString &device, const core::Principal &caller) {
        return m_networking->spacingOf(device, caller);
    });
    m_assisting = std::make_unique<Assisting>(
        Assisting::Surroundings{*m_store, *m_identity, m_dispatcher, m_catalog, m_clock, m_entropy});
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
    Intake::Surroundings around;
    around.obstacle = [this]() -> std::optional<core::Error> {
        if (m_store->state() != store::State::Full && m_store->state() != store::State::Failed)
            return std::nullopt;
        return core::Error{core::ErrorCode::Unavailable, m_store->stateText()};
    };
    around.keeping = [this] { return std::exchange(m_keeping, std::nullopt); };
    around.spoofed = [this](const Publishing &by, const QString &claimed) {
        m_identity->audit().noteStranger({QStringLiteral("identity_claimed"), by.caller.name, by.caller.id,
                                          claimed.left(128), by.address, QStringLiteral("refused"),
                                          QString::fromLatin1(events::Publish::name)});
    };
    m_intake = std::make_unique<Intake>(m_catalog, *m_bus, m_clock, std::move(around));
    m_eventApi = std::make_unique<EventApi>(*m_intake, m_reception->verify, m_clock);
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

void Engine::watchDemand()
{
    const auto tell = [this] {
        m_isDemandOld = false;
        m_metrics->wanted(m_sessions->demandFor(core::Topic(QLatin1String(metrics::Sampled::topic))));
    };
    // Later: a session may come or go while the bus delivers, and a source may publish at once. Once: a
    // thousand that come in one turn are asked together.
    connect(m_sessions.get(), &Sessions::demandChanged, this, [this, tell] {
        if (!std::exchange(m_isDemandOld, true))
            QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
    tell();
}

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

void Engine::announceStorage()
{
    qCWarning(logStore).noquote() << m_store->stateText();
    say(session::StorageChanged{storageWord(m_store->state()), m_store->stateText()}, core::roles::viewers);
}

void Engine::tellHealth()
{
    const core::Result<quint64> said = m_bus->publish(healthOf(*m_clientele, status({}), m_clock.now()));
    if (!said)
        qCWarning(logEngine).noquote() << said.error().message;
}

void Engine::say(const session::StorageChanged &fact, core::Roles hearers)
{
    core::Draft draft;
    draft.topic = core::Topic(QLatin1String(session::StorageChanged::topic));
    draft.payload = fact;
    draft.audience.roles = hearers;
    const core::Result<quint64> said = m_bus->publish(std::move(draft));
    if (!said)
        qCWarning(logEngine).noquote() << said.error().message;
}

session::ServerStatus::Reply Engine::status(const core::Principal &caller) const
{
    session::ServerStatus::Reply reply;
    reply.version = m_options.version;
    reply.addresses = urls();
    for (const transport::Listener *listener : openListeners())
        reply.clients += listener->channelCount();
    reply.eventsPerSecond = m_bus->rate();
    reply.queued = m_sessions->queued();
    reply.dropped = m_sessions->dropped();
    reply.storedBytes = m_store->storedBytes();
    reply.storage = storageWord(m_store->state());
    if (m_store->state() != store::State::Ok)
        reply.storageMessage = m_store->stateText();
    if (caller.may(core::roles::admins))
        reply.notice = m_store->openingNote();
    reply.uptime = double(m_startedAt.msecsTo(m_clock.now())) / 1000;
    return reply;
}

void Engine::furnish(Exposition &page) const
{
    double connections = 0;
    for (const transport::Listener *listener : openListeners())
        connections += listener->channelCount();
    page.gauge("belfry_connections", "Open WebSocket and Engine.IO connections.");
    page.add(connections);
    page.gauge("belfry_uptime_seconds", "How long the server has run.");
    page.add(double(m_startedAt.msecsTo(m_clock.now())) / 1000);
    page.gauge("belfry_store_bytes", "Size of the databases.");
    page.add(double(m_store->storedBytes()));
    page.gauge("belfry_store_state", "Which state the store is in: 1 for that one.");
    for (const store::State state :
         {store::State::Ok, store::State::Low, store::State::Full, store::State::Failed})
        page.add(m_store->state() == state ? 1 : 0, {{"state", storageWord(state)}});
    page.counter("belfry_store_frames_dropped_total", "Readings that could not be recorded in time.");
    page.add(double(m_store->droppedFrames()));
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

QString Engine::fingerprint() const
{
    return m_certificate ? m_certificate->tls()->certificate().fingerprint() : QString();
}

std::optional<QString> Engine::setupToken() const
{
    return m_identity ? m_identity->setupToken() : std::nullopt;
}

QDateTime Engine::setupTokenExpiry() const { return m_startedAt.addDays(1); }

QString Engine::note() const
{
    QStringList notes;
    if (m_store && !m_store->openingNote().isEmpty())
        notes << m_store->openingNote();
    if (!m_waiting.isEmpty())
        notes << tr("Other machines are served once an administrator exists.");
    return notes.join(QLatin1Char(' '));
}

void Engine::stop()
{
    if (m_isStopped)
        return;
    m_isStopped = true;
    m_healthRound.reset();
    if (m_localDoor)
        m_localDoor->close();
    if (m_sessions)
        m_sessions->endAll(transport::CloseCode::GoingAway, tr("The server is going away."));
    for (transport::Listener *listener : openListeners())
        listener->close();
    if (m_assisting)
        m_assisting->stop();
    if (m_metrics)
        m_metrics->stop();
    if (m_networking)
        m_networking->stop();
    if (m_alerting)
        m_alerting->stop();
    if (m_identity)
        m_identity->stop();
    // Answers on their way find their askers still here.
    QCoreApplication::sendPostedEvents();
    if (m_store)
        m_store->close();
    QCoreApplication::sendPostedEvents();
}

} // namespace engine
