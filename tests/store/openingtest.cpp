// SPDX-License-Identifier: GPL-3.0-or-later
#include "grown.h"
#include "opened.h"
#include "store/copies.h"
#include "store/datafile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <csignal>
#include <sys/stat.h>

using store::OpenFailure;
using storetest::Bench;
using storetest::wait;

class OpeningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isPrivate();
    void aSecondOneIsRefused();
    void aDeadOnesLockIsTakenOver();
    void unwritable();
    void newerIsLeftAlone();
    void damagedWithoutACopyIsLeftAlone_data();
    void damagedWithoutACopyIsLeftAlone();
    void damagedIsRestoredFromTheNewestGoodCopy_data();
    void damagedIsRestoredFromTheNewestGoodCopy();
    void missingIsRestoredToo();
    void startsEmptyWhenTold();
    void copiesEveryNightAndKeepsSeven();
    void copiesWhileWriting();
    void migratesByStagedCopy();
    void aFailedMigrationLeavesTheOldFile();
};

namespace {
const QString mainFile = QStringLiteral("belfry.db");
const QString metricsFile = QStringLiteral("metrics.db");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

QVariant sql(const QString &path, const QStringList &statements)
{
    const QString name = QStringLiteral("test");
    QVariant answer;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(path);
        database.open();
        QSqlQuery query(database);
        for (const QString &statement : statements) {
            if (!query.exec(statement))
                qWarning("%s", qPrintable(statement));
        }
        answer = query.next() ? query.value(0) : QVariant();
    }
    QSqlDatabase::removeDatabase(name);
    return answer;
}

bool savedSetting(Bench &bench, const QByteArray &value)
{
    return bool(wait(bench.store->accounts().saveSetting(QStringLiteral("key"), value)));
}

QByteArray setting(Bench &bench) { return *wait(bench.store->accounts().setting(QStringLiteral("key"))); }

/// Lets the store make tonight's copies.
void copy(Bench &bench)
{
    const store::Copies main(bench.options.directory, store::mainSchema());
    const store::Copies metrics(bench.options.directory, store::metricsSchema());
    const QDate day = bench.clock.now().toLocalTime().date();
    bench.clock.advance(std::chrono::minutes(1));
    QTRY_COMPARE(main.newestDay(), day);
    QTRY_COMPARE(metrics.newestDay(), day);
}

using Damage = QByteArray (*)(const QByteArray &);

void damages()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<Damage>("damage");
    for (const QString &file : {mainFile, metricsFile}) {
        const auto row = [&file](const char *name) -> QTestData & {
            return QTest::newRow(qPrintable(file + QLatin1Char(' ') + QLatin1String(name))) << file;
        };
        row("of 0 bytes") << Damage([](const QByteArray &) { return QByteArray(); });
        row("of text") << Damage([](const QByteArray &) { return QByteArray(5000, 'x'); });
        row("of a few bytes") << Damage([](const QByteArray &whole) { return whole.left(50); });
        row("cut in half") << Damage([](const QByteArray &whole) { return whole.left(whole.size() / 2); });
        row("with a page overwritten") << Damage([](const QByteArray &whole) {
            QByteArray broken = whole;
            return broken.replace(8192, 4096, QByteArray(4096, '\x7f'));
        });
        row("of another program") << Damage([](const QByteArray &whole) {
            QByteArray other = whole;
            return other.replace(68, 4, QByteArray("\0\0\0\1", 4));
        });
    }
}
} // namespace

void OpeningTest::isPrivate()
{
    Bench bench;
    QVERIFY(!bench.open());
    QVERIFY(savedSetting(bench, QByteArrayLiteral("x")));
    copy(bench);
    const auto mode = [](const QString &path) {
        struct stat found = {};
        ::stat(qPrintable(path), &found);
        return int(found.st_mode & 0777);
    };
    QCOMPARE(mode(bench.options.directory), 0700);
    QCOMPARE(mode(bench.path(QStringLiteral("copies"))), 0700);
    for (const QString &folder : {bench.options.directory, bench.path(QStringLiteral("copies"))}) {
        const QStringList names = QDir(folder).entryList(QDir::Files);
        QVERIFY(names.size() >= 2);
        for (const QString &name : names)
            QVERIFY2(mode(folder + QLatin1Char('/') + name) == 0600, qPrintable(name));
    }
}

void OpeningTest::aSecondOneIsRefused()
{
    Bench bench;
    QVERIFY(!bench.open());
    QProcess second;
    second.start(QCoreApplication::applicationDirPath() + QStringLiteral("/store_writer"),
                 {bench.options.directory, QStringLiteral("hold")});
    QVERIFY(second.waitForFinished());
    const QByteArray said = second.readAllStandardOutput();
    const QByteArray process = QByteArray::number(qint64(::getpid()));
    QVERIFY2(said.startsWith(QByteArray("refused Another Belfry (process " + process + ')')),
             said.constData());
    QVERIFY(said.contains(bench.options.directory.toUtf8()));

    const store::Opening again = store::Store::open(bench.options, bench.clock);
    QVERIFY(!again);
    QCOMPARE(again.refusal->kind, OpenFailure::Locked);
    bench.store->close();
    QVERIFY(!bench.open());
}

void OpeningTest::aDeadOnesLockIsTakenOver()
{
    Bench bench;
    QProcess other;
    other.start(QCoreApplication::applicationDirPath() + QStringLiteral("/store_writer"),
                {bench.options.directory, QStringLiteral("hold")});
    QVERIFY(other.waitForReadyRead());
    QCOMPARE(other.readAllStandardOutput(), QByteArrayLiteral("open\n"));
    QCOMPARE(bench.open(), OpenFailure::Locked);
    other.kill();
    QVERIFY(other.waitForFinished());
    QVERIFY(!bench.open());
}

void OpeningTest::unwritable()
{
    Bench bench;
    put(bench.directory.path() + QStringLiteral("/file"), QByteArrayLiteral("x"));
    bench.options.directory = bench.directory.path() + QStringLiteral("/file/below");
    QCOMPARE(bench.open(), OpenFailure::Unwritable);
    QVERIFY(bench.refusal.contains(bench.options.directory));
    bench.options.directory = QStringLiteral("/proc/self/data"); // not even for root
    QCOMPARE(bench.open(), OpenFailure::Unwritable);
}

void OpeningTest::newerIsLeftAlone()
{
    for (const QString &file : {mainFile, metricsFile}) {
        Bench bench;
        QVERIFY(!bench.open());
        bench.store.reset();
        sql(bench.path(file),
            {QStringLiteral("PRAGMA user_version=99"), QStringLiteral("PRAGMA wal_checkpoint")});
        const QByteArray main = contentOf(bench.path(mainFile));
        const QByteArray metrics = contentOf(bench.path(metricsFile));
        QCOMPARE(bench.open(), OpenFailure::Newer);
        QVERIFY(bench.refusal.contains(QStringLiteral("99")));
        QVERIFY(contentOf(bench.path(mainFile)) == main);
        QVERIFY(contentOf(bench.path(metricsFile)) == metrics);
    }
}

void OpeningTest::damagedWithoutACopyIsLeftAlone_data() { damages(); }

void OpeningTest::damagedWithoutACopyIsLeftAlone()
{
    QFETCH(QString, file);
    QFETCH(Damage, damage);
    Bench bench;
    QVERIFY(!bench.open());
    QVERIFY(savedSetting(bench, QByteArrayLiteral("x")));
    bench.store.reset();
    const QByteArray broken = damage(contentOf(bench.path(file)));
    put(bench.path(file), broken);
    QCOMPARE(bench.open(), OpenFailure::Corrupt);
    QVERIFY(bench.refusal.contains(file));
    QVERIFY(contentOf(bench.path(file)) == broken);
    QVERIFY(QDir(bench.options.directory).entryList({QStringLiteral("*corrupt*")}).isEmpty());
}

void OpeningTest::damagedIsRestoredFromTheNewestGoodCopy_data() { damages(); }

void OpeningTest::damagedIsRestoredFromTheNewestGoodCopy()
{
    QFETCH(QString, file);
    QFETCH(Damage, damage);
    Bench bench;
    QVERIFY(!bench.open());
    QVERIFY(savedSetting(bench, QByteArrayLiteral("kept")));
    const QDateTime at = bench.clock.now();
    bench.store->samples().append({QStringLiteral("host"), at, {{QStringLiteral("cpu"), 1}}});
    QCOMPARE(setting(bench), QByteArrayLiteral("kept")); // answered after the sample is recorded
    copy(bench);
    bench.clock.advance(std::chrono::hours(24));
    copy(bench);
    const QString newest = store::Copies(bench.options.directory,
                                         file == mainFile ? store::mainSchema() : store::metricsSchema())
                               .list()
                               .first();
    bench.store.reset();
    put(newest, contentOf(newest).left(1000)); // the newest is no good: the one before counts
    const QByteArray broken = damage(contentOf(bench.path(file)));
    put(bench.path(file), broken);
    QVERIFY2(!bench.open(), qPrintable(bench.refusal));
    QCOMPARE(setting(bench), QByteArrayLiteral("kept"));
    const auto range = wait(bench.store->samples().range(
        {QStringLiteral("host"), {QStringLiteral("cpu")}, at.addSecs(-1), at.addSecs(1), 10}));
    QCOMPARE(range->series.first().points.size(), 1);
    QVERIFY(bench.store->openingNote().contains(bench.path(file)));
    const QStringList aside =
        QDir(bench.options.directory).entryList({file + QStringLiteral(".corrupt-????????T??????")});
    QCOMPARE(aside.size(), 1);
    QVERIFY(contentOf(bench.path(aside.first())) == broken);
    QVERIFY(savedSetting(bench, QByteArrayLiteral("new")));
    QVERIFY(!bench.open());
    QCOMPARE(bench.store->openingNote(), QString());
}

void OpeningTest::missingIsRestoredToo()
{
    Bench bench;
    QVERIFY(!bench.open());
    QVERIFY(savedSetting(bench, QByteArrayLiteral("kept")));
    copy(bench);
    bench.store.reset();
    QVERIFY(QFile::remove(bench.path(mainFile)));
    QVERIFY(!bench.open());
    QCOMPARE(setting(bench), QByteArrayLiteral("kept"));
    QVERIFY(!bench.store->openingNote().isEmpty());
}

void OpeningTest::startsEmptyWhenTold()
{
    Bench bench;
    QVERIFY(!bench.open());
    bench.store.reset();
    put(bench.path(mainFile), QByteArrayLiteral("damaged"));
    QCOMPARE(bench.open(), OpenFailure::Corrupt);
    bench.options.startEmpty = true;
    QVERIFY(!bench.open());
    QCOMPARE(setting(bench), QByteArray());
    QVERIFY(bench.store->openingNote().contains(QStringLiteral("empty")));
    const QStringList aside =
        QDir(bench.options.directory).entryList({QStringLiteral("belfry.db.corrupt-*")});
    QCOMPARE(aside.size(), 1);
    QCOMPARE(contentOf(bench.path(aside.first())), QByteArrayLiteral("damaged"));
}

void OpeningTest::copiesEveryNightAndKeepsSeven()
{
    Bench bench;
    QVERIFY(!bench.open());
    const store::Copies copies(bench.options.directory, store::mainSchema());
    copy(bench); // none yet: at once
    const QString first = copies.list().first();
    const QDateTime local = bench.clock.now().toLocalTime();
    const QDateTime night(local.date().addDays(1), QTime(3, 0));
    bench.clock.advance(std::chrono::milliseconds(local.msecsTo(night) - 5 * 60'000));
    QVERIFY(wait(bench.store->accounts().accounts()));
    QCOMPARE(copies.list(), QStringList{first}); // 02:55
    bench.clock.advance(std::chrono::minutes(4));
    copy(bench); // 03:00
    QCOMPARE(copies.list().size(), 2);
    for (int day = 0; day < 8; ++day) {
        bench.clock.jump(std::chrono::hours(24));
        bench.clock.advance(std::chrono::minutes(61));
        copy(bench);
    }
    QTRY_COMPARE(copies.list().size(), 7);
    QVERIFY(!copies.list().contains(first));
    QCOMPARE(copies.newestGood(), copies.list().first());
}

void OpeningTest::copiesWhileWriting()
{
    Bench bench;
    QVERIFY(!bench.open());
    QList<QFuture<core::Result<void>>> saved;
    const auto write = [&bench, &saved](int count) {
        for (int row = 0; row < count; ++row)
            saved += bench.store->accounts().saveSetting(QString::number(saved.size()), QByteArray(500, 'x'));
    };
    write(2000);
    bench.clock.advance(std::chrono::minutes(1));
    const store::Copies copies(bench.options.directory, store::mainSchema());
    while (copies.list().isEmpty()) {
        write(50);
        QVERIFY(wait(saved.last()));
    }
    for (const auto &one : std::as_const(saved))
        QVERIFY(wait(one));
    QVERIFY(!copies.newestGood().isEmpty());
}

void OpeningTest::migratesByStagedCopy()
{
    Bench bench;
    QVERIFY(!bench.open());
    QVERIFY(savedSetting(bench, QByteArrayLiteral("kept")));
    bench.store.reset();
    const store::Schema schema = storetest::grown(false);
    const store::DataFile file(bench.path(mainFile), schema);
    QCOMPARE(file.condition(), store::DataFile::Condition::Usable);
    QVERIFY(file.migrate(bench.path(QStringLiteral("copies"))));
    QCOMPARE(file.version(), store::mainSchema().version() + 2);
    QVERIFY(file.isGood());
    QCOMPARE(sql(file.path(), {QStringLiteral("SELECT note FROM setting WHERE name = 'key'")}).toString(),
             QStringLiteral("grown"));
    const QString kept = bench.path(
        QStringLiteral("copies/belfry-before-version-%1.db").arg(store::mainSchema().version() + 1));
    QVERIFY(store::DataFile(kept, store::mainSchema()).isGood());
    QCOMPARE(sql(kept, {QStringLiteral("SELECT value FROM setting WHERE name = 'key'")}).toByteArray(),
             QByteArrayLiteral("kept"));
    QVERIFY(!QFile::exists(file.path() + QStringLiteral(".new")));
    QCOMPARE(bench.open(), OpenFailure::Newer);
}

void OpeningTest::aFailedMigrationLeavesTheOldFile()
{
    Bench bench;
    QVERIFY(!bench.open());
    QVERIFY(savedSetting(bench, QByteArrayLiteral("kept")));
    bench.store.reset();
    const store::Schema schema = storetest::grown(true);
    const store::DataFile file(bench.path(mainFile), schema);
    QVERIFY(!file.migrate(bench.path(QStringLiteral("copies"))));
    QCOMPARE(file.version(), store::mainSchema().version());
    QVERIFY(!bench.open());
    QCOMPARE(setting(bench), QByteArrayLiteral("kept"));
}

QTEST_GUILESS_MAIN(OpeningTest)
#include "openingtest.moc"
