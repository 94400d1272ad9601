// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/timerange.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace client {

namespace {
QString rangeWord(const char *text) { return QCoreApplication::translate("client::TimeRange", text); }
constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
} // namespace

QList<Preset> presets()
{
    return {
        {QStringLiteral("live"), rangeWord(QT_TRANSLATE_NOOP("client::TimeRange", "Live 5 min")), 5 * minute},
        {QStringLiteral("15m"), rangeWord(QT_TRANSLATE_NOOP("client::TimeRange", "Last 15 min")),
         15 * minute},
        {QStringLiteral("1h"), rangeWord(QT_TRANSLATE_NOOP("client::TimeRange", "Last hour")), hour},
        {QStringLiteral("6h"), rangeWord(QT_TRANSLATE_NOOP("client::TimeRange", "Last 6 hours")), 6 * hour},
        {QStringLiteral("24h"), rangeWord(QT_TRANSLATE_NOOP("client::TimeRange", "Last 24 hours")), day},
        {QStringLiteral("7d"), rangeWord(QT_TRANSLATE_NOOP("client::TimeRange", "Last 7 days")), 7 * day},
        {QStringLiteral("30d"), rangeWord(QT_TRANSLATE_NOOP("client::TimeRange", "Last 30 days")), 30 * day},
        {QStringLiteral("1y"), rangeWord(QT_TRANSLATE_NOOP("client::TimeRange", "Last year")), 365 * day},
        {QStringLiteral("2y"), rangeWord(QT_TRANSLATE_NOOP("client::TimeRange", "Last 2 years")), 730 * day}};
}

QString spanText(qint64 milliseconds)
{
    const QLocale locale;
    const double seconds = double(milliseconds) / 1000;
    const auto say = [&](double value, const char *text) {
        const bool whole = qAbs(value - double(qRound64(value))) < 0.05;
        return rangeWord(text).arg(locale.toString(value, 'f', whole ? 0 : 1));
    };
    const bool wholeHours = milliseconds >= 3'600'000 && milliseconds % 3'600'000 == 0;
    const bool wholeMinutes = milliseconds >= 60'000 && milliseconds % 60'000 == 0;
    if (seconds < 2 * double(minute) && !wholeMinutes)
        return say(seconds, QT_TRANSLATE_NOOP("client::TimeRange", "%1 s"));
    if (seconds < 2 * double(hour) && !wholeHours)
        return say(seconds / double(minute), QT_TRANSLATE_NOOP("client::TimeRange", "%1 min"));
    if (seconds < 2 * double(day))
        return say(seconds / double(hour), QT_TRANSLATE_NOOP("client::TimeRange", "%1 h"));
    return say(seconds / double(day), QT_TRANSLATE_NOOP("client::TimeRange", "%1 d"));
}

QString momentText(qint64 at, const Span &span)
{
    const auto dateOf = [](qint64 moment) { return QDateTime::fromMSecsSinceEpoch(moment).date(); };
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(at);
    return dateOf(span.from) == dateOf(span.to) ? moment.toString(QStringLiteral("HH:mm:ss"))
                                                : QLocale().toString(moment, QLocale::ShortFormat);
}

} // namespace client
