// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"

#include "catalog/catalogue.h"
#include "catalog/metrics.h"
#include "core/finished.h"
#include "core/log.h"
#include "domain/identity/service.h"
#include "domain/metrics/service.h"
#include "engine/alertapi.h"
#include "engine/alerting.h"
#include "engine/assisting.h"
#include "engine/authapi.h"
#include "engine/clientcommands.h"
#include "engine/clientele.h"
#include "engine/company.h"
#include "engine/docs.h"
#include "engine/eventapi.h"
#include "engine/health.h"
#include "engine/metricsapi.h"
#include "engine/networking.h"
#include "engine/renderer.h"
#include "engine/sampletap.h"
#include "engine/sessioncommands.h"
#include "engine/statusapi.h"
#include "store/store.h"
#include "transport/census.h"
#include "transport/localdoor.h"

#include <QCoreApplication>

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
