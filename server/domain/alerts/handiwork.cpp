// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/handiwork.h"

#include "domain/alerts/folding.h"

namespace alerts {

namespace {
QString whenResolved(const Kept &kept)
{
    return kept.isFiring() ? QString() : Handiwork::tr("%1 is resolved; reopen it first.").arg(kept.shown.id);
}

QString never(const Kept &) { return {}; }
} // namespace

const Kept *Handiwork::find(const QString &id) const
{
    const Kept *kept = m_turn.shelf().find(alertNumber(id));
    return kept != nullptr && m_isVisible(kept->shown) ? kept : nullptr;
}

core::Result<QList<qint64>> Handiwork::named(const QStringList &ids,
                                             const std::function<QString(const Kept &)> &speaksAgainst) const
{
    QList<qint64> out;
    for (const QString &id : ids) {
        const Kept *kept = find(id);
        if (kept == nullptr)
            return noAlert(id);
        if (const QString against = speaksAgainst(*kept); !against.isEmpty())
            return core::Error{core::ErrorCode::Conflict, against};
        if (!out.contains(kept->number))
            out << kept->number;
    }
    if (out.isEmpty())
        return core::Error{core::ErrorCode::Invalid, tr("Say which alerts.")};
    return out;
}

AlertsChanged Handiwork::shown(const QList<qint64> &numbers) const
{
    AlertsChanged out;
    for (const qint64 number : numbers)
        out.alerts << m_turn.shelf().shown(kept(number));
    return out;
}

core::Reply Handiwork::acknowledge(const AcknowledgeAlerts &asked)
{
    const QDateTime &now = m_turn.now();
    if (asked.until && *asked.until <= now)
        return core::Error{core::ErrorCode::Invalid,
                           tr("An acknowledgement ends in the future, or with the alert.")};
    const auto numbers = named(asked.ids, whenResolved);
    if (!numbers)
        return numbers.error();
    for (const qint64 number : *numbers) {
        Kept alert = kept(number);
        alert.shown.state = AlertState::Acknowledged;
        alert.shown.acknowledgement = Acknowledgement{m_by, asked.note, now, asked.until};
        if (!alert.shown.firstAcknowledgedAt)
            alert.shown.firstAcknowledgedAt = now;
        m_turn.put(alert, Deed::Acknowledged, m_by, asked.note);
    }
    return shown(*numbers);
}

core::Reply Handiwork::unacknowledge(const UnacknowledgeAlerts &asked)
{
    const auto numbers = named(asked.ids, [](const Kept &kept) {
        return kept.shown.state == AlertState::Acknowledged ? QString()
                                                            : tr("Nobody looks after %1.").arg(kept.shown.id);
    });
    if (!numbers)
        return numbers.error();
    for (const qint64 number : *numbers) {
        Kept alert = kept(number);
        alert.shown.state = AlertState::Open;
        alert.shown.acknowledgement.reset();
        alert.restlessAt = m_turn.now();
        alert.shown.level = alert.told.level = 0;
        m_turn.put(alert, Deed::Unacknowledged, m_by, asked.note);
    }
    return shown(*numbers);
}

core::Reply Handiwork::assign(const AssignAlerts &asked)
{
    const auto numbers = named(asked.ids, never);
    if (!numbers)
        return numbers.error();
    for (const qint64 number : *numbers) {
        Kept alert = kept(number);
        if (alert.shown.assignee == asked.assignee)
            continue;
        alert.shown.assignee = asked.assignee;
        m_turn.put(alert, Deed::Assigned, m_by, asked.assignee);
    }
    return shown(*numbers);
}

core::Reply Handiwork::comment(const CommentAlert &asked)
{
    if (asked.text.trimmed().isEmpty())
        return core::Error{core::ErrorCode::Invalid, tr("A comment says something.")};
    const auto numbers = named({asked.id}, never);
    if (!numbers)
        return numbers.error();
    Kept alert = kept(numbers->first());
    ++alert.shown.comments;
    m_turn.put(alert, Deed::Commented, m_by, asked.text);
    return shown(*numbers);
}

core::Reply Handiwork::resolve(const ResolveAlerts &asked)
{
    const auto numbers = named(asked.ids, [](const Kept &kept) {
        return kept.isFiring() ? QString() : tr("%1 is resolved already.").arg(kept.shown.id);
    });
    if (!numbers)
        return numbers.error();
    for (const qint64 number : *numbers)
        Intake(m_turn, m_mark).resolve(kept(number), m_turn.now(), m_by, asked.note);
    return shown(*numbers);
}

core::Reply Handiwork::reopen(const ReopenAlerts &asked)
{
    const auto numbers = named(asked.ids, [this](const Kept &kept) {
        if (kept.isFiring())
            return tr("%1 is not resolved.").arg(kept.shown.id);
        const Kept *latest = m_turn.shelf().latest(kept.shown.fingerprint);
        return latest == nullptr || latest->number == kept.number
                   ? QString()
                   : tr("%1 has come back as %2.").arg(kept.shown.id, latest->shown.id);
    });
    if (!numbers)
        return numbers.error();
    for (const qint64 number : *numbers)
        Intake(m_turn, m_mark).reopen(kept(number), m_turn.now(), m_by, asked.note);
    return shown(*numbers);
}

core::Reply Handiwork::fold(const FoldAlerts &asked)
{
    const Kept *into = find(asked.into);
    if (into == nullptr)
        return noAlert(asked.into);
    if (!into->isFiring())
        return core::Error{core::ErrorCode::Conflict, whenResolved(*into)};
    const qint64 parent = into->number;
    const auto numbers = named(asked.ids, [&](const Kept &kept) {
        if (folding::isWithin(m_turn.shelf(), parent, kept.number))
            return tr("%1 cannot be a part of itself.").arg(kept.shown.id);
        return whenResolved(kept);
    });
    if (!numbers)
        return numbers.error();
    for (const qint64 number : *numbers)
        folding::fold(m_turn, kept(number), parent, m_by);
    return shown(*numbers);
}

core::Reply Handiwork::unfold(const UnfoldAlerts &asked)
{
    const auto numbers = named(asked.ids, [](const Kept &kept) {
        return kept.isFolded() ? QString() : tr("%1 is not a part of another.").arg(kept.shown.id);
    });
    if (!numbers)
        return numbers.error();
    for (const qint64 number : *numbers)
        folding::unfold(m_turn, kept(number), m_by);
    return shown(*numbers);
}

} // namespace alerts
