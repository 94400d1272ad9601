// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/lookout.h"

#include <algorithm>
#include <bit>

namespace network {

namespace {
// The loss that is shown is that of so many rounds.
constexpr int rememberedRounds = 20;
const QString ping = QStringLiteral("ping");

/// What two sources say together may lead in a circle; behind itself nothing stands.
void openCircles(QHash<QString, QString> &parents)
{
    QStringList children = parents.keys();
    std::sort(children.begin(), children.end());
    QSet<QString> settled;
    for (const QString &child : std::as_const(children)) {
        QSet<QString> way;
        QString at = child;
        while (parents.contains(at) && !settled.contains(at) && !way.contains(at)) {
            way.insert(at);
            at = parents.value(at);
        }
        if (way.contains(at))
            parents.remove(at);
        settled.unite(way);
    }
}
} // namespace

Lookout::Lookout(const Surroundings &around, const sources::Pinger::Setup &setup)
    : m_around(around), m_pinger(setup, around.clock), m_reach(around.samples, around.clock)
{
    connect(&m_interfaces, &sources::Interfaces::changed, this, &Lookout::takeInterfaces);
    connect(&m_routes, &sources::Routes::changed, this, &Lookout::takeRoutes);
    connect(&m_neighbours, &sources::Neighbours::changed, this, &Lookout::takeNeighbour);
    connect(&m_pinger, &sources::Pinger::results, this, &Lookout::takeResults);
    connect(&m_interfaces, &sources::Interfaces::failed, this, &Lookout::failed);
    connect(&m_routes, &sources::Routes::failed, this, &Lookout::failed);
    connect(&m_neighbours, &sources::Neighbours::failed, this, &Lookout::failed);
    connect(&m_pinger, &sources::Pinger::stateChanged, this,
            [this](sources::Pinger::State, const QString &sentence) {
                if (!sentence.isEmpty())
                    Q_EMIT failed(sentence);
                Q_EMIT mannerChanged();
            });
    connect(&around.grounds, &Grounds::changed, this, &Lookout::lookAgain);
    connect(&around.devices, &Devices::appeared, this, &Lookout::follow);
    connect(&around.devices, &Devices::changed, this, &Lookout::follow);
    connect(&around.devices, &Devices::vanished, this, [this](const QString &id) { leave(id); });
}

void Lookout::start()
{
    m_isRunning = true;
    for (const auto &started : {m_interfaces.start(), m_routes.start(), m_neighbours.start()}) {
        if (!started)
            Q_EMIT failed(started.error().message);
    }
    m_pinger.start();
    lookAgain();
}

void Lookout::stop()
{
    m_isRunning = false;
    m_pinger.stop();
    m_neighbours.stop();
    m_routes.stop();
    m_interfaces.stop();
}

metrics::Vitals Lookout::vitals() const
{
    metrics::Vitals vitals;
    if (m_pinger.state() == sources::Pinger::State::TcpOnly)
        vitals.status = metrics::Condition::Degraded;
    double up = 0;
    for (auto subject = m_subjects.cbegin(); subject != m_subjects.cend(); ++subject)
        up += m_around.devices.inventory().find(subject.key())->entry.state == State::Up ? 1 : 0;
    vitals.figures = {{QStringLiteral("devices_watched"), double(m_subjects.size())},
                      {QStringLiteral("devices_up"), up},
                      {QStringLiteral("devices_known"), double(m_around.devices.inventory().size())}};
    return vitals;
}

void Lookout::takeInterfaces()
{
    QList<OwnNetwork> own;
    QString machine;
    const QList<sources::Interface> interfaces = m_interfaces.all();
    for (const sources::Interface &interface : interfaces) {
        if (interface.isLoopback || !interface.isUp)
            continue;
        for (const sources::OwnAddress &each : interface.addresses) {
            // A network of one address has nobody else in it.
            if (!each.address.isLinkLocal() && each.subnet.size() > 1)
                own << OwnNetwork{each.subnet, interface.name};
            if (m_around.grounds.subnetOf(each.address).isEmpty())
                continue;
            Sighting sighting;
            sighting.source = QStringLiteral("own");
            sighting.at = m_around.clock.now();
            sighting.isAnswer = true;
            sighting.address = each.address;
            sighting.mac = interface.mac;
            sighting.name = m_around.machine;
            machine = m_around.devices.see(sighting);
            m_around.devices.become({machine, State::Up, false, {}}, QStringLiteral("own"));
        }
    }
    m_around.grounds.setOwn(own);
    Q_EMIT machineChanged(machine);
}

void Lookout::takeRoutes()
{
    QStringList gateways;
    const QList<sources::Route> defaults = m_routes.defaults();
    for (const sources::Route &route : defaults)
        gateways << route.gateway.toString();
    m_around.judge.setGateways(gateways);
    QList<core::Address> all;
    const QList<sources::Route> routes = m_routes.all();
    for (const sources::Route &route : routes) {
        if (!route.gateway.isNull() && !all.contains(route.gateway))
            all << route.gateway;
    }
    Q_EMIT gatewaysChanged(all);
    m_areParentsOld = true;
}

void Lookout::takeNeighbour(const sources::Neighbour &neighbour)
{
    if (!m_isRunning || !neighbour.isKnown() || m_around.grounds.subnetOf(neighbour.address).isEmpty())
        return;
    Sighting sighting;
    sighting.source = QStringLiteral("neighbour");
    sighting.at = m_around.clock.now();
    sighting.isAnswer = neighbour.state == sources::Neighbour::State::Reachable;
    sighting.address = neighbour.address;
    sighting.mac = neighbour.mac;
    if (neighbour.isRouter)
        sighting.observe(QStringLiteral("forwards"), QStringLiteral("neighbour discovery"));
    m_around.devices.see(sighting);
}

void Lookout::lookAgain()
{
    if (!m_isRunning)
        return;
    m_around.devices.settle();
    takeInterfaces();
    const QList<sources::Neighbour> neighbours = m_neighbours.all();
    for (const sources::Neighbour &neighbour : neighbours)
        takeNeighbour(neighbour);
    m_around.devices.inventory().walk(QString(), [this](const Known &device) {
        follow(device.entry.id);
        return true;
    });
}

bool Lookout::isOwn(const core::Address &address) const
{
    const QList<sources::Interface> interfaces = m_interfaces.all();
    return std::any_of(interfaces.begin(), interfaces.end(), [&](const sources::Interface &interface) {
        return std::any_of(interface.addresses.begin(), interface.addresses.end(),
                           [&](const sources::OwnAddress &own) { return own.address == address; });
    });
}

void Lookout::follow(const QString &id)
{
    const Known *device = m_around.devices.inventory().find(id);
    if (!m_isRunning || device == nullptr)
        return;
    const Entry &entry = device->entry;
    const auto address =
        entry.addresses.isEmpty() ? std::nullopt : core::Address::parse(entry.addresses.first());
    const bool isWatched = address && m_around.grounds.isWatched(*address) && !isOwn(*address) &&
                           entry.standing != Standing::Ignored;
    if (!isWatched) {
        if (m_subjects.contains(id)) {
            leave(id);
            m_around.devices.become({id, State::Unknown, false, {}}, QStringLiteral("not watched"));
        }
        return;
    }
    m_watch.follow(id, entry.state, entry.isExpectedUp);
    Subject &subject = m_subjects[id];
    if (subject.address == *address)
        return;
    if (!subject.address.isNull()) {
        m_byAddress.remove(subject.address);
        m_pinger.remove({subject.address});
    }
    subject = Subject{*address, 0, 0};
    m_byAddress.insert(*address, id);
    m_areParentsOld = true;
    if (const auto added = m_pinger.add({{*address, {}}}); !added)
        Q_EMIT failed(added.error().message);
}

void Lookout::leave(const QString &id)
{
    const auto subject = m_subjects.constFind(id);
    if (subject == m_subjects.constEnd())
        return;
    m_pinger.remove({subject->address});
    m_byAddress.remove(subject->address);
    m_subjects.erase(subject);
    m_watch.leave(id);
    m_reach.leave(id);
    m_areParentsOld = true;
}

void Lookout::takeResults(const QList<sources::PingResult> &results)
{
    const std::chrono::milliseconds now = m_around.clock.steady();
    for (const sources::PingResult &result : results) {
        const QString id = m_byAddress.value(result.address);
        const auto subject = m_subjects.find(id);
        if (subject == m_subjects.end())
            continue;
        subject->answers = (subject->answers << 1U) | (result.isAnswered() ? 1U : 0U);
        subject->rounds = std::min(subject->rounds + 1, rememberedRounds);
        const quint32 remembered = subject->answers & ((1U << unsigned(subject->rounds)) - 1U);
        const double loss = 1.0 - double(std::popcount(remembered)) / subject->rounds;
        m_around.devices.measure(id, result.milliseconds, loss);
        m_reach.take(id, result.milliseconds);
        if (result.isAnswered())
            m_watch.answered(id, now);
        else
            m_watch.missed(id, now);
    }
    decide();
}

void Lookout::decide()
{
    if (std::exchange(m_areParentsOld, false))
        settleParents();
    const QList<Watch::Verdict> verdicts = m_watch.decide(m_around.clock.steady());
    for (const Watch::Verdict &verdict : verdicts)
        m_around.devices.become(verdict, ping);
}

void Lookout::settleParents()
{
    QHash<QString, QString> parents;
    for (auto subject = m_subjects.cbegin(); subject != m_subjects.cend(); ++subject) {
        const Known *device = m_around.devices.inventory().find(subject.key());
        // What somebody has said comes before what was measured, and that before what the routes let suppose.
        QString parent = device->setParent;
        if (parent.isEmpty())
            parent = m_measuredParents.value(subject.key());
        if (parent.isEmpty())
            parent = wayTo(subject->address);
        if (!parent.isEmpty() && parent != subject.key())
            parents.insert(subject.key(), parent);
    }
    openCircles(parents);
    m_watch.setParents(parents);
}

void Lookout::setMeasuredParents(const QHash<QString, QString> &parents)
{
    if (parents == m_measuredParents)
        return;
    m_measuredParents = parents;
    m_areParentsOld = true;
}

QString Lookout::wayTo(const core::Address &address) const
{
    const QList<sources::Route> routes = m_routes.all();
    const sources::Route *best = nullptr;
    for (const sources::Route &route : routes) {
        if (!route.destination.contains(address))
            continue;
        if (best == nullptr || std::pair(-route.destination.prefix(), route.metric) <
                                   std::pair(-best->destination.prefix(), best->metric))
            best = &route;
    }
    if (best == nullptr || best->gateway.isNull())
        return {};
    const Known *gateway = m_around.devices.inventory().holder(best->gateway);
    return gateway == nullptr ? QString() : gateway->entry.id;
}

} // namespace network
