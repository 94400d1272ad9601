// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/field.h"

#include <QHash>

#include <array>

namespace core {

namespace {
QString camelCase(const char *name)
{
    QString out;
    bool capital = false;
    for (const char *c = name; *c != '\0'; ++c) {
        if (*c == '_') {
            capital = true;
            continue;
        }
        const QChar letter{QLatin1Char(*c)};
        out += capital ? letter.toUpper() : letter;
        capital = false;
    }
    return out;
}

// "2026-11-20T14:28:03.250Z", the one form we write; where each number stands, and how many digits it has.
constexpr qsizetype timeLength = 24;
constexpr std::array<std::pair<qsizetype, int>, 7> timeNumbers{
    {{0, 4}, {5, 2}, {8, 2}, {11, 2}, {14, 2}, {17, 2}, {20, 3}}};
constexpr QLatin1String timeForm("0000-00-00T00:00:00.000Z");

/// The time, when `text` is in just that form; else an invalid one.
QDateTime usualTime(const QString &text)
{
    if (text.size() != timeLength)
        return {};
    for (qsizetype i = 0; i < timeLength; ++i) {
        const bool isDigit = text[i] >= u'0' && text[i] <= u'9';
        if (timeForm[i] == QLatin1Char('0') ? !isDigit : text[i] != timeForm[i])
            return {};
    }
    std::array<int, timeNumbers.size()> numbers{};
    for (size_t i = 0; i < numbers.size(); ++i) {
        for (int digit = 0; digit < timeNumbers[i].second; ++digit)
            numbers[i] = numbers[i] * 10 + text[timeNumbers[i].first + digit].unicode() - u'0';
    }
    const QDate date(numbers[0], numbers[1], numbers[2]);
    const QTime time(numbers[3], numbers[4], numbers[5], numbers[6]);
    return date.isValid() && time.isValid() ? QDateTime(date, time, Qt::UTC) : QDateTime();
}
} // namespace

QString spelled(const char *name, NameCase nameCase)
{
    if (nameCase == NameCase::Snake)
        return QString::fromLatin1(name);
    // Names of fields are literals: their addresses tell them apart.
    thread_local QHash<const char *, QString> known;
    QString &out = known[name];
    if (out.isNull())
        out = camelCase(name);
    return out;
}

QString timeText(const QDateTime &time)
{
    const QDateTime utc = time.toUTC();
    const QDate date = utc.date();
    constexpr int lastYear = 9999;
    if (!utc.isValid() || date.year() < 0 || date.year() > lastYear)
        return utc.toString(Qt::ISODateWithMs);
    const QTime clock = utc.time();
    const std::array<int, timeNumbers.size()> numbers{
        date.year(), date.month(), date.day(), clock.hour(), clock.minute(), clock.second(), clock.msec()};
    QString text = timeForm;
    for (size_t i = 0; i < numbers.size(); ++i) {
        int left = numbers[i];
        for (int digit = timeNumbers[i].second - 1; digit >= 0; --digit, left /= 10)
            text[timeNumbers[i].first + digit] = QChar(u'0' + left % 10);
    }
    return text;
}

QDateTime timeFromText(const QString &text)
{
    if (QDateTime usual = usualTime(text); usual.isValid())
        return usual;
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
        return {};
    return time.toUTC();
}

} // namespace core
