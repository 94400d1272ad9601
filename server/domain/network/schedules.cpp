// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/schedules.h"

#include "core/log.h"

#include <QJsonDocument>
#include <QTimeZone>

namespace network {

using core::field;

core::Fields Schedules::Kept::fields()
{
    return {field("shown", &Kept::shown, "What may be told"),
            field("last_at", &Kept::lastAt, "When it was made"), field("by", &Kept::by, "Who set it"),
            field("owner", &Kept::owner, "Their account")};
}

namespace {
const QString scheduleKind = QStringLiteral("schedule");
constexpr std::chrono::seconds lookEvery{10};
// A clock that is set back further than that was wrong before.
constexpr std::chrono::hours nudge{1};

core::Error noSchedule(const QString &id)
{
    return {core::ErrorCode::NotFound, network::Schedules::tr("There is no schedule %1.").arg(id.left(64))};
}
} // namespace

QFuture<core::Result<void>> Schedules::load()
{
    return m_around.records.all(scheduleKind)
        .then(this, [this](const core::Result<QList<core::Record>> &records) -> core::Result<void> {
            if (!records)
                return records.error();
            for (const core::Record &record : *records) {
                auto kept = core::fromJson<Kept>(QJsonDocument::fromJson(record.body).object());
                if (kept)
                    m_kept.insert(record.id, *kept);
                else
                    qCWarning(logNetwork).noquote() << "The schedule" << record.id << "cannot be read.";
            }
            return {};
        });
}

void Schedules::start()
{
    m_timer = m_around.clock.every(lookEvery, [this] { tick(); });
    tick();
}

void Schedules::plan(Kept &kept) const
{
    const auto recurrence = Recurrence::parse(kept.shown.when);
    kept.shown.nextAt.reset();
    if (!recurrence || !kept.shown.isEnabled)
        return;
    const QDateTime next = recurrence->next(m_around.clock.now(), kept.lastAt.value_or(QDateTime()),
                                            QTimeZone::systemTimeZone());
    if (next.isValid())
        kept.shown.nextAt = next.toUTC();
}

void Schedules::tick()
{
    const QDateTime now = m_around.clock.now();
    for (Kept &kept : m_kept) {
        if (kept.lastAt && now.msecsTo(*kept.lastAt) > std::chrono::milliseconds(nudge).count()) {
            kept.lastAt = now;
            plan(kept);
        }
        if (kept.shown.isEnabled && kept.shown.nextAt && *kept.shown.nextAt <= now)
            begin(kept);
    }
}

void Schedules::begin(Kept &kept)
{
    kept.lastAt = m_around.clock.now();
    plan(kept);
    if (!kept.shown.lastScan.isEmpty() && m_around.runs(kept.shown.lastScan)) {
        qCInfo(logNetwork).noquote() << "The scheduled scan" << kept.shown.displayName
                                     << "still runs; it is not begun again.";
        write(kept);
        return;
    }
    const StartScan wish{kept.shown.scanType, kept.shown.target, kept.shown.options};
    m_around.start(wish, tr("schedule %1").arg(kept.shown.displayName), kept.owner)
        .then(this, [this, id = kept.shown.id](const core::Reply &reply) {
            const auto found = m_kept.find(id);
            if (found == m_kept.end())
                return;
            if (const auto begun =
                    reply ? reply->as<StartScan::Reply>() : core::Result<StartScan::Reply>(reply.error()))
                found->shown.lastScan = begun->scanId;
            else
                qCWarning(logNetwork).noquote() << "The scheduled scan" << found->shown.displayName
                                                << "did not begin:" << begun.error().message;
            write(*found);
        });
}

QFuture<core::Result<void>> Schedules::write(const Kept &kept)
{
    return m_around.records.write({{scheduleKind, kept.shown.id, core::Payload(kept).text()}}, {});
}

QFuture<core::Reply> Schedules::list(const core::Command &)
{
    ListSchedules::Reply reply;
    for (const Kept &kept : std::as_const(m_kept))
        reply.schedules << kept.shown;
    return core::ready(reply);
}

core::Result<Schedules::Kept> Schedules::settled(const Schedule &wish) const
{
    if (!wish.id.isEmpty() && !m_kept.contains(wish.id))
        return noSchedule(wish.id);
    if (wish.id.isEmpty() && m_kept.size() >= most) {
        return core::Error{core::ErrorCode::Limited,
                           tr("There are %1 schedules; that is the most.").arg(most)};
    }
    if (wish.displayName.simplified().isEmpty())
        return core::Error{core::ErrorCode::Invalid, tr("Give the schedule a name.")};
    const auto recurrence = Recurrence::parse(wish.when);
    if (!recurrence)
        return recurrence.error();
    Kept kept = m_kept.value(wish.id);
    const QString lastScan = kept.shown.lastScan;
    kept.shown = wish;
    if (wish.id.isEmpty())
        kept.shown.id = QStringLiteral("r-") + m_around.entropy.token(9);
    kept.shown.displayName = wish.displayName.simplified();
    kept.shown.when = recurrence->toString();
    kept.shown.lastScan = lastScan;
    // What is new is made when its time comes, not at once.
    if (!kept.lastAt)
        kept.lastAt = m_around.clock.now();
    plan(kept);
    return kept;
}

QFuture<core::Reply> Schedules::set(const core::Command &command)
{
    const auto asked = command.as<SetSchedule>();
    if (!asked)
        return core::ready(asked.error());
    auto kept = settled(asked->schedule);
    if (!kept)
        return core::ready(kept.error());
    Kept schedule = *kept;
    schedule.by = command.caller.displayName;
    schedule.owner = command.caller.id;
    return m_around.check({schedule.shown.scanType, schedule.shown.target, schedule.shown.options})
        .then(this,
              [this, schedule](const core::Reply &checked) {
                  if (!checked)
                      return core::ready(checked.error());
                  return write(schedule).then(
                      this, [this, schedule](const core::Result<void> &written) -> core::Reply {
                          if (!written)
                              return written.error();
                          m_kept.insert(schedule.shown.id, schedule);
                          return schedule.shown;
                      });
              })
        .unwrap();
}

QFuture<core::Reply> Schedules::remove(const core::Command &command)
{
    const auto asked = command.as<RemoveSchedule>();
    if (!asked)
        return core::ready(asked.error());
    if (!m_kept.contains(asked->id))
        return core::ready(noSchedule(asked->id));
    return m_around.records.write({}, {{scheduleKind, asked->id}})
        .then(this, [this, id = asked->id](const core::Result<void> &removed) -> core::Reply {
            if (!removed)
                return removed.error();
            m_kept.remove(id);
            return identity::Done{};
        });
}

} // namespace network
