// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/scanruns.h"
#include "core/recordstore.h"
#include "domain/network/sighting.h"

#include <QObject>

namespace network {

/// What a scan found.
struct ScanFound
{
    QList<ScannedDevice> devices;
    QList<LookedAt> looked;

    static core::Fields fields();
};

/// A scan with what it found.
struct KeptScan
{
    ScanRun run;
    ScanFound found;
};

/// The scans that were run, by their ids; greater ones are later.
class ScanArchive final : public QObject
{
    Q_OBJECT
public:
    explicit ScanArchive(core::RecordStore &records) : m_records(records) {}

    QFuture<core::Result<void>> keep(const ScanRun &run, const ScanFound &found);
    QFuture<core::Result<void>> remove(const QString &id);
    /// Errors: NotFound, Unavailable.
    QFuture<core::Result<KeptScan>> find(const QString &id);
    /// The newest first; `before` as RecordStore has it.
    QFuture<core::Result<QList<ScanRun>>> latest(const QString &before, int limit);
    /// The newest before it that was completed with the same type and target.
    QFuture<core::Result<std::optional<KeptScan>>> before(const ScanRun &run);
    /// Those that were running when the house was left are over.
    QFuture<core::Result<void>> closeBroken(const QDateTime &now);
    /// How a scan ended that was running then.
    static QString brokenText(double progress);
    /// What is not as it was between two of them.
    static CompareScans::Reply compare(const KeptScan &former, const KeptScan &later);

private:
    core::RecordStore &m_records;
};

} // namespace network
