// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/pinger.h"

#include "domain/network/sources/fpingrun.h"

#include <algorithm>

namespace network::sources {

namespace {
constexpr int slotCount = 10;
constexpr std::chrono::minutes retryFping{1};
constexpr std::chrono::milliseconds shortestInterval{200};
// What comes within this time is asked by one call.
constexpr std::chrono::milliseconds gathering{100};
} // namespace

Pinger::Pinger(Setup setup, core::Clock &clock, QObject *parent)
    : QObject(parent), m_setup(std::move(setup)), m_clock(clock),
      m_connector(clock, m_setup.connectPatience, m_setup.connectionsAtOnce), m_slots(slotCount)
{
}

void Pinger::start()
{
    if (m_timer)
        return;
    m_tryAgain = m_clock.steady();
    enter(State::Icmp, {});
    setInterval(m_setup.interval);
    if (!m_new.isEmpty())
        m_soon = m_clock.after(gathering, [this] { askNew(); });
}

void Pinger::stop()
{
    m_timer.reset();
    m_soon.reset();
    m_connector.clear();
    const QList<FpingRun *> runs = findChildren<FpingRun *>(Qt::FindDirectChildrenOnly);
    qDeleteAll(runs);
    m_ready.clear();
    for (Target &target : m_targets)
        target.isAsked = false;
    enter(State::Stopped, {});
}

void Pinger::setInterval(std::chrono::milliseconds interval)
{
    m_setup.interval = std::max(interval, shortestInterval);
    if (m_state != State::Stopped)
        m_timer = m_clock.every(m_setup.interval / slotCount, [this] { tick(); });
}

core::Result<void> Pinger::add(const QList<PingTarget> &targets)
{
    QHash<core::Address, QList<quint16>> wanted;
    qsizetype added = 0;
    for (const PingTarget &target : targets) {
        if (target.address.isNull())
            return core::Error{core::ErrorCode::Invalid, tr("An address to be watched is missing.")};
        added += wanted.contains(target.address) || m_targets.contains(target.address) ? 0 : 1;
        wanted.insert(target.address, target.ports);
    }
    if (m_targets.size() + added > m_setup.mostTargets)
        return core::Error{
            core::ErrorCode::Limited,
            tr("At most %1 addresses are watched, and that would make %2. Watch fewer networks.")
                .arg(m_setup.mostTargets)
                .arg(m_targets.size() + added)};
    for (auto each = wanted.cbegin(); each != wanted.cend(); ++each) {
        const bool isNew = !m_targets.contains(each.key());
        Target &target = m_targets[each.key()];
        target.ports = each.value();
        target.port = 0;
        if (isNew) {
            target.slot = emptiestSlot();
            m_slots[target.slot].insert(each.key());
            m_new.insert(each.key());
        }
    }
    if (!m_new.isEmpty() && !m_soon && m_timer)
        m_soon = m_clock.after(gathering, [this] { askNew(); });
    return {};
}

void Pinger::askNew()
{
    m_firing = std::move(m_soon); // a timer does not survive its owner's reset while it calls
    askOnce(m_new.values());
}

void Pinger::remove(const QList<core::Address> &addresses)
{
    for (const core::Address &address : addresses) {
        const auto target = m_targets.constFind(address);
        if (target == m_targets.constEnd())
            continue;
        m_slots[target->slot].remove(address);
        m_new.remove(address);
        m_targets.erase(target);
    }
}

int Pinger::emptiestSlot() const
{
    int best = m_next; // the soonest of those that hold as few
    for (int i = 1; i < slotCount; ++i) {
        const int slot = (m_next + i) % slotCount;
        if (m_slots.at(slot).size() < m_slots.at(best).size())
            best = slot;
    }
    return best;
}

void Pinger::tick()
{
    const int slot = m_next;
    m_next = (m_next + 1) % slotCount;
    askOnce(m_slots.at(slot).values());
}

void Pinger::askOnce(const QList<core::Address> &addresses)
{
    QList<core::Address> due;
    for (const core::Address &address : addresses) {
        m_new.remove(address);
        Target &target = m_targets[address];
        if (target.isAsked) // the last round is not through with it
            continue;
        target.isAsked = true;
        due.append(address);
    }
    if (!due.isEmpty())
        ask(due);
}

void Pinger::ask(const QList<core::Address> &addresses)
{
    if (m_clock.steady() < m_tryAgain) {
        for (const core::Address &address : addresses)
            knock(address);
        return;
    }
    auto *run =
        new FpingRun({m_setup.fping, m_setup.interval / slotCount * 4 / 5, m_setup.patience}, m_clock, this);
    connect(run, &FpingRun::heard, this, &Pinger::take);
    // Queued: what cannot even be started ends at once.
    connect(
        run, &FpingRun::ended, this,
        [this, run](const QList<core::Address> &unheard, const QString &fault) {
            run->deleteLater();
            endRun(unheard, fault);
        },
        Qt::QueuedConnection);
    run->start(addresses);
}

void Pinger::take(const QList<FpingLine> &lines)
{
    for (const FpingLine &line : lines) {
        if (line.milliseconds)
            finish({line.address, line.milliseconds, PingResult::Method::Icmp});
        else if (!m_targets.value(line.address).ports.isEmpty())
            knock(line.address);
        else
            finish({line.address, std::nullopt, PingResult::Method::Icmp});
    }
}

void Pinger::endRun(const QList<core::Address> &unheard, const QString &fault)
{
    if (m_state == State::Stopped)
        return;
    if (fault.isEmpty()) {
        enter(State::Icmp, {});
    } else {
        m_tryAgain = m_clock.steady() + retryFping;
        enter(State::TcpOnly,
              tr("%1 Until then, a device counts as reachable only where it answers on a TCP port.")
                  .arg(fault));
    }
    for (const core::Address &address : unheard) {
        if (!fault.isEmpty() || !m_targets.value(address).ports.isEmpty())
            knock(address);
        else
            finish({address, std::nullopt, PingResult::Method::Icmp});
    }
}

void Pinger::knock(const core::Address &address)
{
    const auto target = m_targets.constFind(address);
    if (target == m_targets.constEnd())
        return;
    const QList<quint16> &ports = target->ports.isEmpty() ? m_setup.fallbackPorts : target->ports;
    if (ports.isEmpty()) {
        finish({address, std::nullopt, PingResult::Method::Icmp});
        return;
    }
    // Who has answered is asked by every port before it counts as silent; who has not, by one a round, in
    // turn.
    Knocking knocking{address, {}};
    const qsizetype count = target->isAnswered ? ports.size() : 1;
    for (qsizetype i = 0; i < count; ++i)
        knocking.ports.append(ports.at((target->port + i) % ports.size()));
    knockNext(std::move(knocking));
}

void Pinger::knockNext(Knocking knocking)
{
    const core::Address address = knocking.address;
    const quint16 port = knocking.ports.at(knocking.next++);
    m_connector.ask(address, port,
                    [this, knocking = std::move(knocking)](std::optional<double> milliseconds) {
                        if (!milliseconds && knocking.next < knocking.ports.size()) {
                            knockNext(knocking);
                            return;
                        }
                        if (const auto target = m_targets.find(knocking.address); target != m_targets.end()) {
                            const qsizetype count = std::max<qsizetype>(
                                1, (target->ports.isEmpty() ? m_setup.fallbackPorts : target->ports).size());
                            target->port = (target->port + knocking.next - (milliseconds ? 1 : 0)) % count;
                        }
                        finish({knocking.address, milliseconds, PingResult::Method::Tcp});
                    });
}

void Pinger::finish(const PingResult &result)
{
    const auto target = m_targets.find(result.address);
    if (target == m_targets.end() || !target->isAsked)
        return;
    target->isAsked = false;
    target->isAnswered = result.isAnswered();
    m_ready.append(result);
    if (!m_isFlushing)
        QMetaObject::invokeMethod(this, &Pinger::flush, Qt::QueuedConnection);
    m_isFlushing = true;
}

void Pinger::flush()
{
    m_isFlushing = false;
    const QList<PingResult> ready = std::exchange(m_ready, {});
    if (!ready.isEmpty())
        Q_EMIT results(ready);
}

void Pinger::enter(State state, const QString &sentence)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state, sentence);
}

} // namespace network::sources
