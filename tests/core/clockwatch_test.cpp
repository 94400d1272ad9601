// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clockwatch.h"
#include "support/fakeclock.h"

#include <QTest>

using namespace std::chrono_literals;

/// Whether somebody set the clock.
class ClockWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOnce()
    {
        support::FakeClock clock;
        core::ClockWatch watch(clock);
        clock.advance(3h);
        QCOMPARE(watch.jump(), 0ms);
        clock.jump(2h);
        clock.advance(1s);
        QCOMPARE(watch.jump(), 2h);
        QCOMPARE(watch.jump(), 0ms);
        clock.jump(-26h);
        QCOMPARE(watch.jump(), -26h);
        QCOMPARE(watch.jump(), 0ms);
    }

    /// A clock that is put right slowly is followed, too.
    void addsUp()
    {
        support::FakeClock clock;
        core::ClockWatch watch(clock);
        for (int i = 0; i < 3; ++i) {
            clock.jump(-3s);
            QCOMPARE(watch.jump(), 0ms);
        }
        clock.jump(-3s);
        QCOMPARE(watch.jump(), -12s);
        clock.jump(12s);
        QCOMPARE(watch.jump(), 12s);
    }
};

QTEST_GUILESS_MAIN(ClockWatchTest)
#include "clockwatch_test.moc"
