// SPDX-License-Identifier: GPL-3.0-or-later
#include "opened.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using storetest::Bench;
using storetest::wait;

namespace {
const core::AuditChain chain(QByteArray(32, 'k'));

core::AuditRecord record(const QString &target)
{
    core::AuditRecord made;
    made.at = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
    made.actor = QStringLiteral("dana");
    made.account = QStringLiteral("u-1");
    made.action = QStringLiteral("role");
    made.target = target;
    made.address = QStringLiteral("192.0.2.7");
    made.outcome = QStringLiteral("ok");
    made.count = 3;
    return made;
}

/// Six records to six targets, "t1" to "t6".
void fill(Bench &bench)
{
    QVERIFY(!bench.open());
    for (int i = 1; i <= 6; ++i)
        QVERIFY(wait(bench.store->audit().append(record(QStringLiteral("t%1").arg(i)), chain)));
}

/// What one could do who may write the file; the error of the last statement, or empty.
QString tamper(const Bench &bench, const QStringList &statements)
{
    QString error;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("thief"));
        database.setDatabaseName(bench.path(QStringLiteral("belfry.db")));
        if (!database.open())
            return QStringLiteral("cannot open");
        QSqlQuery query(database);
        for (const QString &statement : statements)
            error = query.exec(statement) ? QString() : query.lastError().databaseText();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("thief"));
    return error;
}

const QStringList unlocked{QStringLiteral("DROP TRIGGER audit_is_not_changed"),
                           QStringLiteral("DROP TRIGGER audit_is_not_removed")};
} // namespace

/// Keeps the audit trail, and tampers with it.
class AuditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEverythingAcrossARestart()
    {
        Bench bench;
        fill(bench);
        QVERIFY(!bench.open());
        QVERIFY(wait(bench.store->audit().append(record(QStringLiteral("t7")), chain)));
        const auto all = wait(bench.store->audit().read({}));
        QVERIFY(all);
        QCOMPARE(all->size(), 7);
        QCOMPARE(all->first().number, 7);
        const core::AuditRecord first = all->last();
        const core::AuditRecord expected = record(QStringLiteral("t1"));
        QCOMPARE(first.number, 1);
        QCOMPARE(first.at, expected.at);
        QCOMPARE(first.actor, expected.actor);
        QCOMPARE(first.account, expected.account);
        QCOMPARE(first.action, expected.action);
        QCOMPARE(first.target, expected.target);
        QCOMPARE(first.address, expected.address);
        QCOMPARE(first.outcome, expected.outcome);
        QCOMPARE(first.detail, QString());
        QCOMPARE(first.count, 3);
        const auto check = wait(bench.store->audit().check(chain));
        QVERIFY(check && check->isIntact());
        QCOMPARE(check->records, 7);
    }

    void anEmptyTrailIsIntact()
    {
        Bench bench;
        QVERIFY(!bench.open());
        const auto check = wait(bench.store->audit().check(chain));
        QVERIFY(check && check->isIntact());
        QCOMPARE(check->records, 0);
    }

    void readsWhatIsAskedFor()
    {
        Bench bench;
        fill(bench);
        core::AuditRecord other = record(QStringLiteral("x"));
        other.action = QStringLiteral("sign_in");
        other.actor.clear();
        other.outcome = QStringLiteral("failed");
        other.address = QStringLiteral("198.51.100.1");
        other.at = other.at.addSecs(60);
        QVERIFY(wait(bench.store->audit().append(other, chain)));
        const auto numbers = [&](const core::AuditQuery &query) {
            QList<qint64> out;
            const auto found = wait(bench.store->audit().read(query));
            for (const core::AuditRecord &one : found ? *found : QList<core::AuditRecord>())
                out << one.number;
            return out;
        };
        QCOMPARE(numbers({.before = 4, .limit = 2}), (QList<qint64>{3, 2}));
        QCOMPARE(numbers({.actions = {QStringLiteral("sign_in"), QStringLiteral("nothing")}}),
                 QList<qint64>{7});
        QCOMPARE(numbers({.limit = 1, .actor = QStringLiteral("dana")}), QList<qint64>{6});
        QCOMPARE(numbers({.target = QStringLiteral("t2")}), QList<qint64>{2});
        QCOMPARE(numbers({.target = QStringLiteral("' OR 1=1 --")}), QList<qint64>());
        QCOMPARE(numbers({.address = QStringLiteral("198.51.100.1")}), QList<qint64>{7});
        QCOMPARE(numbers({.outcome = QStringLiteral("failed")}), QList<qint64>{7});
        QCOMPARE(numbers({.from = other.at}), QList<qint64>{7});
        QCOMPARE(numbers({.limit = 1, .to = other.at.addSecs(-1)}), QList<qint64>{6});
        for (const int limit : {0, -1, 1001})
            QCOMPARE(wait(bench.store->audit().read({.limit = limit})).error().code,
                     core::ErrorCode::Invalid);
    }

    void recordsAreOnlyAdded()
    {
        Bench bench;
        fill(bench);
        QVERIFY(tamper(bench, {QStringLiteral("UPDATE audit SET actor = 'eve' WHERE number = 3")})
                    .contains(QLatin1String("only added")));
        QVERIFY(tamper(bench, {QStringLiteral("DELETE FROM audit")}).contains(QLatin1String("only added")));
        const auto check = wait(bench.store->audit().check(chain));
        QVERIFY(check && check->isIntact());
    }

    void theFirstWrongRecordIsNamed_data()
    {
        using core::AuditFlaw;
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<int>("record");
        QTest::addColumn<AuditFlaw>("flaw");
        const auto row = [](const char *name, const QStringList &statements, int number, AuditFlaw flaw) {
            QTest::newRow(name) << statements << number << flaw;
        };
        for (const char *column : {"actor", "account", "action", "target", "address", "outcome", "detail"})
            row(column,
                {QStringLiteral("UPDATE audit SET %1 = 'eve' WHERE number >= 3").arg(QLatin1String(column))},
                3, AuditFlaw::Changed);
        row("at", {QStringLiteral("UPDATE audit SET at = at + 1 WHERE number = 4")}, 4, AuditFlaw::Changed);
        row("count", {QStringLiteral("UPDATE audit SET count = 1 WHERE number = 4")}, 4, AuditFlaw::Changed);
        row("seal", {QStringLiteral("UPDATE audit SET seal = zeroblob(32) WHERE number = 2")}, 2,
            AuditFlaw::Changed);
        row("text moved between columns",
            {QStringLiteral("UPDATE audit SET actor = 'dan', account = 'au-1' WHERE number = 5")}, 5,
            AuditFlaw::Changed);
        row("first gone", {QStringLiteral("DELETE FROM audit WHERE number = 1")}, 1, AuditFlaw::Missing);
        row("middle gone", {QStringLiteral("DELETE FROM audit WHERE number = 3")}, 3, AuditFlaw::Missing);
        row("last gone", {QStringLiteral("DELETE FROM audit WHERE number = 6")}, 6, AuditFlaw::Missing);
        row("all gone", {QStringLiteral("DELETE FROM audit")}, 1, AuditFlaw::Missing);
        row("gone, the others closed up",
            {QStringLiteral("DELETE FROM audit WHERE number = 3"),
             QStringLiteral("UPDATE audit SET number = number - 1 WHERE number = 4"),
             QStringLiteral("UPDATE audit SET number = number - 1 WHERE number = 5"),
             QStringLiteral("UPDATE audit SET number = number - 1 WHERE number = 6")},
            3, AuditFlaw::Changed);
        row("exchanged",
            {QStringLiteral("UPDATE audit SET number = 99 WHERE number = 3"),
             QStringLiteral("UPDATE audit SET number = 3 WHERE number = 4"),
             QStringLiteral("UPDATE audit SET number = 4 WHERE number = 99")},
            3, AuditFlaw::Moved);
        row("copied to the end",
            {QStringLiteral(
                "INSERT INTO audit SELECT 7, at, actor, account, action, target, address, outcome, "
                "detail, count, seal FROM audit WHERE number = 2")},
            7, AuditFlaw::Moved);
        row("head gone", {QStringLiteral("DELETE FROM audit_head")}, 1, AuditFlaw::Changed);
        row("end and head cut",
            {QStringLiteral("DELETE FROM audit WHERE number > 4"),
             QStringLiteral(
                 "UPDATE audit_head SET number = 4, seal = (SELECT seal FROM audit WHERE number = 4)")},
            4, AuditFlaw::Changed);
    }

    void theFirstWrongRecordIsNamed()
    {
        QFETCH(QStringList, statements);
        QFETCH(int, record);
        QFETCH(core::AuditFlaw, flaw);
        Bench bench;
        fill(bench);
        QCOMPARE(tamper(bench, unlocked + statements), QString());
        const auto check = wait(bench.store->audit().check(chain));
        QVERIFY(check);
        QCOMPARE(check->firstFault, record);
        QVERIFY(check->flaw == flaw);
        // Life goes on, and does not cover it up.
        QVERIFY(wait(bench.store->audit().append(::record(QStringLiteral("later")), chain)));
        const auto again = wait(bench.store->audit().check(chain));
        QVERIFY(again && !again->isIntact());
    }

    void anotherKeyFindsTheFirst()
    {
        Bench bench;
        fill(bench);
        const auto check = wait(bench.store->audit().check(core::AuditChain(QByteArray(32, 'x'))));
        QVERIFY(check);
        QCOMPARE(check->firstFault, 1);
    }
};

QTEST_GUILESS_MAIN(AuditTest)
#include "audittest.moc"
