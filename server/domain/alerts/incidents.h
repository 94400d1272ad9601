// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alerts.h"
#include "catalog/security.h"
#include "core/entropy.h"
#include "core/publisher.h"

namespace alerts {

/// The alert that an incident raises, for whom the incident was for and as urgent.
core::Draft raisedBy(const security::Incident &incident, const core::Event &event, core::Entropy &entropy,
                     const QDateTime &now);

} // namespace alerts
