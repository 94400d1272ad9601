// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scan/ports.h"
#include "domain/network/scan/scope.h"
#include "domain/network/scan/target.h"
#include "network/scan/corpus.h"
#include "support/seededentropy.h"

#include <QTest>

#include <algorithm>

using namespace network::scan;
using core::Address;
using core::ErrorCode;
using core::Subnet;

namespace {
Address address(const char *text) { return Address::parse(QString::fromLatin1(text)).value(); }

QList<Subnet> networks(std::initializer_list<const char *> texts)
{
    QList<Subnet> out;
    for (const char *text : texts)
        out << Subnet::parse(QString::fromLatin1(text)).value();
    return out;
}

QString written(const QList<Range> &ranges)
{
    QStringList out;
    for (const Range &range : ranges)
        out << range.toString();
    return out.join(QLatin1Char(' '));
}

QString written(const Block &block)
{
    QStringList out;
    for (const Subnet &network : block)
        out << network.toString();
    return out.join(QLatin1Char(' '));
}
} // namespace

/// What may be scanned, and where.
class TargetsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void refusesTheHostile_data();
    void refusesTheHostile();
    void survivesNoise();
    void keepsToTheLimits();
    void cutsIntoBlocks();
    void blocksHoldJustWhatWasAsked();
    void staysInTheScope();
    void nothingIsTickedAtFirst();
    void looksNamesUp();
    void checksEveryAddressOfAName();
    void answersOnce();
    void readsPorts_data();
    void readsPorts();
    void refusesHostilePorts_data();
    void refusesHostilePorts();
};

void TargetsTest::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("ranges");
    QTest::addColumn<QString>("names");
    const auto row = [](const char *text, const char *ranges, const char *names = "") {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(ranges)
                            << QString::fromLatin1(names);
    };
    row("192.168.1.7", "192.168.1.7");
    row("192.168.1.77/24", "192.168.1.0/24");
    row("192.168.1.10-40", "192.168.1.10-192.168.1.40");
    row("192.168.1.0-255", "192.168.1.0/24");
    row("192.168.1.250-192.168.2.5", "192.168.1.250-192.168.2.5");
    row("fd00::1", "fd00::1");
    row("fd00::/116", "fd00::/116");
    row("fd00::10-fd00::1f", "fd00::10/124");
    row("10.0.0.1, 10.0.0.2 10.0.0.4", "10.0.0.1-10.0.0.2 10.0.0.4");
    row("10.0.0.0/25,10.0.0.128/25", "10.0.0.0/24");
    row("10.0.0.0/24 10.0.0.5", "10.0.0.0/24");
    row("10.0.0.0/20", "10.0.0.0/20");
    row("Printer-3.example.com", "", "printer-3.example.com");
    row("nas,nas,10.0.0.9", "10.0.0.9", "nas");
    row("3com.example", "", "3com.example");
    row("host.example.", "", "host.example.");
}

void TargetsTest::reads()
{
    QFETCH(QString, text);
    const core::Result<Targets> targets = Targets::parse(text);
    QVERIFY2(bool(targets), targets ? "" : qPrintable(targets.error().message));
    QTEST(written(targets->ranges), "ranges");
    QTEST(targets->names.join(QLatin1Char(' ')), "names");
}

void TargetsTest::refusesTheHostile_data()
{
    QTest::addColumn<QString>("text");
    const QStringList list = hostileTargets();
    for (const QString &text : list)
        QTest::newRow(qPrintable(text.left(40))) << text;
}

void TargetsTest::refusesTheHostile()
{
    QFETCH(QString, text);
    const QStringList wholes{text, QStringLiteral("10.0.0.1,") + text, text + QStringLiteral(" 10.0.0.1")};
    for (const QString &whole : wholes) {
        const core::Result<Targets> targets = Targets::parse(whole);
        if (whole != text && text.trimmed().remove(QLatin1Char(',')).remove(QLatin1Char(' ')).isEmpty())
            continue; // nothing beside something is something
        QVERIFY2(!targets, qPrintable(whole));
        QCOMPARE(targets.error().code, ErrorCode::Invalid);
        QVERIFY(targets.error().message.size() < 400);
        QVERIFY(!targets.error().message.contains(QChar(0)));
    }
}

/// What is let through is addresses within the limits, names without marks, and ports that read as
/// themselves.
void TargetsTest::survivesNoise()
{
    support::SeededEntropy entropy(11);
    const QStringList pieces{
        QStringLiteral("10.0.0."), QStringLiteral("1"), QStringLiteral("-"),   QStringLiteral("/2"),
        QStringLiteral(","),       QStringLiteral(" "), QStringLiteral("nas"), QStringLiteral("."),
        QStringLiteral("fd00::"),  QStringLiteral(":"), QStringLiteral("255"), QStringLiteral("0x"),
        QStringLiteral("U:"),      QStringLiteral("*"), QString(QChar(0x661)), QStringLiteral("--")};
    int targets = 0;
    int ports = 0;
    for (int i = 0; i < 100'000; ++i) {
        QString text;
        const QByteArray dice = entropy.bytes(8);
        for (const char die : dice.first(1 + uchar(dice[7]) % 7))
            text += pieces[uchar(die) % pieces.size()];
        if (const auto read = Targets::parse(text)) {
            ++targets;
            QVERIFY2(sizeOf(read->ranges) <= Targets::usualMost, qPrintable(text));
            for (const Range &range : read->ranges)
                QVERIFY2(range.first <= range.last && !range.first.isMulticast() && !range.last.isMulticast(),
                         qPrintable(text));
            for (const QString &name : read->names)
                QVERIFY2(!name.startsWith(QLatin1Char('-')) && !Address::parse(name) &&
                             std::any_of(name.begin(), name.end(), [](QChar c) { return c.isLetter(); }),
                         qPrintable(text));
        }
        if (const auto read = Ports::parse(text)) {
            ++ports;
            QCOMPARE(Ports::parse(read->toString()).value(), read.value());
        }
    }
    QVERIFY(targets > 1000 && ports > 1000); // else it was all refused for one reason
}

void TargetsTest::keepsToTheLimits()
{
    QVERIFY(!Targets::parse(u"10.0.0.0/19"));
    QVERIFY(bool(Targets::parse(u"10.0.0.0/16", Targets::settableMost)));
    QVERIFY(!Targets::parse(u"10.0.0.0/15", Targets::settableMost));
    QVERIFY(!Targets::parse(u"10.0.0.0/20,10.1.0.1"));
    QVERIFY(!Targets::parse(u"fd00::/112", Targets::settableMost));
    QVERIFY(bool(Targets::parse(u"a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p")));
    QVERIFY(!Targets::parse(u"a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q"));
}

void TargetsTest::cutsIntoBlocks()
{
    const auto blocks = [](QStringView text, int most) {
        QStringList out;
        const QList<Block> list = blocksOf(Targets::parse(text)->ranges, most);
        for (const Block &block : list)
            out << written(block);
        return out.join(QStringLiteral(" | "));
    };
    QCOMPARE(blocks(u"10.0.0.0/26", 32), QStringLiteral("10.0.0.0/27 | 10.0.0.32/27"));
    QCOMPARE(
        blocks(u"192.168.1.10-40", 32),
        QStringLiteral("192.168.1.10/31 192.168.1.12/30 192.168.1.16/28 192.168.1.32/29 192.168.1.40/32"));
    QCOMPARE(blocks(u"10.0.0.1,10.0.0.3,fd00::1", 32),
             QStringLiteral("10.0.0.1/32 10.0.0.3/32 | fd00::1/128"));
    QCOMPARE(blocks(u"fd00::/122", 32), QStringLiteral("fd00::/123 | fd00::20/123"));
}

void TargetsTest::blocksHoldJustWhatWasAsked()
{
    for (const auto text :
         {u"10.0.0.3-10.0.5.200", u"10.0.0.0/20", u"fd00::7-fd00::307", u"10.0.0.1,10.0.0.9,10.0.1.0/25"}) {
        const QList<Range> asked = Targets::parse(text)->ranges;
        QList<Range> back;
        const QList<Block> blocks = blocksOf(asked, 16);
        for (const Block &block : blocks) {
            QVERIFY(sizeOf(block) <= 16);
            for (const Subnet &network : block)
                back << Range::of(network);
        }
        QCOMPARE(sizeOf(back), sizeOf(asked));
        QCOMPARE(written(merged(back)), written(asked));
    }
}

void TargetsTest::staysInTheScope()
{
    const Scope scope(networks({"192.168.1.0/25", "192.168.1.128/25", "10.0.0.0/30"}));
    QVERIFY(bool(scope.check({address("192.168.1.0"), address("192.168.1.255")}))); // two networks that touch
    const auto outside = scope.check({address("10.0.0.0"), address("10.0.0.4")});
    QVERIFY(!outside);
    QCOMPARE(outside.error().code, ErrorCode::Forbidden);
    QVERIFY(outside.error().message.contains(QLatin1String("10.0.0.0-10.0.0.4")));
    QVERIFY(!scope.check({address("fd00::1"), address("fd00::1")}));
    QCOMPARE(written(scope.everything().value()), QStringLiteral("10.0.0.0/30 192.168.1.0/24"));
    QCOMPARE(Scope(networks({"10.0.0.0/8"})).everything().error().code, ErrorCode::Invalid);
}

void TargetsTest::nothingIsTickedAtFirst()
{
    const Scope none;
    QCOMPARE(none.everything().error().code, ErrorCode::Forbidden);
    bool isAsked = false;
    bool isAnswered = false;
    locate(
        Targets::parse(u"nas").value(), none, 4096, [&isAsked](const QString &, auto) { isAsked = true; },
        [&isAnswered](const core::Result<QList<Range>> &answer) {
            isAnswered = true;
            QCOMPARE(answer.error().code, ErrorCode::Forbidden);
        });
    QVERIFY(isAnswered);
    QVERIFY(!isAsked); // a name is not even looked up
}

void TargetsTest::looksNamesUp()
{
    std::function<void(core::Result<QList<Address>>)> later;
    const Resolver resolver = [&later](const QString &name, auto answer) {
        QCOMPARE(name, QStringLiteral("nas"));
        later = std::move(answer);
    };
    QString found;
    locate(Targets::parse(u"192.168.1.1 nas").value(), Scope(networks({"192.168.1.0/24"})), 4096, resolver,
           [&found](const core::Result<QList<Range>> &answer) { found = written(answer.value()); });
    QVERIFY(found.isEmpty());
    later(QList<Address>{address("192.168.1.9")});
    QCOMPARE(found, QStringLiteral("192.168.1.1 192.168.1.9"));
}

void TargetsTest::checksEveryAddressOfAName()
{
    const auto located = [](const core::Result<QList<Address>> &addresses) {
        core::Result<QList<Range>> found;
        locate(
            Targets::parse(u"evil.example").value(), Scope(networks({"192.168.1.0/24"})), 4096,
            [&addresses](const QString &, const auto &answer) { answer(addresses); },
            [&found](const core::Result<QList<Range>> &answer) { found = answer; });
        return found;
    };
    const auto outside = located(QList<Address>{address("203.0.113.9"), address("127.0.0.1")});
    QCOMPARE(outside.error().code, ErrorCode::Forbidden);
    QVERIFY(outside.error().message.contains(QLatin1String("evil.example (203.0.113.9)")));
    const auto partly =
        located(QList<Address>{address("203.0.113.9"), address("192.168.1.4"), address("fe80::1")});
    QCOMPARE(written(partly.value()), QStringLiteral("192.168.1.4"));
    QCOMPARE(located(QList<Address>()).error().code, ErrorCode::NotFound);
    QCOMPARE(located(core::Error{}).error().code, ErrorCode::NotFound);
}

void TargetsTest::answersOnce()
{
    int answers = 0;
    locate(
        Targets::parse(u"a b").value(), Scope(networks({"192.168.1.0/24"})), 4096,
        [](const QString &, const auto &answer) {
            answer(QList<Address>{address("192.168.1.4")});
            answer(QList<Address>{address("192.168.1.5")});
        },
        [&answers](const core::Result<QList<Range>> &answer) {
            ++answers;
            QCOMPARE(written(answer.value()), QStringLiteral("192.168.1.4"));
        });
    QCOMPARE(answers, 1);
}

void TargetsTest::readsPorts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("canonical");
    QTest::addColumn<int>("count");
    QTest::newRow("one") << "22"
                         << "22" << 1;
    QTest::newRow("order and doubles") << "80,22,80,22-23"
                                       << "22-23,80" << 3;
    QTest::newRow("touching") << "1-10,11,12-20"
                              << "1-20" << 20;
    QTest::newRow("leading zeros") << "00022"
                                   << "22" << 1;
    QTest::newRow("all") << "-"
                         << "1-65535" << 65535;
    QTest::newRow("from") << "65000-"
                          << "65000-65535" << 536;
    QTest::newRow("to") << "-100"
                        << "1-100" << 100;
    QTest::newRow("protocols") << "U:53,161,T:22,80"
                               << "T:22,80,U:53,161" << 4;
    QTest::newRow("udp alone") << "U:161"
                               << "U:161" << 1;
    QTest::newRow("sctp") << "S:38412"
                          << "S:38412" << 1;
}

void TargetsTest::readsPorts()
{
    QFETCH(QString, text);
    const core::Result<Ports> ports = Ports::parse(text);
    QVERIFY(bool(ports));
    QTEST(ports->toString(), "canonical");
    QTEST(ports->count(), "count");
    QCOMPARE(Ports::parse(ports->toString()).value(), ports.value());
}

void TargetsTest::refusesHostilePorts_data()
{
    QTest::addColumn<QString>("text");
    const QStringList list = hostilePorts();
    for (const QString &text : list)
        QTest::newRow(qPrintable(QLatin1Char('<') + text.left(40) + QLatin1Char('>'))) << text;
}

void TargetsTest::refusesHostilePorts()
{
    QFETCH(QString, text);
    const core::Result<Ports> ports = Ports::parse(text);
    QVERIFY2(!ports, qPrintable(ports ? ports->toString() : QString()));
    QCOMPARE(ports.error().code, ErrorCode::Invalid);
}

QTEST_APPLESS_MAIN(TargetsTest)
#include "targetstest.moc"
