// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finished.h"
#include "domain/network/scan/plan.h"
#include "domain/network/scanunderway.h"

namespace network {

namespace {
constexpr int searchedScans = 1000;

Scan briefly(const ScanRun &run)
{
    return {run.scanId,   run.scanType,  run.target,      run.status,
            run.progress, run.startedAt, run.completedAt, run.message};
}
} // namespace

QFuture<core::Reply> Scans::start(const core::Command &command)
{
    const auto asked = command.as<StartScan>();
    return asked ? startFor(*asked, command.caller.displayName, command.caller.id)
                 : core::ready(asked.error());
}

QFuture<core::Reply> Scans::cancel(const core::Command &command)
{
    const auto asked = command.as<CancelScan>();
    if (!asked)
        return core::ready(asked.error());
    const auto active = m_active.find(asked->scanId);
    if (active == m_active.end() || active->second->work == nullptr || active->second->work->isOver()) {
        return core::ready(core::Error{core::ErrorCode::NotFound,
                                       tr("There is no running scan %1.").arg(asked->scanId.left(128))});
    }
    if (active->second->owner != command.caller.id && !command.caller.may(core::roles::admins)) {
        return core::ready(core::Error{core::ErrorCode::Forbidden,
                                       tr("%1 started this scan. Ask them or an administrator to cancel it.")
                                           .arg(active->second->run.startedBy)});
    }
    active->second->work->cancel();
    return core::ready(identity::Done{});
}

QFuture<core::Reply> Scans::status(const core::Command &command)
{
    const auto asked = command.as<ScanStatus>();
    if (!asked)
        return core::ready(asked.error());
    return m_archive.latest(QString(), asked->scanId ? searchedScans : recentScans)
        .then(this, [this, id = asked->scanId](const core::Result<QList<ScanRun>> &runs) -> core::Reply {
            if (!runs)
                return runs.error();
            ScanStatus::Reply reply;
            for (const auto &[each, active] : m_active) {
                if (!id || *id == each)
                    reply.activeScans << briefly(active->run);
            }
            for (const ScanRun &run : *runs) {
                if (m_active.contains(run.scanId) || (id && *id != run.scanId))
                    continue;
                const Active *over = fresh(run.scanId);
                reply.completedScans << briefly(over == nullptr ? run : over->run);
            }
            if (id && reply.activeScans.isEmpty() && reply.completedScans.isEmpty())
                return core::Error{core::ErrorCode::NotFound, tr("There is no scan %1.").arg(id->left(128))};
            return reply;
        });
}

QFuture<core::Reply> Scans::list(const core::Command &command)
{
    const auto asked = command.as<ListScans>();
    if (!asked)
        return core::ready(asked.error());
    return m_archive.latest(asked->before, asked->limit)
        .then(this, [this](const core::Result<QList<ScanRun>> &runs) -> core::Reply {
            if (!runs)
                return runs.error();
            ListScans::Reply reply{*runs};
            for (ScanRun &run : reply.scans) {
                if (const Active *known = fresh(run.scanId))
                    run = known->run;
            }
            return reply;
        });
}

QFuture<core::Reply> Scans::get(const core::Command &command)
{
    const auto asked = command.as<GetScan>();
    if (!asked)
        return core::ready(asked.error());
    if (const Active *known = fresh(asked->scanId))
        return core::ready(GetScan::Reply{known->run, known->found.devices});
    return m_archive.find(asked->scanId).then(this, [](const core::Result<KeptScan> &kept) -> core::Reply {
        if (!kept)
            return kept.error();
        return GetScan::Reply{kept->run, kept->found.devices};
    });
}

QFuture<core::Reply> Scans::compare(const core::Command &command)
{
    const auto asked = command.as<CompareScans>();
    if (!asked)
        return core::ready(asked.error());
    return m_archive.find(asked->scanId)
        .then(this,
              [this, with = asked->with](const core::Result<KeptScan> &later) {
                  if (!later)
                      return core::ready(later.error());
                  const auto compared = [later =
                                             *later](const core::Result<KeptScan> &former) -> core::Reply {
                      return former ? core::Reply(ScanArchive::compare(*former, later))
                                    : core::Reply(former.error());
                  };
                  if (!with.isEmpty())
                      return m_archive.find(with).then(this, compared);
                  return m_archive.before(later->run)
                      .then(this,
                            [compared](const core::Result<std::optional<KeptScan>> &former) -> core::Reply {
                                if (!former)
                                    return former.error();
                                if (*former)
                                    return compared(**former);
                                return core::Error{
                                    core::ErrorCode::NotFound,
                                    tr("There is no earlier scan of the same kind to compare with.")};
                            });
              })
        .unwrap();
}

QFuture<core::Reply> Scans::preview(const core::Command &command)
{
    const auto asked = command.as<PreviewScan>();
    return asked ? previewOf(*asked) : core::ready(asked.error());
}

QFuture<core::Reply> Scans::previewOf(const PreviewScan &asked)
{
    const auto answer = std::make_shared<QPromise<core::Reply>>();
    answer->start();
    QFuture<core::Reply> future = answer->future();
    const auto say = [answer](const core::Reply &reply) {
        answer->addResult(reply);
        answer->finish();
    };
    settleWish({asked.scanType, asked.target, asked.options}, [this,
                                                               say](const core::Result<scan::Wish> &wish) {
        if (!wish)
            return say(wish.error());
        whenAble([this, say, wish = *wish] {
            const scan::Preview preview = scan::Preview::of(wish, m_survey.abilities());
            say(PreviewScan::Reply{
                preview.what, preview.command.isEmpty() ? QStringList() : QStringList{preview.command},
                double(preview.addresses), preview.ports, double(preview.estimate.count()), preview.notes});
        });
    });
    return future;
}

} // namespace network
