// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace dialects {

/// Severity 1–10 as Everyst's and AuraOS' alerts have it: info, warning or critical.
QString alertSeverity(int severity, bool isSecurity);
/// Severity 1–10 as the departments contract has it: low, medium or high.
QString departmentsSeverity(int severity);

} // namespace dialects
