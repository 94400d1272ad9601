// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace alerts {

/// A part of the alerts one looks at.
enum class AlertPart { Open, Acknowledged, Silenced, Mine, All, Resolved };
constexpr int alertParts = int(AlertPart::Resolved) + 1;

} // namespace alerts
