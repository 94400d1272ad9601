// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sweeper.h"

#include "catalog/catalogue.h"
#include "network/standin.h"
#include "store/opened.h"
#include "support/awaited.h"
#include "support/memorystores.h"
#include "support/seededentropy.h"

#include <QSignalSpy>

using namespace network;
using networktest::StandIn;

namespace {
constexpr int patience = 60'000;

/// A house that looks after 10.0.0.0/28, on a real store.
struct House
{
    storetest::Bench bench;
    support::SeededEntropy entropy;
    support::MemoryPublisher publisher{catalog::everything()};
    std::unique_ptr<Grounds> grounds;
    std::unique_ptr<Devices> devices;
    core::SystemClock clock;

    House()
    {
        QVERIFY2(!bench.open(), qPrintable(bench.refusal));
        grounds = std::make_unique<Grounds>(bench.store->records());
        devices = std::make_unique<Devices>(
            Devices::Surroundings{bench.store->records(), bench.store->changes(), publisher, bench.clock,
                                  entropy, [](const Known &) { return Verdict{}; },
                                  [this](const core::Address &address) { return grounds->subnetOf(address); },
                                  [](const core::Address &) { return QString(); }});
        tick(QStringLiteral("10.0.0.0/28"), true);
    }
    ~House() { (void)support::awaited(bench.store->records().one({})); }
    void tick(const QString &subnet, bool isTicked) const
    {
        core::Command command;
        command.params = SetScope{subnet, QString(), isTicked, true};
        QVERIFY(support::awaited(grounds->set(command)));
    }
    [[nodiscard]] bool knows(const char *address) const
    {
        return devices->inventory().holder(*core::Address::parse(QString::fromLatin1(address))) != nullptr;
    }
    [[nodiscard]] Sweeper::Surroundings around() { return {*devices, *grounds, clock}; }
};

scan::Range range(const char *subnet)
{
    return scan::Range::of(*core::Subnet::parse(QString::fromLatin1(subnet)));
}
} // namespace

/// Sweeps, with stand-ins for fping.
class SweeperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Programs that have ended are deleted by the event loop.
    void cleanup() { QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); }

    void whoAnswersIsADevice()
    {
        House house;
        const StandIn fping("cat > ${0%/*}/input; echo '10.0.0.3 is alive (0.4 ms)'\n"
                            "echo '10.0.0.4 is unreachable'; exit 1\n");
        Sweeper sweeper(house.around(), fping.path());
        sweeper.sweep({range("10.0.0.0/28")});
        QTRY_VERIFY_WITH_TIMEOUT(house.knows("10.0.0.3"), patience);
        QVERIFY(!house.knows("10.0.0.4"));
        const QList<QByteArray> asked = fping.text("input").trimmed().split('\n');
        // Neither the network itself nor all in it.
        QCOMPARE(asked.size(), 14);
        QCOMPARE(asked.first(), QByteArray("10.0.0.1"));
        QCOMPARE(asked.last(), QByteArray("10.0.0.14"));
    }

    void whatIsNotOursIsNotAsked()
    {
        House house;
        const StandIn fping("cat >> ${0%/*}/input\n");
        Sweeper sweeper(house.around(), fping.path());
        sweeper.sweep({range("192.0.2.0/24"), range("2001:db8::/120"), range("10.0.0.12/30")});
        QTRY_COMPARE_WITH_TIMEOUT(fping.text("input"), QByteArray("10.0.0.12\n10.0.0.13\n10.0.0.14\n"),
                                  patience);
    }

    void oneWaitsForAnother()
    {
        House house;
        const StandIn fping("echo run >> ${0%/*}/runs; cat >> ${0%/*}/input\n");
        Sweeper sweeper(house.around(), fping.path());
        sweeper.sweep({range("10.0.0.4/32")});
        sweeper.sweep({range("10.0.0.5/32")});
        sweeper.sweep({range("10.0.0.6/32")});
        QTRY_COMPARE_WITH_TIMEOUT(fping.text("input"), QByteArray("10.0.0.4\n10.0.0.5\n10.0.0.6\n"),
                                  patience);
        QCOMPARE(fping.text("runs"), QByteArray("run\nrun\n"));
    }

    void withoutFpingNothingIsFound()
    {
        House house;
        Sweeper sweeper(house.around(), QStringLiteral("/nowhere/fping"));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("Install the package fping")));
        sweeper.sweep({range("10.0.0.4/32")});
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("Install the package fping")));
        sweeper.sweep({range("10.0.0.5/32")});
        QTRY_VERIFY_WITH_TIMEOUT(!sweeper.isRunning(), patience);
        QCOMPARE(house.devices->inventory().size(), 0);
    }

    void aNetworkIsJoinedOnce()
    {
        const House house;
        QSignalSpy joined(house.grounds.get(), &Grounds::joined);
        house.tick(QStringLiteral("10.0.1.0/24"), true);
        QCOMPARE(joined.size(), 1);
        house.tick(QStringLiteral("10.0.1.0/24"), true);
        QCOMPARE(joined.size(), 1);
        house.tick(QStringLiteral("10.0.1.0/24"), false);
        house.tick(QStringLiteral("10.0.1.0/24"), true);
        QCOMPARE(joined.size(), 2);
    }
};

QTEST_GUILESS_MAIN(SweeperTest)
#include "sweepertest.moc"
