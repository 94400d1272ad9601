// SPDX-License-Identifier: GPL-3.0-or-later
// What people ask of silences.
#include "domain/alerts/departments.h"
#include "domain/alerts/silences.h"

#include <algorithm>

namespace alerts {

namespace {
core::Error noSuch(const QString &id)
{
    return {core::ErrorCode::NotFound,
            alerts::Silences::tr("There is no silence or maintenance window %1.").arg(id.left(32))};
}

core::Error reachesFurther(const QString &id)
{
    return {
        core::ErrorCode::Forbidden,
        alerts::Silences::tr("The silence %1 holds for departments that you may not see. Ask somebody who "
                             "may see them to change it.")
            .arg(id)};
}

core::Error tooMany()
{
    return {core::ErrorCode::Limited,
            alerts::Silences::tr("There are %1 of them; that is the most.").arg(Silences::most)};
}

core::Error badSilence(const QString &text) { return {core::ErrorCode::Invalid, text}; }
} // namespace

QFuture<core::Reply> Silences::list(const core::Command &command)
{
    const auto asked = command.as<ListSilences>();
    if (!asked)
        return core::ready(asked.error());
    look();
    ListSilences::Reply reply;
    const Counts counts = m_count(command.caller);
    for (const auto &[id, silence] : m_silences) {
        if ((silence.kept.shown.isOver && !asked->isOver) ||
            !concerns(silence.kept.shown.departments, command.caller))
            continue;
        reply.silences << silence.kept.shown;
        reply.silences.last().alerts = counts.value(id);
    }
    std::sort(reply.silences.begin(), reply.silences.end(),
              [](const Silence &a, const Silence &b) { return a.until < b.until; });
    return core::ready(reply);
}

QFuture<core::Reply> Silences::keep(const KeptSilence &kept, const core::Principal &by)
{
    return m_records.write({recordOf(kept)}, {})
        .then(this, [this, kept, by](const core::Result<void> &written) -> core::Reply {
            if (!written)
                return written.error();
            take(kept);
            m_changed();
            Q_EMIT altered(kept.shown.id, by.displayName);
            Silence shown = kept.shown;
            shown.alerts = m_count(by).value(shown.id);
            Q_EMIT silenced(shown, by.displayName);
            return shown;
        });
}

QFuture<core::Reply> Silences::set(const core::Command &command)
{
    const auto asked = command.as<SetSilence>();
    if (!asked)
        return core::ready(asked.error());
    const auto known = m_silences.find(asked->id);
    if (!asked->id.isEmpty() && !doesConcern(asked->id, command.caller))
        return core::ready(noSuch(asked->id));
    if (known != m_silences.end() && !liesWithin(known->second.kept.shown.departments, command.caller))
        return core::ready(reachesFurther(asked->id));
    if (asked->id.isEmpty() && m_silences.size() >= most)
        return core::ready(tooMany());
    const auto matchers = Matchers::parse(asked->matchers);
    if (!matchers)
        return core::ready(matchers.error());
    const QDateTime now = m_clock.now();
    if (asked->until <= now)
        return core::ready(badSilence(tr("A silence ends in the future; say when.")));
    if (asked->reason.simplified().isEmpty())
        return core::ready(badSilence(tr("Say why they are silenced, for those who wonder.")));
    KeptSilence kept;
    kept.shown.id = asked->id.isEmpty() ? QStringLiteral("S-%1").arg(++m_lastSilence) : asked->id;
    kept.shown.createdAt = known == m_silences.end() ? now : known->second.kept.shown.createdAt;
    kept.shown.matchers = matchers->list();
    kept.shown.until = asked->until.toUTC();
    kept.shown.reason = asked->reason.simplified();
    kept.shown.by = command.caller.displayName;
    // It reaches no further because somebody else changes it.
    kept.shown.departments =
        known == m_silences.end() ? command.caller.departments : known->second.kept.shown.departments;
    return keep(kept, command.caller);
}

QFuture<core::Reply> Silences::remove(const core::Command &command)
{
    const auto asked = command.as<RemoveSilence>();
    if (!asked)
        return core::ready(asked.error());
    const auto known = m_silences.find(asked->id);
    if (!doesConcern(asked->id, command.caller))
        return core::ready(noSuch(asked->id));
    if (!liesWithin(known->second.kept.shown.departments, command.caller))
        return core::ready(reachesFurther(asked->id));
    KeptSilence kept = known->second.kept;
    kept.shown.isOver = true;
    kept.shown.until = std::min(kept.shown.until, m_clock.now());
    return keep(kept, command.caller);
}

} // namespace alerts
