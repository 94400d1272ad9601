// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QLocale>
#include <QString>

/// How numbers, units and times are written everywhere; numbers and units are joined by a narrow no-break
/// space.
namespace kit::format {

/// The dash shown where there is no value.
[[nodiscard]] QString none();
/// A whole number with the locale's grouping: "12,345".
[[nodiscard]] QString count(qint64 value, const QLocale &locale = QLocale());
/// Three digits where there are decimals, at most two of them: "0.42", "48.0", "1,204"; whole numbers stay
/// whole.
[[nodiscard]] QString number(double value, const QLocale &locale = QLocale());
/// The same without trailing zeros, for the ticks of an axis: "0.5", "48".
[[nodiscard]] QString tick(double value, const QLocale &locale = QLocale());
/// "value unit"; without a unit the value alone.
[[nodiscard]] QString withUnit(const QString &value, const QString &unit);
/// "91 %" of a percentage from 0 to 100; one decimal below 10 unless whole.
[[nodiscard]] QString percent(double value, const QLocale &locale = QLocale());
/// Memory in binary units: "3.91 GiB".
[[nodiscard]] QString memory(double bytes, const QLocale &locale = QLocale());
/// Volumes and files in decimal units: "48 MB".
[[nodiscard]] QString volume(double bytes, const QLocale &locale = QLocale());
/// Rates in decimal bits: "83 Mbit/s".
[[nodiscard]] QString rate(double bitsPerSecond, const QLocale &locale = QLocale());
/// The two largest units of a span: "1 d 2 h", "3 min 5 s", "0 s"; negative spans count as 0.
[[nodiscard]] QString duration(qint64 milliseconds);
/// "just now", "2 min ago", "3 h ago"; a date once it is a day old. A moment ahead of `nowMs` is "just now".
[[nodiscard]] QString ago(qint64 atMs, qint64 nowMs, const QLocale &locale = QLocale());
/// "14:28:03" in local time.
[[nodiscard]] QString clockTime(qint64 atMs);
/// Date, time, zone and offset for tooltips: "20 Nov 2026 14:28:03 CET (UTC+01:00)".
[[nodiscard]] QString exactTime(qint64 atMs, const QLocale &locale = QLocale());
/// A host, address or path kept left-to-right inside any text (first-strong isolate).
[[nodiscard]] QString isolate(const QString &address);
/// Text of a foreign source for a tooltip: escaped and never read as markup of its own.
[[nodiscard]] QString tooltip(const QString &text);

} // namespace kit::format
