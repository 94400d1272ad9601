// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/tier.h"

#include <QCoreApplication>

namespace store {

namespace {
constexpr int mostPoints = 10000;
constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr std::array niceWidths{1 * second,  2 * second,  5 * second, 10 * second, 15 * second, 30 * second,
                                1 * minute,  2 * minute,  3 * minute, 5 * minute,  10 * minute, 15 * minute,
                                20 * minute, 30 * minute, 1 * hour,   2 * hour,    3 * hour,    4 * hour,
                                6 * hour,    8 * hour,    12 * hour,  24 * hour,   48 * hour,   168 * hour};

core::Error invalidQuery(const char *why)
{
    return {core::ErrorCode::Invalid, QCoreApplication::translate("store", why)};
}

/// Buckets of that width the range touches.
qint64 touched(qint64 from, qint64 to, qint64 width)
{
    return (bucketStart(to - 1, width) - bucketStart(from, width)) / width + 1;
}

qint64 widthFor(qint64 from, qint64 to, int points, qint64 least)
{
    for (const qint64 width : niceWidths) {
        if (width >= least && touched(from, to, width) <= points)
            return width;
    }
    qint64 width = niceWidths.back();
    while (touched(from, to, width) > points)
        width *= 2; // ends: a bucket as wide as all time since the epoch holds everything
    return width;
}
} // namespace

QString tierTable(Tier tier)
{
    return tier == Tier::Second   ? QStringLiteral("frame")
           : tier == Tier::Minute ? QStringLiteral("minute")
                                  : QStringLiteral("hour");
}

std::chrono::milliseconds keptFor(Tier tier, const Options &options)
{
    return tier == Tier::Second   ? options.keepSeconds
           : tier == Tier::Minute ? options.keepMinutes
                                  : options.keepHours;
}

core::Result<Plan> planFor(const core::SampleQuery &query, const Options &options, const QDateTime &now)
{
    if (!query.from.isValid() || !query.to.isValid() || query.from >= query.to ||
        query.from.toMSecsSinceEpoch() < 0)
        return invalidQuery(
            QT_TRANSLATE_NOOP("store", "from, to: expected two times, the first before the second"));
    if (query.points < 1 || query.points > mostPoints)
        return invalidQuery(QT_TRANSLATE_NOOP("store", "points: expected 1 to 10000"));
    const qint64 from = query.from.toMSecsSinceEpoch();
    const qint64 to = query.to.toMSecsSinceEpoch();
    const qint64 ideal = widthFor(from, to, query.points, second);
    Plan plan;
    for (const Tier tier : tiers) {
        if (tierWidth(tier) <= ideal)
            plan.tier = tier;
    }
    for (const Tier tier : tiers) {
        if (tier <= plan.tier)
            continue;
        const Tier finer = plan.tier;
        if (from < now.toMSecsSinceEpoch() - keptFor(finer, options).count() - retentionGrace)
            plan.tier = tier;
    }
    plan.bucket = widthFor(from, to, query.points, qMax(ideal, tierWidth(plan.tier)));
    plan.from = bucketStart(from, plan.bucket);
    plan.to = bucketStart(to - 1, plan.bucket) + plan.bucket;
    return plan;
}

} // namespace store
