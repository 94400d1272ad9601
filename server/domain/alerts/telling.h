// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertnotice.h"
#include "domain/alerts/kept.h"

#include <chrono>

namespace alerts {

// What people have yet to be told of an alert. It follows from what it is and what they were told last, both
// of which are kept: nothing is forgotten or told twice when Belfry is ended at any time.

/// It comes and goes when it did so more often than this in an hour, until it has been steady for so long.
constexpr int steadyTurns = 6;
constexpr std::chrono::minutes steadyAfter{10};

/// What it is now, as it would be told.
Told standing(const Kept &kept);
/// Whether anything but the time keeps what is known from being what is so.
bool isUntold(const Kept &kept);
/// What is to be told now; nothing: nothing, or not now.
std::optional<NoticeReason> newsOf(const Kept &kept, const QDateTime &now);
/// It came or went.
void turn(Kept &kept, const QDateTime &now);
bool isFlapping(const Kept &kept, const QDateTime &now);

} // namespace alerts
