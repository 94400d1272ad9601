// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/channels.h"
#include "catalog/deliveries.h"
#include "catalog/routes.h"
#include "kit/status.h"

/// What people read of channels, routes and messages.
namespace automation::words {

[[nodiscard]] QString kindTitle(alerts::ChannelKind kind);
/// Where a channel leads, in short.
[[nodiscard]] QString whereTo(const alerts::Channel &channel);
[[nodiscard]] kit::Status statusOf(const alerts::Channel &channel);
[[nodiscard]] QString stateTitle(const alerts::Channel &channel);
[[nodiscard]] kit::Status statusOf(alerts::DeliveryState state);
[[nodiscard]] QString stateTitle(alerts::DeliveryState state);
/// "Mon, Tue 18:00–08:00"; "always" of no hours.
[[nodiscard]] QString hours(const std::optional<alerts::WeeklyHours> &hours);
/// "severity 7 and worse · {site="north"} · once escalated".
[[nodiscard]] QString which(const alerts::Route &route);

} // namespace automation::words
