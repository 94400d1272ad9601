// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/rules/desk.h"

using namespace rulestest;

namespace {
const QString memory = QStringLiteral("memory.usage");

void record(Desk &desk, double value, int seconds)
{
    for (int i = 0; i < seconds; ++i)
        desk.record({{memory, value}});
}

Rule mine(const char *condition) { return ruleOf(QStringLiteral("mine"), QString::fromLatin1(condition)); }
} // namespace

/// Windows that are younger than what was recorded.
class RulerRecallTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aForecastGoesOnAfterARestart()
    {
        Desk desk;
        desk.add(mine("predict(memory.usage[10m], 100) < 1h"));
        const auto rise = [&desk](int from, int to) {
            for (int i = from; i < to; ++i) {
                desk.record({{memory, 20 + 0.1 * i}});
                desk.settle();
            }
        };
        rise(0, 290);
        desk.restart();
        rise(290, 298);
        QCOMPARE(desk.taken, QStringList());
        rise(298, 310);
        QCOMPARE(desk.taken, QStringList{QStringLiteral("mine host firing")});
    }

    void whatWasRaisesNothingByItself()
    {
        Desk desk;
        record(desk, 70, 60);
        record(desk, 30, 60);
        desk.settle();
        desk.restart();
        desk.add(mine("max(memory.usage[10m]) > 60"));
        desk.pass(std::chrono::seconds(30));
        QCOMPARE(desk.taken, QStringList());
        record(desk, 30, 1);
        desk.settle();
        QCOMPARE(desk.taken, QStringList{QStringLiteral("mine host firing")});
        const auto said = saidOf<RuleTriggered>(desk.ear, QStringLiteral("mine"));
        QCOMPARE(said.first().value, std::optional(70.0));
    }

    void whatIsHeardMeanwhileIsNeitherLostNorDoubled()
    {
        Desk desk;
        desk.add(mine("count(memory.usage[10m]) >= 130"));
        record(desk, 30, 100);
        desk.settle();
        desk.restart();
        record(desk, 30, 29); // nobody has answered yet
        desk.settle();
        QCOMPARE(desk.taken, QStringList());
        record(desk, 30, 1);
        desk.settle();
        const auto said = saidOf<RuleTriggered>(desk.ear, QStringLiteral("mine"));
        QCOMPARE(said.size(), 1);
        QCOMPARE(said.first().value, std::optional(130.0));
    }

    /// Also where its series is watched already.
    void aRuleThatIsSetKnowsWhatWas()
    {
        Desk desk;
        record(desk, 30, 100);
        desk.settle();
        desk.add(mine("sum(memory.usage[10m]) > 3000"));
        record(desk, 30, 1);
        desk.settle();
        const auto said = saidOf<RuleTriggered>(desk.ear, QStringLiteral("mine"));
        QCOMPARE(said.size(), 1);
        QCOMPARE(said.first().value, std::optional(3030.0));
    }

    void whatCameAndWentBeforeTheRestartIsCounted()
    {
        Desk desk;
        const auto now = desk.bench.clock.now().toMSecsSinceEpoch();
        for (int i = 0; i < 6; ++i)
            desk.past << StateChange{QStringLiteral("dev-1"),
                                     QStringLiteral("device.status"),
                                     i % 2 == 0 ? QStringLiteral("offline") : QStringLiteral("online"),
                                     now - (6 - i) * 30'000,
                                     {}};
        desk.restart();
        desk.device(QStringLiteral("dev-1"), QStringLiteral("online"));
        desk.device(QStringLiteral("dev-2"), QStringLiteral("online"));
        desk.pass(std::chrono::seconds(20));
        QCOMPARE(desk.taken, QStringList());
        desk.device(QStringLiteral("dev-1"), QStringLiteral("away"));
        QCOMPARE(desk.taken, QStringList{QStringLiteral("device-flapping dev-1 firing")});
    }

    /// A bucket weighs as much as what is in it, and says that it is one.
    void aLongWindowIsRecalledCoarsely()
    {
        Desk desk;
        for (int i = 0; i < 1200; ++i)
            desk.record({{memory, i < 600 ? 0.0 : 60.0}});
        desk.settle();
        desk.restart();
        desk.add(mine("avg(memory.usage[6h]) > 10"));
        record(desk, 60, 1);
        desk.settle();
        const auto said = saidOf<RuleTriggered>(desk.ear, QStringLiteral("mine"));
        QCOMPARE(said.size(), 1);
        QVERIFY(std::abs(*said.first().value - 30) < 3);
        QCOMPARE(said.first().evidence.size(), 10);
        QCOMPARE(said.first().evidence.first().readings, 60);
        QCOMPARE(said.first().evidence.last().readings, 1);
    }

    void whatIsHeardIsNotWaitedWithForEver()
    {
        Desk desk;
        desk.add(mine("avg(memory.usage[10m]) > 50"));
        const QDateTime begun = desk.bench.clock.now();
        record(desk, 60, 15); // the store has no time to answer
        desk.settle();
        const auto said = saidOf<RuleTriggered>(desk.ear, QStringLiteral("mine"));
        QCOMPARE(said.size(), 1);
        QCOMPARE(said.first().timestamp, begun.addSecs(10));
    }
};

QTEST_GUILESS_MAIN(RulerRecallTest)
#include "rulerrecalltest.moc"
