// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "domain/network/scan/range.h"

#include <QStringList>

namespace network::scan {

/// What a person or a program wrote as the target of a scan: addresses, and names that are still to be looked
/// up.
struct Targets
{
    QList<Range> ranges; ///< merged
    QStringList names;

    /// A /20; by setting a /16.
    static constexpr quint64 usualMost = 4096;
    static constexpr quint64 settableMost = 65536;
    static constexpr int mostNames = 16;

    /// Addresses, networks (192.0.2.0/24), ranges (192.0.2.10-40, 192.0.2.10-192.0.2.40) and host names,
    /// divided by commas or blanks. Errors: Invalid for anything else, and for more than `most` addresses
    /// (IPv6: never more than a /116).
    static core::Result<Targets> parse(QStringView text, quint64 most = usualMost);
};

} // namespace network::scan
