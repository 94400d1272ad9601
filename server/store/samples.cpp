// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/samples.h"

#include "store/aggregate.h"

namespace store {

namespace {
/// Puts rows, which come in ascending order, into buckets.
class Bucketing
{
public:
    Bucketing(const core::SampleQuery &query, const Plan &plan) : m_plan(plan), m_open(query.names.size())
    {
        m_range.bucket = std::chrono::milliseconds(plan.bucket);
        m_range.tier = std::chrono::milliseconds(tierWidth(plan.tier));
        for (const QString &name : query.names)
            m_range.series += core::SampleSeries{name, {}};
    }

    void add(qint64 at, qsizetype series, const Aggregate &readings)
    {
        const qint64 start = bucketStart(at, m_plan.bucket);
        if (start != m_at) {
            finish();
            m_at = start;
        }
        m_open[series].merge(readings);
    }

    core::SampleRange take()
    {
        finish();
        return std::move(m_range);
    }

private:
    void finish()
    {
        for (qsizetype series = 0; series < m_open.size(); ++series) {
            const Aggregate one = std::exchange(m_open[series], Aggregate());
            if (one.count > 0)
                m_range.series[series].points +=
                    core::SamplePoint{m_at, one.least, one.sum / one.count, one.most, int(one.count)};
        }
    }

    const Plan &m_plan;
    qint64 m_at = -1;
    QList<Aggregate> m_open;
    core::SampleRange m_range;
};

/// Where the series asked for are in a layout; -1: not there.
std::optional<QList<qsizetype>> placesIn(Connection &connection, qint64 layout, const QStringList &names)
{
    Statement find(connection, QStringLiteral("SELECT names FROM layout WHERE id = ?"));
    if (!find.run(layout) || !find.next())
        return std::nullopt;
    const QStringList stored = layoutNames(find.text(0));
    QList<qsizetype> places;
    for (const QString &name : names)
        places += stored.indexOf(name);
    return places;
}

core::Result<core::SampleRange> readRange(Connection &connection, const core::SampleQuery &query,
                                          const Plan &plan)
{
    Bucketing buckets(query, plan);
    QHash<qint64, QList<qsizetype>> layouts;
    const auto valueAt = plan.tier == Tier::Second ? frameAt : rollUpAt;
    Statement rows(connection,
                   QStringLiteral("SELECT at, layout, data FROM %1 WHERE source = (SELECT id FROM source "
                                  "WHERE name = ?) AND at >= ? AND at < ? ORDER BY at")
                       .arg(tierTable(plan.tier)));
    if (!rows.run(query.source, plan.from, plan.to))
        return readError(connection);
    qint64 lastLayout = 0;
    QList<qsizetype> places;
    while (rows.next()) {
        const qint64 layout = rows.integer(1);
        if (layout != lastLayout) {
            if (!layouts.contains(layout)) {
                const auto found = placesIn(connection, layout, query.names);
                if (!found)
                    return readError(connection);
                layouts.insert(layout, *found);
            }
            places = layouts.value(layout);
            lastLayout = layout;
        }
        const qint64 at = rows.integer(0);
        const QByteArray data = rows.blob(2);
        for (qsizetype series = 0; series < places.size(); ++series)
            buckets.add(at, series, valueAt(data, places.at(series)));
    }
    if (connection.failure().code != SqlFailure::None)
        return readError(connection);
    return buckets.take();
}
} // namespace

QFuture<core::Result<core::SampleRange>> Samples::range(const core::SampleQuery &query)
{
    const core::Result<Plan> plan = planFor(query, m_options, m_clock.now());
    if (!plan)
        return answered<core::SampleRange>(plan.error());
    return m_reader.ask<core::SampleRange>(
        Reader::File::Metrics,
        [query, plan = *plan](Connection &connection) { return readRange(connection, query, plan); });
}

} // namespace store
