// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scan/run.h"

#include "domain/network/scan/text.h"

#include <algorithm>

namespace network::scan {

namespace {
constexpr std::chrono::milliseconds betweenTidings{500};
constexpr std::chrono::milliseconds graceToEnd{500};
constexpr qsizetype mostTroubles = 3;
constexpr qsizetype longestTrouble = 800; // a sentence, and room for what was found behind it
constexpr double mostUntilOver = 99;

double weightOf(const Task &task) { return double(sizeOf(task.targets)); }

QString placeOf(const Task &task)
{
    const QString first = task.targets.first().toString();
    return task.targets.size() == 1 ? first : first + QStringLiteral(" …");
}
} // namespace

/// A call of nmap that runs.
struct Run::Part
{
    Part(const Task &what, std::unique_ptr<Process> by)
        : task(what), process(std::move(by)), advance(what.profile)
    {
    }

    const Task task;
    std::unique_ptr<Process> process;
    NmapReader reader;
    Advance advance;
    Ended ended;
    bool isAskedToEnd = false;
};

Run::Run(const Plan &plan, Launcher &launcher, core::Clock &clock, QObject *parent)
    : QObject(parent), m_plan(plan), m_launcher(launcher), m_clock(clock)
{
    for (const Task &task : m_plan.tasks)
        m_weight += weightOf(task);
}

Run::~Run()
{
    for (const auto &part : m_parts)
        part->process->disconnect(this);
}

void Run::start()
{
    if (m_state != State::Waiting || m_verdict)
        return;
    m_state = State::Running;
    m_startedAt = m_clock.steady();
    m_deadline = m_clock.after(m_plan.timeout, [this] { stop(State::TimedOut); });
    m_ticker = m_clock.every(betweenTidings, [this] { tell(); });
    launchMore();
}

void Run::launchMore()
{
    while (!m_verdict && qsizetype(m_parts.size()) < m_plan.lanes && m_next < m_plan.tasks.size())
        launch(m_plan.tasks[m_next++]);
    if (m_parts.empty() && (m_verdict || m_next == m_plan.tasks.size()))
        // Not from within a timer of ours, and not before start() has returned.
        QMetaObject::invokeMethod(this, &Run::conclude, Qt::QueuedConnection);
}

void Run::launch(const Task &task)
{
    m_parts.push_back(std::make_unique<Part>(task, m_launcher.prepare(task)));
    Part &part = *m_parts.back();
    connect(part.process.get(), &Process::received, this,
            [this, &part](const QByteArray &bytes) { take(part, bytes); });
    // Queued: a process that fails to start says so while it is started.
    connect(
        part.process.get(), &Process::ended, this, [this, &part](const Ending &ending) { end(part, ending); },
        Qt::QueuedConnection);
    part.process->start();
}

void Run::take(Part &part, const QByteArray &bytes)
{
    part.reader.feed(bytes);
    const QList<Item> items = part.reader.take();
    for (const Item &item : items) {
        if (const auto *step = std::get_if<Step>(&item))
            part.advance.take(*step);
        else if (const auto *host = std::get_if<Host>(&item))
            take(*host);
        else if (const auto *hint = std::get_if<Hint>(&item))
            Q_EMIT hostHinted(hint->host);
        else if (const auto *ports = std::get_if<PortsAsked>(&item))
            Q_EMIT portsAsked(*ports);
        else if (const auto *ended = std::get_if<Ended>(&item))
            part.ended = *ended;
    }
    if (part.reader.fault() && !std::exchange(part.isAskedToEnd, true))
        part.process->kill();
    advance();
}

void Run::take(const Host &host)
{
    m_isUntold = true;
    if (!host.isUp())
        return;
    ++m_progress.hosts;
    m_progress.ports += host.openPorts();
    m_progress.services += host.services();
    Q_EMIT hostFound(host);
}

void Run::end(Part &part, const Ending &ending)
{
    const QString trouble = troubleOf(part, ending);
    part.process->disconnect(this);
    part.process.release()->deleteLater(); // its own signal brought us here
    m_weightDone += weightOf(part.task);
    m_parts.erase(std::find_if(m_parts.begin(), m_parts.end(),
                               [&part](const auto &other) { return other.get() == &part; }));
    if (!trouble.isEmpty() && !m_verdict) {
        m_troubles.append(trouble.left(longestTrouble));
        // What cannot be started will not be startable for the next block; what fails again and again
        // neither.
        if (ending.how == Ending::How::NotStarted || m_troubles.size() >= mostTroubles)
            stop(State::Failed);
    }
    advance();
    launchMore();
}

QString Run::troubleOf(const Part &part, const Ending &ending) const
{
    if (part.reader.fault())
        return part.reader.fault()->message;
    switch (ending.how) {
    case Ending::How::NotStarted:
        return tr("nmap could not be started: %1. Check that it is installed.").arg(ending.complaint);
    case Ending::How::Lost:
        return tr("belfry-scan-helper went away while it scanned. Start it again.");
    case Ending::How::Killed:
        return tr("nmap was ended by signal %1 before it was through, by somebody else or for want of "
                  "memory.")
            .arg(ending.value);
    case Ending::How::Exited:
        break;
    }
    if (ending.value != 0 || !part.ended.error.isEmpty()) {
        const QString said = ending.complaint.isEmpty() ? part.ended.error : ending.complaint;
        return said.isEmpty() ? tr("nmap failed with code %1 and did not say why.").arg(ending.value)
                              : tr("nmap failed: %1").arg(said);
    }
    if (!part.reader.isComplete())
        return tr("nmap stopped in the middle of what it wrote. Scan again.");
    return {};
}

void Run::stop(State as)
{
    if (m_verdict || isOver())
        return;
    m_verdict = as;
    if (m_state == State::Waiting) {
        QMetaObject::invokeMethod(this, &Run::conclude, Qt::QueuedConnection);
        return;
    }
    for (const auto &part : m_parts)
        part->process->terminate();
    m_axe = m_clock.after(graceToEnd, [this] { endParts(); });
    if (m_parts.empty())
        launchMore();
}

void Run::endParts()
{
    for (const auto &part : m_parts)
        part->process->kill();
}

void Run::advance()
{
    double done = m_weightDone;
    QString message;
    for (const auto &part : m_parts) {
        done += weightOf(part->task) * part->advance.share();
        if (const QString doing = part->advance.doing(); message.isEmpty() && !doing.isEmpty())
            message = tr("%1: %2").arg(doing, placeOf(part->task));
    }
    // What was given up is not done: a scan that is being stopped goes no further.
    if (!m_verdict)
        m_progress.percent = std::clamp(100 * done / m_weight, m_progress.percent, mostUntilOver);
    if (!message.isEmpty())
        m_progress.message = message;
    m_isUntold = true;
}

void Run::tell()
{
    constexpr double enoughToGuess = 10;
    if (isOver())
        return;
    m_progress.elapsed = m_clock.steady() - m_startedAt;
    if (m_progress.percent >= enoughToGuess) {
        const double rest = (100 - m_progress.percent) / m_progress.percent;
        m_progress.left = std::chrono::seconds(qint64(double(m_progress.elapsed.count()) / 1000 * rest) + 1);
    }
    if (std::exchange(m_isUntold, false))
        Q_EMIT progressed(m_progress);
}

void Run::conclude()
{
    if (isOver())
        return;
    const bool wasRunning = m_state == State::Running;
    if (wasRunning)
        m_progress.elapsed = m_clock.steady() - m_startedAt;
    m_state = m_verdict.value_or(m_troubles.isEmpty() ? State::Completed : State::Failed);
    m_deadline.reset();
    m_ticker.reset();
    m_axe.reset();
    m_progress.left.reset();
    if (m_state == State::Completed)
        m_progress.percent = 100;
    m_sentence = summary();
    m_progress.message = m_sentence;
    Q_EMIT progressed(m_progress);
    Q_EMIT finished(m_state, m_sentence);
}

QString Run::summary() const
{
    const QString found = tr("Devices: %1, open ports: %2, services: %3.")
                              .arg(m_progress.hosts)
                              .arg(m_progress.ports)
                              .arg(m_progress.services);
    const int percent = int(m_progress.percent);
    switch (m_state) {
    case State::Cancelled:
        return tr("Cancelled at %1 %. %2").arg(percent).arg(found);
    case State::TimedOut:
        return tr("Not done in the %1 seconds it had; %2 % were. %3")
            .arg(m_plan.timeout.count())
            .arg(percent)
            .arg(found);
    case State::Failed:
        return m_troubles.value(0) + QLatin1Char(' ') + found;
    default:
        return found;
    }
}

} // namespace network::scan
