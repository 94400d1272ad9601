// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/duty.h"

#include "domain/alerts/channels/weekly.h"

#include <QSet>

#include <algorithm>

namespace alerts::channels {

namespace {
qint64 floored(qint64 days, qint64 by) { return days >= 0 ? days / by : -((by - 1 - days) / by); }
} // namespace

std::optional<Duty> Duty::of(const Rota &rota, const QDateTime &now)
{
    if (rota.members.isEmpty())
        return std::nullopt;
    const QTimeZone zone = Weekly::zone(rota.timeZone);
    const QDate start = QDate::fromString(rota.start, Qt::ISODate);
    const QDateTime local = now.toTimeZone(zone);
    const qint64 length = rota.handover == Handover::Weekly ? 7 : 1;
    const qint64 days = start.daysTo(local.date()) - (local.time().hour() < rota.hour ? 1 : 0);
    // Before the first turn the one before has it: somebody always does.
    const qint64 turn = floored(days, length);
    const qint64 count = rota.members.size();
    Duty out;
    out.member = rota.members.at(((turn % count) + count) % count);
    out.handoverAt =
        QDateTime(start.addDays((turn + 1) * length), QTime(rota.hour, 0), zone).toTimeSpec(Qt::UTC);
    for (const RotaOverride &each : rota.overrides) {
        if (now < each.from || now >= each.until)
            continue;
        for (const RotaMember &member : rota.members) {
            if (member.displayName == each.member)
                out.member = member;
        }
    }
    return out;
}

core::Result<void> Duty::check(const Rota &rota)
{
    const auto wrong = [](const QString &text) { return core::Error{core::ErrorCode::Invalid, text}; };
    if (!Weekly::zone(rota.timeZone).isValid())
        return Weekly::noZone(rota.timeZone);
    if (!QDate::fromString(rota.start, Qt::ISODate).isValid())
        return wrong(tr("Say on which day the first turn begins, as 2026-11-23."));
    if (rota.members.isEmpty())
        return wrong(tr("A rota needs somebody."));
    QSet<QString> names;
    for (const RotaMember &member : rota.members) {
        if (member.displayName.trimmed().isEmpty() || names.contains(member.displayName))
            return wrong(tr("Everybody in a rota needs a name of their own."));
        names.insert(member.displayName);
    }
    for (const RotaOverride &each : rota.overrides) {
        if (!names.contains(each.member))
            return wrong(tr("%1 stands in, but is not in the rota.").arg(each.member.left(64)));
        if (each.until <= each.from)
            return wrong(tr("Whoever stands in does so until later than from when on."));
    }
    return {};
}

} // namespace alerts::channels
