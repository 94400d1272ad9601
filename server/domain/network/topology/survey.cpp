// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/topology/survey.h"

#include "domain/network/topology/bridges.h"

#include <queue>

#include <algorithm>

namespace network::topology {

namespace {
constexpr double routed = 0.9;
constexpr double sameNetwork = 0.3;

/// Routers that stand one behind the other on the way to somewhere.
void joinRoutes(JointSet &joints, const Testimony &testimony, const Directory &directory)
{
    for (const Route &route : testimony.routes) {
        QString before = testimony.machine;
        for (const core::Address &hop : route.hops) {
            const Node *node = hop.isNull() ? nullptr : directory.of(hop);
            // Behind one that does not answer nobody knows what is joined to what.
            if (node == nullptr) {
                before.clear();
                continue;
            }
            if (!before.isEmpty() && before != node->id) {
                joints.add(
                    before, {}, node->id, {}, Layer::L3, true, routed,
                    {QStringLiteral("route"),
                     QStringLiteral("The way to %1 passes %2").arg(route.target.toString(), hop.toString()),
                     route.at});
            }
            before = node->id;
        }
    }
}

/// The gateways of each network.
QHash<QString, QString> gatewaysOf(const Testimony &testimony)
{
    QHash<QString, QString> gateways;
    for (const Node &node : testimony.nodes) {
        if (node.isGateway && !node.subnet.isEmpty() && !gateways.contains(node.subnet))
            gateways.insert(node.subnet, node.id);
    }
    return gateways;
}

/// What no bridge and no route joins to anything, to the gateway of its network.
void joinNetworks(JointSet &joints, const Testimony &testimony)
{
    const QHash<QString, QString> gateways = gatewaysOf(testimony);
    for (const Node &node : testimony.nodes) {
        const QString gateway = gateways.value(node.subnet);
        if (gateway.isEmpty() || node.isGateway || joints.isJoined(node.id, Layer::L2))
            continue;
        joints.add(
            gateway, {}, node.id, {}, Layer::L3, false, sameNetwork,
            {QStringLiteral("subnet"), QStringLiteral("Both are in %1").arg(node.subnet), testimony.at});
    }
    for (const QString &gateway : gateways) {
        joints.add(
            internet, {}, gateway, {}, Layer::Internet, false, sameNetwork,
            {QStringLiteral("route"), QStringLiteral("What is for elsewhere goes through it"), testimony.at});
    }
}

/// How many joints each device is away.
QHash<QString, int> distancesFrom(const QList<Joint> &joints, const QString &start)
{
    QHash<QString, QStringList> ways;
    for (const Joint &joint : joints) {
        ways[joint.near] << joint.far;
        ways[joint.far] << joint.near;
    }
    QHash<QString, int> distances{{start, 0}};
    std::queue<QString> next;
    next.push(start);
    while (!next.empty()) {
        const QString id = next.front();
        next.pop();
        for (const QString &other : ways.value(id)) {
            if (distances.contains(other))
                continue;
            distances.insert(other, distances.value(id) + 1);
            next.push(other);
        }
    }
    return distances;
}

/// The one nearer to the Internet first; where nothing leads there, the one nearer to this machine.
void turn(QList<Joint> &joints, const QString &machine)
{
    const bool isOnline = std::any_of(joints.begin(), joints.end(),
                                      [](const Joint &joint) { return joint.layer == Layer::Internet; });
    const QHash<QString, int> distances = distancesFrom(joints, isOnline ? internet : machine);
    constexpr int beyond = 1 << 20;
    for (Joint &joint : joints) {
        if (distances.value(joint.near, beyond) <= distances.value(joint.far, beyond))
            continue;
        std::swap(joint.near, joint.far);
        std::swap(joint.nearPort, joint.farPort);
    }
}

/// How fast the ports at both ends are: the slower counts. One that is down carries nothing.
void look(QList<Joint> &joints, const QList<PortState> &ports)
{
    QHash<std::pair<QString, QString>, const PortState *> states;
    for (const PortState &port : ports)
        states.insert({port.id, port.port}, &port);
    for (Joint &joint : joints) {
        for (const auto &end : {std::pair(joint.near, joint.nearPort), std::pair(joint.far, joint.farPort)}) {
            const PortState *state = end.second.isEmpty() ? nullptr : states.value(end);
            if (state == nullptr)
                continue;
            joint.isActive = joint.isActive && state->isUp;
            if (state->speed > 0)
                joint.speed = joint.speed > 0 ? std::min(joint.speed, state->speed) : state->speed;
        }
    }
}
} // namespace

QList<Joint> survey(const Testimony &testimony)
{
    const Directory directory(testimony.nodes);
    JointSet joints;
    joinHearings(joints, testimony, directory);
    joinLearnings(joints, testimony, directory);
    joinRoutes(joints, testimony, directory);
    joinNetworks(joints, testimony);
    QList<Joint> out = joints.all();
    turn(out, testimony.machine);
    look(out, testimony.ports);
    return out;
}

QHash<QString, QString> parentsOf(const QList<Joint> &joints, const QString &machine)
{
    struct Way
    {
        QString id;
        int cost;
    };
    constexpr int cable = 1;
    constexpr int route = 3;
    QHash<QString, QList<Way>> ways;
    for (const Joint &joint : joints) {
        if (!joint.isMeasured)
            continue;
        const int cost = joint.layer == Layer::L2 ? cable : route;
        ways[joint.near] << Way{joint.far, cost};
        ways[joint.far] << Way{joint.near, cost};
    }
    QHash<QString, QString> parents;
    QHash<QString, int> costs{{machine, 0}};
    using Place = std::pair<int, QString>;
    std::priority_queue<Place, std::vector<Place>, std::greater<>> next;
    next.emplace(0, machine);
    while (!next.empty()) {
        const auto [cost, id] = next.top();
        next.pop();
        if (cost > costs.value(id))
            continue;
        for (const Way &way : ways.value(id)) {
            const int further = cost + way.cost;
            const auto known = costs.constFind(way.id);
            if (known != costs.constEnd() && *known <= further)
                continue;
            costs.insert(way.id, further);
            parents.insert(way.id, id);
            next.emplace(further, way.id);
        }
    }
    // What is plugged in beside this machine does not depend on it.
    for (auto parent = parents.begin(); parent != parents.end();)
        parent = *parent == machine ? parents.erase(parent) : std::next(parent);
    return parents;
}

} // namespace network::topology
