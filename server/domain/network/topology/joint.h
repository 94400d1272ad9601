// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDateTime>
#include <QList>
#include <QString>

namespace network::topology {

/// Where what is behind the provider begins: not a device, but the end of the links that lead there.
inline const QString internet = QStringLiteral("internet");

enum class Layer { Internet, L3, L2 };

/// One reason to take two devices for joined.
struct Proof
{
    QString source; ///< lldp, cdp, fdb, route or subnet
    QString text;
    QDateTime at;

    friend bool operator==(const Proof &, const Proof &) = default;
};

/// Two devices that are joined.
struct Joint
{
    QString near; ///< the one nearer to the Internet
    QString far;
    Layer layer = Layer::L2;
    bool isMeasured = false; ///< somebody has seen it; else it follows from something else
    double strength = 0;     ///< how sure that is, 0–1
    bool isActive = true;
    QString nearPort;
    QString farPort;
    double speed = 0; ///< bits per second; 0: not known
    QList<Proof> proofs;

    friend bool operator==(const Joint &, const Joint &) = default;
};

} // namespace network::topology
