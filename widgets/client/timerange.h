// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QString>

namespace client {

/// A stretch of time, in ms since 1970 UTC.
struct Span
{
    qint64 from = 0;
    qint64 to = 0;

    [[nodiscard]] qint64 length() const { return to - from; }
    bool operator==(const Span &) const = default;
};

/// A range that ends now, as the range picker offers it.
struct Preset
{
    QString id; ///< stable, for the saved state: "live", "15m" … "2y"
    QString label;
    qint64 seconds = 300;
};

/// Live 5 min to 2 years, shortest first.
QList<Preset> presets();
/// A length of time for people: "10 s", "5 min", "2 h", "3 d"; milliseconds in.
QString spanText(qint64 milliseconds);
/// A moment (ms since 1970) of that time: with its date unless the whole time is one day's.
QString momentText(qint64 at, const Span &span);

} // namespace client
