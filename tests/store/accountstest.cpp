// SPDX-License-Identifier: GPL-3.0-or-later
#include "opened.h"

using storetest::Bench;
using storetest::wait;

class AccountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEverythingAcrossARestart();
    void namesAreUniqueWhateverTheirCase();
    void emailsAreUniqueUnlessEmpty();
    void aConflictLeavesTheOthersOfItsCommit();
    void aGrantIsSpentOnce();
    void reuseEndsTheFamily();
    void revokesAllGrantsOfAnAccount();
    void expiredGrantsGo();
    void settings();
    void answersAfterClose();
    void answersOnTheCallersThread();
};

namespace {
core::Account account(const QString &id, const QString &name, const QString &email = {})
{
    core::Account made;
    made.id = id;
    made.name = name;
    made.email = email;
    made.displayName = name.toUpper();
    made.role = core::Role::Operator;
    made.passwordHash = QStringLiteral("$argon2id$v=19$x");
    made.tokenGeneration = 3;
    made.createdAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
    return made;
}

core::RefreshGrant grant(const QString &id, const QString &family, const support::FakeClock &clock)
{
    return {id, family, QStringLiteral("a1"), clock.now().addDays(1), false};
}
} // namespace

void AccountsTest::keepsEverythingAcrossARestart()
{
    Bench bench;
    QVERIFY(!bench.open());
    core::Account first = account(QStringLiteral("a1"), QStringLiteral("Zoë"), QStringLiteral("z@x.example"));
    QVERIFY(wait(bench.store->accounts().save(first)));
    QVERIFY(wait(bench.store->accounts().save(account(QStringLiteral("a2"), QStringLiteral("anna")))));
    first.isActive = false;
    first.tokenGeneration = 4;
    QVERIFY(wait(bench.store->accounts().save(first)));
    QVERIFY(!bench.open());
    const auto all = wait(bench.store->accounts().accounts());
    QVERIFY(all);
    QCOMPARE(all->size(), 2);
    QCOMPARE(all->at(0).name, QStringLiteral("anna"));
    const core::Account &read = all->at(1);
    QCOMPARE(read.id, first.id);
    QCOMPARE(read.name, first.name);
    QCOMPARE(read.displayName, first.displayName);
    QCOMPARE(read.email, first.email);
    QCOMPARE(read.role, first.role);
    QCOMPARE(read.passwordHash, first.passwordHash);
    QCOMPARE(read.isActive, false);
    QCOMPARE(read.tokenGeneration, 4);
    QCOMPARE(read.createdAt, first.createdAt);
}

void AccountsTest::namesAreUniqueWhateverTheirCase()
{
    Bench bench;
    QVERIFY(!bench.open());
    core::AccountStore &accounts = bench.store->accounts();
    QVERIFY(wait(accounts.save(account(QStringLiteral("a1"), QStringLiteral("Müller")))));
    const auto second = wait(accounts.save(account(QStringLiteral("a2"), QStringLiteral("mÜLLER"))));
    QVERIFY(!second);
    QCOMPARE(second.error().code, core::ErrorCode::Conflict);
    QVERIFY(second.error().message.contains(QStringLiteral("name")));
    QVERIFY(wait(accounts.save(account(QStringLiteral("a1"), QStringLiteral("MÜLLER")))));
    QCOMPARE(wait(accounts.accounts())->size(), 1);
}

void AccountsTest::emailsAreUniqueUnlessEmpty()
{
    Bench bench;
    QVERIFY(!bench.open());
    core::AccountStore &accounts = bench.store->accounts();
    QVERIFY(wait(
        accounts.save(account(QStringLiteral("a1"), QStringLiteral("one"), QStringLiteral("A@b.example")))));
    const auto same = wait(
        accounts.save(account(QStringLiteral("a2"), QStringLiteral("two"), QStringLiteral("a@B.example"))));
    QVERIFY(!same);
    QCOMPARE(same.error().code, core::ErrorCode::Conflict);
    QVERIFY(same.error().message.contains(QStringLiteral("e-mail")));
    QVERIFY(wait(accounts.save(account(QStringLiteral("a3"), QStringLiteral("three")))));
    QVERIFY(wait(accounts.save(account(QStringLiteral("a4"), QStringLiteral("four")))));
}

void AccountsTest::aConflictLeavesTheOthersOfItsCommit()
{
    Bench bench;
    QVERIFY(!bench.open());
    core::AccountStore &accounts = bench.store->accounts();
    QList<QFuture<core::Result<void>>> saved;
    for (int i = 0; i < 300; ++i) // every third name is one there is already
        saved += accounts.save(
            account(QString::number(i), i % 3 == 2 ? QStringLiteral("n0") : QStringLiteral("n%1").arg(i)));
    for (int i = 0; i < saved.size(); ++i)
        QCOMPARE(bool(wait(saved.at(i))), i % 3 != 2);
    QCOMPARE(wait(accounts.accounts())->size(), 200);
    QCOMPARE(bench.store->state(), store::State::Ok);
}

void AccountsTest::aGrantIsSpentOnce()
{
    Bench bench;
    QVERIFY(!bench.open());
    core::AccountStore &accounts = bench.store->accounts();
    QCOMPARE(wait(accounts.spendGrant(QStringLiteral("g0"))).error().code, core::ErrorCode::NotFound);
    const core::RefreshGrant one = grant(QStringLiteral("g1"), QStringLiteral("f"), bench.clock);
    QVERIFY(wait(accounts.saveGrant(one)));
    const auto spent = wait(accounts.spendGrant(one.id));
    QVERIFY(spent);
    QCOMPARE(spent->family, one.family);
    QCOMPARE(spent->account, one.account);
    QCOMPARE(spent->expiresAt, one.expiresAt);
    QVERIFY(spent->isSpent);
}

void AccountsTest::reuseEndsTheFamily()
{
    Bench bench;
    QVERIFY(!bench.open());
    core::AccountStore &accounts = bench.store->accounts();
    for (const QString &id : {QStringLiteral("g1"), QStringLiteral("g2")})
        QVERIFY(wait(accounts.saveGrant(grant(id, QStringLiteral("f"), bench.clock))));
    QVERIFY(wait(accounts.saveGrant(grant(QStringLiteral("h1"), QStringLiteral("other"), bench.clock))));
    // Two at once: one wins, the other is reuse, in whatever commit they land.
    auto first = accounts.spendGrant(QStringLiteral("g1"));
    auto second = accounts.spendGrant(QStringLiteral("g1"));
    QVERIFY(wait(first));
    QCOMPARE(wait(second).error().code, core::ErrorCode::Conflict);
    QVERIFY(!bench.open());
    QCOMPARE(wait(bench.store->accounts().spendGrant(QStringLiteral("g2"))).error().code,
             core::ErrorCode::NotFound);
    QVERIFY(wait(bench.store->accounts().spendGrant(QStringLiteral("h1"))));
}

void AccountsTest::revokesAllGrantsOfAnAccount()
{
    Bench bench;
    QVERIFY(!bench.open());
    core::AccountStore &accounts = bench.store->accounts();
    core::RefreshGrant other = grant(QStringLiteral("g2"), QStringLiteral("f2"), bench.clock);
    other.account = QStringLiteral("a2");
    QVERIFY(wait(accounts.saveGrant(grant(QStringLiteral("g1"), QStringLiteral("f1"), bench.clock))));
    QVERIFY(wait(accounts.saveGrant(other)));
    QVERIFY(wait(accounts.revokeGrants(QStringLiteral("a1"))));
    QCOMPARE(wait(accounts.spendGrant(QStringLiteral("g1"))).error().code, core::ErrorCode::NotFound);
    QVERIFY(wait(accounts.spendGrant(QStringLiteral("g2"))));
}

void AccountsTest::expiredGrantsGo()
{
    Bench bench;
    QVERIFY(!bench.open());
    core::AccountStore &accounts = bench.store->accounts();
    QVERIFY(wait(accounts.saveGrant(grant(QStringLiteral("g1"), QStringLiteral("f1"), bench.clock))));
    bench.clock.advance(std::chrono::hours(25));
    QVERIFY(wait(accounts.accounts())); // answered after the purge
    QCOMPARE(wait(accounts.spendGrant(QStringLiteral("g1"))).error().code, core::ErrorCode::NotFound);
}

void AccountsTest::settings()
{
    Bench bench;
    QVERIFY(!bench.open());
    core::AccountStore &accounts = bench.store->accounts();
    const QByteArray value("\0\xff key", 6);
    QCOMPARE(*wait(accounts.setting(QStringLiteral("key"))), QByteArray());
    QVERIFY(wait(accounts.saveSetting(QStringLiteral("key"), QByteArrayLiteral("old"))));
    QVERIFY(wait(accounts.saveSetting(QStringLiteral("key"), value)));
    QVERIFY(wait(accounts.saveSetting(QStringLiteral("empty"), QByteArray())));
    QVERIFY(!bench.open());
    QCOMPARE(*wait(bench.store->accounts().setting(QStringLiteral("key"))), value);
    QCOMPARE(*wait(bench.store->accounts().setting(QStringLiteral("empty"))), QByteArray());
}

void AccountsTest::answersAfterClose()
{
    Bench bench;
    QVERIFY(!bench.open());
    auto pending = bench.store->accounts().saveSetting(QStringLiteral("key"), QByteArrayLiteral("value"));
    auto asked = bench.store->accounts().setting(QStringLiteral("key"));
    bench.store->close();
    bench.store->close();
    QVERIFY(wait(pending));
    QCOMPARE(*wait(asked), QByteArrayLiteral("value"));
    QCOMPARE(wait(bench.store->accounts().accounts()).error().code, core::ErrorCode::Unavailable);
    QCOMPARE(wait(bench.store->accounts().saveSetting(QStringLiteral("key"), {})).error().code,
             core::ErrorCode::Unavailable);
    QVERIFY(!QFile::exists(bench.path(QStringLiteral("belfry.db-wal"))));
}

void AccountsTest::answersOnTheCallersThread()
{
    Bench bench;
    QVERIFY(!bench.open());
    QObject here;
    QThread *thread = nullptr;
    bench.store->accounts()
        .saveSetting(QStringLiteral("key"), QByteArrayLiteral("value"))
        .then(&here, [&thread](const core::Result<void> &result) {
            if (result)
                thread = QThread::currentThread();
        });
    QTRY_COMPARE(thread, QThread::currentThread());
}

QTEST_GUILESS_MAIN(AccountsTest)
#include "accountstest.moc"
