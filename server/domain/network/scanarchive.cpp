// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scanarchive.h"

#include "core/finished.h"
#include "domain/network/scandiff.h"

#include <QJsonDocument>

#include <algorithm>

namespace network {

using core::field;

core::Fields ScanFound::fields()
{
    return {field("devices", &ScanFound::devices, "In the order in which they answered"),
            field("looked", &ScanFound::looked, "Which ports were looked at")};
}

namespace {
const QString scanKind = QStringLiteral("scan");
const QString foundKind = QStringLiteral("scan.found");
constexpr int searchedBefore = 1000;

template <class T>
std::optional<T> parsed(const QByteArray &body)
{
    const auto value = core::fromJson<T>(QJsonDocument::fromJson(body).object());
    return value ? std::optional(*value) : std::nullopt;
}

bool lookedAtPort(const QList<LookedAt> &looked, const QString &port)
{
    const int number = port.section(u'/', 0, 0).toInt();
    const QString protocol = port.section(u'/', 1);
    return std::any_of(looked.begin(), looked.end(), [&](const LookedAt &part) {
        return part.protocol == protocol && part.first <= number && number <= part.last;
    });
}
} // namespace

QFuture<core::Result<void>> ScanArchive::keep(const ScanRun &run, const ScanFound &found)
{
    return m_records.write({{scanKind, run.scanId, core::Payload(run).text()},
                            {foundKind, run.scanId, core::Payload(found).text()}},
                           {});
}

QFuture<core::Result<void>> ScanArchive::remove(const QString &id)
{
    return m_records.write({}, {{scanKind, id}, {foundKind, id}});
}

QFuture<core::Result<KeptScan>> ScanArchive::find(const QString &id)
{
    using Bodies = core::Result<std::optional<QByteArray>>;
    const core::Error none{core::ErrorCode::NotFound, tr("There is no scan %1.").arg(id.left(128))};
    return m_records.one({scanKind, id})
        .then(this,
              [this, id, none](const Bodies &body) {
                  if (!body)
                      return core::finished(core::Result<KeptScan>(body.error()));
                  const auto run = *body ? parsed<ScanRun>(**body) : std::nullopt;
                  if (!run)
                      return core::finished(core::Result<KeptScan>(none));
                  return m_records.one({foundKind, id})
                      .then(this, [run = *run](const Bodies &found) -> core::Result<KeptScan> {
                          if (!found)
                              return found.error();
                          const auto what = *found ? parsed<ScanFound>(**found) : std::nullopt;
                          return KeptScan{run, what.value_or(ScanFound())};
                      });
              })
        .unwrap();
}

QFuture<core::Result<QList<ScanRun>>> ScanArchive::latest(const QString &before, int limit)
{
    return m_records.latest(scanKind, before, limit)
        .then(this, [](const core::Result<QList<core::Record>> &records) -> core::Result<QList<ScanRun>> {
            if (!records)
                return records.error();
            QList<ScanRun> runs;
            for (const core::Record &record : *records) {
                if (const auto run = parsed<ScanRun>(record.body))
                    runs << *run;
            }
            return runs;
        });
}

QFuture<core::Result<std::optional<KeptScan>>> ScanArchive::before(const ScanRun &run)
{
    using Found = core::Result<std::optional<KeptScan>>;
    return latest(run.scanId, searchedBefore)
        .then(this,
              [this, run](const core::Result<QList<ScanRun>> &runs) {
                  if (!runs)
                      return core::finished(Found(runs.error()));
                  const auto former = std::find_if(runs->begin(), runs->end(), [&](const ScanRun &each) {
                      return each.status == ScanState::Completed && each.scanType == run.scanType &&
                             each.target == run.target;
                  });
                  if (former == runs->end())
                      return core::finished(Found(std::nullopt));
                  return find(former->scanId).then(this, [](const core::Result<KeptScan> &kept) -> Found {
                      return kept ? Found(*kept) : Found(kept.error());
                  });
              })
        .unwrap();
}

QFuture<core::Result<void>> ScanArchive::closeBroken(const QDateTime &now)
{
    return latest(QString(), searchedBefore)
        .then(this,
              [this, now](const core::Result<QList<ScanRun>> &runs) {
                  if (!runs)
                      return core::finished(core::Result<void>(runs.error()));
                  QList<core::Record> broken;
                  for (ScanRun run : *runs) {
                      if (run.status != ScanState::Running)
                          continue;
                      run.status = ScanState::Failed;
                      run.completedAt = now;
                      run.message = brokenText(run.progress);
                      broken << core::Record{scanKind, run.scanId, core::Payload(run).text()};
                  }
                  return broken.isEmpty() ? core::finished(core::Result<void>())
                                          : m_records.write(broken, {});
              })
        .unwrap();
}

QString ScanArchive::brokenText(double progress)
{
    return tr("Belfry was stopped at %1 %. What was found until then is kept.").arg(qRound(progress));
}

CompareScans::Reply ScanArchive::compare(const KeptScan &former, const KeptScan &later)
{
    CompareScans::Reply reply =
        compareScans(former.found.devices, later.found.devices, [&](const QString &port) {
            return lookedAtPort(former.found.looked, port) && lookedAtPort(later.found.looked, port);
        });
    reply.scanId = later.run.scanId;
    reply.with = former.run.scanId;
    return reply;
}

} // namespace network
