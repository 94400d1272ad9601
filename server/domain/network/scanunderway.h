// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/scan/run.h"
#include "domain/network/scans.h"

namespace network {

/// A scan that is not over.
struct Scans::Active
{
    ScanRun run;
    ScanFound found;
    QString owner;                            ///< the account that started it
    std::shared_ptr<scan::Launcher> launcher; ///< outlives the work
    std::unique_ptr<scan::Run> work;
    std::chrono::milliseconds savedAt{0};
};

} // namespace network
