// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/metricsmodel.h"
#include "metrics/panel.h"

#include <memory>
#include <vector>

namespace metrics {

/// One panel for everything that is recorded, in the order they are read; what is not recorded has none.
std::vector<std::unique_ptr<Panel>> panelsFor(const client::MetricsModel &model, bool perCore);

} // namespace metrics
