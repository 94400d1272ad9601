// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "alerts/alertcolumns.h"
#include "client/facts.h"

namespace alerts {

/// What is known of an alert, in plain words; what is not known is left out.
[[nodiscard]] client::Facts factsOf(const Alert &alert, const AlertSetting &setting);
/// What was done, as a sentence without who and when.
[[nodiscard]] QString deedLine(const AlertEntry &entry);

} // namespace alerts
