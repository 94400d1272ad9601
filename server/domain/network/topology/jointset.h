// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/topology/joint.h"

#include <QMap>

namespace network::topology {

/// Joints as they come together: two that are told of from both sides are one.
class JointSet
{
public:
    /// Adds a proof that `a` and `b` are joined. What is measured counts before what is inferred, the
    /// stronger before the weaker; ports stay with their devices.
    void add(const QString &a, const QString &aPort, const QString &b, const QString &bPort, Layer layer,
             bool isMeasured, double strength, const Proof &proof);
    [[nodiscard]] bool contains(const QString &a, const QString &b) const;
    /// Whether anything measured on this layer or below joins the device.
    [[nodiscard]] bool isJoined(const QString &id, Layer layer) const;
    /// The devices at the other ends of what leaves a port.
    [[nodiscard]] QStringList behind(const QString &id, const QString &port) const;
    [[nodiscard]] QList<Joint> all() const { return m_joints.values(); }

private:
    using Key = std::pair<QString, QString>;
    static Key keyOf(const QString &a, const QString &b) { return a < b ? Key(a, b) : Key(b, a); }

    QMap<Key, Joint> m_joints;
};

} // namespace network::topology
