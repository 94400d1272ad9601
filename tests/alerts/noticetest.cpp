// SPDX-License-Identifier: GPL-3.0-or-later
#include "office.h"

#include <QTest>

using namespace alerts;
using alerttest::Office;
using namespace std::chrono_literals;

/// What people are told of alerts: together, once, and not of what they need not know.
class NoticeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTogetherAndOnce()
    {
        Office office;
        QVERIFY(office.take({Office::down(u"a"_qs)}));
        office.pass(5s);
        QVERIFY(office.take({Office::down(u"b"_qs)}));
        QVERIFY(office.channel.taken.isEmpty());
        office.pass(6s);
        QCOMPARE(office.channel.said(), QStringList{u"A-1 raised, A-2 raised"_qs});
        QCOMPARE(office.channel.taken.first().severity, 7);
        QCOMPARE(office.channel.taken.first().group, u"device.down"_qs);
        // Again and again the same is no news.
        QVERIFY(office.take({Office::down(u"a"_qs)}));
        QVERIFY(office.take({Office::down(u"c"_qs)}));
        office.pass(100s, 5s);
        QCOMPARE(office.channel.taken.size(), 1);
        office.pass(200s, 5s);
        QCOMPARE(office.channel.said().last(), u"A-3 raised"_qs);
        QCOMPARE(office.channel.taken.size(), 2);
        QCOMPARE(office.outbox->count(), 0);
    }

    void whatIsCriticalDoesNotWait()
    {
        Office office;
        QVERIFY(office.take({Office::down(u"a"_qs)}));
        office.pass(11s);
        Condition worse = Office::down(u"a"_qs);
        worse.severity = 9;
        QVERIFY(office.take({worse}));
        office.pass(11s);
        QCOMPARE(office.channel.said(), (QStringList{u"A-1 raised"_qs, u"A-1 worsened"_qs}));
    }

    void whatCameAndWentIsNotTold()
    {
        Office office;
        QVERIFY(office.take({Office::down(u"a"_qs)}));
        QVERIFY(office.take({Office::down(u"a"_qs, false)}));
        office.pass(20s);
        QVERIFY(office.channel.taken.isEmpty());
        QCOMPARE(office.deeds(u"A-1"_qs), (QStringList{u"raised"_qs, u"resolved"_qs}));
    }

    void whatIsOverIsWithdrawn()
    {
        Office office;
        QVERIFY(office.take({Office::down(u"a"_qs), Office::down(u"b"_qs)}));
        office.pass(11s);
        QVERIFY(office.ask(&Book::acknowledge, AcknowledgeAlerts{{u"A-1"_qs}, {}, {}}));
        QVERIFY(office.take({Office::down(u"b"_qs, false)}));
        office.pass(5min, 5s);
        QCOMPARE(office.channel.said().last(), u"A-1 acknowledged, A-2 resolved"_qs);
        QVERIFY(office.take({Office::down(u"a"_qs, false)}));
        office.pass(6min, 5s);
        QCOMPARE(office.channel.said().last(), u"A-1 resolved"_qs);
        QCOMPARE(office.channel.taken.size(), 3);
    }

    void anAcknowledgementEnds()
    {
        Office office;
        QVERIFY(office.take({Office::down(u"a"_qs)}));
        office.pass(11s);
        const QDateTime until = office.bench.clock.now().addSecs(1200);
        QVERIFY(office.ask(&Book::acknowledge, AcknowledgeAlerts{{u"A-1"_qs}, u"soon"_qs, until}));
        office.pass(10min, 10s);
        office.restart();
        QCOMPARE(office.alert(u"A-1"_qs).state, AlertState::Acknowledged);
        office.pass(11min, 10s);
        QCOMPARE(office.alert(u"A-1"_qs).state, AlertState::Open);
        QCOMPARE(office.channel.said(),
                 (QStringList{u"A-1 raised"_qs, u"A-1 acknowledged"_qs, u"A-1 lapsed"_qs}));
        QVERIFY(office.deeds(u"A-1"_qs).contains(u"lapsed"_qs));
    }

    void nobodyLooksAfterIt()
    {
        Office office;
        Condition small = Office::down(u"b"_qs);
        small.severity = 5;
        QVERIFY(office.take({Office::down(u"a"_qs), small}));
        office.pass(16min, 10s);
        QCOMPARE(office.alert(u"A-1"_qs).level, 1);
        QCOMPARE(office.alert(u"A-2"_qs).level, 0);
        QCOMPARE(office.channel.said(), (QStringList{u"A-1 raised, A-2 raised"_qs, u"A-1 escalated"_qs}));
        office.restart();
        office.pass(20min, 10s);
        QCOMPARE(office.alert(u"A-1"_qs).level, 2);
        QVERIFY(office.ask(&Book::acknowledge, AcknowledgeAlerts{{u"A-1"_qs}, {}, {}}));
        office.pass(60min, 60s);
        QCOMPARE(office.alert(u"A-1"_qs).level, 2);
        QCOMPARE(office.channel.said().filter(u"escalated"_qs).size(), 2);
    }

    void whoComesNextComesSooner()
    {
        Office office;
        QVERIFY(office.take({Office::down(u"a"_qs)}));
        office.pass(1min, 10s);
        QCOMPARE(office.alert(u"A-1"_qs).level, 0);
        office.book->setEscalation({{30s, 90s}, 7}); // the first is late by then
        office.pass(10s, 1s);
        QCOMPARE(office.alert(u"A-1"_qs).level, 1);
        office.pass(30s, 1s);
        QCOMPARE(office.alert(u"A-1"_qs).level, 2);
        office.book->setEscalation({});
        QVERIFY(office.take({Office::down(u"b"_qs)}));
        office.pass(3h, 60s);
        QCOMPARE(office.alert(u"A-2"_qs).level, 0);
    }

    // Ended at once, at each place between what was raised and who was told.
    void isToldOnceWhateverEnds_data()
    {
        QTest::addColumn<int>("place");
        QTest::newRow("before it was made") << 0;
        QTest::newRow("made, nobody there") << 1;
        QTest::newRow("taken, not crossed out") << 2;
    }
    void isToldOnceWhateverEnds()
    {
        QFETCH(int, place);
        Office office;
        QVERIFY(office.take({Office::down(u"a"_qs)}));
        if (place == 1) {
            office.channel.isOut = true;
            office.pass(11s);
            QCOMPARE(office.channel.offered.size(), 1);
            QCOMPARE(office.outbox->count(), 1);
            office.channel.isOut = false;
        } else if (place == 2) {
            office.pass(9s);
            // It is written and given out, and then nothing more is written.
            office.bench.clock.advance(1s);
            QCOMPARE(office.records->writes, 2);
            office.records->isFailing = true;
            while (office.channel.taken.isEmpty())
                QCoreApplication::processEvents();
        }
        office.restart();
        office.pass(30s);
        QCOMPARE(office.channel.said(), QStringList{u"A-1 raised"_qs});
        QCOMPARE(office.outbox->count(), 0);
        office.restart();
        office.pass(30s);
        QCOMPARE(office.channel.said(), QStringList{u"A-1 raised"_qs});
        QCOMPARE(office.channel.offered.size(), place == 0 ? 1 : 2);
        QVERIFY(storetest::wait(office.records->all(u"alert.notice"_qs))->isEmpty());
    }

    void whoIsOutIsAskedAgain()
    {
        Office office;
        office.channel.isOut = true;
        QVERIFY(office.take({Office::down(u"a"_qs)}));
        office.pass(25s);
        QVERIFY(office.channel.offered.size() >= 2);
        QCOMPARE(QSet<QString>(office.channel.offered.begin(), office.channel.offered.end()).size(), 1);
        office.channel.isOut = false;
        office.pass(11s);
        QCOMPARE(office.channel.taken.size(), 1);
        QCOMPARE(office.outbox->count(), 0);
    }

    void aNoticeThatCannotBeWrittenIsMadeAgain()
    {
        Office office;
        QVERIFY(office.take({Office::down(u"a"_qs)}));
        office.pass(9s);
        office.records->isFailing = true;
        office.pass(5s);
        QVERIFY(office.channel.offered.isEmpty());
        office.records->isFailing = false;
        office.pass(15s);
        QCOMPARE(office.channel.said(), QStringList{u"A-1 raised"_qs});
    }

    void whatFlapsIsToldOnce()
    {
        Office office;
        for (int i = 0; i < 40; ++i) {
            QVERIFY(office.take({Office::down(u"a"_qs, i % 2 == 0)}));
            office.pass(20s, 10s);
        }
        QVERIFY(office.alert(u"A-1"_qs).isFlapping);
        const int before = int(office.channel.taken.size());
        QVERIFY2(before <= 4, qPrintable(office.channel.said().join(u'|')));
        QCOMPARE(office.channel.said().filter(u"flapping"_qs).size(), 1);
        QCOMPARE(office.deeds(u"A-1"_qs).size(), 40);
        // Steady again: how it is now.
        QVERIFY(office.take({Office::down(u"a"_qs)}));
        office.pass(16min, 10s);
        QVERIFY(!office.alert(u"A-1"_qs).isFlapping);
        QCOMPARE(office.alert(u"A-1"_qs).state, AlertState::Open);
        QVERIFY2(office.channel.said().size() <= before + 2, qPrintable(office.channel.said().join(u'|')));
    }

    // Ten thousand changes in one second.
    void aStorm()
    {
        Office office;
        constexpr int devices = 200;
        constexpr int rounds = 50;
        QList<QFuture<core::Result<void>>> all;
        for (int round = 0; round < rounds; ++round) {
            for (int device = 0; device < devices; ++device) {
                Condition condition = Office::down(u"d-%1"_qs.arg(device), round % 2 == 0);
                condition.severity = 9;
                condition.labels.insert(u"subnet"_qs, u"10.0.%1.0/24"_qs.arg(device));
                all << office.book->take({condition});
            }
            office.bench.clock.advance(20ms);
        }
        for (const auto &each : all)
            QVERIFY(support::awaited(each));
        office.pass(20min, 10s);
        QVERIFY2(office.channel.taken.size() <= 20, qPrintable(QString::number(office.channel.taken.size())));
        int entries = 0;
        for (const auto &[number, kept] : office.book->shelf().all()) {
            const auto story = storetest::wait(office.records->all(u"alert.story.%1"_qs.arg(number)));
            QVERIFY(story);
            QCOMPARE(story->size(), qsizetype(kept.entries));
            entries += int(story->size());
        }
        QCOMPARE(entries, devices * rounds);
        QCOMPARE(office.book->shelf().all().size(), std::size_t(devices));
        // All that was told, was told: the others are over, and nobody knew of them.
        QCOMPARE(office.list().count, 0);
    }

    void aStormThatStaysIsTold()
    {
        Office office;
        QList<Condition> all;
        for (int device = 0; device < 500; ++device) {
            all << Office::down(u"d-%1"_qs.arg(device));
            all.last().labels.insert(u"subnet"_qs, u"10.0.%1.0/24"_qs.arg(device));
        }
        QVERIFY(office.take(all));
        office.pass(15s);
        QCOMPARE(office.channel.taken.size(), 1);
        QCOMPARE(office.channel.taken.first().count, 500);
        QCOMPARE(office.channel.taken.first().items.size(), qsizetype(Notice::mostItems));
        office.restart();
        office.pass(60s, 5s);
        QCOMPARE(office.channel.taken.size(), 1);
    }
};

QTEST_GUILESS_MAIN(NoticeTest)
#include "noticetest.moc"
