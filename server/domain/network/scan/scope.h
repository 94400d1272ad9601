// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "domain/network/scan/range.h"
#include "domain/network/scan/target.h"

#include <functional>

namespace network::scan {

/// The networks a person has ticked: nothing else is ever scanned.
class Scope
{
public:
    explicit Scope(const QList<core::Subnet> &ticked = {});

    [[nodiscard]] bool isEmpty() const { return m_ranges.isEmpty(); }
    [[nodiscard]] bool contains(const Range &range) const;
    /// Forbidden, with a sentence that names the range, when it is not inside.
    [[nodiscard]] core::Result<void> check(const Range &range) const;
    /// All of it. Errors: Forbidden when nothing is ticked, Invalid when it is more than a scan may take.
    [[nodiscard]] core::Result<QList<Range>> everything(quint64 most = Targets::usualMost) const;

private:
    QList<Range> m_ranges; // merged
};

/// Asks who a name is, and answers once, on the thread that asked.
using Resolver =
    std::function<void(const QString &name, std::function<void(core::Result<QList<core::Address>>)> answer)>;

/// Calls `done` once with the addresses to scan, each of them inside the scope; names are looked up first,
/// and of a name with several addresses those inside are taken. Errors: Forbidden outside of the scope,
/// NotFound for a name nobody knows, Invalid for too many addresses.
void locate(const Targets &targets, const Scope &scope, quint64 most, const Resolver &resolver,
            std::function<void(core::Result<QList<Range>>)> done);

} // namespace network::scan
