// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/assistant/querybook.h"

namespace assistant {

/// What may be asked of devices: what is down, how one is and why, how many, ports, new ones.
QList<Query> deviceQueries();
/// How a device is, and why it is so.
QList<Query> conditionQueries();
/// What changed in a time.
QList<Query> changeQueries();
/// What may be asked of alerts and silences.
QList<Query> alertQueries();
/// Where a device is plugged in; departments and networks.
QList<Query> placeQueries();
/// This machine's load.
QList<Query> machineQueries();
/// Scans, people who are here, watched services.
QList<Query> houseQueries();
/// What may be asked; of a book that outlives it.
Query helpQuery(const QueryBook &book);

/// All of them.
void addQueries(QueryBook &book);

} // namespace assistant
