// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/icalendar.h"
#include "domain/alerts/windowtimes.h"
#include "fuzz/require.h"
#include "fuzz/targets.h"

#include <algorithm>

using alerts::ICalendar;
using alerts::Repetition;
using alerts::WindowTimes;

namespace fuzz {

void calendar(QByteArrayView input)
{
    const QTimeZone zone("Europe/Berlin");
    const QDateTime now({2026, 11, 23}, {12, 0}, Qt::UTC);
    const auto import = ICalendar::read(input.toByteArray(), zone);
    if (!import)
        return;
    require(import->windows.size() <= ICalendar::mostEvents, "windows are bounded");
    require(import->remarks.size() <= ICalendar::mostRemarks + 1, "remarks are bounded");
    for (const alerts::MaintenanceWindow &window : import->windows) {
        require(window.start.isValid() && window.duration > 0, "a window lasts");
        const auto repetition = Repetition::parse(window.repetition);
        require(bool(repetition), "what was imported repeats as it is understood");
        const auto again = Repetition::parse(repetition->toString());
        require(again && again->toString() == repetition->toString(), "and is written in one way");
        const auto next = repetition->next(window.start, zone, now);
        require(!next || *next > now, "the next beginning comes later");
        const auto same = again->next(window.start, zone, now);
        require(next == same, "and is the same once it was written");
        const auto times = WindowTimes::of(window);
        require(bool(times), "what was imported is at some time");
        const auto span = times->spanAt(now);
        require(!span || span->end > now, "what is over is no more");
        const bool isAdded =
            span && std::any_of(window.additions.begin(), window.additions.end(),
                                [&](const auto &addition) { return addition.begin == span->begin; });
        require(!span || isAdded || !window.exceptions.contains(span->begin), "nor is what is left out");
        require(std::max(window.exceptions.size(), window.additions.size()) <= WindowTimes::mostExceptions,
                "times are bounded");
    }
}

} // namespace fuzz
