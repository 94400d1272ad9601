// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/network.h"
#include "core/subnet.h"
#include "domain/network/known.h"

#include <QHash>

namespace network {

/// Which devices are asked for.
struct DeviceFilter
{
    QStringList visible;  ///< departments the asker may see; empty: all
    QByteArrayList words; ///< folded; all of them are in what is searched
    std::optional<State> state;
    QString deviceType;
    std::optional<core::Subnet> subnet;
    QString department;
    QString tag;
    std::optional<Standing> standing;

    /// Errors: Invalid, when the network is none.
    static core::Result<DeviceFilter> of(const ListDevices &asked, const QStringList &visible);
    static core::Result<DeviceFilter> of(const Map &asked, const QStringList &visible);
    /// `text`: what is searched of the device, as searchText has it.
    [[nodiscard]] bool passes(const Known &device, const QByteArray &text) const;
    [[nodiscard]] bool admits(const Entry &entry) const;
};

/// What is searched of a device: names, addresses, vendor, system, type, owner, tags, notes; folded.
QByteArray searchText(const Known &device);

} // namespace network
