// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/shelf.h"

#include "domain/alerts/telling.h"

#include <algorithm>

namespace alerts {

namespace {
template <class Key>
void take(QHash<Key, QSet<qint64>> &index, const Key &key, qint64 number)
{
    const auto found = index.find(key);
    if (found == index.end())
        return;
    found->remove(number);
    if (found->isEmpty())
        index.erase(found);
}

/// The earlier of the two that there are.
QDateTime earlier(const QDateTime &a, const QDateTime &b)
{
    return !a.isValid() || (b.isValid() && b < a) ? b : a;
}
} // namespace

QDateTime Shelf::wakeAt(const Kept &kept) const
{
    const auto after = [](const QDateTime &from, std::chrono::seconds by) {
        return from.addSecs(by.count());
    };
    QDateTime out;
    if (kept.shown.isFlapping && !kept.turns.isEmpty())
        out = after(kept.turns.last(), steadyAfter);
    if (!kept.isFiring())
        return out;
    if (kept.lapsesAt)
        out = earlier(out, *kept.lapsesAt);
    if (kept.quietUntil)
        out = earlier(out, *kept.quietUntil);
    if (kept.shown.state == AlertState::Acknowledged)
        return earlier(out, kept.shown.acknowledgement
                                ? kept.shown.acknowledgement->until.value_or(QDateTime())
                                : QDateTime());
    // Where nobody is told, nobody can be told more loudly.
    if (!kept.isFolded() && !kept.isSilenced() && kept.shown.severity >= m_escalation.leastSeverity &&
        kept.shown.level < m_escalation.steps.size())
        out = earlier(out, after(kept.restlessAt, m_escalation.steps.at(kept.shown.level)));
    return out;
}

Shelf::Place Shelf::placeOf(const Kept &kept) const
{
    Place out;
    out.parent = alertNumber(kept.shown.foldedInto);
    out.wake = wakeAt(kept);
    if (!kept.isFiring())
        return out;
    out.cause = kept.shown.causeId;
    if (kept.isOutage)
        out.outage = kept.shown.subjectId;
    return out;
}

void Shelf::setEscalation(const Escalation &escalation)
{
    m_escalation = escalation;
    m_wakes.clear();
    for (const auto &[number, kept] : m_all) {
        if (const QDateTime wake = wakeAt(kept); wake.isValid())
            m_wakes.emplace(wake, number);
    }
}

void Shelf::put(const Kept &kept)
{
    const auto found = m_all.find(kept.number);
    if (found != m_all.end())
        remove(found->second);
    const Place place = placeOf(kept);
    qint64 &latest = m_latest[kept.shown.fingerprint];
    latest = std::max(latest, kept.number);
    if (kept.isFiring())
        m_unresolved.insert(kept.number);
    if (isUntold(kept))
        m_untold.insert(kept.number);
    if (!place.cause.isEmpty())
        m_behind[place.cause].insert(kept.number);
    if (!place.outage.isEmpty())
        m_outages[place.outage].insert(kept.number);
    if (place.parent != 0)
        m_children[place.parent].insert(kept.number);
    if (place.wake.isValid())
        m_wakes.emplace(place.wake, kept.number);
    m_all.insert_or_assign(kept.number, kept);
}

void Shelf::remove(const Kept &kept)
{
    const Place place = placeOf(kept);
    m_unresolved.erase(kept.number);
    m_untold.erase(kept.number);
    take(m_behind, place.cause, kept.number);
    take(m_outages, place.outage, kept.number);
    take(m_children, place.parent, kept.number);
    if (place.wake.isValid())
        m_wakes.erase({place.wake, kept.number});
}

void Shelf::drop(qint64 number)
{
    const auto found = m_all.find(number);
    if (found == m_all.end())
        return;
    remove(found->second);
    const auto latest = m_latest.constFind(found->second.shown.fingerprint);
    if (latest != m_latest.constEnd() && *latest == number)
        m_latest.erase(latest);
    m_all.erase(found);
}

const Kept *Shelf::find(qint64 number) const
{
    const auto found = m_all.find(number);
    return found == m_all.end() ? nullptr : &found->second;
}

const Kept *Shelf::latest(const QString &fingerprint) const { return find(m_latest.value(fingerprint)); }

Shelf::Numbers Shelf::resolved() const
{
    Numbers out;
    for (const auto &[number, kept] : m_all) {
        if (!kept.isFiring())
            out.insert(number);
    }
    return out;
}

qint64 Shelf::outageOf(const QString &subject) const
{
    const QSet<qint64> numbers = m_outages.value(subject);
    return numbers.isEmpty() ? 0 : *std::min_element(numbers.begin(), numbers.end());
}

QList<qint64> Shelf::due(const QDateTime &now) const
{
    QList<qint64> out;
    for (const auto &[wake, number] : m_wakes) {
        if (wake > now)
            break;
        out << number;
    }
    return out;
}

bool Shelf::isDue(qint64 number, const QDateTime &now) const
{
    const Kept *kept = find(number);
    const QDateTime wake = kept == nullptr ? QDateTime() : wakeAt(*kept);
    return wake.isValid() && wake <= now;
}

Alert Shelf::shown(const Kept &kept) const
{
    Alert out = kept.shown;
    const QSet<qint64> parts = m_children.value(kept.number);
    // What is over is no part of what is still so.
    out.children = int(std::count_if(parts.begin(), parts.end(), [&](qint64 part) {
        return !kept.isFiring() || m_unresolved.contains(part);
    }));
    return out;
}

} // namespace alerts
