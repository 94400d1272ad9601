// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/runtime.h"

#include <algorithm>

// How windows that are younger than the readings they are about come to know those.

namespace automation::rules {

namespace {
constexpr qint64 shortest = 30'000;     ///< ms; what is shorter is soon full
constexpr qint64 patience = 10'000;     ///< ms; then what was heard is judged as it is
constexpr std::size_t mostHeard = 3600; ///< of one series; then what was before does not matter any more
constexpr qint64 finest = 1000;         ///< ms; the bucket readings are recorded in one by one

double valueFor(Aggregate aggregate, const core::SamplePoint &point)
{
    return aggregate == Aggregate::Max ? point.max : aggregate == Aggregate::Min ? point.min : point.avg;
}

/// What was recorded before the first that was heard, and that.
std::vector<Reading> completed(Aggregate aggregate, qint64 bucket, const QList<core::SamplePoint> &points,
                               const std::vector<Reading> &heard)
{
    std::vector<Reading> all;
    all.reserve(std::size_t(points.size()) + heard.size());
    for (const core::SamplePoint &point : points) {
        // Of a bucket that goes on, some may have been heard.
        if (point.at + bucket <= heard.front().at)
            all.push_back({point.at + (bucket - finest) / 2, valueFor(aggregate, point), point.count});
    }
    all.insert(all.end(), heard.begin(), heard.end());
    return all;
}

bool isAwaitingAny(const Group &group)
{
    return std::any_of(group.tracks.begin(), group.tracks.end(), [](const Track *track) {
        return track->window != nullptr && track->window->isAwaiting();
    });
}
} // namespace

void Runtime::await(Series &series, qint64 at)
{
    if (!series.labels.isEmpty())
        return; // no record knows of them
    QList<qint64> asked;
    for (const auto &window : series.windows) {
        const qint64 width = window->width();
        // Of what is seldom heard, the last is older than the window, and there is none between.
        const bool isSeldom = series.last > 0 && at - series.last >= width;
        if (!window->isNew() || width < shortest || window->aggregate() == Aggregate::Last || isSeldom)
            continue;
        window->setAwaiting(true);
        if (!asked.contains(width))
            m_lacks << Lack{series.source, series.name, width, at};
        asked << width;
    }
    if (asked.isEmpty())
        return;
    if (!series.awaiting)
        series.awaiting = std::make_unique<std::vector<Reading>>();
    for (const auto &track : series.tracks) {
        if (track->window != nullptr && track->window->isAwaiting())
            track->group->awaits = std::max(m_now, at) + patience;
    }
}

void Runtime::attend(Series &series, qint64 at, double value)
{
    if (series.awaiting->size() >= mostHeard) {
        series.awaitNoMore();
        return;
    }
    series.awaiting->push_back({at, value, 1});
}

QList<Lack> Runtime::takeLacks() { return std::exchange(m_lacks, {}); }

QList<Transition> Runtime::recall(const Lack &lack, qint64 bucket, const QList<core::SamplePoint> &points)
{
    Series *series = m_board.find(lack.source, lack.name);
    if (series == nullptr || !series->awaiting || series->awaiting->empty())
        return told();
    std::vector<Window *> filled;
    for (const auto &window : series->windows) {
        if (!window->isAwaiting() || window->width() != lack.width)
            continue;
        window->fill(completed(window->aggregate(), bucket, points, *series->awaiting));
        filled.push_back(window.get());
    }
    const auto &windows = series->windows;
    if (std::none_of(windows.begin(), windows.end(), [](const auto &one) { return one->isAwaiting(); }))
        series->awaiting.reset();
    for (const auto &track : series->tracks) {
        const bool isFilled = std::find(filled.begin(), filled.end(), track->window) != filled.end();
        if (!isFilled || isAwaitingAny(*track->group))
            continue;
        track->group->awaits = 0;
        lookAgain(*track->group);
    }
    return told();
}

} // namespace automation::rules
