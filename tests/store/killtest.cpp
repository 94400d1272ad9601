// SPDX-License-Identifier: GPL-3.0-or-later
#include "grown.h"
#include "opened.h"
#include "store/datafile.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QtEndian>

#include <functional>

using storetest::Bench;
using storetest::wait;

/// Kills a writing process at random moments: what it was told is saved must be there.
class KillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLost();
    void aMigrationIsWholeOrNotAtAll();
    void aMigrationKilledInItsMiddleChangesNothing_data();
    void aMigrationKilledInItsMiddleChangesNothing();
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
    return asked > 0 ? asked : 3;
}

struct Said
{
    QSet<QString> acks;
    QList<qint64> frames;
    qint64 process = 0;
    qint64 killedAt = 0; ///< ms since 1970

    /// How long the writer once stood still between two frames, for want of a processor.
    [[nodiscard]] qint64 longestPause() const
    {
        qint64 longest = 0;
        for (qsizetype i = 1; i < frames.size(); ++i)
            longest = qMax(longest, frames[i] - frames[i - 1]);
        return longest;
    }
};

/// Answers when the time to the end begins; it is given all that the writer said so far.
using Cue = std::function<bool(const QByteArray &output)>;

Cue saying(const QByteArray &words)
{
    return [words](const QByteArray &output) { return output.contains(words); };
}

Said killed(const QString &directory, const QString &doing, const Cue &cue, int afterMs)
{
    QProcess writer;
    writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    writer.start(writerProgram(), {directory, doing});
    writer.waitForStarted();
    Said said;
    said.process = writer.processId();
    QElapsedTimer timer;
    QByteArray output;
    while (writer.state() != QProcess::NotRunning && !(timer.isValid() && timer.hasExpired(afterMs))) {
        writer.waitForReadyRead(1);
        output += writer.readAllStandardOutput();
        if (!timer.isValid() && cue(output))
            timer.start();
    }
    said.killedAt = QDateTime::currentMSecsSinceEpoch();
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

/// What the header of a database file says its schema is, without opening it; -1 while there is none.
int schemaVersionOf(const QString &path)
{
    constexpr qint64 place = 60; // user_version, big endian (SQLite file format §1.3)
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(place))
        return -1;
    const QByteArray bytes = file.read(4);
    return bytes.size() == 4 ? qFromBigEndian<qint32>(bytes.constData()) : -1;
}

/// Fills a data directory with settings and closes it again.
void fill(Bench &bench)
{
    QVERIFY(!bench.open());
    QFuture<core::Result<void>> saved;
    for (int row = 0; row < 5000; ++row)
        saved = bench.store->accounts().saveSetting(QString::number(row), QByteArray(500, 'x'));
    QVERIFY(wait(saved));
    bench.store.reset();
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
    qint64 oldestLost = 0;
    for (int round = 0; round < rounds; ++round) {
        const Said said = killed(bench.options.directory, QStringLiteral("write"), saying("ack "),
                                 QRandomGenerator::global()->bounded(1200, 2500));
        acks += said.acks;
        QVERIFY2(!said.acks.isEmpty(), "the writer wrote nothing");
        QVERIFY2(!said.frames.isEmpty() && said.killedAt - said.frames.first() > 1000,
                 "the writer did not live long enough to lose anything");

        const store::Opening opening = store::Store::open(bench.options, clock);
        QVERIFY2(opening, opening.refusal ? qPrintable(opening.refusal->error.message) : "");
        QCOMPARE(opening.store->openingNote(), QString());
        const QSet<QString> lost = acks - everythingIn(*opening.store);
        QVERIFY2(lost.isEmpty(), qPrintable(QStringLiteral("%1 acknowledged rows lost").arg(lost.size())));
        // Frames are saved in order: what is missing are the last ones.
        const qint64 kept = qMin<qint64>(framesIn(*opening.store, said), said.frames.size());
        const qint64 age = kept < said.frames.size() ? said.killedAt - said.frames[kept] : 0;
        oldestLost = qMax(oldestLost, age);
        QVERIFY2(age <= 1000 + said.longestPause(),
                 qPrintable(QStringLiteral("a frame of %1 ms before the end was lost").arg(age)));
        opening.store->close();
        for (const QString &file : {QStringLiteral("belfry.db"), QStringLiteral("metrics.db")})
            QCOMPARE(quickCheck(bench.path(file)), QStringLiteral("ok"));
    }
    qInfo("%d rounds: %lld rows acknowledged, 0 lost; the oldest lost frame was %lld ms old", rounds,
          qint64(acks.size()), oldestLost);
}

void KillTest::aMigrationIsWholeOrNotAtAll()
{
    Bench bench;
    fill(bench);
    const QString path = bench.path(QStringLiteral("belfry.db"));
    const QString before = bench.directory.path() + QStringLiteral("/before.db");
    QVERIFY(QFile::copy(path, before));
    const store::Schema schema = storetest::grown(false);
    const store::DataFile file(path, schema);
    const int former = store::mainSchema().version();
    int migrated = 0;
    const int rounds = roundsAsked();
    for (int round = 0; round < rounds; ++round) {
        killed(bench.options.directory, QStringLiteral("migrate"), saying("open\n"),
               QRandomGenerator::global()->bounded(0, 120));
        QVERIFY(file.version() == former || file.version() == schema.version());
        QVERIFY(file.isGood());
        if (file.version() == former)
            continue; // what the killed one left behind stays for the next
        ++migrated;
        QVERIFY(QFile::remove(path) && QFile::copy(before, path));
    }
    qInfo("%d of %d rounds ended with the new schema, the others with the old one", migrated, rounds);
    QVERIFY(!bench.open());
    QCOMPARE(wait(bench.store->accounts().setting(QStringLiteral("4999")))->size(), 500);
}

void KillTest::aMigrationKilledInItsMiddleChangesNothing_data()
{
    QTest::addColumn<int>("step");
    QTest::newRow("in the first step") << 0;
    QTest::newRow("between the steps") << 1;
}

void KillTest::aMigrationKilledInItsMiddleChangesNothing()
{
    QFETCH(int, step);
    Bench bench;
    fill(bench);
    const QString path = bench.path(QStringLiteral("belfry.db"));
    const QString staged = path + QStringLiteral(".new");
    const store::Schema schema = storetest::grown(false);
    const store::DataFile file(path, schema);
    const int former = store::mainSchema().version();
    // The writer never ends by itself, so that this kill is in the middle: as many steps are done, and one is
    // begun.
    const auto isInTheMiddle = [&](const QByteArray &) {
        return schemaVersionOf(staged) == former + step && QFile::exists(staged + QStringLiteral("-journal"));
    };
    killed(bench.options.directory, QStringLiteral("stall-%1").arg(step), isInTheMiddle, 50);
    QVERIFY(isInTheMiddle({}));
    QCOMPARE(file.version(), former);
    QVERIFY(file.isGood());
    // What was left behind is in nobody's way.
    QVERIFY(file.migrate(bench.directory.path() + QStringLiteral("/copies")));
    QCOMPARE(file.version(), schema.version());
    QVERIFY(file.isGood());
}

QTEST_GUILESS_MAIN(KillTest)
#include "killtest.moc"
