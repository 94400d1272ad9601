// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/evidence/hint.h"

namespace network {

/// An operating system as it is told to people.
struct System
{
    QString family; ///< "Linux", "Windows", "macOS", "Cisco IOS"; empty: not known
    QString text;   ///< "Debian Linux 12.0"

    [[nodiscard]] bool isEmpty() const { return family.isEmpty(); }
    bool operator==(const System &) const = default;
};

/// Words of fingerprints and scanners put together: "Debian", "Linux", "Linux", "12.0".
System systemOf(const QString &vendor, const QString &family, const QString &product, const QString &version);
/// What runs such a system.
Hint hintOfSystem(const QString &vendor, const QString &family, const QString &product);
/// cpe:/o:vendor:product:version (NIST IR 7695, §6.1.2); empty for hardware and applications.
System systemOfCpe(QStringView cpe);

} // namespace network
