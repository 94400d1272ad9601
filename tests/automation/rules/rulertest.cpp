// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/rules/desk.h"

using namespace rulestest;

/// Rules that are kept, and what they find, over restarts and a store that fails.
class RulerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedRulesAreThereOnce()
    {
        Desk desk;
        QVERIFY(desk.ids().contains(QStringLiteral("memory-high")));
        QVERIFY(desk.ask(&Ruler::remove, RemoveRule{QStringLiteral("memory-high")}));
        desk.restart();
        QVERIFY(!desk.ids().contains(QStringLiteral("memory-high")));
        QVERIFY(desk.ids().contains(QStringLiteral("device-down")));
    }

    void whatIsFoundIsTakenInOrder()
    {
        Desk desk;
        desk.device(QStringLiteral("dev-1"), QStringLiteral("online"));
        desk.pass(std::chrono::seconds(1));
        desk.device(QStringLiteral("dev-1"), QStringLiteral("offline"));
        desk.pass(std::chrono::seconds(1));
        desk.device(QStringLiteral("dev-1"), QStringLiteral("online"));
        QCOMPARE(desk.taken, (QStringList{QStringLiteral("device-down dev-1 firing"),
                                          QStringLiteral("device-down dev-1 resolved")}));
        QCOMPARE(desk.ear.count(RuleTriggered::topic), 2);
        QCOMPARE(desk.ear.count(RuleStarted::topic), 2);
        QCOMPARE(desk.ear.count(RuleCompleted::topic), 2);
    }

    void whatFiresIsKnownAfterARestart()
    {
        Desk desk;
        desk.device(QStringLiteral("dev-1"), QStringLiteral("offline"));
        QCOMPARE(desk.taken, QStringList{QStringLiteral("device-down dev-1 firing")});
        desk.taken.clear();
        desk.restart();
        QCOMPARE(desk.taken, QStringList{QStringLiteral("device-down dev-1 firing again")});
        desk.device(QStringLiteral("dev-1"), QStringLiteral("online"));
        QCOMPARE(desk.taken.last(), QStringLiteral("device-down dev-1 resolved"));
        desk.taken.clear();
        desk.restart();
        QCOMPARE(desk.taken, QStringList());
    }

    /// Also by kill -9: only what came in the last minute is waited for once more.
    void whatWaitsGoesOnWaitingAfterARestart()
    {
        Desk desk;
        Rule rule = ruleOf(QStringLiteral("mine"), QStringLiteral("last(memory.usage[1m]) > 50"));
        rule.holdFor = 600;
        desk.add(rule);
        const auto high = [&desk](int minutes) {
            for (int i = 0; i < 6 * minutes; ++i) {
                desk.memory(60);
                desk.pass(std::chrono::seconds(10));
            }
        };
        high(6);
        // What goes by meanwhile is no part of it.
        desk.bench.clock.jump(std::chrono::hours(1));
        desk.restart();
        QCOMPARE(desk.taken, QStringList());
        high(3);
        QCOMPARE(desk.taken, QStringList());
        high(3);
        QCOMPARE(desk.taken.value(0), QStringLiteral("mine host firing"));
    }

    void howOftenSomethingCameBackIsKnownAfterARestart()
    {
        Desk desk;
        Rule rule = ruleOf(QStringLiteral("mine"), QStringLiteral("last(memory.usage[1m]) > 50"));
        rule.cooldown = 600;
        desk.add(rule);
        desk.memory(60);
        QCOMPARE(desk.taken, QStringList{QStringLiteral("mine host firing")});
        desk.pass(std::chrono::seconds(5));
        desk.memory(10);
        QCOMPARE(desk.taken.last(), QStringLiteral("mine host resolved"));
        desk.pass(std::chrono::seconds(61));
        desk.restart();
        desk.taken.clear();
        desk.memory(60);
        desk.pass(std::chrono::seconds(5));
        desk.memory(60);
        QCOMPARE(desk.taken, QStringList());
    }

    void whatNobodyTakesIsOfferedAgain()
    {
        Desk desk;
        desk.isRefused = true;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("could not be kept")));
        desk.device(QStringLiteral("dev-1"), QStringLiteral("offline"));
        desk.device(QStringLiteral("dev-1"), QStringLiteral("online"));
        QCOMPARE(desk.taken, QStringList());
        desk.isRefused = false;
        desk.pass(std::chrono::seconds(2));
        QCOMPARE(desk.taken, (QStringList{QStringLiteral("device-down dev-1 firing"),
                                          QStringLiteral("device-down dev-1 resolved")}));
    }

    void whatIsStillSoIsSaidAgain()
    {
        Desk desk;
        desk.device(QStringLiteral("dev-1"), QStringLiteral("offline"));
        desk.taken.clear();
        desk.pass(std::chrono::seconds(301));
        QCOMPARE(desk.taken, QStringList{QStringLiteral("device-down dev-1 firing again")});
    }

    void aRuleIsInForceAtOnceAndItsAlertEndsWithIt()
    {
        Desk desk;
        Rule rule = ruleOf(QStringLiteral("mine"), QStringLiteral("last(memory.usage[1m]) > 50"));
        const core::Reply set = desk.ask(&Ruler::set, SetRule{rule});
        QVERIFY2(set, set ? "" : qPrintable(set.error().message));
        QCOMPARE(set->as<RuleStanding>()->rule.version, 1);
        desk.memory(60);
        QCOMPARE(desk.taken, QStringList{QStringLiteral("mine host firing")});
        QVERIFY(desk.ask(&Ruler::remove, RemoveRule{rule.id}));
        QCOMPARE(desk.taken.last(), QStringLiteral("mine host resolved"));
        desk.taken.clear();
        desk.restart();
        QCOMPARE(desk.taken, QStringList());
    }

    /// Also one that finds something as soon as it is there, in what is known of others.
    void whatARuleFindsAtOnceIsToldInItsWords()
    {
        Desk desk;
        Rule first = ruleOf(QStringLiteral("first"), QStringLiteral("last(memory.usage[1m]) > 50"));
        first.name = QStringLiteral("The first");
        desk.add(first);
        desk.memory(60);
        Rule second = ruleOf(QStringLiteral("second"), first.condition);
        second.name = QStringLiteral("The second");
        desk.add(second);
        desk.pass(std::chrono::seconds(2));
        QVERIFY(desk.ask(&Ruler::remove, RemoveRule{first.id}));
        QCOMPARE(desk.taken,
                 (QStringList{QStringLiteral("first host firing"), QStringLiteral("second host firing"),
                              QStringLiteral("first host resolved")}));
        QCOMPARE(desk.names, (QStringList{first.name, second.name, first.name}));
    }

    void anUnsoundRuleIsRefusedAndNothingIsKept()
    {
        Desk desk;
        const QStringList before = desk.ids();
        const core::Reply set =
            desk.ask(&Ruler::set, SetRule{ruleOf(QStringLiteral("bad"), QStringLiteral("last(memory"))});
        QVERIFY(!set);
        QCOMPARE(set.error().code, core::ErrorCode::Invalid);
        desk.restart();
        QCOMPARE(desk.ids(), before);
    }

    void rulesGoOutAndComeInAsYaml()
    {
        Desk desk;
        const auto out = desk.ask(&Ruler::exportRules, ExportRules{})->as<ExportRules::Reply>();
        QVERIFY(out->yaml.contains(QStringLiteral("device-down")));
        const auto in = desk.ask(&Ruler::importRules, ImportRules{out->yaml});
        QVERIFY2(in, in ? "" : qPrintable(in.error().message));
        QCOMPARE(in->as<ImportRules::Reply>()->added, 0);
        QCOMPARE(in->as<ImportRules::Reply>()->changed, int(desk.ids().size()));
        const auto bad = desk.ask(&Ruler::importRules, ImportRules{QStringLiteral("- id: x\n  name: [")});
        QVERIFY(!bad);
        QCOMPARE(bad.error().code, core::ErrorCode::Invalid);
    }

    void aRuleIsTestedWithWhatWasRecorded()
    {
        Desk desk;
        const QDateTime from = desk.bench.clock.now();
        for (int i = 0; i < 60; ++i) {
            const double value = i >= 20 && i < 40 ? 95 : 10;
            const core::SampleFrame frame{
                QStringLiteral("host"), desk.bench.clock.now(), {{QStringLiteral("memory.usage"), value}}};
            desk.bench.store->samples().append(frame);
            desk.ruler->hear(frame);
            desk.bench.clock.advance(std::chrono::seconds(1));
        }
        desk.settle();
        TestRule asked;
        asked.rule = ruleOf(QString(), QStringLiteral("last(memory.usage[10s]) > 90"));
        asked.rule.name = QStringLiteral("Tried");
        asked.from = from;
        asked.to = desk.bench.clock.now();
        const core::Reply reply = desk.ask(&Ruler::test, asked);
        QVERIFY2(reply, reply ? "" : qPrintable(reply.error().message));
        const auto tested = reply->as<TestRule::Reply>();
        QCOMPARE(tested->inputs, 60);
        QCOMPARE(tested->fired, 1);
        QCOMPARE(tested->firings.first().from, from.addSecs(20));
        QVERIFY(!tested->sentence.isEmpty());
        asked.to = from;
        QVERIFY(!desk.ask(&Ruler::test, asked));
    }

    void aRuleAboutStatesIsTestedWithThem()
    {
        Desk desk;
        const qint64 now = desk.bench.clock.now().toMSecsSinceEpoch();
        for (int i = 0; i < 6; ++i) {
            desk.past << StateChange{QStringLiteral("dev-1"),
                                     QStringLiteral("device.status"),
                                     i % 2 == 0 ? QStringLiteral("offline") : QStringLiteral("online"),
                                     now - (6 - i) * 60'000,
                                     {{QStringLiteral("expected"), QStringLiteral("up")}}};
        }
        TestRule asked;
        asked.rule = ruleOf(QStringLiteral("device-down"), QStringLiteral("device.status == offline"));
        asked.rule.kind = RuleKind::State;
        asked.from = desk.bench.clock.now().addSecs(-3600);
        asked.to = desk.bench.clock.now();
        const core::Reply reply = desk.ask(&Ruler::test, asked);
        QVERIFY2(reply, reply ? "" : qPrintable(reply.error().message));
        QCOMPARE(reply->as<TestRule::Reply>()->fired, 3);
    }

    /// What is due after the last change and before the end happens; what is due later does not.
    void aTestGoesOnToItsEnd()
    {
        Desk desk;
        const QDateTime from = desk.bench.clock.now().addSecs(-3600);
        Rule rule = ruleOf(QString(), QStringLiteral("service.status == inactive"));
        rule.kind = RuleKind::State;
        rule.holdFor = 1200;
        desk.past << StateChange{QStringLiteral("shop"),
                                 QStringLiteral("service.status"),
                                 QStringLiteral("inactive"),
                                 from.addSecs(1800).toMSecsSinceEpoch(),
                                 {}};
        const auto held = desk.tried(rule, from);
        QCOMPARE(held.inputs, 1);
        QCOMPARE(held.fired, 1);
        QCOMPARE(held.firings.first().from, from.addSecs(3000));
        QVERIFY(!held.firings.first().to);
        rule.holdFor = 1801;
        QCOMPARE(desk.tried(rule, from).fired, 0);
        // What will be nobody knows.
        rule.holdFor = 1800;
        const core::Reply ahead =
            desk.ask(&Ruler::test, TestRule{rule, from, desk.bench.clock.now().addSecs(3600)});
        QCOMPARE(ahead->as<TestRule::Reply>()->firings.first().from, desk.bench.clock.now());
        rule.holdFor = 2000;
        const core::Reply never =
            desk.ask(&Ruler::test, TestRule{rule, from, desk.bench.clock.now().addSecs(3600)});
        QCOMPARE(never->as<TestRule::Reply>()->fired, 0);
    }

    void aCompositeIsTestedWithWhatItRestsUpon()
    {
        Desk desk;
        const QDateTime from = desk.bench.clock.now();
        for (int i = 0; i < 60; ++i)
            desk.record({{QStringLiteral("memory.usage"), i >= 20 && i < 40 ? 95 : 10},
                         {QStringLiteral("cpu.usage"), i >= 30 && i < 50 ? 95 : 10}});
        desk.past << StateChange{QStringLiteral("dev-1"),
                                 QStringLiteral("device.status"),
                                 QStringLiteral("offline"),
                                 from.addSecs(35).toMSecsSinceEpoch(),
                                 {}};
        desk.add(ruleOf(QStringLiteral("full"), QStringLiteral("last(memory.usage[10s]) > 90")));
        desk.add(ruleOf(QStringLiteral("busy"), QStringLiteral("last(cpu.usage[10s]) > 90")));
        Rule down = ruleOf(QStringLiteral("gone"), QStringLiteral("device.status == offline"));
        down.kind = RuleKind::State;
        desk.add(down);
        desk.add(compositeOf(QStringLiteral("both"), QStringLiteral("full and busy")));
        const auto both = desk.tried(compositeOf(QString(), QStringLiteral("full and busy")), from);
        QCOMPARE(both.inputs, 120);
        QCOMPARE(both.fired, 1);
        QCOMPARE(both.firings.first().rule, QStringLiteral("tested"));
        QCOMPARE(both.firings.first().from, from.addSecs(30));
        QCOMPARE(both.firings.first().to, std::optional(from.addSecs(40)));
        const auto deep = desk.tried(compositeOf(QString(), QStringLiteral("both and gone")), from);
        QCOMPARE(deep.fired, 1);
        QCOMPARE(deep.firings.first().from, from.addSecs(35));
    }

    void whatIsFoundIsToldToThoseWhoMaySeeIt()
    {
        Desk desk;
        desk.departments = {{QStringLiteral("dev-1"), QStringLiteral("sales")}};
        const auto standing = [&desk](const QString &department) {
            desk.mayAsk = department.isEmpty() ? QStringList() : QStringList{department};
            const auto reply = desk.ask(&Ruler::list, ListRules{})->as<ListRules::Reply>();
            return *std::find_if(reply->rules.begin(), reply->rules.end(), [](const RuleStanding &one) {
                return one.rule.id == QLatin1String("device-down");
            });
        };
        desk.device(QStringLiteral("dev-1"), QStringLiteral("offline"));
        int told = 0;
        for (const core::Draft &draft : std::as_const(desk.ear.drafts)) {
            if (draft.topic == core::Topic(QLatin1String(RuleTriggered::topic)) ||
                draft.topic == core::Topic(QLatin1String(RuleCompleted::topic))) {
                ++told;
                QCOMPARE(draft.audience.departments, QStringList{QStringLiteral("sales")});
            }
        }
        QCOMPARE(told, 2);
        QCOMPARE(standing(QString()).firing, 1);
        QCOMPARE(standing(QStringLiteral("sales")).firing, 1);
        QCOMPARE(standing(QStringLiteral("sales")).firedAt, std::optional(desk.bench.clock.now()));
        QCOMPARE(standing(QStringLiteral("lab")).firing, 0);
        QVERIFY(!standing(QStringLiteral("lab")).firedAt);
    }

    void aTestPlaysWhatItsAskerMaySee()
    {
        Desk desk;
        const QDateTime from = desk.bench.clock.now().addSecs(-60);
        desk.departments = {{QStringLiteral("dev-1"), QStringLiteral("sales")},
                            {QStringLiteral("host"), QStringLiteral("lab")}};
        for (const char *device : {"dev-1", "dev-2"})
            desk.past << StateChange{QString::fromLatin1(device),
                                     QStringLiteral("device.status"),
                                     QStringLiteral("offline"),
                                     from.addSecs(5).toMSecsSinceEpoch(),
                                     {}};
        desk.record({{QStringLiteral("memory.usage"), 60}});
        Rule down = ruleOf(QString(), QStringLiteral("device.status == offline"));
        down.kind = RuleKind::State;
        Rule memory = ruleOf(QString(), QStringLiteral("last(memory.usage[1m]) > 50"));
        // Calling it theirs does not make the readings theirs.
        memory.labels = {{QStringLiteral("department"), QStringLiteral("sales")}};
        QCOMPARE(desk.tried(down, from).fired, 2);
        QCOMPARE(desk.tried(memory, from).fired, 1);
        desk.mayAsk = QStringList{QStringLiteral("sales")};
        const auto seen = desk.tried(down, from);
        QCOMPARE(seen.fired, 1);
        QCOMPARE(seen.firings.first().group.value(QStringLiteral("source")), QStringLiteral("dev-1"));
        QCOMPARE(seen.faults.size(), 1);
        QCOMPARE(desk.tried(memory, from).inputs, 0);
    }

    void aTestSaysWhatItLeftOut()
    {
        Desk desk;
        const QDateTime from = desk.bench.clock.now();
        QMap<QString, double> values;
        for (int i = 0; i < 250; ++i)
            values.insert(QStringLiteral("many.%1").arg(i, 3, 10, QLatin1Char('0')), 60);
        desk.record(values);
        const auto cut = desk.tried(ruleOf(QString(), QStringLiteral("last(many.*[1m]) > 50")), from);
        QCOMPARE(cut.fired, 200);
        for (const RuleFiring &firing : cut.firings)
            QVERIFY(firing.group.value(QStringLiteral("name")) < QLatin1String("many.200"));
        QCOMPARE(cut.faults.size(), 1);
        QVERIFY2(cut.faults.first().contains(QLatin1String("250 series")), qPrintable(cut.faults.first()));
        const auto whole = desk.tried(ruleOf(QString(), QStringLiteral("last(many.1*[1m]) > 50")), from);
        QCOMPARE(whole.fired, 100);
        QCOMPARE(whole.faults, QStringList());
        desk.isWhole = false;
        Rule down = ruleOf(QString(), QStringLiteral("device.status == offline"));
        down.kind = RuleKind::State;
        QCOMPARE(desk.tried(down, from).faults.size(), 1);
    }

    void labelsOfASourceAreThoseOfItsReadings()
    {
        Desk desk;
        const QDateTime from = desk.bench.clock.now();
        Rule rule = ruleOf(QStringLiteral("mine"), QStringLiteral("last(memory.usage[1m]) > 50"));
        rule.source.labels = {{QStringLiteral("department"), QStringLiteral("sales")}};
        desk.add(rule);
        desk.ruler->describe(QStringLiteral("host"), rule.source.labels);
        desk.record({{QStringLiteral("memory.usage"), 60}});
        desk.settle();
        QCOMPARE(desk.taken, QStringList{QStringLiteral("mine host firing")});
        rule.groupBy = QStringList{QStringLiteral("department")};
        const auto tested = desk.tried(rule, from);
        QCOMPARE(tested.fired, 1);
        QCOMPARE(tested.firings.first().group, rule.source.labels);
        desk.ruler->describe(QStringLiteral("host"), {});
        desk.settle();
        QCOMPARE(desk.taken.last(), QStringLiteral("mine host resolved"));
        QCOMPARE(desk.tried(rule, from).inputs, 0);
    }

    void aCompositeThatCannotBeTestedIsRefused()
    {
        Desk desk;
        const QDateTime from = desk.bench.clock.now().addSecs(-60);
        const auto refusal = [&](const QString &id, const QString &condition) {
            const core::Reply reply =
                desk.ask(&Ruler::test, TestRule{compositeOf(id, condition), from, desk.bench.clock.now()});
            return reply ? QString() : reply.error().message;
        };
        QVERIFY(refusal(QString(), QStringLiteral("memory-high and nobody"))
                    .contains(QStringLiteral("there is no rule “nobody”")));
        desk.add(compositeOf(QStringLiteral("above"), QStringLiteral("memory-high")));
        QVERIFY(refusal(QStringLiteral("memory-high"), QStringLiteral("above"))
                    .contains(QStringLiteral("rests upon itself")));
        QCOMPARE(refusal(QString(), QStringLiteral("above and not device-down")), QString());
    }
};

QTEST_GUILESS_MAIN(RulerTest)
#include "rulertest.moc"
