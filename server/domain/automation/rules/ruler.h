// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/rulecommands.h"
#include "core/clock.h"
#include "core/command.h"
#include "core/entropy.h"
#include "core/publisher.h"
#include "core/recordstore.h"
#include "core/samplestore.h"
#include "domain/automation/rules/backtest.h"
#include "domain/automation/rules/run.h"

#include <QMap>
#include <QObject>
#include <QSet>

namespace automation::rules {

/// What a rule found to be so, or to be so no longer.
struct Finding
{
    Rule rule;
    Transition transition;
    bool isRepeated = false;     ///< it was told before and is still so
    bool isEscalated = false;    ///< and is more severe now
    std::optional<Run> run = {}; ///< that found it; told before the first it found

    [[nodiscard]] bool isFiring() const { return isRaised(transition.to); }
};

/// How things were in a time.
struct PastStates
{
    QList<StateChange> changes; ///< oldest first
    bool isWhole = true;        ///< false: there were more, before these
};

/// The rules in force. Holds against them what comes in, and tells what they find, in its order: that
/// something is so is kept before it is told, and that it is no longer after.
class Ruler final : public QObject
{
    Q_OBJECT
public:
    struct Surroundings
    {
        core::RecordStore &records;
        core::SampleStore &samples;
        core::Publisher &publisher;
        core::Clock &clock;
        core::Entropy &entropy;
        /// Takes what was found; finished well once that is durable.
        std::function<QFuture<core::Result<void>>(const QList<Finding> &)> taker;
        std::function<QFuture<core::Result<PastStates>>(const QDateTime &, const QDateTime &)> past;
        /// The department a group of a rule belongs to, as its alert does; empty: none.
        std::function<QString(const Rule &, const Labels &)> departmentOf;
        /// Never goes back, and tells short times apart.
        std::function<std::chrono::nanoseconds()> stopwatch = [] {
            return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch());
        };
    };
    static constexpr int mostRules = 10'000;
    /// What is still so is told again so often: somebody may have said that it is over.
    static constexpr std::chrono::minutes repeatedEvery{5};
    /// Of runs that find nothing it is told so often, in sum, what they did.
    static constexpr std::chrono::seconds summedUpEvery{10};
    /// What waits begins where it was so long ago at most, where Belfry is killed.
    static constexpr std::chrono::seconds rememberedEvery{60};
    static constexpr std::chrono::seconds retriedAfter{1};
    static constexpr std::chrono::hours longestTest{24 * 31};

    explicit Ruler(const Surroundings &around);

    /// The shipped rules are there the first time. Errors: Unavailable.
    QFuture<core::Result<void>> load();
    void start();
    void stop();
    void hear(const core::SampleFrame &frame);
    void hear(const StateChange &change);
    /// What is said of a source now, such as its department: its readings carry it.
    void describe(const QString &source, const Labels &labels);
    /// A source there is no more.
    void forget(const QString &source);
    /// Tells once more what is so of a source.
    void repeat(const QString &source);

    // Handlers; the dispatcher has checked role and schema.
    QFuture<core::Reply> list(const core::Command &command);
    /// Errors: Invalid, Limited, Unavailable.
    QFuture<core::Reply> set(const core::Command &command);
    /// Errors: NotFound, Invalid (another rule names it), Unavailable.
    QFuture<core::Reply> remove(const core::Command &command);
    /// Errors: Invalid, Unavailable.
    QFuture<core::Reply> test(const core::Command &command);
    /// Errors: NotFound.
    QFuture<core::Reply> exportRules(const core::Command &command);
    /// Errors: Invalid (with the line), Limited, Unavailable; nothing is set then.
    QFuture<core::Reply> importRules(const core::Command &command);

private:
    using Rules = QMap<QString, Rule>;
    using Key = std::pair<QString, QString>; ///< rule, group

    [[nodiscard]] QFuture<core::Result<void>> ship(Rules found, const QStringList &shipped);
    core::Result<void> adopt(const QList<core::Record> &firing, const Snapshot &memory);
    /// Keeps what is not kept at once, where it is not as it was kept.
    void remember();
    /// Puts them in force and keeps them; nothing has changed where that fails.
    QFuture<core::Result<void>> keep(const Rules &rules, const QList<core::Record> &saved,
                                     const QList<core::RecordName> &removed);
    [[nodiscard]] static std::optional<core::Error> flawOf(const TestRule &asked);
    /// A rule that is tried, and all it rests upon. Errors: Invalid (not sound, or it names one there is
    /// not).
    [[nodiscard]] core::Result<QList<Compiled>> castOf(const Rule &rule) const;
    struct Looked
    {
        QList<core::SampleQuery> queries;
        qsizetype leftOut = 0; ///< series there was no room for
    };
    [[nodiscard]] Looked queriesFor(const QList<Compiled> &cast, const TestRule &asked,
                                    const core::Principal &caller) const;
    QFuture<core::Result<Recorded>> statesFor(const QList<Compiled> &cast, const TestRule &asked,
                                              const core::Principal &caller);
    QFuture<core::Result<Recorded>> recordedFor(const QList<Compiled> &cast, const TestRule &asked,
                                                const core::Principal &caller);
    [[nodiscard]] bool isVisible(const Rule &rule, const Labels &group, const core::Principal &caller) const;
    [[nodiscard]] bool isVisible(const QString &source, const core::Principal &caller) const;
    /// As far as the caller may see what it found.
    [[nodiscard]] RuleStanding standingOf(const Rule &rule, const core::Principal &caller) const;
    void noteFired(const Finding &finding);
    /// What fires is told in the words of its rule as that is now.
    void retell();
    void sayChanged(const QString &id, const QString &by);
    void tick();
    void repeatAll();
    /// One run: all that this work brings about.
    void evaluate(const char *trigger, const std::function<QList<Transition>()> &work);
    void find(const QList<Transition> &transitions, const Run &run);
    /// The part of a run that is one rule's.
    [[nodiscard]] Run partOf(const Run &run, const QString &rule, const QList<Transition> &found) const;
    void sumUp();
    /// Looks up what was before windows that are new.
    void lookUp();
    /// Those of one source and one width, which are read at once.
    [[nodiscard]] QList<Lack> nextLacks();
    void recall(const QList<Lack> &lacks, const core::SampleRange &range);
    /// How things were before the start, as far as rules count changes of that.
    QFuture<core::Result<void>> readPastStates();
    /// What is in a state is heard of for the first time: its changes before that are known now.
    void recallBefore(const StateChange &change);
    void note(Finding finding);
    void pump();
    void hand();
    void settle();
    void later(void (Ruler::*step)());
    void say(const Finding &finding);
    void sayStarted(const Run &run);
    void sayCompleted(const Run &run);
    void publish(core::Draft draft);
    [[nodiscard]] QString newRunId() const;

    Surroundings m_around;
    Runtime m_runtime;
    Rules m_rules;
    QHash<QString, QMap<QString, QDateTime>> m_firedAt; ///< by rule and department
    std::map<Key, Finding> m_raised;
    QList<Finding> m_waiting;
    QList<Finding> m_underway;
    QHash<QString, QSet<QString>> m_series; ///< what was heard of each source
    std::unique_ptr<core::Timer> m_timer;
    std::unique_ptr<core::Timer> m_repeating;
    std::unique_ptr<core::Timer> m_remembering;
    QByteArray m_remembered; ///< the groups as they were kept last
    std::unique_ptr<core::Timer> m_retry;
    Run m_summed; ///< what runs did since it was told last
    std::chrono::milliseconds m_summedUp{0};
    QList<Lack> m_lacks;
    bool m_isLookingUp = false;
    QHash<std::pair<QString, QString>, QList<StateChange>> m_pastStates; ///< by subject and kind
};

} // namespace automation::rules
