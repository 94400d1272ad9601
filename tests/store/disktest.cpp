// SPDX-License-Identifier: GPL-3.0-or-later
#include "opened.h"
#include "store/datafile.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>

#include <cerrno>
#include <cstring>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

using storetest::Bench;
using storetest::wait;

/// Low and full disks: told by a number in the first tests, by a small real file system in the others.
class DiskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lowPausesSamples();
    void fullRefusesWritesAndReads();
    void aFullDiskRefusesAndRecovers();
    void samplesFindTheDiskFull();
    void opensWhileFull();
    void theBallastComesAndGoes();
};

namespace {
constexpr qint64 mebi = 1 << 20;
constexpr std::chrono::seconds oneCheck{2};

bool saved(Bench &bench, const QString &name, int bytes = 10)
{
    return bool(wait(bench.store->accounts().saveSetting(name, QByteArray(bytes, 'x'))));
}

bool hasSample(Bench &bench, const QDateTime &at)
{
    const auto range = wait(bench.store->samples().range(
        {QStringLiteral("host"), {QStringLiteral("cpu")}, at, at.addSecs(1), 1}));
    return range && !range->series.first().points.isEmpty();
}

/// A file system of its own for the data directory, as only root may make one; says why when it cannot.
class SmallDisk
{
public:
    explicit SmallDisk(Bench &bench, const char *size)
        : m_path(bench.directory.path() + QStringLiteral("/disk"))
    {
        bench.options.freeBytes = {};
        bench.options.lowBytes = 0;
        bench.options.fullBytes = 0;
        bench.options.directory = m_path + QStringLiteral("/data");
        if (::geteuid() != 0) {
            m_why = "only root can mount a small file system";
            return;
        }
        const QByteArray path = m_path.toLocal8Bit();
        const bool isOwn =
            ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
        QDir().mkpath(m_path);
        m_isMounted = isOwn && ::mount("tmpfs", path.constData(), "tmpfs", 0, size) == 0;
        if (!m_isMounted)
            m_why = QByteArray("a small file system cannot be mounted here: ") + std::strerror(errno);
    }
    ~SmallDisk()
    {
        if (m_isMounted)
            ::umount2(m_path.toLocal8Bit().constData(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    [[nodiscard]] bool isMounted() const { return m_isMounted; }
    [[nodiscard]] const char *why() const { return m_why.constData(); }
    /// Takes every byte that is left.
    void fill()
    {
        QFile filler(m_path + QStringLiteral("/filler"));
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered));
        for (int size = 1 << 20; size >= 1; size /= 2) {
            while (filler.write(QByteArray(size, 'f')) == size) {
            }
        }
    }
    void free() { QVERIFY(QFile::remove(m_path + QStringLiteral("/filler"))); }

private:
    QString m_path;
    QByteArray m_why;
    bool m_isMounted = false;
};
} // namespace

void DiskTest::lowPausesSamples()
{
    Bench bench;
    QVERIFY(!bench.open());
    QCOMPARE(bench.store->state(), store::State::Ok);
    QVERIFY(bench.store->storedBytes() > 0);
    QSignalSpy changed(bench.store.get(), &store::Store::stateChanged);
    *bench.freeBytes = 200 * mebi;
    bench.clock.advance(oneCheck);
    QTRY_COMPARE(bench.store->state(), store::State::Low);
    QCOMPARE(changed.count(), 1);
    QVERIFY2(bench.store->stateText().contains(QStringLiteral("200")), qPrintable(bench.store->stateText()));
    const QDateTime at = bench.clock.now();
    bench.store->samples().append({QStringLiteral("host"), at, {{QStringLiteral("cpu"), 1}}});
    QVERIFY(saved(bench, QStringLiteral("low")));
    QVERIFY(!hasSample(bench, at));
    *bench.freeBytes = 300 * mebi;
    bench.clock.advance(oneCheck);
    QTRY_COMPARE(bench.store->state(), store::State::Ok);
    QCOMPARE(bench.store->droppedFrames(), 1);
    bench.store->samples().append({QStringLiteral("host"), at, {{QStringLiteral("cpu"), 1}}});
    QVERIFY(hasSample(bench, at));
    bench.clock.advance(oneCheck);
    QTest::qWait(0);
    QCOMPARE(changed.count(), 2);
}

void DiskTest::fullRefusesWritesAndReads()
{
    Bench bench;
    QVERIFY(!bench.open());
    QVERIFY(saved(bench, QStringLiteral("before")));
    *bench.freeBytes = 63 * mebi;
    bench.clock.advance(oneCheck);
    QTRY_COMPARE(bench.store->state(), store::State::Full);
    const auto refused = wait(
        bench.store->journal().append(core::Event{1, core::Topic(QStringLiteral("a.b")), bench.clock.now(), 5,
                                                  QString(), core::Audience(), QJsonObject()}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, core::ErrorCode::Unavailable);
    QVERIFY(refused.error().message.contains(QStringLiteral("full")));
    QCOMPARE(wait(bench.store->accounts().setting(QStringLiteral("before")))->size(), 10);
    QVERIFY(wait(bench.store->journal().read({}))->isEmpty());
    *bench.freeBytes = 10LL << 30;
    bench.clock.advance(oneCheck);
    QTRY_COMPARE(bench.store->state(), store::State::Ok);
    QVERIFY(saved(bench, QStringLiteral("after")));
}

void DiskTest::aFullDiskRefusesAndRecovers()
{
    Bench bench;
    SmallDisk disk(bench, "size=16m");
    if (!disk.isMounted())
        QSKIP(disk.why());
    QVERIFY(!bench.open());
    QVERIFY(saved(bench, QStringLiteral("first"), 1000));
    disk.fill();
    int kept = 0;
    while (kept < 1000 && saved(bench, QString::number(kept), 20000))
        ++kept;
    QVERIFY(kept < 1000);
    bench.clock.advance(oneCheck);
    QTRY_COMPARE(bench.store->state(), store::State::Full);
    for (int again = 0; again < 3; ++again)
        QVERIFY(!saved(bench, QStringLiteral("refused"), 20000));
    QCOMPARE(wait(bench.store->accounts().setting(QStringLiteral("first")))->size(), 1000);
    bench.clock.advance(oneCheck); // a trial: still full
    QVERIFY(wait(bench.store->accounts().accounts()));
    disk.free();
    bench.clock.advance(oneCheck);
    QTRY_COMPARE(bench.store->state(), store::State::Ok);
    QVERIFY(saved(bench, QStringLiteral("later"), 20000));
    for (int row = 0; row < kept; ++row)
        QCOMPARE(wait(bench.store->accounts().setting(QString::number(row)))->size(), 20000);
    QVERIFY(wait(bench.store->accounts().setting(QStringLiteral("refused")))->isEmpty());
    bench.store.reset();
    QVERIFY(store::DataFile(bench.path(QStringLiteral("belfry.db")), store::mainSchema()).isGood());
    QVERIFY(!bench.open());
    QCOMPARE(bench.store->openingNote(), QString());
}

void DiskTest::samplesFindTheDiskFull()
{
    Bench bench;
    SmallDisk disk(bench, "size=16m");
    if (!disk.isMounted())
        QSKIP(disk.why());
    QVERIFY(!bench.open());
    disk.fill();
    core::SampleFrame frame{QStringLiteral("host"), bench.clock.now(), {}};
    for (int series = 0; series < 200; ++series)
        frame.values.insert(QStringLiteral("series %1").arg(series), series);
    for (int second = 0; second < 2000 && bench.store->droppedFrames() == 0; ++second) {
        frame.at = frame.at.addSecs(1);
        bench.store->samples().append(frame);
        bench.clock.advance(oneCheck);
        QVERIFY(bool(wait(bench.store->accounts().accounts()))); // answered after the frame
        QTest::qWait(0);
    }
    QVERIFY(bench.store->droppedFrames() > 0);
    disk.free();
    bench.clock.advance(oneCheck);
    QTRY_COMPARE(bench.store->state(), store::State::Ok);
    frame.at = frame.at.addSecs(10);
    frame.values = {{QStringLiteral("cpu"), 1}};
    bench.store->samples().append(frame);
    QVERIFY(hasSample(bench, frame.at));
    bench.store.reset();
    QVERIFY(store::DataFile(bench.path(QStringLiteral("metrics.db")), store::metricsSchema()).isGood());
}

void DiskTest::opensWhileFull()
{
    Bench bench;
    SmallDisk disk(bench, "size=24m");
    if (!disk.isMounted())
        QSKIP(disk.why());
    bench.options.fullBytes = mebi;
    bench.options.ballastBytes = 2 * mebi;
    bench.options.ballastFrom = 4 * mebi;
    QVERIFY(!bench.open());
    QVERIFY(saved(bench, QStringLiteral("kept"), 1000));
    bench.store.reset();
    QVERIFY(QFile::exists(bench.path(QStringLiteral("ballast"))));
    disk.fill();
    QVERIFY2(!bench.open(), qPrintable(bench.refusal));
    QCOMPARE(wait(bench.store->accounts().setting(QStringLiteral("kept")))->size(), 1000);
    bench.store.reset();
    disk.fill(); // without the ballast, and to the last byte
    const auto failure = bench.open();
    QVERIFY(!failure || failure == store::OpenFailure::Failed); // never taken for damage
    bench.store.reset();
    disk.free();
    QVERIFY(!bench.open());
    QCOMPARE(wait(bench.store->accounts().setting(QStringLiteral("kept")))->size(), 1000);
    QCOMPARE(bench.store->openingNote(), QString());
}

void DiskTest::theBallastComesAndGoes()
{
    Bench bench;
    SmallDisk disk(bench, "size=24m");
    if (!disk.isMounted())
        QSKIP(disk.why());
    bench.options.ballastBytes = 2 * mebi;
    bench.options.ballastFrom = 4 * mebi;
    QVERIFY(!bench.open());
    const QFileInfo ballast(bench.path(QStringLiteral("ballast")));
    QCOMPARE(ballast.size(), 2 * mebi);
    disk.fill();
    for (int row = 0; row < 1000 && saved(bench, QString::number(row), 20000); ++row) {
    }
    QTRY_VERIFY(!QFile::exists(ballast.filePath()));
    disk.fill();
    disk.free();
    bench.clock.advance(oneCheck);
    QTRY_COMPARE(QFileInfo(ballast.filePath()).size(), 2 * mebi);
}

QTEST_GUILESS_MAIN(DiskTest)
#include "disktest.moc"
