// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/metrics.h"
#include "domain/metrics/sources/textfile.h"

#include <QHash>

namespace metrics::sources {

/// Counters of one block device since start-up.
struct DiskCounters
{
    qint64 bytesRead = 0;
    qint64 bytesWritten = 0;
    qint64 busyMs = 0;
};

/// Reads /proc/diskstats: every block device by name, partitions too.
QMap<QString, DiskCounters> parseDisks(QByteArrayView text);

/// Reads the traffic of whole, real disks; partitions, loops and layers above disks would count it twice.
class DiskReader
{
public:
    DiskReader(const QString &procRoot, const QString &sysRoot);

    /// `elapsed` seconds since the last call; 0: no rates yet.
    void read(double elapsed);
    [[nodiscard]] const DiskIo &reading() const { return m_reading; }

private:
    bool isWholeDisk(const QString &name);

    TextFile m_text;
    QString m_sysRoot;
    QHash<QString, bool> m_wholeDisks;
    QMap<QString, DiskCounters> m_before;
    DiskIo m_reading;
};

} // namespace metrics::sources
