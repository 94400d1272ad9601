// SPDX-License-Identifier: GPL-3.0-or-later
// How facts are gathered on their way to the window.
#include "client/frames.h"

#include "support/fakeclock.h"

#include <QTest>

using namespace std::chrono_literals;

class FramesTest final : public QObject
{
    Q_OBJECT
    struct Bench
    {
        support::FakeClock clock;
        std::unique_ptr<client::Frames> frames = std::make_unique<client::Frames>(clock);
        QList<QList<quint64>> handed;
        std::chrono::milliseconds work{0};

        Bench()
        {
            QObject::connect(frames.get(), &client::Frames::ready, frames.get(),
                             [this](const QList<core::Event> &events) {
                                 QList<quint64> numbers;
                                 for (const core::Event &event : events)
                                     numbers << event.sequence;
                                 handed << numbers;
                                 if (work > 0ms)
                                     clock.advance(work);
                             });
        }
        void add(quint64 number)
        {
            core::Event event;
            event.sequence = number;
            frames->add(std::move(event));
        }
    };

private Q_SLOTS:
    void whatComesAfterAPauseIsThereInAMoment()
    {
        Bench bench;
        bench.add(1);
        bench.add(2);
        QVERIFY(bench.handed.isEmpty());
        bench.clock.advance(client::Frames::moment);
        QCOMPARE(bench.handed, (QList<QList<quint64>>{{1, 2}}));
        bench.clock.advance(1s);
        bench.add(3);
        bench.clock.advance(client::Frames::moment);
        QCOMPARE(bench.handed.size(), 2);
    }

    void whatComesAtOnceWaitsForTheRest()
    {
        Bench bench;
        bench.add(1);
        bench.clock.advance(client::Frames::moment);
        bench.add(2);
        bench.clock.advance(client::Frames::leastRest - 1ms);
        QCOMPARE(bench.handed.size(), 1);
        bench.clock.advance(1ms);
        QCOMPARE(bench.handed.size(), 2);
    }

    void aFloodLeavesTimeForTheRest_data()
    {
        QTest::addColumn<int>("work");
        QTest::addColumn<int>("rest");
        QTest::newRow("nothing to do") << 0 << 40;
        QTest::newRow("some") << 15 << 60;
        QTest::newRow("much") << 400 << 100;
    }
    void aFloodLeavesTimeForTheRest()
    {
        QFETCH(int, work);
        QFETCH(int, rest);
        Bench bench;
        bench.work = std::chrono::milliseconds(work);
        bench.add(1);
        bench.clock.advance(client::Frames::moment);
        QCOMPARE(bench.handed.size(), 1);
        bench.add(2);
        bench.clock.advance(std::chrono::milliseconds(rest - 1));
        QCOMPARE(bench.handed.size(), 1);
        bench.clock.advance(1ms);
        QCOMPARE(bench.handed.size(), 2);
    }

    void theyMayEndWhileTheyHandOver()
    {
        Bench bench;
        QObject::connect(bench.frames.get(), &client::Frames::ready, [&bench] { bench.frames.reset(); });
        bench.add(1);
        bench.clock.advance(client::Frames::moment);
        QVERIFY(!bench.frames);
    }
};

QTEST_GUILESS_MAIN(FramesTest)
#include "framestest.moc"
