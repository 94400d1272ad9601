// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/defaults.h"
#include "domain/automation/rules/ruleyaml.h"

#include <QTest>

using namespace automation;
using namespace automation::rules;

/// Rules as people write them.
class YamlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsRead()
    {
        const auto rules = rulesFromYaml("# mine\n"
                                         "rules:\n"
                                         "  - id: disk\n"
                                         "    name: Disk\n"
                                         "    condition: last(disk.usage[10m]) >= raise\n"
                                         "    raise: 95\n"
                                         "    for: 1h30m\n"
                                         "    cooldown: 300\n"
                                         "    enabled: false\n"
                                         "    labels: {vlan: 10, country: no, empty: ''}\n"
                                         "    source:\n"
                                         "      devices: [a, 0123]\n"
                                         "    flap:\n"
                                         "      at_most: 10m\n"
                                         "    clear: ~\n");
        QVERIFY2(rules, qPrintable(rules ? QString() : rules.error().message));
        QCOMPARE(rules->size(), 1);
        const Rule rule = rules->first();
        QCOMPARE(rule.holdFor, 5400);
        QCOMPARE(rule.cooldown, 300);
        QVERIFY(!rule.isEnabled);
        QCOMPARE(rule.labels.value(u"vlan"_qs), u"10"_qs);
        QCOMPARE(rule.labels.value(u"country"_qs), u"no"_qs);
        QCOMPARE(rule.source.devices, QStringList({u"a"_qs, u"0123"_qs}));
        QCOMPARE(rule.flap.atMost, 600);
        QCOMPARE(rule.flap.multiplier, 1.5);
        QVERIFY(!rule.clear);
    }

    void whatIsWrittenIsReadAgain()
    {
        QList<Rule> rules = shippedRules();
        Rule odd = rules.first();
        odd.id = u"odd: #1 - \"x\" \\ 'y'"_qs;
        odd.name = u" true\n\tÄ\u2028\u0085\u007f\ufeff 😀 %d: {a}"_qs;
        odd.summary = u"- no\n- yes\n"_qs;
        odd.labels = {{u"yes"_qs, u"null"_qs}, {u"a: b"_qs, u"12"_qs}, {u"c"_qs, u"~"_qs}, {u""_qs, u""_qs}};
        odd.source = {{u"*"_qs, u"&anchor"_qs}, {{u"x"_qs, u"!tag"_qs}}};
        odd.groupBy = QStringList{u"source"_qs, u"name"_qs};
        odd.flap = {2.25, 90};
        odd.holdFor = 61;
        odd.clear = 0.1 + 0.2;
        odd.noData = NoData::Alert;
        odd.isEnabled = false;
        odd.severity = 10;
        rules << odd;
        const QByteArray text = rulesToYaml(rules);
        const auto again = rulesFromYaml(text);
        QVERIFY2(again, qPrintable(again ? QString() : again.error().message + QString::fromUtf8(text)));
        QVERIFY(*again == rules);
        QCOMPARE(rulesToYaml(*again), text);
        QVERIFY(text.contains("  for: 5m\n"));
        QVERIFY(rulesFromYaml(rulesToYaml({}))->isEmpty());
    }

    void whatIsWrongIsSaidWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, const char *text, const char *sentence) {
            QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(sentence);
        };
        row("nothing", "", "There is nothing in it.");
        row("a word", "hello", "Line 1: expected a list of rules.");
        row("two documents", "[]\n---\n[]\n", "There is more than one document in it.");
        row("not UTF-8", "- id: \xff\xfe", "The text is not UTF-8.");
        row("unknown name", "- id: a\n  name: b\n  treshold: 3\n", "Line 3: a rule has no “treshold”.");
        row("said twice", "- id: a\n  id: b\n", "Line 2: “id” is said twice.");
        row("no number", "- id: a\n  name: b\n  severity: high\n",
            "Line 3: expected a number, or a time such as 5m.");
        row("out of bounds", "- id: a\n  name: b\n  condition: last(a[1m]) > 1\n  severity: 12\n",
            "Line 4: rule.severity: expected a number from 1 to 10");
        row("within",
            "- id: a\n  name: b\n  condition: last(a[1m]) > 1\n  flap:\n    at_most: 1m\n    multiplier: 0\n",
            "Line 6: rule.flap.multiplier: expected a number from 1 to 10");
        row("no truth", "- id: a\n  name: b\n  enabled: yes\n", "Line 3: expected true or false.");
        row("no list", "- id: a\n  suppress: b\n", "Line 2: expected a list.");
        row("missing", "- name: a\n  condition: b\n", "Line 1: rule.id: missing");
        row("condition", "- id: a\n  name: b\n\n  condition: last(a) > 1\n",
            "Line 4: Character 7: expected “[”, found “)”.");
        row("kind of later", "- id: a\n  name: b\n  condition: x\n  kind: sigma\n",
            "Line 3: Rules of the kind sigma cannot be made yet. There are metric, state, absence and "
            "composite.");
        row("two of one id",
            "- {id: a, name: b, condition: 'last(a[1m]) > 1'}\n"
            "- {id: a, name: b, condition: 'last(a[1m]) > 1'}\n",
            "Line 2: there are two rules “a”.");
        row("alias", "- &x {id: a}\n- *x\n", "Line 1: anchors (&) are not read.");
        row("tag", "- id: !!python/object a\n", "Line 1: tags (!) are not read.");
        row("list as a name", "- ? [a]\n  : b\n", "Line 1: only a word can be a name here.");
    }

    void whatIsWrongIsSaidWithItsLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, sentence);
        const auto rules = rulesFromYaml(text);
        QVERIFY(!rules);
        QCOMPARE(rules.error().message, sentence);
    }

    void whatYamlItselfRefusesHasItsLine()
    {
        const auto rules = rulesFromYaml("- id: a\n  name: \"b\n");
        QVERIFY(!rules);
        QVERIFY2(rules.error().message.startsWith(u"Line "_qs), qPrintable(rules.error().message));
        QVERIFY(!rulesFromYaml("- id: a\n name: b\n"));
        QVERIFY(!rulesFromYaml("%YAML 9.9\n---\n[]"));
    }

    void nothingIsTooHostileToBeRefused()
    {
        const qsizetype big = 128 * 1024;
        QByteArray laughs = "a: &a [x,x,x,x,x,x,x,x,x]\n";
        for (char c = 'b'; c < 'k'; ++c)
            laughs += QByteArray(1, c) + ": &" + c + " [*" + char(c - 1) + ",*" + char(c - 1) + "]\n";
        const QList<QByteArray> hostile{
            laughs,
            QByteArray("[\n").repeated(big / 2),
            "[" + QByteArray("a,\n ").repeated(big / 4 - 1) + "]",
            "[" + QByteArray(QByteArray("a,").repeated(30'000) + "\n ").repeated(2) + "]",
            QByteArray(QByteArray(60'000, '[') + "\n").repeated(2),
            QByteArray("- a\n").repeated(big / 4),
            QByteArray("- - a\n").repeated(big / 6),
            QByteArray("# a\n").repeated(big / 4),
            QByteArray("a:\n").repeated(big / 3),
            QByteArray(big, '['),
            QByteArray(big, '{'),
            QByteArray("- ").repeated(big / 2),
            QByteArray("? ").repeated(big / 2),
            QByteArray("a: ").repeated(big / 3),
            QByteArray("[]\n---\n").repeated(1000),
            "[" + QByteArray("a,").repeated(big / 2 - 1) + "]",
            "- " + QByteArray("a: 1\n  ").repeated(1000),
            QByteArray(1024 * 1024 + 1, '\n'),
            QByteArray(big, 'a'),
            "- \"" + QByteArray(big / 2, '\\'),
            "- |" + QByteArray("\n  a").repeated(1000),
            QByteArray("\0\0\0[", 4),
            "\xff\xfe[\0]\0",
            "--- !<!> &a *b",
            "- {id: a, name: b, condition: 'last(a[1m]) > 1', labels: {" +
                QByteArray("\"x\": 1, ").repeated(2) + "}}",
        };
        for (const QByteArray &text : hostile) {
            QVERIFY2(!rulesFromYaml(text), text.left(20).constData());
        }
        quint32 random = 1;
        const QByteArray sound = rulesToYaml(shippedRules());
        for (int round = 0; round < 200; ++round) {
            QByteArray text = sound.left(1200);
            for (int i = 0; i < 6; ++i) {
                random = random * 1664525 + 1013904223;
                text[qsizetype(random >> 8) % text.size()] =
                    "-:[]{}\"'&*!|>%@`\n #?,\t0a"[(random >> 4) % 24];
            }
            if (const auto rules = rulesFromYaml(text))
                QVERIFY(rulesFromYaml(rulesToYaml(*rules)));
        }
    }
};

QTEST_GUILESS_MAIN(YamlTest)
#include "yamltest.moc"
