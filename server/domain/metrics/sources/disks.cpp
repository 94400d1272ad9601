// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/metrics/sources/disks.h"

#include "domain/metrics/sources/growth.h"
#include "domain/metrics/sources/words.h"

#include <QFileInfo>

#include <algorithm>

namespace metrics::sources {

namespace {
constexpr qint64 sectorBytes = 512; // whatever the disk's own sector size is (Documentation/block/stat)
} // namespace

QMap<QString, DiskCounters> parseDisks(QByteArrayView text)
{
    QMap<QString, DiskCounters> disks;
    Lines lines(text);
    for (QByteArrayView line; lines.next(line);) {
        Words words(line);
        const QByteArrayView name = words.skip(2).next();
        if (name.isEmpty())
            continue;
        DiskCounters counters;
        counters.bytesRead = words.skip(2).number(sectorBytes);
        counters.bytesWritten = words.skip(3).number(sectorBytes);
        counters.busyMs = words.skip(2).number();
        disks.insert(QString::fromLatin1(name), counters);
    }
    return disks;
}

DiskReader::DiskReader(const QString &procRoot, const QString &sysRoot)
    : m_text(procRoot + QStringLiteral("/diskstats")), m_sysRoot(sysRoot)
{
}

bool DiskReader::isWholeDisk(const QString &name)
{
    auto known = m_wholeDisks.constFind(name);
    if (known == m_wholeDisks.constEnd()) {
        const QString device = m_sysRoot + QStringLiteral("/block/") + name + QStringLiteral("/device");
        known = m_wholeDisks.insert(name, QFileInfo::exists(device));
    }
    return *known;
}

void DiskReader::read(double elapsed)
{
    const QMap<QString, DiskCounters> now = parseDisks(m_text.read());
    if (now.isEmpty())
        return;
    DiskIo sum;
    for (auto disk = now.begin(); disk != now.end(); ++disk) {
        if (!isWholeDisk(disk.key()))
            continue;
        sum.bytesRead += disk->bytesRead;
        sum.bytesWritten += disk->bytesWritten;
        const auto before = m_before.constFind(disk.key());
        if (before == m_before.constEnd() || elapsed <= 0)
            continue;
        sum.readRate += growthRate(before->bytesRead, disk->bytesRead, elapsed);
        sum.writeRate += growthRate(before->bytesWritten, disk->bytesWritten, elapsed);
        const double busy = growthRate(before->busyMs, disk->busyMs, elapsed) / 10;
        sum.busyPercent = std::max(sum.busyPercent, std::min(100.0, busy));
    }
    // A disk that is plugged in later is asked for again under its name.
    m_wholeDisks.removeIf([&](auto entry) { return !now.contains(entry.key()); });
    m_before = now;
    m_reading = sum;
}

} // namespace metrics::sources
