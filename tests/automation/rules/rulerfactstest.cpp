// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/rules/desk.h"

using namespace rulestest;

namespace {
Rule memoryRule()
{
    Rule rule = ruleOf(QStringLiteral("mine"), QStringLiteral("last(memory.usage[1m]) > raise"));
    rule.raise = 50;
    rule.clear = 40;
    rule.holdFor = 5;
    rule.labels = {{QStringLiteral("team"), QStringLiteral("north")}};
    rule.flap.multiplier = 1;
    return rule;
}

void feed(Desk &desk, double value, int seconds)
{
    for (int i = 0; i < seconds; ++i) {
        desk.pass(std::chrono::seconds(1));
        desk.memory(value);
    }
}
} // namespace

/// What is told of what rules find.
class RulerFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsToldWhatWasSeenAndSinceWhen()
    {
        Desk desk;
        desk.add(memoryRule());
        feed(desk, 30, 3);
        const QDateTime before = desk.bench.clock.now();
        feed(desk, 60, 8);
        const auto told = saidOf<RuleTriggered>(desk.ear, QStringLiteral("mine"));
        QCOMPARE(told.size(), 1);
        const RuleTriggered &fact = told.first();
        QCOMPARE(fact.state, QStringLiteral("firing"));
        QCOMPARE(fact.kind, std::optional(RuleKind::Metric));
        QCOMPARE(fact.group, (QMap<QString, QString>{{QStringLiteral("source"), QStringLiteral("host")}}));
        QCOMPARE(fact.tags, memoryRule().labels);
        QCOMPARE(fact.value, std::optional(60.0));
        QCOMPARE(fact.threshold, std::optional(50.0));
        QCOMPARE(fact.confidence, 1.0);
        QCOMPARE(fact.firstSeen, std::optional(before.addSecs(1)));
        QCOMPARE(fact.timestamp, before.addSecs(6));
        QCOMPARE(fact.count, std::optional<qint64>(1));
        // It was so for long enough before the next reading came.
        const RuleEvidence seen{
            before.addSecs(5), QStringLiteral("host"), QStringLiteral("memory.usage"), 60, {}};
        QCOMPARE(fact.evidence, QList<RuleEvidence>{seen});
        QVERIFY(core::fromJson<RuleTriggered>(core::toJson(fact)));
    }

    void itIsCountedHowOftenItFiredAlsoOverARestart()
    {
        Desk desk;
        desk.add(memoryRule());
        const auto last = [&desk] { return saidOf<RuleTriggered>(desk.ear, QStringLiteral("mine")).last(); };
        feed(desk, 60, 7);
        feed(desk, 30, 2);
        QCOMPARE(last().state, QStringLiteral("resolved"));
        QCOMPARE(last().threshold, std::optional(40.0));
        feed(desk, 60, 7);
        QCOMPARE(last().count, std::optional<qint64>(2));
        const auto since = last().firstSeen;
        desk.restart();
        feed(desk, 30, 35); // it stays so until there are readings of half a window
        QCOMPARE(last().state, QStringLiteral("resolved"));
        QCOMPARE(last().count, std::optional<qint64>(2));
        QCOMPARE(last().firstSeen, since);
        feed(desk, 60, 7);
        QCOMPARE(last().count, std::optional<qint64>(3));
    }

    void atMostTenOfTheNewestReadingsAreEvidence()
    {
        Desk desk;
        Rule rule = memoryRule();
        rule.condition = QStringLiteral("avg(memory.usage[1m]) > raise");
        desk.add(rule);
        feed(desk, 30, 15);
        for (int i = 0; i < 20; ++i)
            feed(desk, 90 + i, 1);
        const auto told = saidOf<RuleTriggered>(desk.ear, rule.id);
        QCOMPARE(told.size(), 1);
        const QList<RuleEvidence> evidence = told.first().evidence;
        QCOMPARE(evidence.size(), 10);
        QVERIFY(evidence.last().at >= told.first().timestamp.addSecs(-1));
        for (qsizetype i = 1; i < evidence.size(); ++i) {
            QCOMPARE(evidence.at(i).at, evidence.at(i - 1).at.addSecs(1));
            QCOMPARE(*evidence.at(i).value, *evidence.at(i - 1).value + 1);
        }
    }

    /// The extreme itself is, however long ago; not what came after.
    void whatMadeItSoIsEvidence()
    {
        Desk desk;
        Rule rule = memoryRule();
        rule.condition = QStringLiteral("max(memory.usage[1m]) > raise");
        rule.holdFor = 20;
        desk.add(rule);
        feed(desk, 90, 1);
        const QDateTime peak = desk.bench.clock.now();
        for (int i = 0; i < 30; ++i)
            feed(desk, 45 - i, 1);
        const auto told = saidOf<RuleTriggered>(desk.ear, rule.id);
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().evidence.first().at, peak);
        QCOMPARE(told.first().evidence.first().value, std::optional(90.0));
    }

    void theStatesItIsAboutAreEvidence()
    {
        Desk desk;
        desk.device(QStringLiteral("dev-1"), QStringLiteral("offline"));
        const auto told = saidOf<RuleTriggered>(desk.ear, QStringLiteral("device-down"));
        QCOMPARE(told.size(), 1);
        const RuleEvidence seen{desk.bench.clock.now(), QStringLiteral("dev-1"),
                                QStringLiteral("device.status"), std::nullopt, QStringLiteral("offline")};
        QCOMPARE(told.first().evidence, QList<RuleEvidence>{seen});
        QCOMPARE(told.first().kind, std::optional(RuleKind::State));
    }

    void aForecastIsAsSureAsItsTrend()
    {
        Desk desk;
        Rule rule = ruleOf(QStringLiteral("mine"), QStringLiteral("predict(memory.usage[1m], 100) < 1h"));
        desk.add(rule);
        for (int i = 0; i < 15; ++i) {
            desk.pass(std::chrono::seconds(3));
            desk.memory(20 + i + (i % 3) * 2);
        }
        const auto told = saidOf<RuleTriggered>(desk.ear, rule.id);
        QCOMPARE(told.size(), 1);
        QVERIFY(told.first().confidence > 0.95);
        QVERIFY(told.first().confidence < 1);
    }

    void aRunSaysWhatItDid()
    {
        Desk desk;
        Rule rule = memoryRule();
        rule.holdFor = 0;
        desk.add(rule);
        feed(desk, 30, 3);
        desk.ear.drafts.clear();
        feed(desk, 60, 1);
        const auto begun = saidOf<RuleStarted>(desk.ear, rule.id);
        const auto ended = saidOf<RuleCompleted>(desk.ear, rule.id);
        QCOMPARE(begun.size(), 1);
        QCOMPARE(ended.size(), 1);
        QCOMPARE(begun.first().trigger, QStringLiteral("reading"));
        QCOMPARE(begun.first().startedAt, desk.bench.clock.now());
        QCOMPARE(ended.first().executionId, begun.first().executionId);
        QCOMPARE(ended.first().status, QStringLiteral("completed"));
        QCOMPARE(ended.first().durationMs, std::optional(3.0));
        QCOMPARE(ended.first().duration, 0.003);
        QCOMPARE(ended.first().eventsEvaluated, 1);
        QCOMPARE(ended.first().candidates, std::optional<qint64>(1));
        QCOMPARE(ended.first().matches, 1);
        QCOMPARE(ended.first().errors, 0);
    }

    /// What finds nothing is told in sum, and only to those who may see everything.
    void whatFindsNothingIsSummedUp()
    {
        Desk desk;
        desk.add(memoryRule());
        desk.pass(Ruler::summedUpEvery);
        desk.ear.drafts.clear();
        feed(desk, 30, 40);
        // Nobody can use a second reading of one moment.
        desk.memory(1);
        desk.pass(Ruler::summedUpEvery);
        const auto sums = saidOf<RuleCompleted>(desk.ear, QStringLiteral("ruleset"));
        QCOMPARE(desk.ear.count(RuleCompleted::topic), int(sums.size()));
        QCOMPARE(sums.size(), 5);
        qint64 inputs = 0;
        qint64 errors = 0;
        for (const RuleCompleted &sum : sums) {
            inputs += sum.eventsEvaluated;
            errors += sum.errors;
            QCOMPARE(sum.matches, 0);
            QVERIFY(*sum.durationMs > 0);
        }
        QCOMPARE(inputs, 41);
        QCOMPARE(errors, 1);
        for (const core::Draft &draft : std::as_const(desk.ear.drafts))
            QCOMPARE(draft.audience.departments, QStringList{QString()});
        desk.ear.drafts.clear();
        desk.pass(std::chrono::minutes(2));
        QVERIFY(desk.ear.count(RuleCompleted::topic) <= 12);
    }

    void aTestIsARun()
    {
        Desk desk;
        const QDateTime from = desk.bench.clock.now();
        for (int i = 0; i < 10; ++i)
            desk.record({{QStringLiteral("memory.usage"), 60}});
        desk.ear.drafts.clear();
        QCOMPARE(desk.tried(ruleOf(QString(), QStringLiteral("last(memory.usage[1m]) > 50")), from).fired, 1);
        const auto begun = saidOf<RuleStarted>(desk.ear, QStringLiteral("tested"));
        const auto ended = saidOf<RuleCompleted>(desk.ear, QStringLiteral("tested"));
        QCOMPARE(begun.size(), 1);
        QCOMPARE(ended.size(), 1);
        QCOMPARE(begun.first().trigger, QStringLiteral("manual"));
        QCOMPARE(begun.first().executionId, ended.first().executionId);
        QCOMPARE(ended.first().eventsEvaluated, 10);
        QVERIFY(*ended.first().candidates >= 10);
        QCOMPARE(ended.first().matches, 1);
        QVERIFY(*ended.first().durationMs > 0);
    }

    void whatBecomesMoreSevereIsToldAgain()
    {
        Desk desk;
        Rule rule = memoryRule();
        desk.add(rule);
        feed(desk, 60, 7);
        rule.severity = 8;
        desk.add(rule);
        desk.settle();
        const auto told = saidOf<RuleTriggered>(desk.ear, rule.id);
        QCOMPARE(told.size(), 2);
        QCOMPARE(told.last().severity, 8);
        QCOMPARE(told.last().state, QStringLiteral("firing"));
        QCOMPARE(told.last().count, std::optional<qint64>(1));
        QCOMPARE(desk.taken.last(), QStringLiteral("mine host firing again"));
        rule.severity = 3;
        desk.add(rule);
        desk.settle();
        QCOMPARE(saidOf<RuleTriggered>(desk.ear, rule.id).size(), 2);
    }
};

QTEST_GUILESS_MAIN(RulerFactsTest)
#include "rulerfactstest.moc"
