// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/address.h"
#include "domain/network/known.h"

#include <functional>

namespace network {

/// Notes that the device has this address; true when it was known to have it before.
bool noteAddress(QList<KnownAddress> &list, const QString &address, const QDateTime &at);
/// It has this one no longer.
void dropAddress(QList<KnownAddress> &list, const QString &address);
/// It has none but this one.
void retireOthers(QList<KnownAddress> &list, const QString &address);
/// A device that moved to `address` has left the one it had in the same network and was not seen with lately;
/// that one, or nothing. More IPv6 addresses than a device keeps are left, too, the oldest first.
QString retireFormer(QList<KnownAddress> &list, const core::Address &address, const QDateTime &at,
                     const std::function<QString(const core::Address &)> &subnetOf);
/// IPv4 first, then what others can reach; in the order in which they were found.
QStringList currentAddresses(const Known &device);
/// The newest; empty: none.
QString currentMac(const Known &device);

} // namespace network
