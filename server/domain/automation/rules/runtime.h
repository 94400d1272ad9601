// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/samplestore.h"
#include "domain/automation/rules/board.h"
#include "domain/automation/rules/snapshot.h"

#include <queue>

#include <deque>

namespace automation::rules {

/// What a rule, or the runtime, cannot do, as a sentence.
struct Fault
{
    QString rule; ///< empty: it is not one rule's
    QString message;
    qint64 count = 0; ///< how often it came to that
};

/// Readings that were not used, by why.
struct Unused
{
    qint64 late = 0;     ///< not newer than what was known
    qint64 early = 0;    ///< from a future the clock is far from
    qint64 unusable = 0; ///< not finite, of no time, without a name, or with labels without end

    [[nodiscard]] qint64 count() const { return late + early + unusable; }
};

/// Holds what comes in against all rules. Time is what comes in: `advance` is the clock; readings may be a
/// little ahead of it. The same inputs in the same order give the same transitions.
class Runtime
{
public:
    explicit Runtime(const Bounds &bounds = {});

    /// Puts these rules in force; answers what that does. Errors: Invalid, and nothing has changed.
    core::Result<QList<Transition>> setRules(const QList<Rule> &rules);
    /// What comes in from now on is one batch.
    void beginBatch();
    /// What had to be done in the batch: by all rules, by one of them.
    [[nodiscard]] const Tally &tally() const { return m_batch; }
    [[nodiscard]] Tally tallyOf(const QString &rule) const;
    QList<Transition> hear(const Sample &sample);
    QList<Transition> hear(const StateChange &change);
    /// What is said of a source, such as its department: its readings carry it until something else is said.
    /// What fired for a group that is left by all is resolved.
    QList<Transition> describe(const QString &source, const Labels &labels);
    [[nodiscard]] Labels saidOf(const QString &source) const { return m_board.saidOf(source); }
    /// It is `now`, ms since the epoch, UTC. More than Bounds::longestStep ahead, or back at all, it is a
    /// jump: what waits goes on waiting, as if the time between had not been.
    QList<Transition> advance(qint64 now);
    /// A source there is no more: what fired for it is resolved.
    QList<Transition> forget(const QString &source);

    [[nodiscard]] Snapshot snapshot() const;
    /// Goes on where another runtime was; rules are set before. Answers what it has to resolve, since its
    /// rule is another now. What fires stays so until there are readings again.
    QList<Transition> restore(const Snapshot &snapshot);
    /// What windows that are new do not know; each is told once, and waits until it is recalled.
    [[nodiscard]] QList<Lack> takeLacks();
    /// What was recorded, oldest first, in buckets of so many milliseconds, goes before what was heard since,
    /// and that is judged now; none: there is nothing. A bucket of many readings weighs as much as those, in
    /// the middle of its time.
    QList<Transition> recall(const Lack &lack, qint64 bucket, const QList<core::SamplePoint> &points);
    /// States from before the snapshot, oldest first: they fill the windows and raise nothing.
    void recall(const StateChange &change);

    [[nodiscard]] qint64 now() const { return m_now; }
    [[nodiscard]] QList<Fault> faults() const;
    [[nodiscard]] const Unused &unused() const { return m_unused; }

private:
    using Due = std::pair<qint64, quint64>; ///< when, and the number of the group

    /// Time goes on, and what is due on the way happens. False: it cannot be that late.
    bool reach(qint64 at);
    void begin(qint64 now);
    void passTo(qint64 now);
    void jump(qint64 ahead);
    void turnBack(qint64 now);

    Series *admit(const Sample &sample);
    Series *admit(const StateChange &change);
    void enter(Series &series, const StateChange &change, bool isNews);
    void fill(Series &series, qint64 at, double value, bool isNews);
    void note(Track &track, qint64 at, bool isNews);
    /// Has it looked up what was before those of its windows that are new.
    void await(Series &series, qint64 at);
    void attend(Series &series, qint64 at, double value);
    [[nodiscard]] Tally &tallyFor(Ruling &ruling) const;
    void look(Group &group);
    void lookAll();
    void lookAgain(Group &group);
    [[nodiscard]] bool isHeld(Group &group) const;
    [[nodiscard]] static bool isSpokenFor(const Group &group);
    void tell(Group &group, Phase from);
    void tellOthers(Group &group, bool isRaised);
    void countFiring(const Group &group, int change);
    void close(Group &group);
    void end(Group &group);
    void queue(Group &group, qint64 due);
    void queueFresh(Group &group);
    void letGo(Group &group);
    void settle();
    QList<Transition> told();

    Bounds m_bounds;
    Board m_board;
    qint64 m_now = 0;
    std::priority_queue<Due, std::vector<Due>, std::greater<>> m_due;
    std::deque<quint64> m_again; ///< groups to look at once more, since another one is not as it was
    QList<quint64> m_leaving;
    QList<Lack> m_lacks;
    QList<Transition> m_told;
    Unused m_unused;
    Tally m_batch;
};

} // namespace automation::rules
