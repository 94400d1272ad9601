// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/quiethours.h"

#include <QRegularExpression>

namespace client {

namespace {
constexpr int weekdays = 7;

QString minuteForm() { return QStringLiteral("HH:mm"); }
} // namespace

std::optional<QDateTime> QuietHours::endAt(const QDateTime &at) const
{
    std::optional<QDateTime> end;
    // Yesterday's may last into today.
    for (const QDate &date : {at.date().addDays(-1), at.date()}) {
        const Day &one = day(date.dayOfWeek());
        const bool isOverMidnight = one.until <= one.from;
        const QDateTime from(date, one.from);
        const QDateTime until(isOverMidnight ? date.addDays(1) : date, one.until);
        if (one.isOn && from <= at && at < until && (!end || until > *end))
            end = until;
    }
    return end;
}

QStringList QuietHours::words() const
{
    QStringList words;
    for (int weekday = 1; weekday <= weekdays; ++weekday) {
        const Day &one = day(weekday);
        if (one == Day())
            continue;
        words << QStringLiteral("%1%2 %3-%4")
                     .arg(one.isOn ? QString() : QStringLiteral("off "))
                     .arg(weekday)
                     .arg(one.from.toString(minuteForm()), one.until.toString(minuteForm()));
    }
    return words;
}

QuietHours QuietHours::ofWords(const QStringList &words)
{
    static const QRegularExpression form(QStringLiteral("^(off )?([1-7]) (\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)$"));
    QuietHours hours;
    for (const QString &word : words) {
        const QRegularExpressionMatch match = form.match(word);
        const QTime from = QTime::fromString(match.captured(3), minuteForm());
        const QTime until = QTime::fromString(match.captured(4), minuteForm());
        if (match.hasMatch() && from.isValid() && until.isValid())
            hours.setDay(match.captured(2).toInt(), {match.captured(1).isEmpty(), from, until});
    }
    return hours;
}

} // namespace client
