// SPDX-License-Identifier: GPL-3.0-or-later
#include "grown.h"
#include "opened.h"
#include "store/datafile.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>

using storetest::Bench;
using storetest::wait;

/// Kills a writing process at random moments: what it was told is saved must be there.
class KillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLost();
    void aMigrationIsWholeOrNotAtAll();
};

namespace {
const QString writerProgram()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/store_writer");
}

QString quickCheck(const QString &file)
{
    const QString name = QStringLiteral("check");
    QString answer;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(file);
        database.open();
        QSqlQuery query(QStringLiteral("PRAGMA quick_check"), database);
        answer = query.next() ? query.value(0).toString() : QStringLiteral("no answer");
    }
    QSqlDatabase::removeDatabase(name);
    return answer;
}

int roundsAsked()
{
    const int asked = qEnvironmentVariableIntValue("BELFRY_KILL_ROUNDS");
    return asked > 0 ? asked : 5;
}

struct Said
{
    QSet<QString> acks;
    QList<qint64> frames;
    qint64 process = 0;
};

Said killed(const QString &directory, const QString &doing, int afterMs)
{
    QProcess writer;
    writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    writer.start(writerProgram(), {directory, doing});
    writer.waitForStarted();
    Said said;
    said.process = writer.processId();
    QElapsedTimer timer;
    bool isOpen = false;
    QByteArray output;
    while (writer.state() != QProcess::NotRunning && !(isOpen && timer.hasExpired(afterMs))) {
        writer.waitForReadyRead(1);
        output += writer.readAllStandardOutput();
        if (!isOpen && output.contains("open\n")) {
            isOpen = true;
            timer.start();
        }
    }
    writer.kill();
    writer.waitForFinished();
    output += writer.readAllStandardOutput();
    const QList<QByteArray> lines = output.left(output.lastIndexOf('\n')).split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("ack "))
            said.acks += QString::fromLatin1(line.mid(4));
        else if (line.startsWith("frame "))
            said.frames += line.mid(6).toLongLong();
    }
    return said;
}

/// The names of all accounts and the sources of all facts.
QSet<QString> everythingIn(store::Store &store)
{
    QSet<QString> found;
    const auto accounts = wait(store.accounts().accounts());
    for (const core::Account &account : *accounts)
        found += account.name;
    QDateTime until;
    for (qsizetype before = -1; before != found.size();) { // page by page, backwards
        before = found.size();
        const auto facts = wait(store.journal().read({{}, {}, until, 1, 10000}));
        for (const core::Event &event : *facts) {
            found += event.source;
            until = event.at;
        }
    }
    return found;
}

/// How many frames of that process were recorded.
qint64 framesIn(store::Store &store, const Said &said)
{
    if (said.frames.isEmpty())
        return 0;
    const QDateTime first = QDateTime::fromMSecsSinceEpoch(said.frames.first(), Qt::UTC);
    const auto range = wait(store.samples().range({QString::number(said.process),
                                                   {QStringLiteral("s0")},
                                                   first.addSecs(-1),
                                                   first.addSecs(60),
                                                   10000}));
    qint64 count = 0;
    for (const core::SamplePoint &point : range->series.first().points)
        count += point.count;
    return count;
}
} // namespace

void KillTest::nothingAcknowledgedIsLost()
{
    const int rounds = roundsAsked();
    Bench bench;
    core::SystemClock clock;
    QSet<QString> acks;
    qint64 mostLost = 0;
    for (int round = 0; round < rounds; ++round) {
        const Said said = killed(bench.options.directory, QStringLiteral("write"),
                                 QRandomGenerator::global()->bounded(30, 500));
        acks += said.acks;
        QVERIFY2(!said.acks.isEmpty(), "the writer wrote nothing");

        const store::Opening opening = store::Store::open(bench.options, clock);
        QVERIFY2(opening, opening.refusal ? qPrintable(opening.refusal->error.message) : "");
        QCOMPARE(opening.store->openingNote(), QString());
        const QSet<QString> lost = acks - everythingIn(*opening.store);
        QVERIFY2(lost.isEmpty(), qPrintable(QStringLiteral("%1 acknowledged rows lost").arg(lost.size())));
        const qint64 lostFrames = said.frames.size() - framesIn(*opening.store, said);
        mostLost = qMax(mostLost, lostFrames);
        QVERIFY2(lostFrames <= 50, "more than a second of samples was lost"); // 20 ms apart
        opening.store->close();
        for (const QString &file : {QStringLiteral("belfry.db"), QStringLiteral("metrics.db")})
            QCOMPARE(quickCheck(bench.path(file)), QStringLiteral("ok"));
    }
    qInfo("%d rounds: %lld rows acknowledged, 0 lost; at most %lld frames (20 ms apart) lost in one", rounds,
          qint64(acks.size()), mostLost);
}

void KillTest::aMigrationIsWholeOrNotAtAll()
{
    Bench bench;
    QVERIFY(!bench.open());
    QFuture<core::Result<void>> saved;
    for (int row = 0; row < 5000; ++row)
        saved = bench.store->accounts().saveSetting(QString::number(row), QByteArray(500, 'x'));
    QVERIFY(wait(saved));
    bench.store.reset();
    const QString path = bench.path(QStringLiteral("belfry.db"));
    const QString before = bench.directory.path() + QStringLiteral("/before.db");
    QVERIFY(QFile::copy(path, before));
    const store::Schema schema = storetest::grown(false);
    const store::DataFile file(path, schema);
    int migrated = 0;
    const int rounds = roundsAsked();
    for (int round = 0; round < rounds; ++round) {
        killed(bench.options.directory, QStringLiteral("migrate"),
               QRandomGenerator::global()->bounded(0, 120));
        QVERIFY(file.version() == 1 || file.version() == 3);
        QVERIFY(file.isGood());
        if (file.version() == 1)
            continue; // what the killed one left behind stays for the next
        ++migrated;
        QVERIFY(QFile::remove(path) && QFile::copy(before, path));
    }
    qInfo("%d of %d rounds ended with the new schema, the others with the old one", migrated, rounds);
    QVERIFY(!bench.open());
    QCOMPARE(wait(bench.store->accounts().setting(QStringLiteral("4999")))->size(), 500);
}

QTEST_GUILESS_MAIN(KillTest)
#include "killtest.moc"
