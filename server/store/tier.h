// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/samplestore.h"
#include "store/options.h"

#include <array>

namespace store {

/// How coarse readings are kept.
enum class Tier { Second, Minute, Hour };

inline constexpr std::array tiers{Tier::Second, Tier::Minute, Tier::Hour};
/// Readings are kept a little longer than promised (ms), so that "the last 24 hours" asked a moment ago are
/// all there.
inline constexpr qint64 retentionGrace = 5LL * 60 * 1000;

/// Milliseconds a tier's rows stand for.
constexpr qint64 tierWidth(Tier tier)
{
    return tier == Tier::Second ? 1000 : tier == Tier::Minute ? 60'000 : 3'600'000;
}

QString tierTable(Tier tier);
std::chrono::milliseconds keptFor(Tier tier, const Options &options);

/// The start of the bucket a time lies in; buckets are aligned to the epoch.
constexpr qint64 bucketStart(qint64 at, qint64 width)
{
    const qint64 past = at % width;
    return at - (past < 0 ? past + width : past);
}

/// How a question is answered: from which tier, in buckets of which width.
struct Plan
{
    Tier tier = Tier::Second;
    qint64 bucket = 1000; ///< ms, a multiple of the tier's width
    qint64 from = 0;      ///< ms, start of the first bucket
    qint64 to = 0;        ///< ms, end of the last bucket
};

/// The coarsest tier that still gives `points` buckets their own rows, unless the range begins before what
/// that tier keeps: then the finest that reaches back so far. Every bucket the range touches is whole, and
/// there are at most `points`. Errors: Invalid.
core::Result<Plan> planFor(const core::SampleQuery &query, const Options &options, const QDateTime &now);

} // namespace store
