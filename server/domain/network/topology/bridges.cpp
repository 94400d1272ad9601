// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/topology/bridges.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace network::topology {

namespace {
// How sure it is that what was learnt on a port is plugged into it: alone there, and among others, as where a
// switch stands between that tells nothing.
constexpr double alone = 0.95;
constexpr double among = 0.7;
constexpr double trunk = 0.9;
constexpr double somewhereBehind = 0.5;

using Port = std::pair<QString, QString>; // device, port

/// What each port of each bridge has learnt.
class LearntPorts
{
public:
    LearntPorts(const Testimony &testimony, const Directory &directory)
    {
        for (const Learning &each : testimony.learnings)
            m_bridges.insert(each.by);
        for (const Learning &each : testimony.learnings) {
            const Node *node = directory.of(each.mac);
            if (node == nullptr || node->id == each.by)
                continue;
            m_at[{each.by, each.port}].insert(node->id, each.at);
            m_portTo[each.by].insert(node->id, each.port);
        }
    }
    [[nodiscard]] const QMap<Port, QMap<QString, QDateTime>> &ports() const { return m_at; }
    [[nodiscard]] const QSet<QString> &bridges() const { return m_bridges; }
    [[nodiscard]] bool isBridge(const QString &id) const { return m_bridges.contains(id); }
    /// By which port a bridge reaches a device; empty: it has not learnt of it.
    [[nodiscard]] QString portTo(const QString &bridge, const QString &id) const
    {
        return m_portTo.value(bridge).value(id);
    }

private:
    QSet<QString> m_bridges;
    QMap<Port, QMap<QString, QDateTime>> m_at;
    QHash<QString, QHash<QString, QString>> m_portTo;
};

Proof learnt(const QString &bridge, const QString &port, const QString &device, const QDateTime &at)
{
    return {QStringLiteral("fdb"), QStringLiteral("%1 has learnt %2 on %3").arg(bridge, device, port), at};
}

QString titleOf(const Node &node) { return node.names.isEmpty() ? node.id : node.names.first(); }

/// Whether a third bridge stands between two that see each other: both see it by the same ports.
bool isBetween(const LearntPorts &learntPorts, const QString &a, const QString &b)
{
    const QString aPort = learntPorts.portTo(a, b);
    const QString bPort = learntPorts.portTo(b, a);
    return std::any_of(learntPorts.bridges().begin(), learntPorts.bridges().end(), [&](const QString &third) {
        return third != a && third != b && learntPorts.portTo(a, third) == aPort &&
               learntPorts.portTo(b, third) == bPort;
    });
}

/// Those that pass on what others send, and do not tell what they have learnt.
QSet<QString> silentBridges(const Testimony &testimony, const Directory &directory,
                            const LearntPorts &learntPorts)
{
    QSet<QString> silent;
    for (const Hearing &hearing : testimony.hearings) {
        const Node *heard = hearing.isBridge ? directory.of(hearing) : nullptr;
        if (heard != nullptr && !learntPorts.isBridge(heard->id))
            silent.insert(heard->id);
    }
    return silent;
}

/// Bridges that see each other, where they do not say so themselves.
void joinBridges(JointSet &joints, const LearntPorts &learntPorts, const Directory &directory,
                 const QDateTime &at)
{
    QStringList bridges(learntPorts.bridges().begin(), learntPorts.bridges().end());
    bridges.sort();
    for (const QString &a : std::as_const(bridges)) {
        for (const QString &b : std::as_const(bridges)) {
            const QString aPort = learntPorts.portTo(a, b);
            const QString bPort = learntPorts.portTo(b, a);
            if (a >= b || aPort.isEmpty() || bPort.isEmpty() || isBetween(learntPorts, a, b) ||
                !joints.behind(a, aPort).isEmpty() || !joints.behind(b, bPort).isEmpty())
                continue;
            joints.add(a, aPort, b, bPort, Layer::L2, true, trunk,
                       learnt(titleOf(*directory.find(a)), aPort, titleOf(*directory.find(b)), at));
        }
    }
}
} // namespace

void joinHearings(JointSet &joints, const Testimony &testimony, const Directory &directory)
{
    for (const Hearing &hearing : testimony.hearings) {
        const Node *by = directory.find(hearing.by);
        const Node *heard = directory.of(hearing);
        if (by == nullptr || heard == nullptr)
            continue;
        joints.add(hearing.by, hearing.port, heard->id, hearing.farPort, Layer::L2, true, 1,
                   {hearing.protocol,
                    QStringLiteral("%1 hears %2 on %3").arg(titleOf(*by), titleOf(*heard), hearing.port),
                    hearing.at});
    }
}

void joinLearnings(JointSet &joints, const Testimony &testimony, const Directory &directory)
{
    const LearntPorts learntPorts(testimony, directory);
    joinBridges(joints, learntPorts, directory, testimony.at);
    const QSet<QString> silent = silentBridges(testimony, directory, learntPorts);
    for (auto port = learntPorts.ports().cbegin(); port != learntPorts.ports().cend(); ++port) {
        const auto &[bridge, name] = port.key();
        const QStringList neighbours = joints.behind(bridge, name);
        const QStringList seen = port->keys();
        const auto leadsOn = [&](const QString &id) { return learntPorts.isBridge(id); };
        if (std::any_of(neighbours.begin(), neighbours.end(), leadsOn) ||
            std::any_of(seen.begin(), seen.end(), leadsOn))
            continue;
        // One that is no bridge may be a telephone with a socket for one more.
        const auto next = std::find_if(neighbours.begin(), neighbours.end(),
                                       [&](const QString &id) { return silent.contains(id); });
        const bool isPlugged = next == neighbours.end();
        const QString &by = isPlugged ? bridge : *next;
        for (auto device = port->cbegin(); device != port->cend(); ++device) {
            const Node *node = directory.find(device.key());
            double strength = somewhereBehind;
            if (isPlugged)
                strength = port->size() == 1 ? alone : among;
            joints.add(by, isPlugged ? name : QString(), node->id, QString(), Layer::L2, isPlugged, strength,
                       learnt(titleOf(*directory.find(bridge)), name, titleOf(*node), *device));
        }
    }
}

} // namespace network::topology
