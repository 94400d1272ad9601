// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scan/plan.h"

#include "domain/network/scan/target.h"
#include "helper/request.h"
#include "network/scan/corpus.h"
#include "support/seededentropy.h"

#include <QTest>

using namespace network::scan;

namespace {
const Abilities plain{QStringLiteral("/usr/bin/nmap"), QStringLiteral("7.93"), false, {}};
const Abilities raw{QStringLiteral("/usr/bin/nmap"), QStringLiteral("7.93"), true, {}};

Wish wish(Kind kind, QStringView where = u"192.168.1.0/24")
{
    Wish wish;
    wish.kind = kind;
    wish.where = Targets::parse(where)->ranges;
    return wish;
}

QStringList argumentsOf(const Task &task)
{
    const auto request = helper::Request::parse(task.request().chopped(1).toStdString());
    QStringList out;
    if (request) {
        for (const std::string &argument : request->arguments())
            out << QString::fromStdString(argument);
    }
    return out;
}
} // namespace

/// What nmap is called with, by the server and by the helper.
class PlanTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void splitsIntoBlocks();
    void choosesByKind_data();
    void choosesByKind();
    void knocksAsHardAsAsked();
    void looksAtTheRightPorts();
    void doesWhatItCanWithoutRawSockets();
    void saysWhatIsMissing();
    void knowsTheOriginalsWords();
    void previews();
    void helperAgrees_data();
    void helperAgrees();
    void helperRefuses_data();
    void helperRefuses();
    void helperSurvivesNoise();
};

void PlanTest::splitsIntoBlocks()
{
    const Plan plan = Plan::of(wish(Kind::Discovery), raw).value();
    QCOMPARE(plan.tasks.size(), 8);
    QCOMPARE(plan.lanes, 8);
    QCOMPARE(plan.tasks.last().targets, Block{core::Subnet::parse(u"192.168.1.224/27").value()});
    Wish one = wish(Kind::Full, u"192.168.1.0/28");
    one.isParallel = false;
    QCOMPARE(Plan::of(one, raw)->tasks.size(), 2);
    QCOMPARE(Plan::of(one, raw)->lanes, 1);
    QCOMPARE(Plan::of(Wish(), raw).error().code, core::ErrorCode::Invalid);
}

void PlanTest::choosesByKind_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("isRaw");
    QTest::addColumn<QString>("arguments");
    const QString always = QStringLiteral("-n -v --no-stylesheet --stats-every 1s -oX - ");
    const QString raws = always + QStringLiteral("--privileged -T4 --max-rate 1000 ");
    const QString plains =
        always +
        QStringLiteral("--unprivileged -PS22,80,135,139,443,445,3389,8080,9100 -T4 --max-rate 1000 ");
    const auto row = [](const char *name, Kind kind, bool isRaw, const QString &before, const char *rest) {
        QTest::newRow(name) << kind << isRaw
                            << QString(before + QLatin1String(rest) + QLatin1String(" -- 10.0.0.1/32"));
    };
    row("discovery", Kind::Discovery, true, raws, "-sn");
    row("ports", Kind::Ports, true, raws, "--min-hostgroup 32 -sS --top-ports 1000");
    row("targeted", Kind::Targeted, true, raws,
        "--min-hostgroup 32 -sS --top-ports 1000 -sV --version-intensity 5 -O --max-os-tries 2");
    row("full", Kind::Full, true, raws,
        "--min-hostgroup 32 -sS --top-ports 1000 -sV --version-intensity 5 -O --max-os-tries 2 --traceroute");
    row("discovery, plain", Kind::Discovery, false, plains, "-sn");
    row("full, plain", Kind::Full, false, plains,
        "--min-hostgroup 32 -sT --top-ports 1000 -sV --version-intensity 5");
}

void PlanTest::choosesByKind()
{
    QFETCH(Kind, kind);
    QFETCH(bool, isRaw);
    const Plan plan = Plan::of(wish(kind, u"10.0.0.1"), isRaw ? raw : plain).value();
    QTEST(plan.tasks.first().arguments().join(QLatin1Char(' ')), "arguments");
}

void PlanTest::knocksAsHardAsAsked()
{
    Wish asked = wish(Kind::Targeted);
    asked.intensity = Intensity::Light;
    const Plan light = Plan::of(asked, raw).value();
    QCOMPARE(light.lanes, 1);
    const QString gently = light.tasks.first().arguments().join(QLatin1Char(' '));
    QVERIFY(gently.contains(QLatin1String("-T3 --max-rate 100 ")));
    QVERIFY(gently.contains(QLatin1String("--top-ports 100 -sV --version-intensity 2")));
    asked.intensity = Intensity::Aggressive;
    const QString hard = Plan::of(asked, raw)->tasks.first().arguments().join(QLatin1Char(' '));
    QVERIFY(!hard.contains(QLatin1String("--max-rate")));
    QVERIFY(hard.contains(QLatin1String("-p 1-65535 -sV --version-intensity 9")));
}

void PlanTest::looksAtTheRightPorts()
{
    Wish asked = wish(Kind::Ports, u"fd00::1");
    asked.ports = Ports::parse(u"U:161,T:443,22").value();
    asked.includesOs = true;
    const QString both = Plan::of(asked, raw)->tasks.first().arguments().join(QLatin1Char(' '));
    QVERIFY(both.endsWith(QLatin1String("-sS -sU -p T:22,443,U:161 -O --max-os-tries 2 -6 -- fd00::1/128")));
}

void PlanTest::doesWhatItCanWithoutRawSockets()
{
    Wish asked = wish(Kind::Ports);
    asked.ports = Ports::parse(u"U:161,T:22").value();
    QVERIFY(Plan::of(asked, plain)
                ->tasks.first()
                .arguments()
                .join(QLatin1Char(' '))
                .contains(QLatin1String("-sT -p 22 ")));
    asked.ports = Ports::parse(u"U:161").value();
    const auto udp = Plan::of(asked, plain);
    QCOMPARE(udp.error().code, core::ErrorCode::Unavailable);
    QVERIFY(udp.error().message.contains(QLatin1String("belfry-scan-helper")));
}

void PlanTest::saysWhatIsMissing()
{
    const auto none = Plan::of(wish(Kind::Full), Abilities());
    QCOMPARE(none.error().code, core::ErrorCode::Unavailable);
    QVERIFY(none.error().message.contains(QLatin1String("apt install nmap")));
    QVERIFY(Preview::of(wish(Kind::Full), Abilities()).notes.contains(none.error().message));
    const Preview preview = Preview::of(wish(Kind::Full), plain);
    QVERIFY(preview.notes.join(QLatin1Char('\n')).contains(QLatin1String("belfry-scan-helper")));
    QVERIFY(Preview::of(wish(Kind::Discovery), raw).notes.isEmpty());
}

void PlanTest::knowsTheOriginalsWords()
{
    const std::optional<Wish> basic = wishOf(u"BASIC");
    QCOMPARE(basic->kind, Kind::Ports);
    QCOMPARE(basic->portsInForce()->topCount(), 20);
    const std::optional<Wish> intense = wishOf(u"INTENSE");
    QCOMPARE(intense->kind, Kind::Targeted);
    QCOMPARE(intense->portsInForce()->topCount(), 100);
    QCOMPARE(wishOf(u"FULL")->kind, Kind::Full);
    QVERIFY(!wishOf(u"full"));
}

void PlanTest::previews()
{
    const Preview small = Preview::of(wish(Kind::Discovery), raw);
    QCOMPARE(small.addresses, 256ULL);
    QCOMPARE(small.ports, 0);
    QVERIFY(small.estimate >= std::chrono::seconds(1) && small.estimate <= std::chrono::seconds(10));
    QVERIFY(small.command.startsWith(QLatin1String("nmap -n ")));
    QVERIFY(small.what.contains(QLatin1String("256")));
    Wish large = wish(Kind::Full, u"10.0.0.0/20");
    large.intensity = Intensity::Light;
    const Preview slow = Preview::of(large, raw);
    QVERIFY(slow.estimate > large.timeout);
    QVERIFY(slow.notes.last().contains(QLatin1String("300")));
    QVERIFY(slow.estimate > Preview::of(wish(Kind::Full, u"10.0.0.0/20"), raw).estimate);
}

void PlanTest::helperAgrees_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("intensity");
    QTest::addColumn<QString>("ports");
    for (int kind = 0; kind < 4; ++kind) {
        for (int intensity = 0; intensity < 3; ++intensity) {
            for (const char *ports : {"", "22,80,8000-8100", "U:53,161", "T:22,U:53,S:9"})
                QTest::addRow("%d %d %s", kind, intensity, ports)
                    << kind << intensity << QString::fromLatin1(ports);
        }
    }
}

void PlanTest::helperAgrees()
{
    QFETCH(int, kind);
    QFETCH(int, intensity);
    QFETCH(QString, ports);
    for (const auto where : {u"192.168.1.10-40", u"fd00::/120"}) {
        for (const bool includesOs : {false, true}) {
            Wish asked = wish(Kind(kind), where);
            asked.intensity = Intensity(intensity);
            asked.includesOs = includesOs;
            if (!ports.isEmpty())
                asked.ports = Ports::parse(ports).value();
            const Plan plan = Plan::of(asked, raw).value();
            for (const Task &task : plan.tasks)
                QCOMPARE(argumentsOf(task), QStringList(QStringLiteral("nmap")) + task.arguments());
        }
    }
}

void PlanTest::helperRefuses_data()
{
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const QByteArray &line) { QTest::addRow("<%s>", line.left(80).constData()) << line; };
    const QStringList targets = hostileTargets();
    for (const QString &target : targets) {
        row("scan discovery normal 300 - " + target.toUtf8());
        row("scan discovery normal 300 - 10.0.0.1/32," + target.toUtf8());
    }
    const QStringList ports = hostilePorts();
    for (const QString &port : ports) {
        if (port == QLatin1String("top:5"))
            continue; // the helper's way to say it
        row("scan ports normal 300 " + port.toUtf8() + " 10.0.0.1/32");
    }
    for (const char *line : {"",
                             "scan",
                             "cancel",
                             "scan discovery normal 300 -",
                             "SCAN discovery normal 300 - 10.0.0.1/32",
                             "scan discovery normal 300 22 10.0.0.1/32",
                             "scan ports normal 300 - 10.0.0.1/32",
                             "scan evil normal 300 - 10.0.0.1/32",
                             "scan discovery --script 300 - 10.0.0.1/32",
                             "scan discovery normal -1 - 10.0.0.1/32",
                             "scan discovery normal 0 - 10.0.0.1/32",
                             "scan discovery normal 99999999 - 10.0.0.1/32",
                             "scan discovery normal 300 - 10.0.0.1",
                             "scan discovery normal 300 - 10.0.0.0/23",
                             "scan discovery normal 300 - fd00::/119",
                             "scan discovery normal 300 - 10.0.0.1/32,fd00::1/128",
                             "scan discovery normal 300 - 10.0.0.1/32 x",
                             "scan  discovery normal 300 - 10.0.0.1/32",
                             "scan discovery normal 300 - 10.0.0.1/32,",
                             "scan discovery normal 300 - ::ffff:10.0.0.1/97",
                             "scan ports normal 300 top:0 10.0.0.1/32",
                             "scan ports normal 300 top:65536 10.0.0.1/32",
                             "scan ports normal 300 top:-oN 10.0.0.1/32"})
        row(line);
    row("scan discovery normal 300 - " + QByteArray("10.0.0.1/32,").repeated(64) + "10.0.0.1/32");
}

void PlanTest::helperRefuses()
{
    QFETCH(QByteArray, line);
    QVERIFY(!helper::Request::parse(line.toStdString()));
}

/// Whatever is let through, nothing behind `--` is anything but an address, and nothing before it is the
/// peer's.
void PlanTest::helperSurvivesNoise()
{
    support::SeededEntropy entropy(7);
    const QByteArray seed("scan targeted aggressive 300 T:22,80-90,U:53 10.0.0.0/27,192.168.1.1/32");
    const QByteArrayList pieces{
        "scan", " ", ",", "-", "--", "top:", "U:", "/32", "10.0.0.1", "fd00::1/128", "\n", "65535", "full"};
    int accepted = 0;
    for (int i = 0; i < 100'000; ++i) {
        QByteArray line = seed;
        const QByteArray dice = entropy.bytes(8);
        const int changes = 1 + uchar(dice[0]) % 3;
        for (int change = 0; change < changes; ++change) {
            const int at = (uchar(dice[1 + change]) * 7) % int(line.size());
            const int how = uchar(dice[4 + change]) % 4;
            if (how == 0)
                line[at] = char(uchar(dice[7]) ^ uchar(dice[1 + change]));
            else if (how == 1)
                line.remove(at, 1 + uchar(dice[7]) % 9);
            else
                line.insert(at, pieces[uchar(dice[4 + change]) % pieces.size()]);
            if (line.isEmpty())
                line = "s";
        }
        const auto request = helper::Request::parse(line.toStdString());
        if (!request)
            continue;
        ++accepted;
        const std::vector<std::string> arguments = request->arguments();
        const auto behind = std::find(arguments.begin(), arguments.end(), "--");
        QVERIFY(behind != arguments.end());
        for (auto target = behind + 1; target != arguments.end(); ++target)
            QVERIFY2(core::Subnet::parse(QString::fromStdString(*target)), line.constData());
        for (auto word = arguments.begin(); word != behind; ++word) {
            QVERIFY2(word->find_first_not_of("abcdefghijklmnopqrstuvwxyzATUXSOPV0123456789-,:") ==
                         std::string::npos,
                     line.constData());
            QVERIFY2(word->rfind("--script", 0) != 0 && word->rfind("-i", 0) != 0 &&
                         word->rfind("-oN", 0) != 0,
                     line.constData());
        }
    }
    QVERIFY(accepted > 100); // else it was all refused for one reason
}

QTEST_APPLESS_MAIN(PlanTest)
#include "plantest.moc"
