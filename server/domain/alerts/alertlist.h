// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertcommands.h"
#include "core/result.h"
#include "domain/alerts/shelf.h"

#include <functional>

namespace alerts {

/// Whether the caller may see an alert.
using Visible = std::function<bool(const Alert &)>;

/// The page of alerts that is asked for. Errors: Invalid (matchers).
core::Result<ListAlerts::Reply> pageOf(const Shelf &shelf, const ListAlerts &asked, const Visible &isVisible);

/// One alert and what is a part of it; without its story. Errors: NotFound.
core::Result<GetAlert::Reply> alertOf(const Shelf &shelf, const GetAlert &asked, const Visible &isVisible);
core::Error noAlert(const QString &id);

} // namespace alerts
