// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/eventtail.h"

#include "support/fakeclock.h"
#include "support/scriptedlink.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using client::EventTail;

namespace {
struct Bench
{
    support::ScriptedLink link;
    support::FakeClock clock;
    EventTail tail{link, clock};
    quint64 sequence = 0;

    Bench()
    {
        link.become(client::Link::State::Live);
        tail.setWatched(true);
    }
    void say(int count, const QString &topic = QStringLiteral("chat.message"))
    {
        QList<core::Event> events;
        for (int i = 0; i < count; ++i) {
            core::Event event;
            event.sequence = ++sequence;
            event.topic = core::Topic(topic);
            event.at = clock.now();
            events << event;
        }
        Q_EMIT link.eventsReceived(events);
    }
    /// Frames as slow as can be read.
    void sayInPeace(int count)
    {
        for (; count > 0; count -= 100) {
            say(std::min(count, 100));
            clock.advance(1s);
        }
    }
};
} // namespace

/// The newest facts, as many as fit, and the truth about the others.
class EventTailTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hearsOnlyWhileWatched()
    {
        Bench bench;
        QCOMPARE(bench.link.topics, QStringList{QStringLiteral("*")});
        bench.say(2);
        QCOMPARE(bench.tail.count(), 2);
        bench.tail.setWatched(false);
        QCOMPARE(bench.link.topics, QStringList());
        bench.say(2); // the window hears some facts for itself
        QCOMPARE(bench.tail.count(), 2);
        bench.tail.setWatched(true);
        QCOMPARE(bench.link.topics, QStringList{QStringLiteral("*")});
    }

    void keepsTheNewest()
    {
        Bench bench;
        QSignalSpy dropped(&bench.tail, &EventTail::aboutToDrop);
        bench.sayInPeace(EventTail::mostFacts);
        QCOMPARE(bench.tail.count(), EventTail::mostFacts);
        QCOMPARE(dropped.size(), 0);
        bench.say(3);
        QCOMPARE(bench.tail.count(), EventTail::mostFacts);
        QCOMPARE(bench.tail.at(0).event.sequence, 4U);
        QCOMPARE(bench.tail.at(EventTail::mostFacts - 1).event.sequence, quint64(EventTail::mostFacts + 3));
        QCOMPARE(dropped.size(), 1);
        QCOMPARE(dropped.first().first().toInt(), 2);
    }

    void tellsPlacesThatAreTrue()
    {
        Bench bench;
        int rows = 0;
        QObject::connect(&bench.tail, &EventTail::aboutToAppend, &bench.tail, [&](int first, int last) {
            QCOMPARE(first, rows);
            rows = last + 1;
        });
        QObject::connect(&bench.tail, &EventTail::aboutToDrop, &bench.tail,
                         [&](int last) { rows -= last + 1; });
        QObject::connect(&bench.tail, &EventTail::appended, &bench.tail,
                         [&] { QCOMPARE(bench.tail.count(), rows); });
        QObject::connect(&bench.tail, &EventTail::dropped, &bench.tail,
                         [&] { QCOMPARE(bench.tail.count(), rows); });
        bench.sayInPeace(EventTail::mostFacts + 250);
        bench.tail.clear();
        QCOMPARE(rows, 0);
    }

    void pausesByHand()
    {
        Bench bench;
        bench.say(1);
        bench.tail.setPaused(true);
        QVERIFY(bench.tail.pause() == EventTail::Pause::ByHand);
        bench.say(11);
        QCOMPARE(bench.tail.count(), 1);
        QCOMPARE(bench.tail.leftOut(), 11);
        bench.tail.setPaused(false);
        QCOMPARE(bench.tail.leftOut(), 0);
        bench.say(1);
        QCOMPARE(bench.tail.count(), 2);
    }

    void pausesBySpeed()
    {
        Bench bench;
        for (int i = 0; i < 10; ++i) {
            bench.say(50); // 500 a second can still be read
            bench.clock.advance(100ms);
        }
        QVERIFY(bench.tail.pause() == EventTail::Pause::None);
        QCOMPARE(bench.tail.count(), 500);
        bench.say(52);
        QVERIFY(bench.tail.pause() == EventTail::Pause::BySpeed);
        QCOMPARE(bench.tail.count(), 500);
        QCOMPARE(bench.tail.leftOut(), 52);
        bench.clock.advance(1min);
        bench.say(1);
        QVERIFY(bench.tail.pause() == EventTail::Pause::BySpeed); // until somebody goes on
        QCOMPARE(bench.tail.leftOut(), 53);
        bench.tail.setPaused(false);
        bench.say(1);
        QCOMPARE(bench.tail.count(), 501);
    }

    void whatTheFilterTakesAwayIsNotTooFast()
    {
        Bench bench;
        bench.tail.setFilter(client::EventFilter::read(QStringLiteral("!topic:chat.*")).filter);
        bench.say(4000);
        QVERIFY(bench.tail.pause() == EventTail::Pause::None);
        QCOMPARE(bench.tail.count(), 4000);
        QVERIFY(!bench.tail.passes(0));
        bench.say(501, QStringLiteral("metrics.sampled"));
        QVERIFY(bench.tail.pause() == EventTail::Pause::BySpeed);
    }

    void anotherFilterCountsAnew()
    {
        Bench bench;
        bench.tail.setPaused(true);
        bench.say(5);
        QCOMPARE(bench.tail.leftOut(), 5);
        bench.tail.setFilter(client::EventFilter::read(QStringLiteral("topic:metrics.*")).filter);
        QCOMPARE(bench.tail.leftOut(), 0);
        bench.say(5);
        QCOMPARE(bench.tail.leftOut(), 0);
    }
};

QTEST_GUILESS_MAIN(EventTailTest)
#include "eventtailtest.moc"
