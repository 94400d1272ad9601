// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scans.h"

#include "client/ask.h"
#include "client/role.h"

#include <algorithm>

namespace client {

using network::ScanRun;
using network::ScanState;

namespace {
constexpr int runsPerPage = 100;
constexpr double leastForEstimate = 10; // percent

QStringList scanTopics()
{
    return {QLatin1String(network::ScanProgress::topic), QLatin1String(network::ScanCompleted::topic)};
}

bool isNewer(const ScanRun &one, const ScanRun &other)
{
    return one.startedAt != other.startedAt ? one.startedAt > other.startedAt : one.scanId > other.scanId;
}

/// A page may have been written before a fact that was heard already.
ScanRun newest(const ScanRun &known, const ScanRun &paged)
{
    if (paged.status != ScanState::Running)
        return paged;
    return known.status != ScanState::Running || known.progress > paged.progress ? known : paged;
}
} // namespace

Scans::Scans(Mirror &mirror, QObject *parent) : QObject(parent), m_mirror(mirror)
{
    Link &link = mirror.link();
    connect(&link, &Link::eventsReceived, this, &Scans::hear);
    connect(&link, &Link::stateChanged, this, [this, &link] {
        const bool isLive = link.state() == Link::State::Live;
        if (!isLive)
            m_isAsking = false;
        else if (!m_wasLive)
            reload();
        m_wasLive = isLive;
    });
    connect(&mirror, &Mirror::userChanged, this, &Scans::changed);
    link.subscribe(scanTopics());
    m_wasLive = link.state() == Link::State::Live;
    if (m_wasLive)
        reload();
}

Scans::~Scans() { m_mirror.link().unsubscribe(scanTopics()); }

QList<ScanRun> Scans::running() const
{
    QList<ScanRun> running;
    std::copy_if(m_runs.rbegin(), m_runs.rend(), std::back_inserter(running),
                 [](const ScanRun &run) { return run.status == ScanState::Running; });
    return running;
}

const ScanRun *Scans::find(const QString &id) const
{
    const auto found =
        std::find_if(m_runs.begin(), m_runs.end(), [&](const ScanRun &run) { return run.scanId == id; });
    return found == m_runs.end() ? nullptr : &*found;
}

ScanRun *Scans::place(const QString &id) { return const_cast<ScanRun *>(std::as_const(*this).find(id)); }

double Scans::progress() const
{
    const QList<ScanRun> all = running();
    double sum = 0;
    for (const ScanRun &run : all)
        sum += run.progress;
    return all.isEmpty() ? 0 : sum / double(all.size());
}

double Scans::elapsed(const ScanRun &run) const
{
    const QDateTime until = run.completedAt.value_or(m_mirror.serverNow());
    return double(std::max<qint64>(0, run.startedAt.msecsTo(until))) / 1000;
}

std::optional<double> Scans::left(const ScanRun &run) const
{
    if (run.status != ScanState::Running || run.progress < leastForEstimate)
        return std::nullopt;
    return elapsed(run) * (100 - run.progress) / run.progress;
}

bool Scans::isOwn(const ScanRun &run) const
{
    const auto &user = m_mirror.user();
    return m_started.contains(run.scanId) ||
           (user && !run.startedBy.isEmpty() &&
            (run.startedBy == user->displayName || run.startedBy == user->username));
}

bool Scans::isAdmin() const { return m_mirror.user() && m_mirror.user()->role == QLatin1String("admin"); }

QString Scans::whyNotStart() const
{
    if (m_mirror.link().state() != Link::State::Live)
        return tr("There is no connection to the server.");
    const auto &user = m_mirror.user();
    if (isAdmin() || (user && user->role == QLatin1String("operator")))
        return {};
    return user ? tr("Scans are started by operators and administrators. Your role is: %1.")
                      .arg(roleTitle(user->role))
                : tr("It is not known yet who you are to the server.");
}

QString Scans::whyNotCancel(const ScanRun &run) const
{
    if (const QString why = whyNotStart(); !why.isEmpty())
        return why;
    return isAdmin() || isOwn(run)
               ? QString()
               : tr("%1 started this scan. Ask them or an administrator to cancel it.").arg(run.startedBy);
}

void Scans::reload()
{
    if (std::exchange(m_isAsking, true)) {
        m_isAskedAgain = true;
        return;
    }
    m_isAskedAgain = false;
    ask(m_mirror.link(), network::ListScans{{}, runsPerPage}, this,
        [this](const core::Result<network::ListScans::Reply> &reply) { take(reply); });
}

void Scans::take(const core::Result<network::ListScans::Reply> &reply)
{
    m_isAsking = false;
    m_trouble = reply ? QString() : reply.error().message;
    if (reply) {
        if (!m_isKnown)
            m_hasOlder = reply->scans.size() >= runsPerPage;
        m_isKnown = true;
        merge(reply->scans);
    }
    Q_EMIT changed();
    if (m_isAskedAgain)
        reload();
    else
        tellEnded();
}

void Scans::merge(const QList<ScanRun> &page)
{
    QList<ScanRun> fresh;
    for (const ScanRun &paged : page) {
        const ScanRun *known = find(paged.scanId);
        fresh << (known ? newest(*known, paged) : paged);
    }
    const bool isWhole = page.size() < runsPerPage;
    for (const ScanRun &known : std::as_const(m_runs)) {
        if (!isWhole && isNewer(page.last(), known))
            fresh << known; // of a later page
    }
    std::sort(fresh.begin(), fresh.end(), isNewer);
    m_runs = fresh;
}

void Scans::loadOlder()
{
    if (m_runs.isEmpty() || !m_hasOlder)
        return;
    ask(m_mirror.link(), network::ListScans{m_runs.last().scanId, runsPerPage}, this,
        [this](const core::Result<network::ListScans::Reply> &reply) {
            m_trouble = reply ? QString() : reply.error().message;
            if (reply) {
                m_hasOlder = reply->scans.size() >= runsPerPage;
                for (const ScanRun &run : reply->scans) {
                    if (!find(run.scanId))
                        m_runs << run;
                }
                std::sort(m_runs.begin(), m_runs.end(), isNewer);
            }
            Q_EMIT changed();
        });
}

void Scans::adopt(const QString &id)
{
    m_started.insert(id);
    reload();
}

void Scans::cancel(const QString &id, QObject *context, const Done &done)
{
    ask(m_mirror.link(), network::CancelScan{id}, context,
        [done](const core::Result<network::CancelScan::Reply> &reply) {
            done(reply ? core::Result<void>() : core::Result<void>(reply.error()));
        });
}

void Scans::tellEnded()
{
    const QSet<QString> ending = std::exchange(m_ending, {});
    for (const QString &id : ending) {
        if (const ScanRun *run = find(id)) {
            const ScanRun over = *run;
            Q_EMIT ended(over);
        }
    }
}

void Scans::hear(const QList<core::Event> &events)
{
    bool isChanged = false;
    bool isUnknown = false;
    for (const core::Event &event : events) {
        if (event.topic.name() == QLatin1String(network::ScanProgress::topic)) {
            if (const auto fact = event.as<network::ScanProgress>()) {
                isUnknown = isUnknown || find(fact->scanId) == nullptr;
                isChanged = apply(*fact) || isChanged;
            }
        } else if (event.topic.name() == QLatin1String(network::ScanCompleted::topic)) {
            if (const auto fact = event.as<network::ScanCompleted>()) {
                apply(*fact);
                // What is not as it was before is said by the list alone.
                isUnknown = isChanged = true;
            }
        }
    }
    if (isChanged)
        Q_EMIT changed();
    if (isUnknown)
        reload();
}

bool Scans::apply(const network::ScanProgress &fact)
{
    ScanRun *run = place(fact.scanId);
    if (run == nullptr || run->status != ScanState::Running || fact.progress < run->progress)
        return false;
    run->progress = fact.progress;
    run->message = fact.message;
    run->devices = fact.discoveredDevices;
    run->openPorts = fact.discoveredPorts;
    run->services = fact.discoveredServices;
    return true;
}

void Scans::apply(const network::ScanCompleted &fact)
{
    m_ending.insert(fact.scanId);
    ScanRun *run = place(fact.scanId);
    if (run == nullptr)
        return;
    run->status = fact.status;
    run->message = fact.message;
    run->devices = fact.totalDevices;
    run->openPorts = fact.totalPorts;
    run->services = fact.totalServices;
    run->completedAt = fact.completedAt;
    if (fact.status == ScanState::Completed)
        run->progress = 100;
}

} // namespace client
