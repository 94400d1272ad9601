// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/calendartimes.h"

#include "core/moment.h"
#include "domain/alerts/icalendar.h"
#include "domain/alerts/windowtimes.h"

#include <QRegularExpression>

#include <array>

namespace alerts {

namespace {
core::Error noTime(const QString &text) { return {core::ErrorCode::Invalid, text}; }
} // namespace

core::Result<QTimeZone> CalendarTimes::zoneOf(const ContentLine &line) const
{
    const QString name = line.parameters.value(QStringLiteral("TZID"));
    if (name.isEmpty()) {
        if (line.value.contains(u'T'))
            m_remark(ICalendar::tr("Times without a time zone are taken to be those of %1.")
                         .arg(QString::fromLatin1(m_zone.id())));
        return m_zone;
    }
    QTimeZone zone = zoneNamed(name);
    if (!zone.isValid())
        zone = zoneNamed(QString::fromLatin1(QTimeZone::windowsIdToDefaultIanaId(name.toLatin1())));
    return zone.isValid() ? core::Result<QTimeZone>(zone)
                          : noTime(ICalendar::tr("There is no time zone “%1”.").arg(name.left(64)));
}

core::Result<CalendarTimes::Moment> CalendarTimes::momentOf(const ContentLine &line) const
{
    const bool isUtc = line.value.endsWith(u'Z', Qt::CaseInsensitive);
    const QString text = isUtc ? line.value.chopped(1) : line.value;
    const QString day = text.section(u'T', 0, 0);
    const QString time = text.section(u'T', 1);
    const QDate date = QDate::fromString(day, QStringLiteral("yyyyMMdd"));
    const QTime hour =
        time.isEmpty() && !isUtc ? QTime(0, 0) : QTime::fromString(time, QStringLiteral("HHmmss"));
    constexpr int firstYear = 1970;
    constexpr int lastYear = 2200;
    if (!date.isValid() || !hour.isValid() || date.year() < firstYear || date.year() > lastYear)
        return noTime(ICalendar::tr("“%1” is no time.").arg(line.value.left(40)));
    const auto zone = isUtc ? core::Result<QTimeZone>(QTimeZone::utc()) : zoneOf(line);
    if (!zone)
        return zone.error();
    return Moment{core::momentOf(date, hour, *zone).toUTC(), *zone, !line.value.contains(u'T')};
}

core::Result<QDateTime> CalendarTimes::timeOf(ContentLine line, const MaintenanceWindow &window) const
{
    if (!line.parameters.contains(QStringLiteral("TZID")))
        line.parameters.insert(QStringLiteral("TZID"), window.timeZone);
    const auto moment = momentOf(line);
    if (!moment)
        return moment.error();
    if (!moment->isDay)
        return moment->at;
    const QTimeZone own = zoneNamed(window.timeZone);
    const QTime hour = window.start.toTimeZone(own).time();
    return core::momentOf(moment->at.toTimeZone(moment->zone).date(), hour, own).toUTC();
}

std::optional<qint64> CalendarTimes::secondsOf(const QString &duration)
{
    static const QRegularExpression form(QStringLiteral(
        "^\\+?P(?:(\\d{1,3})W|(?:(\\d{1,4})D)?(?:T(?:(\\d{1,5})H)?(?:(\\d{1,6})M)?(?:(\\d{1,8})S)?)?)$"));
    const QRegularExpressionMatch match = form.match(duration);
    if (!match.hasMatch())
        return std::nullopt;
    constexpr std::array<qint64, 5> units{604'800, 86'400, 3600, 60, 1};
    qint64 seconds = 0;
    for (int i = 0; i < int(units.size()); ++i)
        seconds += match.captured(i + 1).toLongLong() * units.at(size_t(i));
    return seconds;
}

} // namespace alerts
