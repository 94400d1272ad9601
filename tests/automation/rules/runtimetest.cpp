// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/rules/rig.h"
#include "domain/automation/rules/backtest.h"
#include "domain/automation/rules/defaults.h"
#include "domain/automation/rules/sentence.h"

#include <QTest>

#include <random>

using namespace rulestest;

namespace {
QStringList list(const char *texts) { return QString::fromLatin1(texts).split(u',', Qt::SkipEmptyParts); }

/// Days of a small network: loads that come and go, devices that do.
QList<Input> someDays(int seconds, unsigned seed)
{
    std::mt19937 random(seed);
    QList<Input> inputs;
    const QStringList devices{u"a"_qs, u"b"_qs, u"c"_qs, u"d"_qs};
    QMap<QString, double> load;
    for (int i = 0; i < seconds; i += 5) {
        const qint64 at = start + i * second;
        for (const QString &device : devices) {
            double &value = load[device];
            value = std::clamp(value + double(random() % 21) - 10 + (value < 50 ? 0.5 : -0.5), 0.0, 100.0);
            if (random() % 50 != 0)
                inputs << Sample{device, u"cpu.usage"_qs, {}, at, value};
            if (random() % 60 == 0)
                inputs << StateChange{device,
                                      u"device.status"_qs,
                                      random() % 3 == 0 ? u"offline"_qs : u"online"_qs,
                                      at,
                                      {{u"expected"_qs, u"up"_qs}}};
        }
    }
    return inputs;
}

QList<Rule> someRules()
{
    Rule busy = ruleOf(u"busy"_qs, u"avg(cpu.usage[1m]) >= raise"_qs);
    busy.raise = 70;
    busy.clear = 60;
    busy.holdFor = 30;
    busy.keepFiringFor = 20;
    busy.flap.multiplier = 1.5;
    busy.suppress = QStringList{u"high"_qs};
    Rule high = ruleOf(u"high"_qs, u"p95(cpu.usage[2m]) > 90"_qs);
    high.cooldown = 300;
    Rule down = ruleOf(u"down"_qs, u"device.status{expected=\"up\"} == offline"_qs, RuleKind::State);
    down.holdFor = 20;
    Rule flapping = ruleOf(u"flapping"_qs, u"changes(device.status[10m]) >= 3"_qs, RuleKind::State);
    Rule both = ruleOf(u"both"_qs, u"busy and not down"_qs, RuleKind::Composite);
    both.groupBy = QStringList{u"source"_qs};
    both.holdFor = 10;
    return {busy, high, down, flapping, both};
}

/// What a store answers for a window, a bucket for every reading.
QList<core::SamplePoint> recordedFor(const Lack &lack, const QList<Input> &inputs)
{
    QList<core::SamplePoint> points;
    for (const Input &input : inputs) {
        const auto *sample = std::get_if<Sample>(&input);
        if (sample != nullptr && sample->source == lack.source && sample->name == lack.name &&
            sample->at > lack.before - lack.width)
            points << core::SamplePoint{sample->at, sample->value, sample->value, sample->value, 1};
    }
    return points;
}

/// What waits is judged by the next reading after a restart, not by the time alone.
bool doesAnythingWait(const Snapshot &snapshot)
{
    return std::any_of(snapshot.groups.begin(), snapshot.groups.end(), [](const KeptGroup &group) {
        return group.life.phase == Phase::Pending || group.life.phase == Phase::Recovering;
    });
}

void play(Runtime &runtime, const Input &input, QList<Transition> &all)
{
    all << std::visit([&](const auto &one) { return runtime.hear(one); }, input);
}
} // namespace

/// Rules over time: what comes in, and what is told.
class RuntimeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void memoryRisesAndFalls()
    {
        Rule rule = ruleOf(u"memory"_qs, u"last(memory.usage[1m]) >= raise"_qs);
        rule.raise = 90;
        rule.clear = 85;
        rule.summary = u"{value} % of {source} ({threshold}), {unknown}, {{}"_qs;
        Rig rig({rule});
        rig.run(10, u"memory.usage"_qs, 80);
        QCOMPARE(rig.told(), list(""));
        rig.run(1, u"memory.usage"_qs, 91.5);
        QCOMPARE(rig.all.size(), 1);
        const Transition fired = rig.all.first();
        QCOMPARE(fired.group, Labels({{u"source"_qs, u"host"_qs}}));
        QCOMPARE(fired.value, std::optional(91.5));
        QCOMPARE(fired.threshold, std::optional(90.0));
        QCOMPARE(fired.at.toMSecsSinceEpoch(), start + 11 * second);
        QCOMPARE(fired.evidence.size(), 1);
        QCOMPARE(summaryOf(rule, fired), u"91.5 % of host (90), {unknown}, {}"_qs);
        QVERIFY(core::fromJson<Transition>(core::toJson(fired)));
        rig.run(100, u"memory.usage"_qs, 86);
        QCOMPARE(rig.told(), list("memory firing"));
        rig.run(1, u"memory.usage"_qs, 85);
        QCOMPARE(rig.told(), list("memory resolved"));
    }

    void itHasToLastAndIsExactWithoutReadings()
    {
        Rule rule = ruleOf(u"busy"_qs, u"avg(cpu.usage[10s]) >= 95"_qs);
        rule.holdFor = 60;
        Rig rig({rule});
        rig.run(1, u"cpu.usage"_qs, 99);
        for (int i = 0; i < 11; ++i) {
            rig.pass(5);
            rig.sample(u"cpu.usage"_qs, 99);
        }
        QCOMPARE(rig.told(), list("busy pending"));
        rig.now += 5 * second; // one step over the moment
        rig.all << rig.runtime.advance(rig.now);
        QCOMPARE(rig.all.size(), 1);
        QCOMPARE(rig.all.first().at.toMSecsSinceEpoch(), start + 61 * second);
    }

    void whatLeavesTheWindowIsNoticed()
    {
        Rig rig({ruleOf(u"many"_qs, u"count(login.failed[1m]) >= 3"_qs)});
        for (int i = 0; i < 3; ++i) {
            rig.pass(5);
            rig.sample(u"login.failed"_qs, 1);
        }
        QCOMPARE(rig.told(), list("many firing"));
        rig.pass(49);
        QCOMPARE(rig.told(), list(""));
        rig.pass(1);
        QCOMPARE(rig.told(), list("many resolved"));
    }

    void everySeriesIsOneUnlessGrouped()
    {
        Rule each = ruleOf(u"each"_qs, u"last(volume.usage.*[1m]) > 95"_qs);
        Rule device = ruleOf(u"device"_qs, u"last(volume.usage.*[1m]) > 95"_qs);
        device.groupBy = QStringList{u"source"_qs};
        Rig rig({each, device});
        rig.pass(1);
        rig.sample(u"volume.usage./"_qs, 96);
        rig.sample(u"volume.usage./home"_qs, 97);
        rig.sample(u"volume.usage./"_qs, 96, u"other"_qs);
        QCOMPARE(rig.told(), list("each firing,device firing,each firing,each firing,device firing"));
        rig.pass(1);
        rig.sample(u"volume.usage./home"_qs, 10);
        QCOMPARE(rig.told(), list("each resolved")); // the other file system is as bad as ever
        rig.sample(u"volume.usage./"_qs, 10);
        QCOMPARE(rig.told(), list("each resolved,device resolved"));
    }

    void sourcesAndLabelsSelect()
    {
        Rule rule = ruleOf(u"x"_qs, u"last(a{role=\"up*\", kind!=\"test\"}[1m]) > 0"_qs);
        rule.source.devices = QStringList{u"sw-*"_qs};
        rule.source.labels = {{u"site"_qs, u"north"_qs}};
        Rig rig({rule});
        rig.pass(1);
        const Labels right{{u"role"_qs, u"uplink"_qs}, {u"site"_qs, u"north"_qs}};
        rig.sample(u"a"_qs, 1, u"sw-1"_qs, {{u"role"_qs, u"uplink"_qs}});
        rig.sample(u"a"_qs, 1, u"pc-1"_qs, right);
        Labels test = right;
        test.insert(u"kind"_qs, u"test"_qs);
        rig.sample(u"a"_qs, 1, u"sw-1"_qs, test);
        QCOMPARE(rig.told(), list(""));
        rig.sample(u"a"_qs, 1, u"sw-1"_qs, right);
        QCOMPARE(rig.told(), list("x firing"));
    }

    void statesAreFollowed()
    {
        Rule down = ruleOf(u"down"_qs, u"device.status{expected=\"up\"} == offline"_qs, RuleKind::State);
        Rig rig({down});
        const Labels expected{{u"expected"_qs, u"up"_qs}};
        rig.pass(1);
        rig.state(u"a"_qs, u"offline"_qs);
        rig.state(u"b"_qs, u"online"_qs, expected);
        QCOMPARE(rig.told(), list(""));
        rig.pass(1);
        rig.state(u"b"_qs, u"offline"_qs, expected);
        QCOMPARE(rig.all.size(), 1);
        QCOMPARE(rig.all.first().word, u"offline"_qs);
        QCOMPARE(rig.told(), list("down firing"));
        rig.pass(1);
        rig.state(u"b"_qs, u"offline"_qs); // nobody expects it any more
        QCOMPARE(rig.told(), list("down resolved"));
        rig.pass(1);
        rig.state(u"b"_qs, u"offline"_qs, expected);
        QCOMPARE(rig.told(), list("down firing"));
        rig.all << rig.runtime.forget(u"b"_qs);
        QCOMPARE(rig.told(), list("down resolved"));
        rig.pass(1000);
        QCOMPARE(rig.told(), list(""));
    }

    void whatComesAndGoesIsCounted()
    {
        Rule rule = ruleOf(u"flapping"_qs, u"changes(device.status[10m]) >= 4"_qs, RuleKind::State);
        Rig rig({rule});
        for (int i = 0; i < 5; ++i) { // the first is no change
            rig.pass(10);
            rig.state(u"a"_qs, i % 2 == 0 ? u"online"_qs : u"offline"_qs);
            rig.state(u"a"_qs, i % 2 == 0 ? u"online"_qs : u"offline"_qs);
        }
        QCOMPARE(rig.told(), list("flapping firing"));
        rig.pass(600);
        QCOMPARE(rig.told(), list("flapping resolved"));
    }

    void silenceIsNoticed()
    {
        Rule rule = ruleOf(u"silent"_qs, u"absent(cpu.usage[1m])"_qs, RuleKind::Absence);
        Rule named = rule;
        named.id = u"named"_qs;
        named.source.devices = QStringList{u"never"_qs, u"host"_qs};
        Rig rig({rule, named});
        rig.pass(1);
        rig.run(30, u"cpu.usage"_qs, 1);
        QCOMPARE(rig.told(), list(""));
        rig.pass(30);
        QCOMPARE(rig.told(), list("named firing")); // which never said anything
        rig.pass(30);
        QCOMPARE(rig.told(), list("named firing,silent firing"));
        rig.sample(u"cpu.usage"_qs, 1);
        QCOMPARE(rig.told(), list("named resolved,silent resolved"));
    }

    void whatSilenceMeansIsForTheRule_data()
    {
        QTest::addColumn<int>("policy");
        QTest::addColumn<QStringList>("told");
        QTest::newRow("keep") << int(NoData::Keep) << list("");
        QTest::newRow("ok") << int(NoData::Ok) << list("r resolved");
        QTest::newRow("alert") << int(NoData::Alert) << list("");
    }

    void whatSilenceMeansIsForTheRule()
    {
        QFETCH(int, policy);
        QFETCH(QStringList, told);
        Rule rule = ruleOf(u"r"_qs, u"avg(a[1m]) > 5"_qs);
        rule.noData = NoData(policy);
        Rig rig({rule});
        rig.run(10, u"a"_qs, 9);
        QCOMPARE(rig.told(), list("r firing"));
        rig.pass(200);
        QCOMPARE(rig.told(), told);
        Rig calm({rule});
        calm.run(10, u"a"_qs, 1);
        calm.pass(200);
        QCOMPARE(calm.told(), policy == int(NoData::Alert) ? list("r firing") : list(""));
        calm.run(10, u"a"_qs, 1);
        calm.pass(50);
        QCOMPARE(calm.told(), policy == int(NoData::Alert) ? list("r resolved") : list(""));
    }

    void otherRulesMakeARule()
    {
        Rule hot = ruleOf(u"hot"_qs, u"last(temperature[1m]) > 80"_qs);
        Rule slow = ruleOf(u"slow"_qs, u"last(fan[1m]) < 100"_qs);
        Rule both = ruleOf(u"both"_qs, u"hot and slow"_qs, RuleKind::Composite);
        both.groupBy = QStringList{u"source"_qs};
        Rule calm = ruleOf(u"calm"_qs, u"not hot"_qs, RuleKind::Composite);
        Rig rig({both, calm, hot, slow});
        rig.pass(2);
        QCOMPARE(rig.told(), list("calm firing"));
        rig.sample(u"temperature"_qs, 90, u"a"_qs);
        rig.sample(u"fan"_qs, 0, u"b"_qs);
        QCOMPARE(rig.told(), list("hot firing,calm resolved,slow firing"));
        rig.sample(u"fan"_qs, 0, u"a"_qs);
        QCOMPARE(rig.told(), list("slow firing,both firing"));
        rig.pass(1);
        rig.sample(u"temperature"_qs, 20, u"a"_qs);
        QCOMPARE(rig.told(), list("hot resolved,both resolved,calm firing"));
    }

    void oneSpeaksForTheOther()
    {
        Rule down = ruleOf(u"down"_qs, u"device.status == offline"_qs, RuleKind::State);
        down.suppress = QStringList{u"loss"_qs};
        Rule loss = ruleOf(u"loss"_qs, u"avg(reach.loss[1m]) >= 20"_qs);
        loss.holdFor = 10;
        Rig rig({down, loss});
        rig.pass(1);
        rig.state(u"a"_qs, u"offline"_qs);
        for (int i = 0; i < 60; ++i) {
            rig.run(1, u"reach.loss"_qs, 100, u"a"_qs);
            rig.sample(u"reach.loss"_qs, 100, u"b"_qs);
        }
        QCOMPARE(rig.told(), list("down firing,loss pending,loss pending,loss firing")); // only that of b
        rig.state(u"a"_qs, u"online"_qs);
        QCOMPARE(rig.told(), list("down resolved,loss firing"));
    }

    void aRuleThatMatchesAllIsBounded()
    {
        Bounds bounds;
        bounds.groups = 100;
        Rule all = ruleOf(u"all"_qs, u"last(*[1m]) > 0"_qs);
        Rig rig({all}, bounds);
        rig.pass(1);
        for (int i = 0; i < 1000; ++i)
            rig.sample(u"s%1"_qs.arg(i), 1);
        QCOMPARE(rig.all.size(), 100);
        const auto faults = rig.runtime.faults();
        QCOMPARE(faults.size(), 1);
        QCOMPARE(faults.first().count, 900);
        QVERIFY(faults.first().message.contains(u"more than 100 things"_qs));
        bounds.series = 50;
        Rig narrow({all}, bounds);
        narrow.pass(1);
        for (int i = 0; i < 1000; ++i)
            narrow.sample(u"s%1"_qs.arg(i), 1);
        QCOMPARE(narrow.all.size(), 50);
        QVERIFY(!narrow.runtime.faults().isEmpty());
    }

    void whatIsGoneMakesRoom()
    {
        Bounds bounds;
        bounds.groups = 10;
        Rule rule = ruleOf(u"r"_qs, u"last(x.*[1m]) > 5"_qs);
        Rig rig({rule}, bounds);
        for (int i = 0; i < 100; ++i) {
            rig.pass(10);
            rig.sample(u"x.%1"_qs.arg(i), 1);
        }
        QVERIFY(rig.runtime.faults().isEmpty());
        rig.sample(u"x.0"_qs, 9); // which was let go of
        QCOMPARE(rig.told(), list("r firing"));
    }

    void badReadingsAreCountedNotUsed()
    {
        Rig rig({ruleOf(u"r"_qs, u"last(a[1m]) > 5"_qs)});
        rig.pass(1);
        rig.sample(u"a"_qs, qQNaN());
        rig.sample(u"a"_qs, qInf());
        rig.sample(QString(), 9);
        rig.sample(u"a"_qs, 1);
        rig.sample(u"a"_qs, 9); // at the same moment
        rig.all << rig.runtime.hear(Sample{u"host"_qs, u"a"_qs, {}, rig.now - minute, 9});
        rig.all << rig.runtime.hear(Sample{u"host"_qs, u"a"_qs, {}, rig.now + hour, 9});
        QCOMPARE(rig.told(), list(""));
        for (const qint64 never :
             {std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min(), qint64(0)})
            rig.all << rig.runtime.hear(Sample{u"host"_qs, u"a"_qs, {}, never, 9})
                    << rig.runtime.advance(never);
        QCOMPARE(rig.told(), list(""));
        QCOMPARE(rig.runtime.unused().unusable, 6);
        QCOMPARE(rig.runtime.unused().late, 2);
        QCOMPARE(rig.runtime.unused().early, 1);
    }

    void theClockMayJump()
    {
        Rule busy = ruleOf(u"busy"_qs, u"avg(cpu.usage[1m]) >= 95"_qs);
        busy.holdFor = 600;
        Rule silent = ruleOf(u"silent"_qs, u"absent(cpu.usage[1m])"_qs, RuleKind::Absence);
        Rule lost = ruleOf(u"lost"_qs, u"last(cpu.usage[1m]) > 200"_qs);
        lost.noData = NoData::Alert;
        Rig rig({busy, silent, lost});
        rig.run(300, u"cpu.usage"_qs, 99);
        rig.now += 5 * hour; // the machine slept
        rig.all << rig.runtime.advance(rig.now);
        rig.run(290, u"cpu.usage"_qs, 99);
        QCOMPARE(rig.told(), list("busy pending"));
        rig.run(320, u"cpu.usage"_qs, 99);
        QCOMPARE(rig.told(), list("busy firing"));
        rig.now -= 24 * hour; // somebody set the clock
        rig.all << rig.runtime.advance(rig.now);
        rig.run(300, u"cpu.usage"_qs, 99);
        QCOMPARE(rig.told(), list(""));
        rig.run(100, u"cpu.usage"_qs, 5);
        QCOMPARE(rig.told(), list("busy resolved"));
        rig.pass(61);
        QCOMPARE(rig.told(), list("silent firing,lost firing"));
    }

    void newRulesLeaveTheOthersAlone()
    {
        Rule a = ruleOf(u"a"_qs, u"avg(x[1m]) > 5"_qs);
        Rule b = ruleOf(u"b"_qs, u"avg(x[1m]) > 5"_qs);
        Rig rig({a, b});
        rig.run(60, u"x"_qs, 9);
        QCOMPARE(rig.told(), list("a firing,b firing"));
        QVERIFY(!rig.runtime.setRules({a, a}));
        a.severity = 9; // says the same of the same
        rig.set({a});
        QCOMPARE(rig.told(), list("b resolved"));
        a.condition = u"avg(x[1m]) > raise"_qs;
        a.raise = 100;
        rig.set({a});
        QCOMPARE(rig.told(), list("a resolved"));
        a.raise = 2;
        rig.set({a});
        QCOMPARE(rig.told(), list("a firing")); // its window was kept
        a.isEnabled = false;
        rig.set({a});
        QCOMPARE(rig.told(), list("a resolved"));
        rig.run(60, u"x"_qs, 9);
        QCOMPARE(rig.told(), list(""));
    }

    void theSameInputsGiveTheSame()
    {
        const QList<Input> inputs = someDays(2 * 3600, 5);
        QList<QList<Transition>> runs;
        for (int run = 0; run < 2; ++run) {
            Runtime runtime;
            QVERIFY(runtime.setRules(someRules()));
            QList<Transition> all;
            for (const Input &input : inputs)
                play(runtime, input, all);
            runs << all;
        }
        QVERIFY(runs.first().size() > 50);
        QVERIFY(runs.first() == runs.last());
        // How often the clock ticks makes no difference.
        Runtime ticking;
        QVERIFY(ticking.setRules(someRules()));
        QList<Transition> all;
        for (const Input &input : inputs) {
            const qint64 at = std::visit([](const auto &one) { return one.at; }, input);
            while (ticking.now() > 0 && ticking.now() + second < at)
                all << ticking.advance(ticking.now() + second);
            play(ticking, input, all);
        }
        QVERIFY(all == runs.first());
    }

    void aRestartIsNotNoticed_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 5; ++seed)
            QTest::addRow("%u", seed) << seed;
    }

    void aRestartIsNotNoticed()
    {
        QFETCH(unsigned, seed);
        const QList<Input> inputs = someDays(3600, seed);
        Runtime whole;
        QVERIFY(whole.setRules(someRules()));
        QList<Transition> expected;
        for (const Input &input : inputs)
            play(whole, input, expected);
        Bounds bounds;
        bounds.isRecalling = true;
        auto runtime = std::make_unique<Runtime>(bounds);
        QVERIFY(runtime->setRules(someRules()));
        QList<Transition> all;
        qsizetype next = 500;
        for (qsizetype i = 0; i < inputs.size(); ++i) {
            play(*runtime, inputs.at(i), all);
            const QList<Lack> lacks = runtime->takeLacks();
            for (const Lack &lack : lacks)
                all << runtime->recall(lack, second, recordedFor(lack, inputs.mid(0, i)));
            const Snapshot snapshot = runtime->snapshot();
            if (i < next || doesAnythingWait(snapshot))
                continue;
            const auto kept = core::fromJson<Snapshot>(core::toJson(snapshot));
            QVERIFY(kept);
            next = i + 497;
            runtime = std::make_unique<Runtime>(bounds);
            QVERIFY(runtime->setRules(someRules()));
            all << runtime->restore(*kept);
            for (qsizetype past = 0; past <= i; ++past) {
                if (const auto *change = std::get_if<StateChange>(&inputs.at(past)))
                    runtime->recall(*change);
            }
        }
        const auto said = [](const QList<Transition> &transitions) {
            QStringList texts;
            for (const Transition &one : transitions)
                texts << QString::number(one.at.toMSecsSinceEpoch()) + u' ' + one.rule + keyOf(one.group) +
                             QString::number(int(one.to));
            texts.sort();
            return texts;
        };
        QVERIFY(next > 500);
        QCOMPARE(said(all), said(expected));
    }

    void whatFiresBeforeARestartDoesNotFireAgain()
    {
        Rule busy = ruleOf(u"busy"_qs, u"avg(cpu.usage[5m]) >= 95"_qs);
        Rule down = ruleOf(u"down"_qs, u"device.status == offline"_qs, RuleKind::State);
        Rule gone = ruleOf(u"gone"_qs, u"last(a[1m]) > 0"_qs);
        Rig rig({busy, down, gone});
        rig.run(600, u"cpu.usage"_qs, 99);
        rig.state(u"a"_qs, u"offline"_qs);
        rig.sample(u"a"_qs, 1);
        QCOMPARE(rig.told(), list("busy firing,down firing,gone firing"));
        Rig after({busy, down});
        after.all << after.runtime.restore(rig.runtime.snapshot());
        QCOMPARE(after.told(), list("gone resolved"));
        after.now = rig.now + 2 * hour;
        after.all << after.runtime.advance(after.now);
        after.pass(20);
        after.run(30, u"cpu.usage"_qs, 20); // too few readings to say that it is over
        after.state(u"a"_qs, u"offline"_qs);
        QCOMPARE(after.told(), list(""));
        after.run(300, u"cpu.usage"_qs, 20);
        QCOMPARE(after.told(), list("busy resolved"));
        after.state(u"a"_qs, u"online"_qs);
        QCOMPARE(after.told(), list("down resolved"));
    }

    void thePastTellsWhatWouldHaveBeen()
    {
        Rule rule = ruleOf(u"busy"_qs, u"last(cpu.usage[1m]) >= 90"_qs);
        QList<Input> inputs;
        for (int i = 0; i < 24 * 60; ++i) // twelve busy half hours
            inputs << Sample{u"host"_qs,
                             u"cpu.usage"_qs,
                             {},
                             start + i * minute,
                             i / 60 % 2 == 0 && i % 60 >= 30 ? 95.0 : 10.0};
        const auto test = backTest({rule}, {inputs});
        QVERIFY(test);
        QCOMPARE(test->fired, 12);
        QCOMPARE(test->sentence(), u"Would have fired 12 time(s)."_qs);
        QCOMPARE(test->firings.size(), 12);
        QCOMPARE(test->firings.first().from.toMSecsSinceEpoch(), start + 30 * minute);
        QCOMPARE(test->firings.first().to->toMSecsSinceEpoch(), start + 60 * minute);
        QVERIFY(core::fromJson<BackTest>(core::toJson(*test)));
        const auto few = backTest({rule}, {inputs}, 3);
        QCOMPARE(few->fired, 12);
        QCOMPARE(few->firings.size(), 3);
        rule.condition = u"last("_qs;
        QVERIFY(!backTest({rule}, {inputs}));
        core::SampleRange range;
        range.series << core::SampleSeries{u"a"_qs, {{start + 2, 1, 2, 3, 1}}}
                     << core::SampleSeries{u"b"_qs, {{start, 4, 5, 6, 1}}};
        QCOMPARE(std::get<Sample>(inputsOf(u"host"_qs, range).first()).value, 5.0);
    }

    void readingsCarryWhatIsSaidOfTheirSource()
    {
        Rule sales = ruleOf(u"sales"_qs, u"last(a[1m]) > 50"_qs);
        sales.source.labels = {{u"department"_qs, u"sales"_qs}};
        Rule each = ruleOf(u"each"_qs, u"last(a{type!=\"printer\"}[1m]) > 50"_qs);
        each.groupBy = QStringList{u"department"_qs};
        Rig rig({sales, each});
        const auto say = [&rig](const QString &source, const QString &department) {
            rig.all << rig.runtime.describe(source, {{u"department"_qs, department}});
        };
        say(u"one"_qs, u"sales"_qs);
        say(u"two"_qs, u"sales"_qs);
        rig.sample(u"a"_qs, 60, u"one"_qs);
        rig.sample(u"a"_qs, 70, u"two"_qs);
        rig.sample(u"a"_qs, 80, u"three"_qs);
        const auto groups = [&rig](const QString &rule) {
            QStringList out;
            for (const Transition &transition : std::as_const(rig.all)) {
                if (transition.rule == rule)
                    out << transition.group.value(u"source"_qs) + u'/' +
                               transition.group.value(u"department"_qs) +
                               (isRaised(transition.to) ? u'!' : u'.');
            }
            return out;
        };
        QCOMPARE(groups(u"sales"_qs), list("one/!,two/!"));
        QCOMPARE(groups(u"each"_qs), list("/sales!,/!"));
        rig.all.clear();
        say(u"two"_qs, u"sales"_qs);
        say(u"two"_qs, u"lab"_qs);
        QCOMPARE(groups(u"sales"_qs), list("two/."));
        QCOMPARE(groups(u"each"_qs), list("/lab!"));
        rig.all.clear();
        rig.all << rig.runtime.describe(u"one"_qs, {{u"type"_qs, u"printer"_qs}});
        QCOMPARE(groups(u"sales"_qs), list("one/."));
        QCOMPARE(groups(u"each"_qs), list("/sales."));
    }

    void whatWasMeasuredIsKnown()
    {
        Rule plain = ruleOf(u"plain"_qs, u"last(cpu.usage[1m]) > 50"_qs);
        Rule each = ruleOf(u"each"_qs, u"last(net.*.rx[1m]) > 50"_qs);
        Rule worst = each;
        worst.id = u"worst"_qs;
        worst.groupBy = QStringList{u"source"_qs};
        const Rule down = ruleOf(u"down"_qs, u"changes(device.status[1m]) > 0"_qs, RuleKind::State);
        const Rule both = ruleOf(u"both"_qs, u"plain and each"_qs, RuleKind::Composite);
        Rig rig({plain, each, worst, down, both});
        rig.state(u"host"_qs, u"online"_qs);
        rig.state(u"host"_qs, u"offline"_qs);
        rig.sample(u"net.a.rx"_qs, 20);
        rig.sample(u"net.b.rx"_qs, 70);
        rig.sample(u"cpu.usage"_qs, 80);
        QMap<QString, QString> series;
        const QMap<QString, Rule> rules{
            {plain.id, plain}, {each.id, each}, {worst.id, worst}, {down.id, down}, {both.id, both}};
        for (const Transition &transition : std::as_const(rig.all)) {
            if (isRaised(transition.to))
                series.insert(transition.rule, seriesOf(rules.value(transition.rule), transition));
        }
        const QMap<QString, QString> wanted{{plain.id, u"cpu.usage"_qs},
                                            {each.id, u"net.b.rx"_qs},
                                            {worst.id, u"net.b.rx"_qs},
                                            {down.id, {}},
                                            {both.id, {}}};
        QCOMPARE(series, wanted);
    }

    void theShippedRulesDoTheirWork()
    {
        const QList<Rule> rules = shippedRules();
        Rig rig(rules);
        const Labels expected{{u"expected"_qs, u"up"_qs}};
        rig.pass(1);
        rig.state(u"sw"_qs, u"online"_qs, expected);
        rig.run(1, u"memory.usage"_qs, 95);
        rig.sample(u"service.certificate.days"_qs, 13, u"shop"_qs);
        QCOMPARE(rig.told(), list("memory-high firing,certificate-expires firing"));
        rig.run(1, u"memory.usage"_qs, 50);
        rig.run(1, u"memory.usage"_qs, 95);
        QCOMPARE(rig.told(), list("memory-high resolved,memory-high pending"));
        rig.run(298, u"memory.usage"_qs, 95);
        QCOMPARE(rig.told(), list("memory-high firing"));
        rig.state(u"sw"_qs, u"offline"_qs, expected);
        rig.run(400, u"reach.loss"_qs, 100, u"sw"_qs);
        QCOMPARE(rig.told(), list("device-down firing,reach-loss pending"));
        Rig disk(rules);
        for (int i = 0; i < 8 * 60; ++i) {
            disk.now += minute;
            disk.all << disk.runtime.advance(disk.now);
            disk.sample(u"volume.usage./"_qs, 60 + i / 30.0); // two percent an hour
        }
        QCOMPARE(disk.told(), list("disk-full-soon pending,disk-full-soon firing"));
        for (const Rule &rule : rules)
            QVERIFY2(!rule.summary.isEmpty() && compile(rule), qPrintable(rule.id));
    }
};

QTEST_GUILESS_MAIN(RuntimeTest)
#include "runtimetest.moc"
