// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QDateTime>
#include <QFuture>
#include <QList>
#include <QMap>
#include <QString>

#include <chrono>

namespace core {

/// All readings of one source at one moment.
struct SampleFrame
{
    QString source;               ///< "host" for this machine, later a device id
    QDateTime at;                 ///< UTC
    QMap<QString, double> values; ///< series name → value, in the unit its name's declaration gives
};

/// A bucket of readings; a bucket without readings does not exist, so a gap stays a gap.
struct SamplePoint
{
    qint64 at = 0; ///< start of the bucket, ms since the epoch, UTC
    double min = 0;
    double avg = 0;
    double max = 0;
    int count = 0; ///< readings in it
};

struct SampleSeries
{
    QString name;
    QList<SamplePoint> points; ///< ascending
};

/// A range of history. At most `points` buckets per series are answered.
struct SampleQuery
{
    QString source;
    QStringList names;
    QDateTime from;
    QDateTime to;
    int points = 600; ///< 1–10000
};

struct SampleRange
{
    std::chrono::milliseconds bucket{1000}; ///< width of every bucket
    std::chrono::milliseconds tier{1000};   ///< width of what is stored underneath
    QList<SampleSeries> series;             ///< in the order asked for; an unknown name has no points
};

/// The port behind which readings are kept: 1 s for 24 h, 1 min for 30 days, 1 h for 2 years.
class SampleStore
{
public:
    SampleStore() = default;
    virtual ~SampleStore() = default;
    SampleStore(const SampleStore &) = delete;
    SampleStore &operator=(const SampleStore &) = delete;

    /// Hands over one frame. Dropped and counted while the disk is low: history is not worth failing for.
    virtual void append(const SampleFrame &frame) = 0;
    virtual QFuture<Result<SampleRange>> range(const SampleQuery &query) = 0;
};

} // namespace core
