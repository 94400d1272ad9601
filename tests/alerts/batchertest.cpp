// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/batcher.h"

#include <QTest>

using alerts::Batcher;
using namespace std::chrono_literals;

/// What is told of together, and when.
class BatcherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstWaitsALittleWhatFollowsLong()
    {
        Batcher batcher;
        batcher.add(u"a"_qs, 1, false, 0s);
        batcher.add(u"a"_qs, 2, false, 9s);
        QVERIFY(!batcher.isDue(9s));
        QVERIFY(batcher.take(9s).isEmpty());
        QVERIFY(batcher.isDue(10s));
        const auto first = batcher.take(10s);
        QCOMPARE(first.size(), 1);
        QCOMPARE(first.first().group, u"a"_qs);
        QCOMPARE(first.first().alerts, (std::set<qint64>{1, 2}));
        batcher.add(u"a"_qs, 3, false, 11s);
        QVERIFY(batcher.take(309s).isEmpty());
        QCOMPARE(batcher.take(310s).size(), 1);
        // Of a group nobody heard of for long, the first is told soon again.
        batcher.add(u"a"_qs, 4, false, 1000s);
        QCOMPARE(batcher.take(1010s).size(), 1);
    }

    void whatIsUrgentDoesNotWait()
    {
        Batcher batcher;
        batcher.add(u"a"_qs, 1, false, 0s);
        QCOMPARE(batcher.take(10s).size(), 1);
        batcher.add(u"a"_qs, 2, false, 20s);
        batcher.add(u"a"_qs, 3, true, 30s);
        QVERIFY(batcher.take(39s).isEmpty());
        const auto soon = batcher.take(40s);
        QCOMPARE(soon.size(), 1);
        QCOMPARE(soon.first().alerts, (std::set<qint64>{2, 3}));
    }

    void aStormIsOne()
    {
        Batcher batcher;
        for (int i = 0; i < 500; ++i)
            batcher.add(QString::number(i), i, true, 0s);
        const auto storm = batcher.take(10s);
        QCOMPARE(storm.size(), 1);
        QCOMPARE(storm.first().group, QString());
        QCOMPARE(storm.first().alerts.size(), 500U);
        // It goes on: what is single counts, what is not is told once a minute, and nothing is lost.
        int notices = 0;
        std::set<qint64> told;
        for (int second = 11; second <= 310; ++second) {
            for (int i = 0; i < 100; ++i)
                batcher.add(QString::number(i + second), i + second, true, std::chrono::seconds(second));
            for (const auto &batch : batcher.take(std::chrono::seconds(second))) {
                ++notices;
                told.insert(batch.alerts.begin(), batch.alerts.end());
            }
        }
        QVERIFY2(notices <= Batcher::Windows().most + 5, qPrintable(QString::number(notices)));
        for (const auto &batch : batcher.take(400s))
            told.insert(batch.alerts.begin(), batch.alerts.end());
        QCOMPARE(told.size(), 399U);
    }
};

QTEST_GUILESS_MAIN(BatcherTest)
#include "batchertest.moc"
