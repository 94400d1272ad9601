// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/speech.h"

#include "domain/assistant/words.h"

#include <QLocale>

#include <array>

namespace assistant {

QString Speech::when(const QDateTime &at) const
{
    const QDateTime there = at.toTimeZone(m_zone);
    const bool isToday = there.date() == m_now.toTimeZone(m_zone).date();
    return QLocale().toString(there, isToday ? QStringLiteral("HH:mm") : QStringLiteral("d MMM HH:mm"));
}

QString Speech::span(const TimeSpan &span) const
{
    return span.to >= m_now ? tr("since %1").arg(when(span.from))
                            : tr("from %1 to %2").arg(when(span.from), when(span.to));
}

QString Speech::lasting(qint64 seconds)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    if (seconds < minute)
        return tr("%1 s").arg(std::max<qint64>(0, seconds));
    if (seconds < hour)
        return tr("%1 min").arg(seconds / minute);
    if (seconds < day)
        return tr("%1 h %2 min").arg(seconds / hour).arg(seconds % hour / minute);
    return tr("%1 d %2 h").arg(seconds / day).arg(seconds % day / hour);
}

QString Speech::list(const QStringList &items, qsizetype most)
{
    if (items.size() <= 1)
        return items.value(0);
    if (items.size() > most) {
        return tr("%1 and %2 more")
            .arg(items.mid(0, most).join(QStringLiteral(", ")))
            .arg(items.size() - most);
    }
    return tr("%1 and %2", "a list, and its last item")
        .arg(items.mid(0, items.size() - 1).join(QStringLiteral(", ")), items.last());
}

QString Speech::percent(double value) { return tr("%1 %").arg(QLocale().toString(value, 'f', 1)); }

QString Speech::memory(double bytes)
{
    return QLocale().formattedDataSize(qint64(bytes), 1, QLocale::DataSizeIecFormat);
}

QString Speech::rate(double bytesPerSecond)
{
    static constexpr std::array units{"bit/s", "kbit/s", "Mbit/s", "Gbit/s", "Tbit/s"};
    constexpr double step = 1000;
    double value = bytesPerSecond * 8;
    size_t unit = 0;
    while (value >= step && unit + 1 < units.size()) {
        value /= step;
        ++unit;
    }
    return QLocale().toString(value, 'f', unit == 0 ? 0 : 1) + u' ' + QLatin1String(units.at(unit));
}

QString Speech::amount(double value, const QString &unit)
{
    if (unit == u"%")
        return percent(value);
    if (unit == u"bytes")
        return memory(value);
    if (unit == u"bytes/s")
        return rate(value);
    const QString number = QLocale().toString(value, 'f', 2);
    return unit.isEmpty() || unit == u"load" ? number : number + u' ' + unit;
}

} // namespace assistant
