// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/runtime.h"

#include "domain/automation/rules/judge.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace automation::rules {

namespace {
constexpr qsizetype longestName = 512;
constexpr qsizetype mostLabels = 32;

bool areUsable(const QString &source, const QString &name, const Labels &labels)
{
    if (name.isEmpty() || name.size() > longestName || source.size() > longestName ||
        labels.size() > mostLabels)
        return false;
    for (auto it = labels.begin(); it != labels.end(); ++it) {
        if (it.key().size() > longestName || it.value().size() > longestName)
            return false;
    }
    return true;
}
} // namespace

Runtime::Runtime(const Bounds &bounds)
    : m_bounds(bounds), m_board(bounds, [this](Group &group) {
          group.heard = m_now;
          queueFresh(group);
      })
{
}

core::Result<QList<Transition>> Runtime::setRules(const QList<Rule> &rules)
{
    const auto compiled = compileAll(rules);
    if (!compiled)
        return compiled.error();
    m_board.setRules(*compiled, [this](Group &group) { close(group); });
    for (const auto &ruling : m_board.rulings()) {
        for (Group *group : ruling->raised)
            countFiring(*group, 1);
    }
    if (m_now > 0)
        lookAll();
    return told();
}

void Runtime::beginBatch() { m_batch = {m_batch.batch + 1, 0, 0}; }

Tally Runtime::tallyOf(const QString &rule) const
{
    const Ruling *ruling = m_board.ruling(rule);
    return ruling != nullptr && ruling->tally.batch == m_batch.batch ? ruling->tally : Tally();
}

Tally &Runtime::tallyFor(Ruling &ruling) const
{
    if (ruling.tally.batch != m_batch.batch)
        ruling.tally = {m_batch.batch, 0, 0};
    return ruling.tally;
}

QList<Transition> Runtime::hear(const Sample &sample)
{
    ++m_batch.inputs;
    if (Series *series = admit(sample))
        fill(*series, sample.at, sample.value, true);
    return told();
}

QList<Transition> Runtime::hear(const StateChange &change)
{
    ++m_batch.inputs;
    if (Series *series = admit(change))
        enter(*series, change, true);
    return told();
}

void Runtime::recall(const StateChange &change)
{
    if (!areUsable(change.subject, change.kind, change.labels))
        return;
    Series *series = m_board.stateOf(change, [](Group &) {});
    if (series != nullptr && change.at >= series->last && (m_now == 0 || change.at <= m_now))
        enter(*series, change, false);
}

void Runtime::enter(Series &series, const StateChange &change, bool isNews)
{
    const bool isChange = !series.word.isNull() && series.word != change.value;
    series.word = change.value.isNull() ? QStringLiteral("") : change.value;
    if (isChange) {
        fill(series, change.at, 1, isNews);
        return;
    }
    series.last = change.at;
    for (const auto &track : series.tracks)
        note(*track, change.at, isNews);
}

Series *Runtime::admit(const Sample &sample)
{
    if (!std::isfinite(sample.value) || !areUsable(sample.source, sample.name, sample.labels)) {
        ++m_unused.unusable;
        return nullptr;
    }
    if (!reach(sample.at))
        return nullptr;
    Series *series = m_board.seriesOf(sample);
    if (series == nullptr || sample.at > series->last)
        return series;
    ++m_unused.late;
    return nullptr;
}

Series *Runtime::admit(const StateChange &change)
{
    if (!areUsable(change.subject, change.kind, change.labels)) {
        ++m_unused.unusable;
        return nullptr;
    }
    if (!reach(change.at))
        return nullptr;
    Series *series = m_board.stateOf(change, [this](Group &group) { lookAgain(group); });
    // Two states may come at one moment; then the one that was told last is it.
    if (series == nullptr || change.at >= series->last)
        return series;
    ++m_unused.late;
    return nullptr;
}

void Runtime::fill(Series &series, qint64 at, double value, bool isNews)
{
    if (m_bounds.isRecalling && !series.isState)
        await(series, at);
    series.last = std::max(series.last, at);
    series.value = value;
    for (const auto &window : series.windows)
        window->add(at, value);
    if (series.awaiting)
        attend(series, at, value);
    for (const auto &track : series.tracks) {
        Group &group = *track->group;
        // What was pending before a long silence has not been so all the time.
        const qint64 longest = std::max(m_bounds.longestStep, group.ruling->compiled.window());
        if (track->window != nullptr && at - group.heard > longest && group.life.phase() == Phase::Pending)
            group.life.waitAnew(m_now);
        note(*track, at, isNews);
    }
}

void Runtime::note(Track &track, qint64 at, bool isNews)
{
    Group &group = *track.group;
    group.heard = std::max(group.heard, at);
    refresh(track, std::max(m_now, at));
    if (isNews) {
        ++tallyFor(*group.ruling).inputs;
        look(group);
        return;
    }
    group.held = 0;
    group.isFresh = false;
}

bool Runtime::isHeld(Group &group) const
{
    if (group.awaits > m_now)
        return true;
    group.awaits = 0;
    if (group.held == 0)
        return false;
    const Compiled &compiled = group.ruling->compiled;
    const bool isComposite = compiled.formula() != nullptr;
    const bool isCovered = std::any_of(group.tracks.begin(), group.tracks.end(), [&](const Track *track) {
        return track->window == nullptr || track->window->covered(m_now) * 2 >= compiled.window();
    });
    if (!isComposite && !isCovered && m_now < group.held)
        return true;
    group.held = 0;
    return false;
}

bool Runtime::isSpokenFor(const Group &group)
{
    for (const Ruling *other : group.ruling->suppressors) {
        const auto speaks = [&](const Group *raised) { return agree(raised->labels, group.labels); };
        if (std::any_of(other->raised.begin(), other->raised.end(), speaks))
            return true;
    }
    return false;
}

void Runtime::look(Group &group)
{
    group.isFresh = false;
    const Compiled &compiled = group.ruling->compiled;
    if (!isHeld(group)) {
        ++m_batch.candidates;
        ++tallyFor(*group.ruling).candidates;
        Verdict verdict = judge(group, m_now);
        const Phase before = group.life.phase();
        if (verdict.isRaised && !isRaised(before) && !group.ruling->suppressors.empty())
            verdict.isHeldBack = isSpokenFor(group);
        if (group.life.step(m_now, verdict, compiled.terms))
            tell(group, before);
    }
    const qint64 due = dueOf(group, m_now);
    if (due > 0)
        queue(group, due);
    else
        letGo(group);
}

void Runtime::lookAll()
{
    for (const auto &ruling : m_board.rulings()) {
        for (const auto &[key, group] : ruling->groups) {
            refreshAll(*group, m_now);
            look(*group);
        }
    }
}

void Runtime::lookAgain(Group &group) { m_again.push_back(group.number); }

void Runtime::letGo(Group &group)
{
    const Phase phase = group.life.phase();
    const bool isCalm = phase == Phase::Inactive || phase == Phase::Resolved;
    const Compiled &compiled = group.ruling->compiled;
    const bool isLasting = compiled.isOfAbsence() ||
                           (compiled.formula() != nullptr && group.labels.isEmpty()) ||
                           std::any_of(group.firing.begin(), group.firing.end(), [](int n) { return n > 0; });
    if (isCalm && !isLasting && isSilent(group))
        m_leaving << group.number;
}

void Runtime::tell(Group &group, Phase from)
{
    m_told << transitionOf(group, from, m_now);
    const bool wasRaised = isRaised(from);
    const bool isNow = isRaised(group.life.phase());
    if (wasRaised != isNow)
        tellOthers(group, isNow);
}

void Runtime::countFiring(const Group &group, int change)
{
    for (Ruling *composite : group.ruling->composites) {
        Labels labels;
        for (const QString &label : composite->compiled.rule.groupBy)
            labels.insert(label, group.labels.value(label));
        if (Group *above = m_board.groupOf(*composite, labels)) {
            above->firing[group.ruling->id()] += change;
            lookAgain(*above);
        }
    }
}

void Runtime::tellOthers(Group &group, bool isRaised)
{
    auto &raised = group.ruling->raised;
    if (isRaised)
        raised.push_back(&group);
    else
        raised.erase(std::remove(raised.begin(), raised.end(), &group), raised.end());
    countFiring(group, isRaised ? 1 : -1);
    if (isRaised)
        return;
    for (Ruling *other : group.ruling->suppressed) {
        for (const auto &[key, waiting] : other->groups) {
            if (waiting->life.phase() == Phase::Pending)
                lookAgain(*waiting);
        }
    }
}

void Runtime::close(Group &group)
{
    if (!isRaised(group.life.phase()))
        return;
    Transition transition = transitionOf(group, group.life.phase(), m_now);
    transition.to = Phase::Resolved;
    m_told << transition;
}

void Runtime::end(Group &group)
{
    close(group);
    if (isRaised(group.life.phase()))
        tellOthers(group, false);
    group.life = {};
    m_leaving << group.number;
}

QList<Transition> Runtime::describe(const QString &source, const Labels &labels)
{
    QList<quint64> touched;
    m_board.describe(source, labels, [&touched](Group &group) {
        if (!touched.contains(group.number))
            touched << group.number;
    });
    for (const quint64 number : std::as_const(touched)) {
        Group &group = *m_board.group(number);
        if (group.tracks.empty())
            end(group);
        else
            lookAgain(group);
    }
    return told();
}

QList<Transition> Runtime::forget(const QString &source)
{
    m_board.forget(source, [this](Group &group) { lookAgain(group); });
    for (const auto &ruling : m_board.rulings()) {
        for (const auto &[key, group] : ruling->groups) {
            if (group->labels.value(QStringLiteral("source")) == source)
                end(*group);
        }
    }
    return told();
}

void Runtime::queue(Group &group, qint64 due)
{
    if (due <= 0 || (group.queued > 0 && group.queued <= due))
        return;
    group.queued = due;
    m_due.emplace(due, group.number);
}

void Runtime::settle()
{
    while (!m_again.empty()) {
        Group *group = m_board.group(m_again.front());
        m_again.pop_front();
        if (group != nullptr && !m_leaving.contains(group->number)) {
            refreshAll(*group, m_now);
            look(*group);
        }
    }
    for (const quint64 number : std::exchange(m_leaving, {})) {
        if (Group *group = m_board.group(number))
            m_board.remove(*group);
    }
}

QList<Transition> Runtime::told()
{
    settle();
    return std::exchange(m_told, {});
}

QList<Fault> Runtime::faults() const
{
    QList<Fault> faults;
    for (const auto &ruling : m_board.rulings()) {
        if (ruling->refused > 0)
            faults << Fault{ruling->id(),
                            QCoreApplication::translate(
                                "automation",
                                "The rule “%1” is about more than %2 things. It does not watch those "
                                "that are too many: narrow what it looks at.")
                                .arg(ruling->compiled.rule.name)
                                .arg(m_bounds.groups),
                            ruling->refused};
    }
    if (m_board.refusedSeries() > 0)
        faults << Fault{
            {},
            QCoreApplication::translate(
                "automation", "There are more than %1 series to watch. Those that are too many are not.")
                .arg(m_bounds.series),
            m_board.refusedSeries()};
    return faults;
}

} // namespace automation::rules
