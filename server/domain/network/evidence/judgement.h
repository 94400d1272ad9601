// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/evidence/evidence.h"

#include <optional>

namespace network {

/// What a device is taken for, how sure that is, and why.
struct Judgement
{
    DeviceType type = DeviceType::Unknown;
    double confidence = 0; ///< 0…1: the posterior of the type; 1 for one set by hand
    bool isByHand = false;
    QString osFamily;         ///< "Linux", "Windows"; empty: not known
    QString os;               ///< the fullest text about it: "Debian Linux 12.0"
    double osConfidence = 0;  ///< 0…1, of the family
    QList<Evidence> evidence; ///< all of it, the heaviest first

    [[nodiscard]] QString icon() const { return iconOf(type); }
};

/// Adds the log-odds of independent evidence up. The order of the pieces makes no difference; more of it for
/// a type never makes that type less likely. A type set by hand wins, the evidence stays to be seen.
Judgement judge(QList<Evidence> evidence, std::optional<DeviceType> byHand = std::nullopt);

} // namespace network
