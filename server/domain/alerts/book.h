// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertcommands.h"
#include "core/clockwatch.h"
#include "core/command.h"
#include "domain/alerts/bulletin.h"
#include "domain/alerts/condition.h"
#include "domain/alerts/handiwork.h"
#include "domain/alerts/outbox.h"
#include "domain/alerts/silences.h"

#include <QObject>
#include <QPromise>

#include <deque>

namespace alerts {

/// The alerts. What happens to them and what people do is written first and answered then; what comes
/// meanwhile waits and is written at once. What cannot be written did not happen; only what is so is tried
/// again until it is written.
class Book final : public QObject
{
    Q_OBJECT
public:
    struct Rules
    {
        Escalation escalation{{std::chrono::minutes(15), std::chrono::minutes(30), std::chrono::minutes(60)},
                              7};
        Batcher::Windows windows;
        QStringList groupBy{QStringLiteral("subnet")};
        std::chrono::hours keptFor{24 * 730}; ///< those that are resolved
        int most = 100'000;                   ///< of those that are resolved
    };
    struct Surroundings
    {
        core::RecordStore &records;
        core::Clock &clock;
        Silences &silences;
        NoticeOutbox &outbox;
        /// Whether somebody may see an alert.
        std::function<bool(const Alert &, const core::Principal &)> isVisible;
    };
    static constexpr int mostWaiting = 200'000;
    static constexpr std::chrono::seconds retriedAfter{1};

    explicit Book(const Surroundings &around) : Book(around, Rules()) {}
    Book(const Surroundings &around, const Rules &rules);

    /// Errors: Unavailable.
    QFuture<core::Result<void>> load();
    void start();
    void stop();
    /// What is so, and what is no longer; finished once it is durable. Errors: Limited (too much waits).
    QFuture<core::Result<void>> take(const QList<Condition> &conditions);
    /// From now on, also for those that are there.
    void setEscalation(const Escalation &escalation) { m_shelf.setEscalation(escalation); }
    [[nodiscard]] const Shelf &shelf() const { return m_shelf; }

    // Handlers; the dispatcher has checked role and schema. Errors: NotFound, Invalid, Conflict, Unavailable.
    QFuture<core::Reply> list(const core::Command &command);
    QFuture<core::Reply> get(const core::Command &command);
    QFuture<core::Reply> history(const core::Command &command);
    QFuture<core::Reply> acknowledge(const core::Command &command);
    QFuture<core::Reply> unacknowledge(const core::Command &command);
    QFuture<core::Reply> assign(const core::Command &command);
    QFuture<core::Reply> comment(const core::Command &command);
    QFuture<core::Reply> resolve(const core::Command &command);
    QFuture<core::Reply> reopen(const core::Command &command);
    QFuture<core::Reply> fold(const core::Command &command);
    QFuture<core::Reply> unfold(const core::Command &command);

Q_SIGNALS:
    /// They are not as they were told last; as they are now.
    void changed(const QList<alerts::Alert> &alerts);
    /// Needs attention, and did not before: it began, came back, stands for itself, or its silence is over.
    void raised(const alerts::Alert &alert);
    /// A line of its story is written.
    void happened(const alerts::Alert &alert, const alerts::AlertEntry &entry);

private:
    using Deed = std::function<core::Reply(Turn &)>;
    struct Waiting
    {
        Deed deed;
        std::shared_ptr<QPromise<core::Reply>> answer;
        bool isTriedAgain = false; ///< until it is written
        core::Reply reply = core::Error{};
    };

    /// By hand, as `act` has it.
    template <class Asked>
    QFuture<core::Reply> byHand(const core::Command &command, core::Reply (Handiwork::*act)(const Asked &));
    QFuture<core::Reply> after(Deed deed, bool isTriedAgain = false);
    /// What is written is read: not before, though nothing can be written for long.
    QFuture<core::Reply> read(std::function<core::Reply()> question);
    void answerReaders();
    void work();
    bool workOnce();
    void settle(const core::Result<void> &written);
    void undo(const core::Error &error);
    void tick();
    /// Nothing is due too early or too late because somebody set the clock.
    void followClock();
    void tell(Turn &turn);
    void prune(Turn &turn);
    /// Marks what is under other silences now.
    void review();
    /// Writes them as they are.
    void keep(const QList<qint64> &numbers);
    void considerUntold();
    /// Says what became of them, and of what they are a part of.
    void announce(const QList<qint64> &numbers);
    [[nodiscard]] Visible visibleTo(const core::Principal &caller) const;
    [[nodiscard]] QHash<QString, int> countSilenced(const Visible &isVisible) const;
    core::Result<void> take(const QList<core::Record> &records);

    Surroundings m_around;
    Rules m_rules;
    core::ClockWatch m_watch;
    Shelf m_shelf;
    Bulletin m_bulletin;
    Intake::Mark m_mark;
    qint64 m_counter = 0;
    std::deque<Waiting> m_waiting;
    std::vector<Waiting> m_underway;
    std::vector<std::pair<std::function<core::Reply()>, std::shared_ptr<QPromise<core::Reply>>>> m_readers;
    std::unique_ptr<Turn> m_turn; ///< while it is written
    bool m_isReviewDue = false;
    QSet<qint64> m_calling; ///< those that need attention
    QDateTime m_prunedAt;
    std::unique_ptr<core::Timer> m_timer;
    std::unique_ptr<core::Timer> m_retry;
};

} // namespace alerts
