// SPDX-License-Identifier: GPL-3.0-or-later
#include "opened.h"

#include <QTest>

using core::Record;
using storetest::Bench;
using storetest::wait;

/// What rooms keep by name.
class RecordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areKeptReplacedAndRemoved()
    {
        Bench bench;
        QVERIFY(!bench.open());
        const Record a{QStringLiteral("device"), QStringLiteral("d-1"), QByteArray("\0one\xff", 5)};
        const Record b{QStringLiteral("device"), QStringLiteral("d-2"), QByteArray()};
        const Record other{QStringLiteral("link"), QStringLiteral("d-1"), QByteArray("link")};
        QVERIFY(wait(bench.store->records().write({b, a, other}, {})));
        QVERIFY(!bench.open());
        const auto devices = wait(bench.store->records().all(a.kind));
        QVERIFY(devices);
        QCOMPARE(*devices, (QList<Record>{a, {b.kind, b.id, QByteArray("")}}));
        const Record changed{a.kind, a.id, QByteArray("two")};
        QVERIFY(
            wait(bench.store->records().write({changed}, {{b.kind, b.id}, {b.kind, QStringLiteral("d-9")}})));
        QCOMPARE(*wait(bench.store->records().all(a.kind)), QList<Record>{changed});
        QCOMPARE(*wait(bench.store->records().one({other.kind, other.id})), std::optional(other.body));
        QCOMPARE(*wait(bench.store->records().one({b.kind, b.id})), std::optional<QByteArray>());
    }

    void latestArePaged()
    {
        Bench bench;
        QVERIFY(!bench.open());
        QList<Record> scans;
        for (int i = 0; i < 25; ++i)
            scans << Record{QStringLiteral("scan"), QStringLiteral("s-%1").arg(i, 4, 10, QLatin1Char('0')),
                            QByteArray::number(i)};
        QVERIFY(wait(bench.store->records().write(scans, {})));
        QStringList seen;
        QString before;
        for (;;) {
            const auto page = wait(bench.store->records().latest(QStringLiteral("scan"), before, 10));
            QVERIFY(page);
            for (const Record &each : *page)
                seen << each.id;
            if (page->size() < 10)
                break;
            before = page->last().id;
        }
        QCOMPARE(seen.size(), 25);
        QCOMPARE(seen.first(), QStringLiteral("s-0024"));
        QCOMPARE(seen.last(), QStringLiteral("s-0000"));
        QVERIFY(std::is_sorted(seen.rbegin(), seen.rend()));
    }
};

QTEST_GUILESS_MAIN(RecordsTest)
#include "recordstest.moc"
