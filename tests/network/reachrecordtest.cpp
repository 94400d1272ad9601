// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/reachrecord.h"

#include "support/fakeclock.h"
#include "support/memorystores.h"

#include <QTest>

using namespace network;
using namespace std::chrono_literals;

namespace {
const QString printer = QStringLiteral("d-1");
} // namespace

/// What is kept of round-trip times and losses.
class ReachRecordTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMinuteIsOneFrame()
    {
        support::MemorySampleStore store;
        support::FakeClock clock;
        ReachRecord record(store, clock);
        clock.advance(60s - std::chrono::milliseconds(clock.now().toMSecsSinceEpoch() % 60'000));
        const QList<std::optional<double>> rounds{1.0, 3.0, std::nullopt, 2.0, std::nullopt, 2.0};
        for (const auto &round : rounds) {
            record.take(printer, round);
            clock.advance(10s);
        }
        QVERIFY(store.frames().isEmpty());
        record.take(printer, 7.0);
        QCOMPARE(store.frames().size(), 1);
        const core::SampleFrame frame = store.frames().first();
        QCOMPARE(frame.source, printer);
        QCOMPARE(frame.at, clock.now());
        QCOMPARE(frame.values.value(QStringLiteral("reach.rtt")), 2.0);
        QCOMPARE(frame.values.value(QStringLiteral("reach.loss")), 100.0 / 3);
    }

    void silenceHasNoRoundTrip()
    {
        support::MemorySampleStore store;
        support::FakeClock clock;
        ReachRecord record(store, clock);
        record.take(printer, std::nullopt);
        clock.advance(1min);
        record.take(printer, std::nullopt);
        QCOMPARE(store.frames().size(), 1);
        QCOMPARE(store.frames().first().values.keys(), QStringList{QStringLiteral("reach.loss")});
        QCOMPARE(store.frames().first().values.first(), 100.0);
    }

    void whoIsLeftIsNotWritten()
    {
        support::MemorySampleStore store;
        support::FakeClock clock;
        ReachRecord record(store, clock);
        record.take(printer, 1.0);
        record.leave(printer);
        clock.advance(1min);
        record.take(printer, 1.0);
        QVERIFY(store.frames().isEmpty());
    }

    void manyAreKeptMoreSeldom()
    {
        support::MemorySampleStore store;
        support::FakeClock clock;
        ReachRecord record(store, clock);
        for (qsizetype i = 0; i <= ReachRecord::few; ++i)
            record.take(QString::number(i), 1.0);
        QCOMPARE(record.spacing(), 5min);
        clock.advance(5min);
        record.take(QStringLiteral("0"), 1.0);
        QCOMPARE(store.frames().size(), 1);
        clock.advance(1min);
        record.take(QStringLiteral("0"), 1.0);
        QCOMPARE(store.frames().size(), 1);
    }
};

QTEST_GUILESS_MAIN(ReachRecordTest)
#include "reachrecordtest.moc"
