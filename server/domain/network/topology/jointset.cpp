// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/topology/jointset.h"

#include <algorithm>

namespace network::topology {

void JointSet::add(const QString &a, const QString &aPort, const QString &b, const QString &bPort,
                   Layer layer, bool isMeasured, double strength, const Proof &proof)
{
    if (a == b)
        return;
    const Key key = keyOf(a, b);
    const bool isTurned = key.first != a;
    Joint &joint = m_joints[key];
    if (joint.proofs.isEmpty()) {
        joint.near = key.first;
        joint.far = key.second;
        joint.layer = layer;
    }
    QString &nearPort = isTurned ? joint.farPort : joint.nearPort;
    QString &farPort = isTurned ? joint.nearPort : joint.farPort;
    if (nearPort.isEmpty())
        nearPort = aPort;
    if (farPort.isEmpty())
        farPort = bPort;
    // A cable that was seen is more than a route through it.
    if (isMeasured && (!joint.isMeasured || layer > joint.layer))
        joint.layer = layer;
    joint.isMeasured = joint.isMeasured || isMeasured;
    joint.strength = std::max(joint.strength, strength);
    if (!joint.proofs.contains(proof))
        joint.proofs << proof;
}

bool JointSet::contains(const QString &a, const QString &b) const { return m_joints.contains(keyOf(a, b)); }

bool JointSet::isJoined(const QString &id, Layer layer) const
{
    return std::any_of(m_joints.begin(), m_joints.end(), [&](const Joint &joint) {
        return joint.isMeasured && joint.layer >= layer && (joint.near == id || joint.far == id);
    });
}

QStringList JointSet::behind(const QString &id, const QString &port) const
{
    QStringList out;
    for (const Joint &joint : m_joints) {
        if (joint.near == id && joint.nearPort == port)
            out << joint.far;
        else if (joint.far == id && joint.farPort == port)
            out << joint.near;
    }
    return out;
}

} // namespace network::topology
