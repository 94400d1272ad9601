// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/kept.h"

#include <algorithm>

namespace alerts {

using core::field;

core::Fields Told::fields()
{
    return {field("is_firing", &Told::isFiring, "That it is so"),
            field("is_acknowledged", &Told::isAcknowledged, "That somebody looks after it"),
            field("is_flapping", &Told::isFlapping, "That it comes and goes"),
            field("severity", &Told::severity, "How bad it is"),
            field("level", &Told::level, "How often it was escalated"),
            field("lapses", &Told::lapses, "How often an acknowledgement ended"),
            field("reopenings", &Told::reopenings, "How often it came back")};
}

core::Fields Kept::fields()
{
    return {field("number", &Kept::number, "Of the alert"),
            field("shown", &Kept::shown, "What may be told"),
            field("told", &Kept::told, "What was told"),
            field("is_outage", &Kept::isOutage, "What stands behind its subject cannot be reached"),
            field("entries", &Kept::entries, "Of its story"),
            field("lapses", &Kept::lapses, "Acknowledgements that ended"),
            field("restless_at", &Kept::restlessAt, "From when on nobody has looked after it"),
            field("quiet_until", &Kept::quietUntil, "Before that nobody is told"),
            field("lapses_at", &Kept::lapsesAt, "Then it is over, unless it is told again"),
            field("turns", &Kept::turns, "When it last came or went")};
}

void Kept::follow(std::chrono::milliseconds ahead)
{
    const auto shift = [ahead](QDateTime &time) { time = time.addMSecs(ahead.count()); };
    shift(restlessAt);
    if (quietUntil)
        shift(*quietUntil);
    if (lapsesAt)
        shift(*lapsesAt);
    std::for_each(turns.begin(), turns.end(), shift);
}

QString alertId(qint64 number) { return QStringLiteral("A-%1").arg(number); }

qint64 alertNumber(const QString &id)
{
    if (!id.startsWith(QLatin1String("A-"), Qt::CaseInsensitive))
        return 0;
    bool isNumber = false;
    const qint64 number = QStringView(id).mid(2).toLongLong(&isNumber);
    return isNumber && number > 0 ? number : 0;
}

namespace records {

const char *const alertKind = "alert";
const char *const noticeKind = "alert.notice";

namespace {
// So that greater numbers are greater texts.
QString padded(qint64 number) { return QStringLiteral("%1").arg(number, 12, 10, QLatin1Char('0')); }
} // namespace

core::RecordName nameOf(qint64 alert) { return {QLatin1String(alertKind), padded(alert)}; }
QString storyKind(qint64 alert) { return QStringLiteral("alert.story.%1").arg(alert); }
core::RecordName nameOf(qint64 alert, int entry) { return {storyKind(alert), padded(entry)}; }
core::RecordName counter() { return {QStringLiteral("alert.counter"), QStringLiteral("alerts")}; }
core::RecordName nameOfNotice(const QString &key) { return {QLatin1String(noticeKind), key}; }

} // namespace records

} // namespace alerts
