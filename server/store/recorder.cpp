// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recorder.h"

#include "store/tier.h"

#include <algorithm>

namespace store {

namespace {
constexpr QChar nameSeparator(0x1f);
constexpr qsizetype mostLayouts = 256;

/// The id of a text in a table of texts, which gets it when it is new; 0 on failure.
qint64 idOf(Connection &connection, const QString &table, const QString &column, const QString &text)
{
    {
        Statement find(connection, QStringLiteral("SELECT id FROM %1 WHERE %2 = ?").arg(table, column));
        if (!find.run(text))
            return 0;
        if (find.next())
            return find.integer(0);
    }
    Statement add(connection,
                  QStringLiteral("INSERT INTO %1(%2) VALUES (?) RETURNING id").arg(table, column));
    return add.run(text) && add.next() ? add.integer(0) : 0;
}
} // namespace

QStringList layoutNames(const QString &stored) { return stored.split(nameSeparator); }

bool Recorder::record(Connection &connection, const core::SampleFrame &frame)
{
    if (frame.values.isEmpty() || !frame.at.isValid())
        return true;
    const qint64 source = sourceId(connection, frame.source);
    const QStringList names = frame.values.keys();
    const qint64 layout = layoutId(connection, names);
    if (source == 0 || layout == 0)
        return false;
    const QByteArray data = packFrame(frame.values);
    {
        Statement insert(connection,
                         QStringLiteral("INSERT OR IGNORE INTO frame(source, at, layout, data) VALUES "
                                        "(?, ?, ?, ?)"));
        if (!insert.run(source, frame.at.toMSecsSinceEpoch(), layout, data))
            return false;
        if (insert.changed() == 0)
            return true;
    }
    auto &[minute, hour] = m_rollUps[source];
    return rollUp(connection, source, frame, data, minute, tierWidth(Tier::Minute),
                  tierTable(Tier::Minute)) &&
           rollUp(connection, source, frame, data, hour, tierWidth(Tier::Hour), tierTable(Tier::Hour));
}

void Recorder::forget()
{
    m_sources.clear();
    m_layouts.clear();
    m_rollUps.clear();
}

qint64 Recorder::sourceId(Connection &connection, const QString &name)
{
    qint64 &id = m_sources[name];
    if (id == 0)
        id = idOf(connection, QStringLiteral("source"), QStringLiteral("name"), name);
    return id;
}

qint64 Recorder::layoutId(Connection &connection, const QStringList &names)
{
    if (m_layouts.size() >= mostLayouts)
        m_layouts.clear(); // the table knows them all
    const QString text = names.join(nameSeparator);
    qint64 &id = m_layouts[text];
    if (id == 0)
        id = idOf(connection, QStringLiteral("layout"), QStringLiteral("names"), text);
    return id;
}

bool Recorder::rollUp(Connection &connection, qint64 source, const core::SampleFrame &frame,
                      const QByteArray &data, RollUp &into, qint64 width, const QString &table)
{
    const qint64 at = bucketStart(frame.at.toMSecsSinceEpoch(), width);
    const QStringList names = frame.values.keys();
    if ((into.at != at && !load(connection, source, at, table, into)) || !widen(connection, names, into))
        return false;
    qsizetype target = 0;
    for (qsizetype place = 0; place < names.size(); ++place, ++target) {
        while (into.names.at(target) != names.at(place))
            ++target; // both are sorted, and every name is there
        into.series[target].merge(frameAt(data, place));
    }
    Statement save(
        connection,
        QStringLiteral("INSERT INTO %1(source, at, layout, data) VALUES (?, ?, ?, ?) ON CONFLICT(source, "
                       "at) DO UPDATE SET layout = excluded.layout, data = excluded.data")
            .arg(table));
    return save.run(source, at, into.layout, packRollUp(into.series));
}

bool Recorder::load(Connection &connection, qint64 source, qint64 at, const QString &table, RollUp &into)
{
    into = {};
    into.at = at;
    Statement find(connection,
                   QStringLiteral("SELECT layout, names, data FROM %1 JOIN layout ON layout.id = layout "
                                  "WHERE source = ? AND at = ?")
                       .arg(table));
    if (!find.run(source, at))
        return false;
    if (!find.next())
        return true;
    into.layout = find.integer(0);
    into.names = layoutNames(find.text(1));
    const QByteArray data = find.blob(2);
    for (qsizetype place = 0; place < into.names.size(); ++place)
        into.series += rollUpAt(data, place);
    return true;
}

bool Recorder::widen(Connection &connection, const QStringList &names, RollUp &into)
{
    QStringList all;
    std::set_union(into.names.begin(), into.names.end(), names.begin(), names.end(), std::back_inserter(all));
    if (all == into.names)
        return true;
    QList<Aggregate> series;
    qsizetype old = 0;
    for (const QString &name : std::as_const(all)) {
        const bool isOld = old < into.names.size() && into.names.at(old) == name;
        series += isOld ? into.series.at(old++) : Aggregate();
    }
    into.names = all;
    into.series = series;
    into.layout = layoutId(connection, all);
    return into.layout != 0;
}

} // namespace store
