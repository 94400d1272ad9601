// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/windowtimes.h"

#include <algorithm>

namespace alerts {

QTimeZone zoneNamed(const QString &name)
{
    const QByteArray id = name.toLatin1();
    // Another name could be a file's, or none at all, which is that of the machine.
    const bool isKnown = id == QTimeZone::systemTimeZoneId() || QTimeZone::isTimeZoneIdAvailable(id);
    return isKnown && !id.isEmpty() ? QTimeZone(id) : QTimeZone();
}

core::Error WindowTimes::tooMany()
{
    return {core::ErrorCode::Invalid,
            tr("More than %1 of its times are left out, moved or added.").arg(mostExceptions)};
}

core::Result<WindowTimes> WindowTimes::of(const MaintenanceWindow &window)
{
    const QTimeZone zone =
        window.timeZone.isEmpty() ? QTimeZone::systemTimeZone() : zoneNamed(window.timeZone);
    if (!zone.isValid()) {
        return core::Error{
            core::ErrorCode::Invalid,
            tr("There is no time zone “%1”; write it like Europe/Berlin.").arg(window.timeZone.left(64))};
    }
    const auto repetition = Repetition::parse(window.repetition);
    if (!repetition)
        return repetition.error();
    const QDateTime first = window.start.toUTC();
    const auto begin = repetition->next(first, zone, first.addMSecs(-1));
    if (!begin || *begin != first) {
        return core::Error{
            core::ErrorCode::Invalid,
            tr("It begins on a day on which it is not repeated; let it begin on one on which it is.")};
    }
    if (std::max(window.exceptions.size(), window.additions.size()) > mostExceptions)
        return tooMany();
    const WindowTimes out(first, window.duration, zone, *repetition, window.exceptions, window.additions);
    if (window.additions.isEmpty() && !out.next(first.addMSecs(-1)))
        return core::Error{core::ErrorCode::Invalid, tr("It is never: each of its times is left out.")};
    return out;
}

std::optional<QDateTime> WindowTimes::next(QDateTime after) const
{
    for (;;) {
        const auto begin = m_repetition.next(m_start, m_zone, after);
        if (!begin || !m_exceptions.contains(*begin))
            return begin;
        after = *begin;
    }
}

std::optional<WindowTimes::Span> WindowTimes::spanAt(const QDateTime &now) const
{
    std::optional<Span> first;
    const auto consider = [&](const QDateTime &begin, int duration) {
        const Span span{begin, begin.addSecs(duration)};
        if (now < span.end && (!first || span.begin < first->begin))
            first = span;
    };
    // What began no longer ago than it lasts is still so.
    if (const auto begin = next(now.addSecs(-m_duration)))
        consider(*begin, m_duration);
    for (const WindowAddition &each : m_additions)
        consider(each.begin, each.duration);
    return first;
}

QList<WindowTimes::Span> WindowTimes::between(const QDateTime &from, const QDateTime &to, int most) const
{
    QList<Span> spans;
    for (auto begin = next(from.addSecs(-m_duration)); begin && *begin < to && spans.size() < most;
         begin = next(*begin))
        spans << Span{*begin, begin->addSecs(m_duration)};
    for (const WindowAddition &each : m_additions) {
        const Span span{each.begin, each.begin.addSecs(each.duration)};
        const bool isKnown = std::any_of(spans.cbegin(), spans.cend(),
                                         [&](const Span &other) { return other.begin == span.begin; });
        if (span.begin < to && from < span.end && !isKnown)
            spans << span;
    }
    std::sort(spans.begin(), spans.end(), [](const Span &a, const Span &b) { return a.begin < b.begin; });
    return spans.mid(0, most);
}

} // namespace alerts
