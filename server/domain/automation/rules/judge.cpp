// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/judge.h"

#include <algorithm>
#include <cmath>

namespace automation::rules {

namespace {
constexpr double toSeconds = 1e-3;
constexpr std::size_t mostEvidence = 10;

QDateTime timeOfMoment(qint64 at) { return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC); }

Verdict judgeFormula(Group &group)
{
    const bool isRaised = group.ruling->compiled.formula()->holds(
        [&](const QString &rule) { return group.firing.value(rule) > 0; });
    return {isRaised, !isRaised};
}

Verdict judgeAbsence(Group &group, qint64 now)
{
    group.value = double(now - group.heard) * toSeconds;
    const bool isRaised = now - group.heard >= group.ruling->compiled.window();
    return {isRaised, !isRaised};
}

Verdict judgeState(Group &group)
{
    const StateIs &wanted = *group.ruling->compiled.state();
    bool isRaised = false;
    for (const Track *track : group.tracks) {
        if (!isRaised)
            group.word = track->series->word;
        isRaised = isRaised || wanted.holds(track->series->word);
    }
    return {isRaised, !isRaised};
}

Verdict judgeSilence(const Rule &rule)
{
    switch (rule.noData) {
    case NoData::Keep:
        return {false, false, false};
    case NoData::Ok:
        return {false, true};
    case NoData::Alert:
        return {true, false};
    }
    return {};
}

/// Until when the extremes of a window are what they are.
qint64 windowDue(const Group &group)
{
    qint64 due = 0;
    for (const Track *track : group.tracks) {
        const qint64 one = track->window == nullptr ? 0 : track->window->due();
        if (one > 0 && (due == 0 || one < due))
            due = one;
    }
    return due;
}

QList<Evidence> evidenceOfFormula(const Group &group, qint64 now)
{
    QList<Evidence> evidence;
    // Which groups they are, their own transitions tell.
    QStringList rules = group.firing.keys();
    rules.sort();
    for (const QString &rule : rules) {
        if (group.firing.value(rule) > 0 && evidence.size() < qsizetype(mostEvidence))
            evidence << Evidence{timeOfMoment(now), {}, rule, {}, {}};
    }
    return evidence;
}

QList<Evidence> evidenceOfWindow(const Track &track, bool isOfStates)
{
    QList<Evidence> evidence;
    const Series &series = *track.series;
    for (const Reading &reading : track.window->newest(mostEvidence))
        evidence << Evidence{timeOfMoment(reading.at),
                             series.source,
                             series.name,
                             isOfStates ? std::nullopt : std::optional(reading.value),
                             {},
                             reading.count};
    // What the states before it were is not kept, only when they changed.
    if (isOfStates && !evidence.isEmpty())
        evidence.last().word = series.word;
    return evidence;
}

/// The last that was heard of each series there is no window of.
QList<Evidence> evidenceOfLast(const Group &group)
{
    QList<Evidence> evidence;
    const Compiled &compiled = group.ruling->compiled;
    const Phase phase = group.life.phase();
    const bool isUp = phase == Phase::Pending || phase == Phase::Firing;
    for (const Track *track : group.tracks) {
        const Series &series = *track->series;
        const bool isOf = !isUp || compiled.state() == nullptr || compiled.state()->holds(series.word);
        if (isOf && series.last > 0)
            evidence << Evidence{timeOfMoment(series.last), series.source, series.name,
                                 compiled.isOfStates() ? std::nullopt : std::optional(series.value),
                                 series.word};
    }
    std::stable_sort(evidence.begin(), evidence.end(),
                     [](const Evidence &one, const Evidence &other) { return one.at < other.at; });
    return evidence.mid(std::max<qsizetype>(0, evidence.size() - qsizetype(mostEvidence)));
}

QList<Evidence> evidenceOf(const Group &group, qint64 now)
{
    if (group.ruling->compiled.formula() != nullptr)
        return evidenceOfFormula(group, now);
    if (group.worst != nullptr && group.worst->window != nullptr)
        return evidenceOfWindow(*group.worst, group.ruling->compiled.isOfStates());
    return evidenceOfLast(group);
}
} // namespace

void refresh(Track &track, qint64 now)
{
    if (track.window == nullptr)
        return;
    track.window->expire(now);
    track.value = track.window->value(now);
    track.group->weigh(track);
}

void refreshAll(Group &group, qint64 now)
{
    for (Track *track : group.tracks) {
        if (track->window == nullptr)
            return;
        track->window->expire(now);
        track->value = track->window->value(now);
    }
    group.weighAll();
}

bool isSilent(const Group &group)
{
    return std::all_of(group.tracks.begin(), group.tracks.end(), [](const Track *track) {
        return track->window != nullptr && track->window->isEmpty();
    });
}

Verdict judge(Group &group, qint64 now)
{
    const Compiled &compiled = group.ruling->compiled;
    if (compiled.formula() != nullptr)
        return judgeFormula(group);
    if (compiled.isOfAbsence())
        return judgeAbsence(group, now);
    if (compiled.state() != nullptr)
        return judgeState(group);
    if (group.worst != nullptr && compiled.isOfStates())
        group.word = group.worst->series->word;
    if (group.worst == nullptr || !group.worst->value)
        return judgeSilence(compiled.rule);
    const double value = *group.worst->value;
    group.value = value;
    return {compiled.isRaisedBy(value), compiled.isClearAt(value)};
}

qint64 dueOf(const Group &group, qint64 now)
{
    const Compiled &compiled = group.ruling->compiled;
    qint64 due = 0;
    const auto consider = [&](qint64 at) {
        if (at > now && (due == 0 || at < due))
            due = at;
    };
    consider(group.held);
    consider(group.awaits);
    consider(group.life.due(compiled.terms));
    if (compiled.isOfAbsence())
        consider(group.heard + compiled.window());
    else
        consider(windowDue(group));
    if (due == 0)
        consider(group.life.remembers(compiled.terms)); // then it may be let go of
    return due;
}

Transition transitionOf(const Group &group, Phase from, qint64 now)
{
    const Compiled &compiled = group.ruling->compiled;
    Transition transition;
    transition.rule = compiled.rule.id;
    transition.group = group.labels;
    transition.from = from;
    transition.to = group.life.phase();
    if (group.value && std::isfinite(*group.value))
        transition.value = group.value;
    if (const Expression *expression = compiled.expression();
        expression != nullptr && expression->isCompared()) {
        const bool isUp = transition.to == Phase::Pending || transition.to == Phase::Firing;
        transition.threshold = isUp ? compiled.raise : compiled.clear.value_or(compiled.raise);
    }
    transition.word = group.word;
    transition.at = timeOfMoment(now);
    transition.evidence = evidenceOf(group, now);
    const Lifecycle::State &life = group.life.state();
    if (life.began > 0)
        transition.firstSeen = timeOfMoment(life.began);
    transition.count = life.count;
    if (transition.value && group.worst != nullptr && group.worst->window != nullptr)
        transition.confidence = group.worst->window->confidence();
    return transition;
}

} // namespace automation::rules
