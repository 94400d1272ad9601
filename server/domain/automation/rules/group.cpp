// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/group.h"

#include <algorithm>
#include <limits>

namespace automation::rules {

namespace {
constexpr QLatin1String sourceLabel("source");
constexpr QLatin1String nameLabel("name");
} // namespace

Window *Series::windowFor(const Expression &expression)
{
    for (const auto &window : windows) {
        if (window->isFor(expression.aggregate, expression.window, expression.target))
            return window.get();
    }
    windows.push_back(std::make_unique<Window>(expression.aggregate, expression.window, expression.target));
    return windows.back().get();
}

void Series::awaitNoMore()
{
    for (const auto &window : windows)
        window->setAwaiting(false);
    awaiting.reset();
}

double Group::badness(const Track &track) const
{
    if (!track.value)
        return -std::numeric_limits<double>::infinity();
    const Compiled &compiled = ruling->compiled;
    const Comparison comparison = compiled.expression()->comparison;
    if (comparison == Comparison::Same || comparison == Comparison::Other)
        return compiled.isRaisedBy(*track.value) ? 1 : 0;
    return looksUp(comparison) ? *track.value : -*track.value;
}

void Group::weigh(Track &track)
{
    // Only what was the worst, and may be so no more, makes all of them be compared.
    if (worst == &track && tracks.size() > 1)
        weighAll();
    else if (worst == nullptr || !worst->value || (track.value && badness(track) >= badness(*worst)))
        worst = &track;
}

void Group::weighAll()
{
    worst = nullptr;
    for (Track *track : tracks) {
        if (worst == nullptr || (track->value && (!worst->value || badness(*track) > badness(*worst))))
            worst = track;
    }
}

void Group::drop(Track &track)
{
    tracks.erase(std::remove(tracks.begin(), tracks.end(), &track), tracks.end());
    if (worst == &track)
        weighAll();
}

Labels Ruling::labelsOf(const Series &series) const
{
    const QStringList &wanted = compiled.rule.groupBy;
    Labels labels;
    if (wanted.isEmpty()) {
        // It is one of its thing, whatever is said of that meanwhile.
        labels = series.labels;
        labels.insert(sourceLabel, series.source);
        if (compiled.selection()->hasPattern())
            labels.insert(nameLabel, series.name);
        return labels;
    }
    for (const QString &label : wanted) {
        const QString value = label == sourceLabel ? series.source
                              : label == nameLabel ? series.name
                                                   : series.carried.value(label);
        labels.insert(label, value);
    }
    return labels;
}

QString keyOf(const Labels &labels)
{
    QString key;
    for (auto it = labels.begin(); it != labels.end(); ++it) {
        for (const QString &text : {it.key(), it.value()})
            key += QString::number(text.size()) + u':' + text;
    }
    return key;
}

bool agree(const Labels &one, const Labels &other)
{
    for (auto it = one.begin(); it != one.end(); ++it) {
        if (const auto same = other.find(it.key()); same != other.end() && same.value() != it.value())
            return false;
    }
    return true;
}

} // namespace automation::rules
