// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/lifecycle.h"

#include <QTest>

using namespace automation::rules;

namespace {
constexpr qint64 second = 1000;
constexpr Verdict bad{true, false};
constexpr Verdict good{false, true};
constexpr Verdict between{false, false};
constexpr Verdict silent{false, false, false};

/// A lifecycle with a clock of seconds.
struct Life
{
    Terms terms;
    Lifecycle lifecycle;
    qint64 now = 1'800'000'000'000;

    Phase after(int seconds, const Verdict &verdict)
    {
        now += seconds * second;
        lifecycle.step(now, verdict, terms);
        return lifecycle.phase();
    }
};
} // namespace

/// How one group goes from inactive to resolved.
class LifecycleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itFiresAtOnceAndIsResolvedAtOnce()
    {
        Life life;
        QCOMPARE(life.after(0, good), Phase::Inactive);
        QCOMPARE(life.after(1, bad), Phase::Firing);
        QCOMPARE(life.after(1, between), Phase::Firing);
        QCOMPARE(life.after(1, good), Phase::Resolved);
        QCOMPARE(life.after(1, good), Phase::Resolved);
    }

    void itWaitsBothWays()
    {
        Life life{{60 * second, 30 * second}, {}};
        QCOMPARE(life.after(0, bad), Phase::Pending);
        QCOMPARE(life.lifecycle.due(life.terms), life.now + 60 * second);
        QCOMPARE(life.after(59, bad), Phase::Pending);
        QCOMPARE(life.after(0, good), Phase::Inactive);
        QCOMPARE(life.after(1, bad), Phase::Pending);
        QCOMPARE(life.after(60, bad), Phase::Firing);
        QCOMPARE(life.after(1, good), Phase::Recovering);
        QCOMPARE(life.after(29, between), Phase::Firing); // not well all the time
        QCOMPARE(life.after(1, good), Phase::Recovering);
        QCOMPARE(life.after(29, good), Phase::Recovering);
        QCOMPARE(life.after(1, good), Phase::Resolved);
    }

    void nothingFiresOfWhatIsNotKnown()
    {
        Life life{{60 * second}, {}};
        life.after(0, bad);
        QCOMPARE(life.after(100, silent), Phase::Pending);
        QCOMPARE(life.after(1, bad), Phase::Firing);
        QCOMPARE(life.after(1000, silent), Phase::Firing);
    }

    void itCoolsDown()
    {
        Life life{{0, 0, 300 * second, 1}, {}};
        QCOMPARE(life.after(0, bad), Phase::Firing);
        QCOMPARE(life.after(10, good), Phase::Resolved);
        QCOMPARE(life.after(10, bad), Phase::Pending);
        QCOMPARE(life.after(279, bad), Phase::Pending);
        QCOMPARE(life.after(1, bad), Phase::Firing);
    }

    void whatFlapsBecomesOneAlert()
    {
        Life life{{0, 0, 0, 1.5, 3600 * second}, {}};
        int fired = 0;
        for (int i = 0; i < 3600; ++i) { // on for ten seconds, off for ten, for an hour
            const Phase before = life.lifecycle.phase();
            const Phase now = life.after(1, i % 20 < 10 ? bad : good);
            fired += isRaised(now) && !isRaised(before) ? 1 : 0;
        }
        QCOMPARE(fired, 2);
        QCOMPARE(life.after(100, good), Phase::Resolved);
        QCOMPARE(life.after(3601, good), Phase::Resolved);
        QCOMPARE(life.after(1, bad), Phase::Firing); // after a quiet time it is as in the beginning
        QCOMPARE(life.lifecycle.state().returns, 0);
        QCOMPARE(life.after(1, good), Phase::Resolved);
    }

    void theGuardIsBounded()
    {
        Life life{{60 * second, 60 * second, 0, 10, 600 * second}, {}};
        for (int i = 0; i < 20; ++i) {
            life.after(1, bad);
            QCOMPARE(life.after(600, bad), Phase::Firing);
            life.after(1, good);
            QCOMPARE(life.after(600, good), Phase::Resolved);
        }
    }

    void aJumpOfTheClockDoesNotCount()
    {
        Life life{{60 * second}, {}};
        life.after(0, bad);
        life.lifecycle.shift(3600 * second);
        QCOMPARE(life.after(3600 + 59, bad), Phase::Pending);
        QCOMPARE(life.after(1, bad), Phase::Firing);
        life.lifecycle.turnBack(life.now - 7200 * second);
        life.now -= 7200 * second;
        QCOMPARE(life.after(1, good), Phase::Resolved);
    }

    void whatAnotherSpeaksForIsHeldBack()
    {
        Life life;
        QCOMPARE(life.after(0, {true, false, true, true}), Phase::Pending);
        QCOMPARE(life.after(100, {true, false, true, true}), Phase::Pending);
        QCOMPARE(life.after(1, bad), Phase::Firing);
        QCOMPARE(life.after(1, {true, false, true, true}), Phase::Firing);
    }
};

QTEST_GUILESS_MAIN(LifecycleTest)
#include "lifecycletest.moc"
