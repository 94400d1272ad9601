// SPDX-License-Identifier: GPL-3.0-or-later
#include "opened.h"

#include <QElapsedTimer>

using storetest::Bench;
using storetest::wait;

class StoreBench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDayOfSeconds();
    void durableWrites();
};

namespace {
core::SampleQuery asked(const QDateTime &from, int seconds, int points, const QStringList &names)
{
    return {QStringLiteral("host"), names, from, from.addSecs(seconds), points};
}
} // namespace

void StoreBench::aDayOfSeconds()
{
    Bench bench;
    QVERIFY(!bench.open());
    core::SampleStore &samples = bench.store->samples();
    const QDateTime start = bench.clock.now().addSecs(-86400);
    QStringList names;
    for (int series = 0; series < 30; ++series)
        names += QStringLiteral("series %1").arg(series, 2, 10, QLatin1Char('0'));
    QElapsedTimer timer;
    timer.start();
    for (int second = 0; second < 86400; ++second) {
        core::SampleFrame made{QStringLiteral("host"), start.addSecs(second), {}};
        for (const QString &name : std::as_const(names))
            made.values.insert(name, second);
        samples.append(made);
        if (second % 500 == 0)
            QVERIFY(wait(samples.range(asked(start, 1, 1, names))));
    }
    QVERIFY(wait(samples.range(asked(start, 1, 1, names))));
    qInfo("86400 frames of 30 series recorded in %lld ms", timer.restart());
    for (const int points : {10000, 600}) {
        timer.restart();
        const auto range = wait(samples.range(asked(start, 86400, points, names.mid(0, 5))));
        qInfo("24 h, 5 series, %d points: %lld ms, from the %lld ms tier", points, timer.elapsed(),
              qint64(range->tier.count()));
        QCOMPARE(range->series.size(), 5);
        QVERIFY(range->series.first().points.size() <= points);
        int readings = 0;
        for (const core::SamplePoint &point : range->series.last().points)
            readings += point.count;
        QCOMPARE(readings, 86400);
    }
}

void StoreBench::durableWrites()
{
    Bench bench;
    QVERIFY(!bench.open());
    core::AccountStore &accounts = bench.store->accounts();
    constexpr int count = 20000;
    QElapsedTimer timer;
    timer.start();
    for (int round = 0; round < 100; ++round)
        QVERIFY(wait(accounts.saveSetting(QStringLiteral("key"), QByteArray(200, char(round)))));
    qInfo("one durable write at a time: %.2f ms each", double(timer.restart()) / 100);
    QList<QFuture<core::Result<void>>> saved;
    for (int row = 0; row < count; ++row)
        saved += accounts.saveSetting(QString::number(row), QByteArray(200, 'x'));
    for (const QFuture<core::Result<void>> &one : std::as_const(saved))
        QVERIFY(wait(one));
    qInfo("%d durable writes together: %lld ms", count, timer.elapsed());
}

QTEST_GUILESS_MAIN(StoreBench)
#include "storebench.moc"
