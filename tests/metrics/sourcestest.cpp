// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/measures.h"
#include "domain/metrics/machine.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <unistd.h>

using namespace metrics;
using namespace std::chrono_literals;

namespace {
QString fixture(const QString &machine, const QString &path = {})
{
    return QStringLiteral(BELFRY_SOURCE_DIR "/tests/metrics/fixtures/") + machine + path;
}

QByteArray text(const QString &machine, const QString &path)
{
    QFile file(fixture(machine, path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

MachineRoots rootsOf(const QString &machine)
{
    return {fixture(machine, QStringLiteral("/proc")),
            fixture(machine, QStringLiteral("/sys")),
            fixture(machine, QStringLiteral("/os-release")),
            {}};
}

std::optional<Space> halfFull(const QByteArray &) { return Space{100, 50, 50, 50.0}; }

const QDateTime noon = QDateTime::fromString(QStringLiteral("2026-11-20T12:00:00Z"), Qt::ISODate);

/// A /proc and /sys whose texts a test changes.
class Roots
{
public:
    Roots()
    {
        write(QStringLiteral("sys/block/sda/device/kind"), "disk");
        write(QStringLiteral("sys/class/net/eth0/operstate"), "up\n");
    }

    void write(const QString &path, const QByteArray &content)
    {
        const QFileInfo info(m_folder.filePath(path));
        QVERIFY(QDir().mkpath(info.path()));
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    [[nodiscard]] MachineRoots roots() const
    {
        return {m_folder.filePath(QStringLiteral("proc")), m_folder.filePath(QStringLiteral("sys")), {}, {}};
    }

private:
    QTemporaryDir m_folder;
};
} // namespace

/// Reads captured texts of machines, and checks what the readers make of them.
class SourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void processor()
    {
        const auto ticks = sources::parseStat(text(QStringLiteral("laptop"), QStringLiteral("/proc/stat")));
        QCOMPARE(ticks.cores.size(), 4);
        QCOMPARE(ticks.all.busy, qint64(1214501 + 3315 + 402210 + 21930 + 1204));
        QCOMPARE(ticks.all.total, ticks.all.busy + 21980456 + 50121);
        QCOMPARE(sources::busyPercent({100, 1000}, {150, 1200}), 25.0);
        QCOMPARE(sources::busyPercent({100, 1000}, {50, 900}), 0.0);
        QCOMPARE(sources::busyPercent({100, 1000}, {400, 1200}), 100.0);
        QCOMPARE(sources::parseLoad(QByteArrayView("0.52 0.58 0.59 2/1203 1")),
                 (QList<double>{0.52, 0.58, 0.59}));
        QVERIFY(sources::parseLoad(QByteArrayView("0.52 x")).isEmpty());
        const auto frequency =
            sources::parseFrequency(text(QStringLiteral("laptop"), QStringLiteral("/proc/cpuinfo")));
        QVERIFY(frequency);
        QCOMPARE(*frequency, 2.50025);
        QVERIFY(!sources::parseFrequency(QByteArrayView("processor\t: 0\nBogoMIPS\t: 38.40\n")));
    }

    void temperatureIsTheHottestProcessorSensor()
    {
        sources::Thermometer laptop(fixture(QStringLiteral("laptop"), QStringLiteral("/sys")));
        QCOMPARE(laptop.read(), std::optional(51.5));
        sources::Thermometer machine(fixture(QStringLiteral("virtual"), QStringLiteral("/sys")));
        QVERIFY(!machine.read());
        QVERIFY(!sources::parseMillidegrees(QByteArrayView("-274000\n")));
        QVERIFY(!sources::parseMillidegrees(QByteArrayView("N/A")));
    }

    void memory()
    {
        const auto spaces =
            sources::parseMemory(text(QStringLiteral("laptop"), QStringLiteral("/proc/meminfo")));
        QVERIFY(spaces);
        QCOMPARE(spaces->memory.total, 16'000'000LL * 1024);
        QCOMPARE(spaces->memory.used, 6'000'000LL * 1024);
        QCOMPARE(spaces->memory.usagePercent, 37.5);
        QCOMPARE(spaces->swap.usagePercent, 25.0);
        const auto old = sources::parseMemory(
            QByteArrayView("MemTotal: 100 kB\nMemFree: 10 kB\nBuffers: 20 kB\nCached: 30 kB\n"));
        QVERIFY(old);
        QCOMPARE(old->memory.free, 60LL * 1024);
        QCOMPARE(old->swap.usagePercent, 0.0);
        QVERIFY(!sources::parseMemory({}));
    }

    void volumesAreLocalAndCountOnce()
    {
        const auto mounts =
            sources::parseMounts(text(QStringLiteral("laptop"), QStringLiteral("/proc/self/mountinfo")));
        QByteArrayList points;
        for (const auto &mount : mounts)
            points << mount.point;
        QCOMPARE(points, (QByteArrayList{"/", "/boot/efi", "/home", "/media/dana/Old Photos"}));
        QCOMPARE(mounts.first().device, QByteArray("/dev/nvme0n1p2"));
        const auto container = sources::parseMounts(QByteArrayView(
            "1 0 0:50 / / rw - overlay overlay rw\n2 1 254:0 /x /etc/hosts rw - ext4 /dev/vda rw\n"));
        QCOMPARE(container.size(), 2);
        QVERIFY(!sources::probeSpace(QByteArrayLiteral("/proc/version")));
        const auto root = sources::probeSpace(QByteArrayLiteral("/"));
        QVERIFY(root && root->total > 0 && root->usagePercent <= 100);
    }

    void network()
    {
        const auto all =
            sources::parseInterfaces(text(QStringLiteral("laptop"), QStringLiteral("/proc/net/dev")));
        QCOMPARE(all.size(), 4);
        const Interface wlan = all.value(QStringLiteral("wlp2s0"));
        QCOMPARE(wlan.bytesReceived, 4'112'000'000LL);
        QCOMPARE(wlan.bytesSent, 612'000'000LL);
        QCOMPARE(wlan.packetsSent, 812'000LL);
        QCOMPARE(wlan.errors, 3LL);
        QCOMPARE(wlan.drops, 7LL);
        QVERIFY(!sources::parseOperState(QByteArrayView("down\n")));
        QVERIFY(sources::parseOperState(QByteArrayView("unknown\n")));
    }

    void host()
    {
        QCOMPARE(
            sources::parseDefaultInterface(text(QStringLiteral("laptop"), QStringLiteral("/proc/net/route"))),
            QStringLiteral("wlp2s0"));
        QCOMPARE(sources::parseDefaultInterface({}), QString());
        QCOMPARE(sources::addressOf(QStringLiteral("lo")), QStringLiteral("127.0.0.1"));
        QCOMPARE(sources::parseOsName(QByteArrayView("NAME=Alpine\nVERSION=\"3.18\"\n")),
                 QStringLiteral("Alpine 3.18"));
        Machine machine(rootsOf(QStringLiteral("laptop")), halfFull);
        const Host facts = machine.read(noon, 0ms).host;
        QCOMPARE(facts.hostname, QStringLiteral("thinkpad"));
        QCOMPARE(facts.os, QStringLiteral("Debian GNU/Linux 12 (bookworm)"));
        QCOMPARE(facts.kernel, QStringLiteral("6.1.0-26-amd64"));
        QCOMPARE(facts.cpuModel, QStringLiteral("Intel(R) Core(TM) i5-6300U CPU @ 2.40GHz"));
        QCOMPARE(facts.cores, 2);
    }

    void processes()
    {
        const auto stat =
            sources::parseProcess(text(QStringLiteral("laptop"), QStringLiteral("/proc/812/stat")));
        QVERIFY(stat);
        QCOMPARE(stat->pid, 812);
        QCOMPARE(stat->name, QStringLiteral("nginx: (worker) x"));
        QCOMPARE(stat->ticks, 5000LL);
        QCOMPARE(stat->startedAt, 1200LL);
        QCOMPARE(stat->memory, 12288LL * ::sysconf(_SC_PAGESIZE));
        QVERIFY(!sources::parseProcess(QByteArrayView("812 nginx")));
        sources::ProcessReader reader(fixture(QStringLiteral("laptop"), QStringLiteral("/proc")));
        reader.read(0ms);
        QCOMPARE(reader.reading().size(), 3);
        QCOMPARE(reader.reading().first().name, QStringLiteral("nginx: (worker) x"));
        QCOMPARE(reader.reading().first().memory, 12288LL * ::sysconf(_SC_PAGESIZE));
        QVERIFY(!reader.reading().first().user.isEmpty());
    }

    void ratesComeFromTheDifference()
    {
        Roots files;
        const QString disks = QStringLiteral("proc/diskstats");
        const QString network = QStringLiteral("proc/net/dev");
        files.write(disks,
                    "8 0 sda 1 0 100 5 1 0 200 5 0 1000 500\n8 1 sda1 1 0 100 5 1 0 200 5 0 1000 500\n");
        files.write(network,
                    "eth0: 1000 1 0 0 0 0 0 0 2000 1 0 0 0 0 0 0\nlo: 5 1 0 0 0 0 0 0 5 1 0 0 0 0 0 0\n");
        Machine machine(files.roots(), halfFull);
        const Sampled first = machine.read(noon, 1000ms);
        QCOMPARE(first.diskIo.bytesRead, 51'200LL);
        QCOMPARE(first.diskIo.readRate, 0.0);
        QCOMPARE(first.network.receiveRate, 0.0);
        QVERIFY(first.network.interfaces.value(QStringLiteral("eth0")).isUp);
        files.write(disks,
                    "8 0 sda 1 0 300 5 1 0 200 5 0 1500 500\n8 1 sda1 1 0 300 5 1 0 200 5 0 1500 500\n");
        files.write(network,
                    "eth0: 5000 1 0 0 0 0 0 0 2400 1 0 0 0 0 0 0\nlo: 9 1 0 0 0 0 0 0 9 1 0 0 0 0 0 0\n");
        const Sampled second = machine.read(noon.addDays(-400), 3000ms);
        QCOMPARE(second.diskIo.readRate, 51'200.0);
        QCOMPARE(second.diskIo.busyPercent, 25.0);
        QCOMPARE(second.network.receiveRate, 2000.0);
        QCOMPARE(second.network.sendRate, 200.0);
        QCOMPARE(second.network.bytesReceived, 5000LL);
        files.write(network, "eth0: 10 1 0 0 0 0 0 0 10 1 0 0 0 0 0 0\n");
        QCOMPARE(machine.read(noon, 4000ms).network.receiveRate, 0.0);
    }

    void whatCannotBeReadKeepsItsValue()
    {
        Machine nowhere({QStringLiteral("/nonexistent"), QStringLiteral("/nonexistent"), {}, {}}, halfFull);
        QVERIFY(core::fromJson<Sampled>(core::toJson(nowhere.read(noon, 0ms))));
        Machine machine(rootsOf(QStringLiteral("laptop")), halfFull);
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
        rlimit none = before;
        none.rlim_cur = 0;
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &none), 0);
        const Sampled blind = machine.read(noon, 0ms);
        (void)machine.processes(0ms);
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before), 0);
        QCOMPARE(blind.memory.total, 0LL);
        const Sampled seeing = machine.read(noon, 1000ms);
        QCOMPARE(seeing.memory.total, 16'000'000LL * 1024);
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &none), 0);
        const Sampled kept = machine.read(noon, 70'000ms);
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before), 0);
        QCOMPARE(kept.memory.total, seeing.memory.total);
        QCOMPARE(kept.network.bytesReceived, seeing.network.bytesReceived);
    }

    void brokenTextsAreSurvived()
    {
        const QByteArray huge("99999999999999999999999 ");
        QVERIFY(sources::parseStat(QByteArray("cpu " + huge.repeated(8))).all.total > 0);
        QVERIFY(sources::parseMemory(
            QByteArray("MemTotal: " + huge + "kB\nMemFree: " + huge + "\nCached: " + huge)));
        QVERIFY(!sources::parseDisks(QByteArray("8 0 sda " + huge.repeated(17))).isEmpty());
        QRandomGenerator random(7);
        for (const char *path : {"/proc/stat", "/proc/cpuinfo", "/proc/meminfo", "/proc/self/mountinfo",
                                 "/proc/diskstats", "/proc/net/dev", "/proc/net/route", "/proc/812/stat"}) {
            const QByteArray whole = text(QStringLiteral("laptop"), QLatin1String(path));
            QVERIFY(!whole.isEmpty());
            for (int round = 0; round < 300; ++round) {
                QByteArray broken = whole.left(random.bounded(int(whole.size()) + 1));
                for (int flips = random.bounded(20); flips > 0 && !broken.isEmpty(); --flips)
                    broken[random.bounded(int(broken.size()))] = char(random.bounded(256));
                for (const sources::Mount &mount : sources::parseMounts(broken))
                    QVERIFY(!mount.point.isEmpty());
                for (const auto &disk : sources::parseDisks(broken))
                    QVERIFY(disk.busyMs >= 0);
                const auto spaces = sources::parseMemory(broken);
                QVERIFY(!spaces || (spaces->memory.usagePercent >= 0 && spaces->memory.usagePercent <= 100));
                (void)sources::parseStat(broken);
                (void)sources::parseFrequency(broken);
                (void)sources::parseInterfaces(broken);
                (void)sources::parseDefaultInterface(broken);
                (void)sources::parseCpuModel(broken);
                (void)sources::parseOsName(broken);
                (void)sources::parseProcess(broken);
            }
        }
    }

    void aVirtualMachineIsReadToo()
    {
        Machine machine(rootsOf(QStringLiteral("virtual")), halfFull);
        const Sampled reading = machine.read(noon, 0ms);
        QCOMPARE(reading.cpu.cores.size(), 2);
        QVERIFY(!reading.cpu.temperature);
        QCOMPARE(reading.cpu.frequency, std::optional(2.7));
        QCOMPARE(reading.volumes.size(), 1);
        QCOMPARE(reading.volumes.first().type, QStringLiteral("ext4"));
        QCOMPARE(reading.swap.total, 0LL);
        QVERIFY(reading.diskIo.bytesRead > 0);
        QVERIFY(reading.network.bytesReceived > 0);
        QCOMPARE(reading.host.hostname, QStringLiteral("lab-vm"));
    }

    void whatComesAndGoesHasNoSeries()
    {
        Sampled reading;
        for (const auto &name :
             {QStringLiteral("eth0"), QStringLiteral("docker0"), QStringLiteral("veth12ab34c")})
            reading.network.interfaces.insert(name, {});
        const auto values = seriesOf(reading);
        QVERIFY(values.contains(QStringLiteral("net.eth0.rx")) &&
                values.contains(QStringLiteral("net.docker0.tx")));
        QVERIFY(!values.contains(QStringLiteral("net.veth12ab34c.rx")));
    }

    void everySeriesHasADeclaration()
    {
        Machine machine(rootsOf(QStringLiteral("laptop")), halfFull);
        const auto values = seriesOf(machine.read(noon, 0ms));
        QVERIFY(values.contains(QStringLiteral("volume.usage./media/dana/Old Photos")));
        QVERIFY(values.contains(QStringLiteral("net.wlp2s0.rx")));
        QCOMPARE(values.value(QStringLiteral("load.15")), 0.59);
        for (auto value = values.begin(); value != values.end(); ++value)
            QVERIFY2(measureOf(value.key()), qPrintable(value.key()));
        QCOMPARE(measureOf(QStringLiteral("net.eth0.100.rx"))->unit, QStringLiteral("bytes/s"));
        QCOMPARE(measureOf(QStringLiteral("cpu.core.3"))->title, QStringLiteral("Processor core 3"));
        QVERIFY(!measureOf(QStringLiteral("net.other")));
        QVERIFY(!measureOf(QStringLiteral("cpu.core.")));
        QCOMPARE(drawnAs(QStringLiteral("memory.usage")), QStringLiteral("memory.used"));
        QCOMPARE(drawnAs(QStringLiteral("net.eth0.100.rx")), QStringLiteral("net.rx"));
        QCOMPARE(drawnAs(QStringLiteral("disk.usage")), QStringLiteral("volume.usage./"));
        QCOMPARE(drawnAs(QStringLiteral("load.5")), QStringLiteral("load.5"));
    }
};

QTEST_GUILESS_MAIN(SourcesTest)
#include "sourcestest.moc"
