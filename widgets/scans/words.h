// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/scanruns.h"
#include "kit/status.h"

/// How scans are named to people. Targets and messages are plain text, possibly of a foreign source.
namespace scans::words {

[[nodiscard]] QString typeTitle(network::ScanType type);
/// What a scan of that type does, in a sentence.
[[nodiscard]] QString typeSentence(network::ScanType type);
[[nodiscard]] QString intensityTitle(network::Intensity intensity);
[[nodiscard]] QString intensitySentence(network::Intensity intensity);
[[nodiscard]] QString stateTitle(network::ScanState state);
[[nodiscard]] kit::Status statusOf(network::ScanState state);

/// "192.168.1.0/24", "all ticked networks".
[[nodiscard]] QString target(const network::ScanRun &run);
/// "Full · 192.168.1.0/24 · normal · ports 1-1024".
[[nodiscard]] QString title(const network::ScanRun &run);
/// "41 devices · 113 open ports · 87 services".
[[nodiscard]] QString counts(const network::ScanRun &run);
/// "+2 new −1 gone ~3 changed", "as before"; a dash where there is nothing to compare with.
[[nodiscard]] QString changes(const network::ScanRun &run);
/// The same as a sentence for a toast: "2 new, 1 gone, 3 changed".
[[nodiscard]] QString spokenChanges(const network::ScanRun &run);
/// Changes, or why it did not get so far.
[[nodiscard]] QString outcome(const network::ScanRun &run);
/// "today 14:28", "yesterday 02:00", or the date; local time.
[[nodiscard]] QString day(const QDateTime &at, const QDateTime &now);
/// "3 min 12 s · about 4 min left".
[[nodiscard]] QString clock(double elapsed, std::optional<double> left);
/// What a letter of a comparison says: "added", "removed", "modified".
[[nodiscard]] QString letterTitle(const QString &letter);

} // namespace scans::words
