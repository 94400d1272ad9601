// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/sketch.h"

#include "automation/labeltext.h"
#include "automation/rulewords.h"
#include "domain/automation/rules/condition.h"
#include "domain/automation/rules/defaults.h"

#include <QTest>

using automation::RuleKind;
using automation::Sketch;
using automation::sketchOf;

/// What the form shows of a condition means to the server what was written.
class SketchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void meansTheSame_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("condition");
        const auto add = [](RuleKind kind, const char *condition) {
            QTest::newRow(condition) << int(kind) << QString::fromUtf8(condition);
        };
        for (const automation::Rule &rule : automation::rules::shippedRules()) {
            if (rule.id != QLatin1String("device-flapping"))
                add(rule.kind, qPrintable(rule.condition));
        }
        add(RuleKind::Metric, "avg( cpu.usage [ 1h30m ] )>90");
        add(RuleKind::Metric, "max(net.*.rx[90s]) <= -1.5e3");
        add(RuleKind::Metric, "rate(\"odd \\\"name\\\"\"[5m]) > raise");
        add(RuleKind::Metric, "last(\"and\"[5m]) >= 1");
        add(RuleKind::Metric, "predict(disk.usage[6h], 95) < 24h");
        add(RuleKind::State, "service.status != active");
        add(RuleKind::State, "device.status { expected = \"up\" }==offline");
        add(RuleKind::State, "\"a b\" == \"c } d\"");
    }
    void meansTheSame()
    {
        QFETCH(int, kind);
        QFETCH(QString, condition);
        const auto sketch = sketchOf(RuleKind(kind), condition);
        QVERIFY(sketch);
        const auto meant = automation::rules::readCondition(condition, RuleKind(kind));
        QVERIFY2(meant, qPrintable(meant ? QString() : meant.error().message));
        const auto written = automation::rules::readCondition(sketch->condition(), RuleKind(kind));
        QVERIFY2(written, qPrintable(sketch->condition()));
        // A time is written as its seconds.
        const auto bare = [](QString text) {
            return text.replace(QLatin1String(" < 1d"), QLatin1String(" < 86400"));
        };
        QCOMPARE(bare(automation::rules::textOf(*written)), bare(automation::rules::textOf(*meant)));
    }

    void whatTheFormWouldLoseStaysText_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("condition");
        const auto add = [](RuleKind kind, const char *condition) {
            QTest::newRow(condition) << int(kind) << QString::fromUtf8(condition);
        };
        add(RuleKind::State, "changes(device.status[10m]) >= raise");
        add(RuleKind::Metric, "avg(interface.*.errors{role=\"uplink\"}[5m]) > 1");
        add(RuleKind::Metric, "avg(cpu.usage[1m]) == 5");
        add(RuleKind::Metric, "avg(cpu.usage[1m]) >= 90 and more");
        add(RuleKind::State, "device.status{expected=\"down\"} == offline");
        add(RuleKind::Absence, "absent(reach.rtt[5m])");
        add(RuleKind::Composite, "rule(a) and rule(b)");
        add(RuleKind::Metric, "");
    }
    void whatTheFormWouldLoseStaysText()
    {
        QFETCH(int, kind);
        QFETCH(QString, condition);
        QVERIFY(!sketchOf(RuleKind(kind), condition));
    }

    void isToldInWords_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("words");
        const auto add = [](const char *id, const QString &words) {
            QTest::newRow(id) << QString::fromLatin1(id) << words;
        };
        add("processor-busy",
            QStringLiteral("Processor, all cores: average of 1 min at least 95 %, for 5 min"));
        add("device-down", QStringLiteral("Device that should be up is offline"));
        add("service-down", QStringLiteral("Service is not working"));
        add("disk-full-soon",
            QStringLiteral("File system * in use, share reaches 100 % within 1 d, for 30 min"));
        add("device-flapping", QStringLiteral("changes(device.status[10m]) >= 6"));
    }
    void isToldInWords()
    {
        QFETCH(QString, id);
        QFETCH(QString, words);
        for (const automation::Rule &rule : automation::rules::shippedRules()) {
            // Numbers and their units stand together by a narrow space.
            if (rule.id == id)
                QCOMPARE(automation::words::condition(rule)
                             .replace(QChar(0x202F), u' ')
                             .replace(QChar(0xA0), u' '),
                         words);
        }
    }

    void labelsReadBack()
    {
        const QMap<QString, QString> labels{{QStringLiteral("site"), QStringLiteral("north*")},
                                            {QStringLiteral("role"), QStringLiteral("a, \"b\" \\ c")},
                                            {QStringLiteral("none"), QString()}};
        const auto read = automation::labelsIn(automation::labelText(labels));
        QVERIFY(read);
        QCOMPARE(*read, labels);
        QVERIFY(automation::labelsIn(QStringLiteral("  "))->isEmpty());
        QVERIFY(!automation::labelsIn(QStringLiteral("site north")));
        QVERIFY(!automation::labelsIn(QStringLiteral("site=north role=access")));
    }
};

QTEST_MAIN(SketchTest)
#include "sketchtest.moc"
