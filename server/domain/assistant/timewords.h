// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/assistant/words.h"

#include <QDateTime>
#include <QTimeZone>

#include <optional>

namespace assistant {

/// A time people speak of, from a moment up to another.
struct TimeSpan
{
    QDateTime from;
    QDateTime to;

    bool operator==(const TimeSpan &) const = default;
};

/// A time, and the words that said it.
struct TimeWords
{
    TimeSpan span;
    qsizetype first = 0;
    qsizetype count = 0;
};

/// The first time that is said in folded words, English or German: "last night" is 20:00 to 06:00, "since
/// 14:00" begins when it was last 14:00. Nothing in it is behind `now`. Nothing where none is said.
std::optional<TimeWords> timeWordsIn(const QList<Word> &words, const QDateTime &now, const QTimeZone &zone);

} // namespace assistant
