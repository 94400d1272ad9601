// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/chartscale.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <cmath>

namespace kit {

namespace {

constexpr qint64 SecondMs = 1000;
constexpr qint64 MinuteMs = 60 * SecondMs;
constexpr qint64 HourMs = 60 * MinuteMs;
constexpr qint64 DayMs = 24 * HourMs;

/// The smallest of 1, 2, 2.5, 5 times a power of ten that is not below `rough`.
double roundStep(double rough)
{
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * power >= rough * (1 - 1e-9))
            return factor * power;
    }
    return 10 * power;
}

/// The scale in that step with 10 % head-room beyond the data on each side of zero.
ValueScale scaleIn(double step, double floor, double ceiling)
{
    return {std::floor(floor * 1.1 / step + 1e-9) * step, std::ceil(ceiling * 1.1 / step - 1e-9) * step,
            step};
}

qint64 timeStep(qint64 span, int most)
{
    for (const qint64 step :
         {SecondMs,  2 * SecondMs, 5 * SecondMs, 10 * SecondMs, 15 * SecondMs, 30 * SecondMs,
          MinuteMs,  2 * MinuteMs, 5 * MinuteMs, 10 * MinuteMs, 15 * MinuteMs, 30 * MinuteMs,
          HourMs,    2 * HourMs,   3 * HourMs,   6 * HourMs,    12 * HourMs,   DayMs,
          2 * DayMs, 7 * DayMs,    14 * DayMs}) {
        if (span / step <= most)
            return step;
    }
    return 0; // months
}

QString tickText(const QDateTime &at, qint64 step)
{
    if (step == 0)
        return QLocale().toString(at, QStringLiteral("MMM yyyy"));
    if (step >= DayMs || at.time() == QTime(0, 0))
        return QLocale().toString(at, QStringLiteral("d MMM"));
    return at.toString(step < MinuteMs ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

/// Months, stepped so that no more than `most` are named.
QList<TimeTick> monthTicks(const QDateTime &from, const QDateTime &to, int most)
{
    const int months =
        (to.date().year() - from.date().year()) * 12 + to.date().month() - from.date().month() + 1;
    int step = 1;
    while (months / step > most)
        step = step < 3 ? step + 1 : step < 6 ? 6 : step + 6;
    QList<TimeTick> ticks;
    QDate date(from.date().year(), 1, 1);
    for (; date <= to.date(); date = date.addMonths(step)) {
        const QDateTime at(date, QTime(0, 0), from.timeZone());
        if (at >= from && at <= to)
            ticks << TimeTick{at.toMSecsSinceEpoch(), tickText(at, 0)};
    }
    return ticks;
}

} // namespace

QList<double> ValueScale::ticks() const
{
    QList<double> ticks;
    const int count = int(std::lround((high - low) / step));
    for (int i = 0; i <= count; ++i)
        ticks << low + i * step;
    return ticks;
}

ValueScale niceScale(double lowest, double highest, int wanted)
{
    const double floor = std::min(0.0, lowest);
    const double ceiling = std::max(0.0, highest);
    const double span = ceiling - floor;
    if (!std::isfinite(span) || span <= 0)
        return {0, 1, 0.5};
    // of two round steps the one that leaves less of the plot empty; the coarser one when they are equal
    const double fine = roundStep(span * 0.75 / std::max(1, wanted));
    const ValueScale dense = scaleIn(fine, floor, ceiling);
    const ValueScale sparse = scaleIn(roundStep(fine * 1.01), floor, ceiling);
    return dense.high - dense.low < (sparse.high - sparse.low) * (1 - 1e-9) ? dense : sparse;
}

QList<TimeTick> timeTicks(qint64 from, qint64 to, int most, const QTimeZone &zone)
{
    if (to <= from || most < 1)
        return {};
    const qint64 step = timeStep(to - from, most);
    const QDateTime first = QDateTime::fromMSecsSinceEpoch(from, zone);
    const QDateTime last = QDateTime::fromMSecsSinceEpoch(to, zone);
    if (step == 0)
        return monthTicks(first, last, most);
    QList<TimeTick> ticks;
    if (step >= DayMs) { // by the calendar, because a day may have 23 or 25 hours
        const qint64 days = step / DayMs;
        for (QDate date = first.date(); date <= last.date(); date = date.addDays(1)) {
            const QDateTime at(date, QTime(0, 0), zone);
            if (date.toJulianDay() % days == 0 && at >= first && at <= last)
                ticks << TimeTick{at.toMSecsSinceEpoch(), tickText(at, step)};
        }
        return ticks;
    }
    const qint64 offset = first.offsetFromUtc() * SecondMs;
    for (qint64 at = ((from + offset + step - 1) / step) * step - offset; at <= to; at += step)
        ticks << TimeTick{at, tickText(QDateTime::fromMSecsSinceEpoch(at, zone), step)};
    return ticks;
}

} // namespace kit
