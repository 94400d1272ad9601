// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/health.h"
#include "catalog/session.h"
#include "engine/clientele.h"

namespace engine {

/// How the house is doing, of parts that ThreatLens' contract names and its database.
metrics::Health healthOf(const Clientele &clientele, const session::ServerStatus::Reply &house,
                         const QDateTime &now);

} // namespace engine
