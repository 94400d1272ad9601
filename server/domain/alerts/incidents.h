// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/security.h"
#include "domain/alerts/condition.h"

namespace alerts {

/// The alert that an incident raises. The same kind of incident in the same department is the same alert.
Condition conditionOf(const security::Incident &incident);
/// An alert that somebody else raised, as one of ours; `origin`: whose it is.
Condition conditionOf(const Raised &alert, const QString &origin);

} // namespace alerts
