// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/intake.h"

#include "domain/alerts/folding.h"
#include "domain/alerts/telling.h"

namespace alerts {

void Intake::take(const Condition &condition)
{
    const Kept *last = m_turn.shelf().latest(condition.fingerprint);
    if (!condition.isFiring) {
        if (last != nullptr && last->isFiring())
            resolve(*last, condition.at);
        return;
    }
    if (last == nullptr) {
        raise(condition);
        return;
    }
    if (last->isFiring()) {
        update(*last, condition);
        return;
    }
    const QDateTime end = last->shown.resolvedAt.value_or(last->shown.lastAt);
    if (end.addSecs(std::chrono::seconds(reopenedWithin).count()) < condition.at) {
        raise(condition);
        return;
    }
    Kept again = *last;
    describe(again, condition);
    ++again.shown.occurrences;
    // It began before, and is so still: what came between was a mistake or a silence.
    reopen(again, std::max(condition.at, end));
}

void Intake::describe(Kept &kept, const Condition &condition) const
{
    Alert &alert = kept.shown;
    alert.title = condition.title;
    alert.message = condition.message;
    alert.alertType = condition.kind;
    alert.severity = condition.severity;
    alert.labels = condition.labels;
    alert.subjectId = condition.subjectId;
    alert.causeId = condition.causeId;
    alert.source = condition.source;
    alert.lastAt = condition.at;
    kept.isOutage = condition.isOutage;
    kept.lapsesAt = condition.lapsesAt.isValid() ? std::optional(condition.lapsesAt) : std::nullopt;
    m_mark(alert);
}

void Intake::raise(const Condition &condition)
{
    Kept kept;
    kept.number = m_turn.nextNumber();
    kept.shown.id = alertId(kept.number);
    kept.shown.fingerprint = condition.fingerprint;
    describe(kept, condition);
    kept.shown.raisedAt = condition.at;
    kept.restlessAt = m_turn.now();
    turn(kept, condition.at);
    m_turn.put(kept, Deed::Raised, {}, condition.message, condition.at);
    folding::settle(m_turn, kept.number);
    folding::adopt(m_turn, *m_turn.shelf().find(kept.number));
}

void Intake::update(Kept kept, const Condition &condition)
{
    const Kept before = kept;
    describe(kept, condition);
    // What is only told again in time is no other time.
    if (!before.lapsesAt || condition.at > before.shown.lastAt)
        ++kept.shown.occurrences;
    if (kept.shown.severity != before.shown.severity || kept.shown.title != before.shown.title)
        m_turn.put(kept, Deed::Changed, {},
                   QStringLiteral("%1 · %2").arg(kept.shown.severity).arg(kept.shown.title), condition.at);
    else
        m_turn.put(kept);
    if (kept.shown.causeId != before.shown.causeId)
        folding::settle(m_turn, kept.number);
    if (before.isOutage && (!kept.isOutage || kept.shown.subjectId != before.shown.subjectId))
        folding::release(m_turn, kept);
    if (kept.isOutage && !before.isOutage)
        folding::adopt(m_turn, kept);
}

void Intake::resolve(Kept kept, const QDateTime &at, const QString &by, const QString &note)
{
    kept.shown.state = AlertState::Resolved;
    kept.shown.resolvedAt = std::max(at, kept.shown.raisedAt);
    kept.shown.resolvedBy = by;
    kept.shown.acknowledgement.reset();
    kept.quietUntil.reset();
    kept.lapsesAt.reset();
    turn(kept, at);
    m_turn.put(kept, Deed::Resolved, by, note, at);
    folding::release(m_turn, kept);
}

void Intake::reopen(Kept kept, const QDateTime &at, const QString &by, const QString &note)
{
    kept.shown.state = AlertState::Open;
    kept.shown.resolvedAt.reset();
    kept.shown.resolvedBy.clear();
    kept.shown.level = kept.told.level = 0;
    ++kept.shown.reopenings;
    kept.restlessAt = m_turn.now();
    turn(kept, at);
    m_mark(kept.shown);
    m_turn.put(kept, Deed::Reopened, by, note, at);
    folding::settle(m_turn, kept.number);
    folding::adopt(m_turn, *m_turn.shelf().find(kept.number));
}

void Intake::wake(Kept kept)
{
    const QDateTime &now = m_turn.now();
    if (kept.isFiring() && kept.lapsesAt && *kept.lapsesAt <= now) {
        resolve(kept, *kept.lapsesAt);
        return;
    }
    kept.shown.isFlapping = isFlapping(kept, now);
    kept.told.isFlapping = kept.told.isFlapping && kept.shown.isFlapping;
    if (kept.quietUntil && *kept.quietUntil <= now)
        kept.quietUntil.reset();
    const auto &acknowledged = kept.shown.acknowledgement;
    if (kept.shown.state == AlertState::Acknowledged) {
        if (!acknowledged || !acknowledged->until || *acknowledged->until > now) {
            m_turn.put(kept);
            return;
        }
        const QString by = acknowledged->by;
        kept.shown.state = AlertState::Open;
        kept.shown.acknowledgement.reset();
        kept.restlessAt = now;
        kept.shown.level = kept.told.level = 0;
        ++kept.lapses;
        m_turn.put(kept, Deed::Lapsed, {}, by);
        return;
    }
    m_turn.put(kept);
    // Put as it is, it is due still: nobody has looked after it.
    if (!m_turn.shelf().isDue(kept.number, now))
        return;
    ++kept.shown.level;
    m_turn.put(kept, Deed::Escalated, {}, QString::number(kept.shown.level));
}

} // namespace alerts
