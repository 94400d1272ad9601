// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/evidence/hint.h"

namespace network {

/// What a sysObjectID tells: whose agent it is, and what such agents run on.
struct Enterprise
{
    QString vendor;   ///< short; empty: not known, or of no maker of devices
    QString osFamily; ///< empty: not known
    Hint hint;
};

/// By the number below 1.3.6.1.4.1 (IANA, Private Enterprise Numbers), for some vendors by more of the
/// object.
Enterprise enterpriseOf(const QString &sysObjectId);

} // namespace network
