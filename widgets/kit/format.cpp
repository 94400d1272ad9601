// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <cmath>

namespace kit::format {

namespace {

constexpr QChar NarrowNoBreakSpace(0x202F);

QString word(const char *text, int n = -1)
{
    return QCoreApplication::translate("kit::format", text, nullptr, n);
}

/// Scales by 1000 or 1024 until three digits are enough; the first unit is the unscaled one.
QString scaled(double value, double base, const QStringList &units, const QLocale &locale)
{
    if (!std::isfinite(value))
        return none();
    qsizetype place = 0;
    // 999.5 would be written as "1,000": it belongs to the next unit
    while (std::abs(value) >= base - (base == 1000 ? 0.5 : 0.0) && place + 1 < units.size()) {
        value /= base;
        ++place;
    }
    return withUnit(number(value, locale), units.at(place));
}

QString span(qint64 amount, const char *unit)
{
    return QString::number(amount) + NarrowNoBreakSpace + word(unit);
}

QString trimmedDecimals(double value, int decimals, const QLocale &locale)
{
    QString text = locale.toString(value, 'f', decimals);
    const QString point = locale.decimalPoint();
    if (!text.contains(point))
        return text;
    while (text.endsWith(locale.zeroDigit()))
        text.chop(1);
    if (text.endsWith(point))
        text.chop(point.size());
    return text;
}

int decimalsOf(double value)
{
    const double size = std::abs(value);
    return size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
}

/// "-0.00" and its like.
bool isZero(const QString &text, const QLocale &locale)
{
    const QString zero = locale.zeroDigit();
    return std::all_of(text.cbegin(), text.cend(),
                       [&](QChar c) { return !c.isDigit() || QStringView(&c, 1) == zero; });
}

} // namespace

QString none() { return QString(QChar(0x2014)); }

QString count(qint64 value, const QLocale &locale) { return locale.toString(value); }

QString number(double value, const QLocale &locale)
{
    if (!std::isfinite(value))
        return none();
    const QString text = locale.toString(value, 'f', decimalsOf(value));
    return std::trunc(value) == value || isZero(text, locale) ? tick(value, locale) : text;
}

QString tick(double value, const QLocale &locale)
{
    if (!std::isfinite(value))
        return none();
    const QString text = trimmedDecimals(value, decimalsOf(value), locale);
    return isZero(text, locale) ? locale.zeroDigit() : text;
}

QString withUnit(const QString &value, const QString &unit)
{
    return unit.isEmpty() ? value : value + NarrowNoBreakSpace + unit;
}

QString percent(double value, const QLocale &locale)
{
    if (!std::isfinite(value))
        return none();
    return withUnit(trimmedDecimals(value, std::abs(value) < 9.95 ? 1 : 0, locale), locale.percent());
}

QString memory(double bytes, const QLocale &locale)
{
    return scaled(bytes, 1024,
                  {QStringLiteral("B"), QStringLiteral("KiB"), QStringLiteral("MiB"), QStringLiteral("GiB"),
                   QStringLiteral("TiB"), QStringLiteral("PiB")},
                  locale);
}

QString volume(double bytes, const QLocale &locale)
{
    return scaled(bytes, 1000,
                  {QStringLiteral("B"), QStringLiteral("kB"), QStringLiteral("MB"), QStringLiteral("GB"),
                   QStringLiteral("TB"), QStringLiteral("PB")},
                  locale);
}

QString rate(double bitsPerSecond, const QLocale &locale)
{
    return scaled(bitsPerSecond, 1000,
                  {QStringLiteral("bit/s"), QStringLiteral("kbit/s"), QStringLiteral("Mbit/s"),
                   QStringLiteral("Gbit/s"), QStringLiteral("Tbit/s")},
                  locale);
}

QString duration(qint64 milliseconds)
{
    const qint64 seconds = std::max<qint64>(milliseconds, 0) / 1000;
    struct Unit
    {
        qint64 seconds;
        const char *name;
    };
    static constexpr Unit units[] = {{86400, QT_TRANSLATE_NOOP("kit::format", "d")},
                                     {3600, QT_TRANSLATE_NOOP("kit::format", "h")},
                                     {60, QT_TRANSLATE_NOOP("kit::format", "min")},
                                     {1, QT_TRANSLATE_NOOP("kit::format", "s")}};
    for (std::size_t i = 0; i < std::size(units); ++i) {
        const qint64 whole = seconds / units[i].seconds;
        if (whole == 0)
            continue;
        QString text = span(whole, units[i].name);
        if (i + 1 < std::size(units)) {
            const qint64 rest = seconds % units[i].seconds / units[i + 1].seconds;
            if (rest > 0)
                text += QLatin1Char(' ') + span(rest, units[i + 1].name);
        }
        return text;
    }
    return span(0, units[3].name);
}

QString ago(qint64 atMs, qint64 nowMs, const QLocale &locale)
{
    const qint64 seconds = (nowMs - atMs) / 1000;
    if (seconds < 5)
        return word(QT_TRANSLATE_NOOP("kit::format", "just now"));
    const QString pattern = word(QT_TRANSLATE_NOOP("kit::format", "%1 ago"));
    if (seconds < 60)
        return pattern.arg(span(seconds, "s"));
    if (seconds < 3600)
        return pattern.arg(span(seconds / 60, "min"));
    if (seconds < 86400)
        return pattern.arg(span(seconds / 3600, "h"));
    return locale.toString(QDateTime::fromMSecsSinceEpoch(atMs).date(), QLocale::ShortFormat);
}

QString clockTime(qint64 atMs)
{
    return QDateTime::fromMSecsSinceEpoch(atMs).toString(QStringLiteral("HH:mm:ss"));
}

QString exactTime(qint64 atMs, const QLocale &locale)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(atMs);
    const QString offset = at.toOffsetFromUtc(at.offsetFromUtc()).toString(QStringLiteral("t"));
    // Languages differ in what stands between day and month.
    const QString when = locale.toString(at, word(QT_TRANSLATE_NOOP("kit::format", "d MMM yyyy HH:mm:ss")));
    const QString zone = at.timeZoneAbbreviation();
    return zone == offset
               ? QString(when + QLatin1Char(' ') + zone)
               : QString(when + QLatin1Char(' ') + zone + QLatin1String(" (") + offset + QLatin1Char(')'));
}

QString isolate(const QString &address) { return QChar(0x2066) + address + QChar(0x2069); }

QString tooltip(const QString &text)
{
    if (text.isEmpty())
        return {};
    return QLatin1String("<qt>") + text.toHtmlEscaped() + QLatin1String("</qt>");
}

} // namespace kit::format
