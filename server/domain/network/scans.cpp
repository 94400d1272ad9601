// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scans.h"

#include "core/finished.h"
#include "core/log.h"
#include "domain/network/scan/helperprocess.h"
#include "domain/network/scan/localprocess.h"
#include "domain/network/scannedhost.h"
#include "domain/network/scanunderway.h"

#include <algorithm>

namespace network {

namespace {
const QString scanner = QStringLiteral("scanner");
constexpr std::chrono::seconds betweenSavings{5};
constexpr std::chrono::minutes freshFor{1};

scan::Kind kindOf(ScanType type)
{
    switch (type) {
    case ScanType::Discovery:
        return scan::Kind::Discovery;
    case ScanType::Ports:
        return scan::Kind::Ports;
    case ScanType::Targeted:
        return scan::Kind::Targeted;
    case ScanType::Full:
        return scan::Kind::Full;
    }
    return scan::Kind::Discovery;
}

scan::Intensity intensityOf(Intensity intensity)
{
    switch (intensity) {
    case Intensity::Light:
        return scan::Intensity::Light;
    case Intensity::Normal:
        return scan::Intensity::Normal;
    case Intensity::Aggressive:
        return scan::Intensity::Aggressive;
    }
    return scan::Intensity::Normal;
}

ScanState stateOf(scan::State state)
{
    switch (state) {
    case scan::State::Waiting:
    case scan::State::Running:
        return ScanState::Running;
    case scan::State::Completed:
        return ScanState::Completed;
    case scan::State::Failed:
        return ScanState::Failed;
    case scan::State::Cancelled:
        return ScanState::Cancelled;
    case scan::State::TimedOut:
        return ScanState::TimedOut;
    }
    return ScanState::Failed;
}

double secondsOf(std::chrono::milliseconds time) { return std::chrono::duration<double>(time).count(); }
} // namespace

Scans::Scans(const Surroundings &around)
    : m_around(around), m_archive(around.records), m_survey(around.clock, around.helper, around.folders)
{
    connect(&m_survey, &scan::Survey::seen, this, [this](const scan::Abilities &abilities) {
        m_lookedAt = m_around.clock.steady();
        if (abilities.isRaw)
            m_launcher = std::make_shared<scan::HelperLauncher>(m_around.helper);
        else
            m_launcher = std::make_shared<scan::LocalLauncher>(abilities.nmap);
        m_around.grounds.setScanner(
            abilities.canScan() ? QStringLiteral("nmap ") + abilities.version : QString(), abilities.lacks());
        const auto waiting = std::exchange(m_waiting, {});
        for (const auto &act : waiting)
            act();
        Q_EMIT abilitiesSeen();
    });
}

Scans::~Scans() = default;

QFuture<core::Result<void>> Scans::load()
{
    return m_archive.closeBroken(m_around.clock.now())
        .then(this,
              [this](const core::Result<void> &closed) {
                  return closed ? m_archive.latest(QString(), 1)
                                : core::finished(core::Result<QList<ScanRun>>(closed.error()));
              })
        .unwrap()
        .then(this, [this](const core::Result<QList<ScanRun>> &runs) -> core::Result<void> {
            if (!runs)
                return runs.error();
            if (!runs->isEmpty())
                m_lastEnded = runs->first().completedAt;
            return {};
        });
}

void Scans::look() { m_survey.look(); }

metrics::Vitals Scans::vitals() const
{
    const scan::Abilities &abilities = m_survey.abilities();
    metrics::Vitals vitals;
    vitals.status =
        m_lookedAt && !abilities.canScan() ? metrics::Condition::Unhealthy : metrics::Condition::Healthy;
    vitals.figures = {{QStringLiteral("active_scans"), double(m_active.size())},
                      {QStringLiteral("completed_scans"), double(m_completed)},
                      {QStringLiteral("failed_scans"), double(m_failed)},
                      {QStringLiteral("raw_sockets"), abilities.isRaw ? 1.0 : 0.0}};
    return vitals;
}

void Scans::stop()
{
    for (const auto &[id, active] : m_active) {
        if (active->work != nullptr)
            active->work->disconnect(this);
        // One that has ended already is only waiting to be compared.
        if (active->run.status == ScanState::Running) {
            active->run.status = ScanState::Failed;
            active->run.completedAt = m_around.clock.now();
            active->run.message = ScanArchive::brokenText(active->run.progress);
        }
        m_archive.keep(active->run, active->found);
    }
    m_active.clear();
    for (const auto &[id, over] : m_unkept)
        m_archive.keep(over->run, over->found);
    m_unkept.clear();
    m_keeping.reset();
}

void Scans::whenAble(std::function<void()> act)
{
    if (m_lookedAt && m_around.clock.steady() - *m_lookedAt < freshFor)
        return act();
    m_waiting << std::move(act);
    m_survey.look();
}

void Scans::settleWish(const StartScan &asked, std::function<void(core::Result<scan::Wish>)> done)
{
    scan::Wish wish;
    wish.kind = kindOf(asked.scanType);
    wish.intensity = intensityOf(asked.options.scanIntensity);
    wish.timeout = std::chrono::seconds(qint64(asked.options.timeout));
    wish.isParallel = asked.options.parallel;
    wish.includesOs = asked.options.includeOs;
    if (!asked.options.ports.trimmed().isEmpty()) {
        const auto ports = scan::Ports::parse(asked.options.ports);
        if (!ports)
            return done(ports.error());
        wish.ports = *ports;
    }
    const scan::Scope scope(m_around.grounds.ticked());
    const auto settled = [wish, done](const core::Result<QList<scan::Range>> &where) {
        if (!where)
            return done(where.error());
        scan::Wish settledWish = wish;
        settledWish.where = *where;
        done(settledWish);
    };
    if (asked.target.trimmed().isEmpty())
        return settled(scope.everything());
    const auto targets = scan::Targets::parse(asked.target);
    if (!targets)
        return done(targets.error());
    scan::locate(*targets, scope, scan::Targets::usualMost, m_around.resolver, settled);
}

std::shared_ptr<Scans::Active> Scans::activeFor(const StartScan &asked, const QString &by) const
{
    const auto active = std::make_shared<Active>();
    ScanRun &run = active->run;
    run.startedAt = m_around.clock.now();
    // In the order of time.
    run.scanId = QStringLiteral("s-%1-%2")
                     .arg(run.startedAt.toMSecsSinceEpoch(), 11, 16, QLatin1Char('0'))
                     .arg(m_around.entropy.token(3));
    run.scanType = asked.scanType;
    run.target = asked.target.simplified();
    run.intensity = asked.options.scanIntensity;
    run.ports = asked.options.ports;
    run.timeout = asked.options.timeout;
    run.parallel = asked.options.parallel;
    run.includeOs = asked.options.includeOs;
    run.startedBy = by;
    run.message = tr("Begins");
    return active;
}

QFuture<core::Reply> Scans::startFor(const StartScan &asked, const QString &by, const QString &owner)
{
    const auto answer = std::make_shared<QPromise<core::Reply>>();
    answer->start();
    QFuture<core::Reply> future = answer->future();
    const auto say = [answer](const core::Reply &reply) {
        answer->addResult(reply);
        answer->finish();
    };
    settleWish(asked, [this, asked, by, owner, say](const core::Result<scan::Wish> &wish) {
        if (!wish)
            return say(wish.error());
        whenAble([this, asked, by, owner, say, wish = *wish] {
            const auto plan = scan::Plan::of(wish, m_survey.abilities());
            if (!plan)
                return say(plan.error());
            const auto active = activeFor(asked, by);
            active->owner = owner;
            begin(active, *plan, [this, say, where = wish.where](const core::Reply &reply) {
                say(reply);
                if (reply)
                    Q_EMIT begun(where);
            });
        });
    });
    return future;
}

void Scans::begin(const std::shared_ptr<Active> &active, const scan::Plan &plan,
                  const std::function<void(const core::Reply &)> &say)
{
    m_active.emplace(active->run.scanId, active);
    m_archive.keep(active->run, active->found)
        .then(this, [this, active, plan, say](const core::Result<void> &kept) {
            if (!m_active.contains(active->run.scanId)) {
                say(core::Error{core::ErrorCode::Unavailable,
                                tr("Belfry was stopped before the scan began.")});
                return;
            }
            const core::Result<void> begun = kept ? launch(active, plan) : kept;
            if (begun) {
                say(StartScan::Reply{active->run.scanId, tr("Network scan started successfully"),
                                     active->run.startedAt});
                return;
            }
            m_archive.remove(active->run.scanId);
            m_active.erase(active->run.scanId);
            say(begun.error());
        });
}

core::Result<void> Scans::launch(const std::shared_ptr<Active> &active, const scan::Plan &plan)
{
    active->launcher = m_launcher;
    active->work = std::make_unique<scan::Run>(plan, *m_launcher, m_around.clock);
    scan::Run *work = active->work.get();
    Active *held = active.get();
    connect(work, &scan::Run::portsAsked, this, [held](const scan::PortsAsked &ports) {
        const QList<LookedAt> parts = lookedAt(ports.protocol, ports.list);
        for (const LookedAt &part : parts) {
            if (!held->found.looked.contains(part))
                held->found.looked << part;
        }
    });
    connect(work, &scan::Run::hostFound, this, [this, held](const scan::Host &host) { take(*held, host); });
    connect(work, &scan::Run::progressed, this,
            [this, held](const scan::Progress &progress) { advance(*held, progress); });
    connect(work, &scan::Run::finished, this,
            [this, id = active->run.scanId](scan::State state, const QString &sentence) {
                end(id, state, sentence);
            });
    return m_lanes.enter(work);
}

void Scans::take(Active &active, const scan::Host &host)
{
    const QString id = m_around.devices.see(sightingOf(host, active.found.looked, m_around.clock.now()));
    ScannedDevice device = scannedDevice(host);
    device.deviceId = id;
    if (const Known *known = m_around.devices.inventory().find(id))
        device.displayName = known->entry.name;
    active.found.devices << device;
}

void Scans::advance(Active &active, const scan::Progress &progress)
{
    ScanRun &run = active.run;
    run.progress = progress.percent;
    run.message = progress.message;
    run.devices = progress.hosts;
    run.openPorts = progress.ports;
    run.services = progress.services;
    run.secondsLeft = progress.left ? std::optional(double(progress.left->count())) : std::nullopt;
    const ScanProgress fact{
        run.scanId,  run.scanType, run.target,    run.status,   run.progress,
        run.message, run.devices,  run.openPorts, run.services, secondsOf(progress.elapsed)};
    if (const auto said = m_around.publisher.publish(fact); !said)
        qCWarning(logNetwork).noquote() << said.error().message;
    const std::chrono::milliseconds now = m_around.clock.steady();
    if (now - active.savedAt < betweenSavings)
        return;
    active.savedAt = now;
    m_archive.keep(run, active.found);
}

void Scans::end(const QString &id, scan::State state, const QString &sentence)
{
    const auto found = m_active.find(id);
    if (found == m_active.end())
        return;
    const std::shared_ptr<Active> active = found->second;
    ScanRun &run = active->run;
    const scan::Progress &progress = active->work->progress();
    run.status = stateOf(state);
    if (run.status == ScanState::Completed)
        ++m_completed;
    else if (run.status != ScanState::Cancelled)
        ++m_failed;
    run.progress = progress.percent;
    run.message = sentence;
    run.completedAt = m_lastEnded = m_around.clock.now();
    run.devices = progress.hosts;
    run.openPorts = progress.ports;
    run.services = progress.services;
    run.secondsLeft.reset();
    m_archive.before(run).then(this, [this, active](const core::Result<std::optional<KeptScan>> &former) {
        conclude(active, former ? *former : std::nullopt);
    });
}

void Scans::conclude(const std::shared_ptr<Active> &active, const std::optional<KeptScan> &former)
{
    ScanRun &run = active->run;
    if (former && run.status == ScanState::Completed) {
        const CompareScans::Reply difference = ScanArchive::compare(*former, {run, active->found});
        run.comparedWith = former->run.scanId;
        for (const ScanDifference &each : difference.differences) {
            if (each.letter == u'A')
                ++run.added;
            else if (each.letter == u'R')
                ++run.removed;
            else
                ++run.changed;
        }
    }
    m_archive.keep(run, active->found).then(this, [this, active](const core::Result<void> &kept) {
        if (!kept) {
            qCWarning(logNetwork).noquote() << kept.error().message;
            keepLater(active);
        }
        const ScanRun &over = active->run;
        m_active.erase(over.scanId);
        const ScanCompleted fact{
            over.scanId,       over.scanType, over.target,
            over.status,       over.message,  over.devices,
            over.openPorts,    over.services, secondsOf(active->work->progress().elapsed),
            *over.completedAt, scanner};
        if (const auto said = m_around.publisher.publish(fact); !said)
            qCWarning(logNetwork).noquote() << said.error().message;
        Q_EMIT ended(over.scanId);
    });
}

void Scans::keepLater(const std::shared_ptr<Active> &over)
{
    m_unkept.emplace(over->run.scanId, over);
    if (m_keeping != nullptr)
        return;
    m_keeping = m_around.clock.every(betweenSavings, [this] {
        const auto unkept = m_unkept;
        for (const auto &[id, each] : unkept) {
            m_archive.keep(each->run, each->found)
                .then(this, [this, id = id](const core::Result<void> &kept) {
                    if (kept)
                        m_unkept.erase(id);
                });
        }
        if (unkept.empty()) // not from within it
            QMetaObject::invokeMethod(
                this, [this] { m_keeping.reset(); }, Qt::QueuedConnection);
    });
}

const Scans::Active *Scans::fresh(const QString &id) const
{
    for (const auto *scans : {&m_active, &m_unkept}) {
        if (const auto found = scans->find(id); found != scans->end())
            return found->second.get();
    }
    return nullptr;
}

} // namespace network
