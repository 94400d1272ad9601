// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/compiled.h"

#include <QTest>

using namespace automation;
using namespace automation::rules;

namespace {
Rule ruleOf(const QString &condition, RuleKind kind = RuleKind::Metric)
{
    Rule rule;
    rule.id = QStringLiteral("r");
    rule.name = QStringLiteral("R");
    rule.kind = kind;
    rule.condition = condition;
    return rule;
}
} // namespace

/// Conditions as they are read and written, and rules as a whole.
class ConditionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsReadAndWritten_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        const auto row = [](RuleKind kind, const char *text, const char *written) {
            QTest::newRow(text) << int(kind) << QString::fromUtf8(text) << QString::fromUtf8(written);
        };
        row(RuleKind::Metric, "avg(cpu.usage[5m])>=95", "avg(cpu.usage[5m]) >= 95");
        row(RuleKind::Metric, "last( memory.usage [60s] ) > raise", "last(memory.usage[1m]) > raise");
        row(RuleKind::Metric, "rate(net.eth0.rx{role=\"up*\",a!=\"\"}[90s]) < 1e6",
            "rate(net.eth0.rx{role=\"up*\", a!=\"\"}[90s]) < 1000000");
        row(RuleKind::Metric, "p95(\"odd name\"{\"a b\"=\"say \\\"x\\\" \\\\\"}[1h30m]) != -2.5",
            "p95(\"odd name\"{\"a b\"=\"say \\\"x\\\" \\\\\"}[90m]) != -2.5");
        row(RuleKind::Metric, "predict(volume.usage./home[6h], 100) < 24h",
            "predict(volume.usage./home[6h], 100) < 1d");
        row(RuleKind::Metric, "count(*[1s]) == 0", "count(*[1s]) == 0");
        row(RuleKind::Metric, "delta(a[1d]) <= 1e+300", "delta(a[1d]) <= 1e+300");
        row(RuleKind::Absence, "absent(cpu.usage[2m])", "absent(cpu.usage[2m])");
        row(RuleKind::State, "device.status{expected=\"up\"} == offline",
            "device.status{expected=\"up\"} == offline");
        row(RuleKind::State, "device.status != \"on line\"", "device.status != \"on line\"");
        row(RuleKind::State, "changes(device.status[10m]) >= raise", "changes(device.status[10m]) >= raise");
        row(RuleKind::Composite, "a and not (b or c-1) or \"and\"", "(a and not (b or c-1)) or \"and\"");
        row(RuleKind::Composite, "not not a", "not not a");
    }

    void itIsReadAndWritten()
    {
        QFETCH(int, kind);
        QFETCH(QString, text);
        QFETCH(QString, written);
        const auto condition = readCondition(text, RuleKind(kind));
        QVERIFY2(condition, qPrintable(condition ? QString() : condition.error().message));
        QCOMPARE(textOf(*condition), written);
        const auto again = readCondition(written, RuleKind(kind));
        QVERIFY(again);
        QVERIFY(*again == *condition);
    }

    void whatIsWrongIsSaidWithItsPlace_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sentence");
        const auto row = [](RuleKind kind, const char *text, const char *sentence) {
            QTest::newRow(text) << int(kind) << QString::fromUtf8(text) << QString::fromUtf8(sentence);
        };
        row(RuleKind::Metric, "avg(cpu[5m] >= 3", "Character 13: expected “)”, found “>=”.");
        row(RuleKind::Metric, "avg(cpu[5m])", "Character 13: one of > >= < <= == != is missing at the end.");
        row(RuleKind::Metric, "avg(cpu[five]) > 3", "Character 9: expected a time such as 5m, found “five”.");
        row(RuleKind::Metric, "avg(cpu[5x]) > 3",
            "Character 9: “5x” is neither a number nor a time such as 5m or 24h.");
        row(RuleKind::Metric, "avg(cpu[60d]) > 3", "Character 9: a window is from 1s to 30d, not 60d.");
        row(RuleKind::Metric, "mean(cpu[5m]) > 3",
            "Character 1: expected one of avg, min, max, sum, rate, delta, p95, last, count, absent, "
            "predict, "
            "found “mean”.");
        row(RuleKind::Metric, "avg(cpu{a=\"b[5m]) > 3", "Character 11: this quote is never closed.");
        row(RuleKind::Metric, "avg(cpu[5m]) > 3 or else", "Character 18: expected the end, found “or”.");
        row(RuleKind::Metric, "changes(cpu[5m]) > 3",
            "Character 1: changes() is for rules of the kind state.");
        row(RuleKind::Metric, "avg(cpu[5m]) > 1e999",
            "Character 16: “1e999” is neither a number nor a time such as 5m or 24h.");
        row(RuleKind::Metric, "",
            "Character 1: one of avg, min, max, sum, rate, delta, p95, last, count, absent, "
            "predict is missing at the end.");
        row(RuleKind::Absence, "avg(cpu[5m]) > 3",
            "Character 1: a rule of the kind absence asks with absent(series[time]).");
        row(RuleKind::State, "status > 3", "Character 8: a state is compared with == or !=.");
        row(RuleKind::State, "sum(status[5m]) > 3",
            "Character 1: of states there is only changes(), not sum().");
        row(RuleKind::Composite, "a and (b or", "Character 12: the id of a rule is missing at the end.");
        row(RuleKind::Sigma, "x",
            "Rules of the kind sigma cannot be made yet. There are metric, state, absence and "
            "composite.");
    }

    void whatIsWrongIsSaidWithItsPlace()
    {
        QFETCH(int, kind);
        QFETCH(QString, text);
        QFETCH(QString, sentence);
        const auto condition = readCondition(text, RuleKind(kind));
        QVERIFY(!condition);
        QCOMPARE(condition.error().message, sentence);
    }

    void nothingIsTooHostileToBeRefused()
    {
        QVERIFY(!readCondition(QString(4000, u'('), RuleKind::Composite));
        QVERIFY(!readCondition(u"not "_qs.repeated(900) + u'a', RuleKind::Composite));
        QVERIFY(!readCondition(QString(1'000'000, u'a'), RuleKind::State));
        QVERIFY(!readCondition(u"avg(a{"_qs + u"a=\"b\","_qs.repeated(500), RuleKind::Metric));
        quint32 random = 1;
        const QString pieces = u"avg()[]{}5m\"=!<>,. andornot\\*é"_qs;
        for (int round = 0; round < 20'000; ++round) {
            QString text = round % 2 == 0 ? u"avg(a{b=\"c\"}[5m]) > 3"_qs : QString();
            for (int i = 0; i < 12; ++i) {
                random = random * 1664525 + 1013904223;
                text.insert(qsizetype(random >> 8) % (text.size() + 1),
                            pieces.at(qsizetype(random >> 4) % pieces.size()));
            }
            for (const RuleKind kind : {RuleKind::Metric, RuleKind::State, RuleKind::Composite}) {
                if (const auto condition = readCondition(text, kind))
                    QVERIFY(readCondition(textOf(*condition), kind));
            }
        }
    }

    void patternsFit_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fit");
        QTest::newRow("same") << u"a.b"_qs << u"a.b"_qs << true;
        QTest::newRow("other") << u"a.b"_qs << u"a.c"_qs << false;
        QTest::newRow("all") << u"*"_qs << u""_qs << true;
        QTest::newRow("middle") << u"net.*.rx"_qs << u"net.eth0.rx"_qs << true;
        QTest::newRow("middle, not the end") << u"net.*.rx"_qs << u"net.eth0.rx.x"_qs << false;
        QTest::newRow("two") << u"a*b*c"_qs << u"aXbYbZc"_qs << true;
        QTest::newRow("begins") << u"a*"_qs << u"ba"_qs << false;
        QTest::newRow("hostile") << u"*a*a*a*a*a*b"_qs << QString(2000, u'a') << false;
    }

    void patternsFit()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        QTEST(fits(pattern, text), "fit");
    }

    void aRuleSurvivesItsJson()
    {
        Rule rule = ruleOf(u"avg(a[1m]) >= raise"_qs);
        rule.raise = 90;
        rule.clear = 85;
        rule.source = {{u"a"_qs}, {{u"role"_qs, u"x*"_qs}}};
        rule.suppress = QStringList{u"other"_qs};
        rule.noData = NoData::Alert;
        const auto again = core::fromJson<Rule>(core::toJson(rule));
        QVERIFY(again);
        QVERIFY(*again == rule);
        QVERIFY(core::fromJson<Rule>(
            QJsonObject{{u"id"_qs, u"a"_qs}, {u"name"_qs, u"b"_qs}, {u"condition"_qs, u"c"_qs}}));
        QCOMPARE(core::fromJson<Rule>(QJsonObject{{u"id"_qs, u"a"_qs}}).error().message,
                 u"data.name: missing"_qs);
    }

    void thresholdsFitTogether()
    {
        Rule rule = ruleOf(u"avg(a[1m]) >= 90"_qs);
        QVERIFY(compile(rule));
        rule.clear = 85;
        QVERIFY(compile(rule));
        rule.clear = 90;
        QCOMPARE(compile(rule).error().message,
                 u"Rule “r”: clear (90) has to be on the good side of the threshold (90)."_qs);
        rule.clear.reset();
        rule.raise = 80;
        QVERIFY(!compile(rule));
        rule.condition = u"avg(a[1m]) >= raise"_qs;
        QVERIFY(compile(rule));
        rule.raise.reset();
        QCOMPARE(compile(rule).error().message,
                 u"Rule “r”: the condition says “raise”, and raise is not given."_qs);
        Rule low = ruleOf(u"last(a[1m]) < 10"_qs);
        low.clear = 5;
        QVERIFY(!compile(low));
        low.clear = 15;
        QVERIFY(compile(low));
        low.severity = 11;
        QVERIFY(!compile(low));
    }

    void rulesFitTogether()
    {
        Rule a = ruleOf(u"b and c"_qs, RuleKind::Composite);
        a.id = u"a"_qs;
        Rule b = ruleOf(u"last(x[1m]) > 1"_qs);
        b.id = u"b"_qs;
        Rule c = ruleOf(u"b or d"_qs, RuleKind::Composite);
        c.id = u"c"_qs;
        Rule d = ruleOf(u"not a"_qs, RuleKind::Composite);
        d.id = u"d"_qs;
        QCOMPARE(compileAll({a, b}).error().message, u"Rule “a”: there is no rule “c”."_qs);
        QCOMPARE(compileAll({a, b, c, d}).error().message, u"Rule “a”: in the end it rests upon itself."_qs);
        d.condition = u"not b"_qs;
        QVERIFY(compileAll({a, b, c, d}));
        QVERIFY(!compileAll({b, b}));
        b.suppress = QStringList{u"b"_qs};
        QVERIFY(!compileAll({b}));
        QList<Rule> chain{a};
        chain.first().condition = u"l0"_qs;
        for (int i = 0; i < 5000; ++i) {
            Rule link = d;
            link.id = u"l%1"_qs.arg(i);
            link.condition = i == 4999 ? u"a"_qs : u"l%1"_qs.arg(i + 1);
            chain << link;
        }
        QVERIFY(!compileAll(chain));
    }
};

QTEST_GUILESS_MAIN(ConditionTest)
#include "conditiontest.moc"
