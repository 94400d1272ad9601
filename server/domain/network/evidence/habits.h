// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/macaddress.h"
#include "domain/network/evidence/deviceclues.h"
#include "domain/network/evidence/hint.h"

namespace network {

/// What open ports speak for, with the ports that say it: "9100, 515".
struct PortHint
{
    Hint hint;
    QString ports;
};

/// Every profile the open ports fill. Several of them may speak for one type: they are one reason.
QList<PortHint> hintsOfPorts(const QList<DeviceClues::Port> &open);
/// What people call such things: "sw-core-01", "HP-LaserJet", "DESKTOP-4F2A". The first label counts.
Hint hintOfHostName(const QString &name);
/// What a vendor mostly makes; by the vendor's short name.
Hint hintOfVendor(const QString &shortName);
/// Hardware addresses that virtual machines and containers are given.
Hint hintOfVirtualMac(const core::MacAddress &mac);

} // namespace network
