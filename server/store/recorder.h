// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/samplestore.h"
#include "store/aggregate.h"
#include "store/connection.h"

#include <QHash>

#include <array>

namespace store {

/// Writes frames, and in the same transaction the minute and the hour they belong to, so that the roll-ups
/// are exact whatever happens. Keeps what it wrote last in memory, to be forgotten after a rollback.
class Recorder
{
public:
    /// Within a transaction. A second frame of a source at the same millisecond is ignored. False on failure.
    bool record(Connection &connection, const core::SampleFrame &frame);
    void forget();

private:
    struct RollUp
    {
        qint64 at = -1;
        qint64 layout = 0;
        QStringList names; ///< sorted
        QList<Aggregate> series;
    };

    qint64 sourceId(Connection &connection, const QString &name);
    qint64 layoutId(Connection &connection, const QStringList &names);
    bool rollUp(Connection &connection, qint64 source, const core::SampleFrame &frame, const QByteArray &data,
                RollUp &into, qint64 width, const QString &table);
    bool load(Connection &connection, qint64 source, qint64 at, const QString &table, RollUp &into);
    bool widen(Connection &connection, const QStringList &names, RollUp &into);

    QHash<QString, qint64> m_sources;
    QHash<QString, qint64> m_layouts;
    QHash<qint64, std::array<RollUp, 2>> m_rollUps; ///< minute and hour, by source
};

/// The names of a layout, as they are stored in one text.
QStringList layoutNames(const QString &stored);

} // namespace store
