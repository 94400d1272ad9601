// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alerts/alertlist.h"

namespace alerts {

/// How fast the alerts that were raised in a time were seen to, as far as they are kept. What is a part of
/// another does not count: nobody was asked to see to it. Of sources, the thousand with the most.
AlertHistory::Reply historyOf(const Shelf &shelf, const AlertHistory &asked, const Visible &isVisible);

} // namespace alerts
