// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/telling.h"

namespace alerts {

Told standing(const Kept &kept)
{
    Told out = kept.told;
    out.isFiring = kept.isFiring();
    out.isAcknowledged = kept.shown.state == AlertState::Acknowledged;
    out.isFlapping = kept.shown.isFlapping;
    out.severity = out.isFiring ? kept.shown.severity : 0;
    out.level = kept.shown.level;
    out.lapses = kept.lapses;
    out.reopenings = kept.shown.reopenings;
    return out;
}

namespace {
std::optional<NoticeReason> difference(const Kept &kept)
{
    const Told now = standing(kept);
    const Told &told = kept.told;
    if (now.isFlapping)
        return told.isFlapping ? std::nullopt : std::optional(NoticeReason::Flapping);
    if (now.isFiring != told.isFiring) {
        if (!now.isFiring)
            return NoticeReason::Resolved;
        // Somebody looks after it already: there is nothing to be told.
        if (now.isAcknowledged)
            return std::nullopt;
        return now.reopenings > told.reopenings ? NoticeReason::Reopened : NoticeReason::Raised;
    }
    if (!now.isFiring)
        return std::nullopt;
    if (now.severity > told.severity)
        return NoticeReason::Worsened;
    if (now.isAcknowledged != told.isAcknowledged)
        return now.isAcknowledged ? NoticeReason::Acknowledged : NoticeReason::Lapsed;
    if (now.level > told.level)
        return NoticeReason::Escalated;
    return now.lapses > told.lapses ? std::optional(NoticeReason::Lapsed) : std::nullopt;
}

/// What ends what people see is told whatever else is so.
bool isWithdrawal(NoticeReason reason)
{
    return reason == NoticeReason::Resolved || reason == NoticeReason::Acknowledged;
}
} // namespace

bool isUntold(const Kept &kept) { return kept.shown.isFlapping || difference(kept).has_value(); }

std::optional<NoticeReason> newsOf(const Kept &kept, const QDateTime &now)
{
    const auto reason = difference(kept);
    if (!reason || isWithdrawal(*reason))
        return reason;
    const bool isQuiet = kept.quietUntil && now < *kept.quietUntil;
    return kept.isFolded() || kept.isSilenced() || isQuiet ? std::nullopt : reason;
}

void turn(Kept &kept, const QDateTime &now)
{
    kept.turns << now;
    while (kept.turns.size() > steadyTurns + 1)
        kept.turns.removeFirst();
    kept.shown.isFlapping = isFlapping(kept, now);
}

bool isFlapping(const Kept &kept, const QDateTime &now)
{
    constexpr int hour = 3600;
    if (kept.turns.size() <= steadyTurns ||
        kept.turns.last().addSecs(std::chrono::seconds(steadyAfter).count()) <= now)
        return false;
    // Once it flaps, it does until it is steady.
    return kept.shown.isFlapping || kept.turns.first().addSecs(hour) >= now;
}

} // namespace alerts
