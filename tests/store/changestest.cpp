// SPDX-License-Identifier: GPL-3.0-or-later
#include "opened.h"

#include <QTest>

using core::ChangeQuery;
using core::KnownChange;
using storetest::Bench;
using storetest::wait;

namespace {
KnownChange change(const QDateTime &at, const char *subject, const char *field, const char *to)
{
    return {0,
            at,
            QLatin1String(subject),
            QLatin1String(field),
            QStringLiteral("old"),
            QLatin1String(to),
            QStringLiteral("scan")};
}

QString said(const core::Result<QList<KnownChange>> &changes)
{
    QString out;
    for (const KnownChange &each : *changes)
        out += each.to;
    return out;
}
} // namespace

/// How things changed.
class ChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areAskedFor()
    {
        Bench bench;
        QVERIFY(!bench.open());
        const QDateTime now = bench.clock.now();
        core::ChangeStore &changes = bench.store->changes();
        QVERIFY(wait(changes.append(
            {change(now.addSecs(-30), "d-1", "state", "a"), change(now.addSecs(-20), "d-2", "state", "b"),
             change(now.addSecs(-10), "d-1", "os", "c"), change(now, "d-1", "ports", "d")})));
        QVERIFY(!bench.open());
        core::ChangeStore &again = bench.store->changes();
        QCOMPARE(said(wait(again.read({}))), QStringLiteral("dcba"));
        QCOMPARE(said(wait(again.read({QStringLiteral("d-1"), {}, {}, {}, 0, 2}))), QStringLiteral("dc"));
        QCOMPARE(said(wait(again.read({{}, {QStringLiteral("state"), QStringLiteral("os")}, {}, {}, 0, 10}))),
                 QStringLiteral("cba"));
        QCOMPARE(said(wait(again.read({{}, {}, now.addSecs(-20), now, 0, 10}))), QStringLiteral("cb"));
        const auto first = wait(again.read({{}, {}, {}, {}, 0, 1}));
        QCOMPARE(said(wait(again.read({{}, {}, {}, {}, first->first().number, 10}))), QStringLiteral("cba"));
        const KnownChange whole = first->first();
        QCOMPARE(whole.at, now);
        QCOMPARE(whole.subject, QStringLiteral("d-1"));
        QCOMPARE(whole.field, QStringLiteral("ports"));
        QCOMPARE(whole.from, QStringLiteral("old"));
        QCOMPARE(whole.source, QStringLiteral("scan"));
    }

    void areForgottenAfterTwoYears()
    {
        Bench bench;
        QVERIFY(!bench.open());
        const QDateTime now = bench.clock.now();
        QVERIFY(wait(bench.store->changes().append({change(now.addDays(-731), "d-1", "state", "old"),
                                                    change(now.addDays(-729), "d-1", "state", "kept")})));
        bench.clock.advance(std::chrono::hours(1));
        QTRY_COMPARE(said(wait(bench.store->changes().read({}))), QStringLiteral("kept"));
    }

    void sayWhatSomethingWas()
    {
        Bench bench;
        QVERIFY(!bench.open());
        const QDateTime now = bench.clock.now();
        core::ChangeStore &changes = bench.store->changes();
        const auto at = [&](int seconds, const char *subject, const char *from) {
            KnownChange each = change(now.addSecs(seconds), subject, "state", "x");
            each.from = QLatin1String(from);
            return each;
        };
        QVERIFY(
            wait(changes.append({at(-40, "d-1", "first"), at(-20, "d-1", "second"), at(-10, "d-1", "third"),
                                 at(-30, "d-2", "only"), change(now, "d-3", "os", "y")})));
        const QMap<QString, QString> whole{{QStringLiteral("d-1"), QStringLiteral("second")}};
        QCOMPARE(*wait(changes.formerValues(QStringLiteral("state"), now.addSecs(-25))), whole);
        QCOMPARE(wait(changes.formerValues(QStringLiteral("state"), now))->size(), 0);
        QCOMPARE(wait(changes.formerValues(QStringLiteral("state"), now.addSecs(-60)))->size(), 2);
    }
};

QTEST_GUILESS_MAIN(ChangesTest)
#include "changestest.moc"
