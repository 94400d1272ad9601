// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertfilter.h"

#include "alerts/matcherline.h"

#include <QTest>

using alerts::Alert;
using alerts::AlertFilter;

/// What people type to see fewer alerts, and what is made of it.
class AlertFilterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void terms_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("passes");
        const auto row = [](const char *typed, bool passes) {
            QTest::newRow(typed) << QString::fromLatin1(typed) << passes;
        };
        row("", true);
        row("core-sw", true);
        row("CORE down", true);
        row("\"device down\"", true);
        row("\"down device\"", false);
        row("nowhere", false);
        row("!nowhere", true);
        row("-core", false);
        row("sev>=high", true);
        row("sev>high", false);
        row("sev:high,critical", true);
        row("sev<medium", false);
        row("sev=8", true);
        row("state:acknowledged", true);
        row("state:open", false);
        row("is:silenced", false);
        row("is:assigned", true);
        row("is:mine", true);
        row("device:core-sw-01", true);
        row("rule:device-down", true);
        row("owner:dana", true);
        row("type:network", true);
        row("label:device=core", true);
        row("id:A-17", true);
        row("since:15m", true);
        row("since>15m", false);
        row("times>0", true);
        row("parts>=48", true);
        row("parts:3", false);
    }
    void terms()
    {
        QFETCH(QString, typed);
        QFETCH(bool, passes);
        const auto reading = AlertFilter::read(typed);
        QVERIFY(!reading.flaw);
        const Alert alert = alerts::exampleAlert();
        const alerts::AlertSetting setting{nullptr, alert.raisedAt.addSecs(120)};
        QCOMPARE(reading.filter.passes({alert, alerts::searchText(alert, setting), setting, true}), passes);
    }

    void flaws_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("at");
        QTest::newRow("key") << QStringLiteral("core colour:red") << 5;
        QTest::newRow("severity") << QStringLiteral("sev>=awful") << 0;
        QTest::newRow("state") << QStringLiteral("state:broken") << 0;
        QTest::newRow("quality") << QStringLiteral("a is:odd") << 2;
        QTest::newRow("time") << QStringLiteral("since:soon") << 0;
        QTest::newRow("number") << QStringLiteral("times>x") << 0;
        QTest::newRow("quote") << QStringLiteral("a \"b") << 2;
        QTest::newRow("nothing") << QStringLiteral("device:") << 0;
        QTest::newRow("mark") << QStringLiteral("! a") << 0;
    }
    void flaws()
    {
        QFETCH(QString, typed);
        QFETCH(int, at);
        const auto reading = AlertFilter::read(typed);
        QVERIFY(reading.flaw);
        QCOMPARE(int(reading.flaw->at), at);
        QVERIFY(!reading.flaw->why.isEmpty());
    }

    void addressesAndTimesAreWords()
    {
        for (const char *word : {"10.0.0.1:22", "http://x", "fe80::1", "14:20"})
            QVERIFY2(!AlertFilter::read(QLatin1String(word)).flaw, word);
    }

    void tellsTheServerWhatItCan()
    {
        const auto reading = AlertFilter::read(QStringLiteral("core sev>=high !lab"));
        QCOMPARE(reading.filter.words(), QStringList{QStringLiteral("core")});
        QCOMPARE(reading.filter.leastSeverity(), 7);
    }

    void matchersAreReadAndWritten()
    {
        const auto matcher = alerts::readMatcher(QStringLiteral("port =~ \"eth[0-9]+\""));
        QVERIFY(matcher);
        QCOMPARE(matcher->label, QStringLiteral("port"));
        QCOMPARE(int(matcher->comparison), int(alerts::Comparison::Matches));
        QCOMPARE(matcher->value, QStringLiteral("eth[0-9]+"));
        QVERIFY(alerts::readMatcher(QStringLiteral("site=north")));
        QVERIFY(!alerts::readMatcher(QStringLiteral("north")));
        QCOMPARE(alerts::writtenMatchers(
                     {{QStringLiteral("a"), alerts::Comparison::NotEqual, QStringLiteral("x\"y\\z")}}),
                 QStringLiteral("a!=\"x\\\"y\\\\z\""));
    }

    void whatAlertsHaveInCommon()
    {
        Alert one;
        one.labels = {{QStringLiteral("device"), QStringLiteral("a.1")},
                      {QStringLiteral("site"), QStringLiteral("north")}};
        Alert other;
        other.labels = {{QStringLiteral("device"), QStringLiteral("b")},
                        {QStringLiteral("site"), QStringLiteral("north")},
                        {QStringLiteral("port"), QStringLiteral("1")}};
        QCOMPARE(alerts::writtenMatchers(alerts::commonMatchers({one, other})),
                 QStringLiteral("device=~\"a\\\\.1|b\", site=\"north\""));
        Alert bare;
        bare.source = QStringLiteral("host");
        QCOMPARE(alerts::writtenMatchers(alerts::commonMatchers({bare})), QStringLiteral("source=\"host\""));
        // Who told of it told of others, too.
        bare.labels = {{QStringLiteral("reported_by"), QStringLiteral("probe")}};
        QCOMPARE(alerts::writtenMatchers(alerts::commonMatchers({bare})),
                 QStringLiteral("reported_by=\"probe\", source=\"host\""));
    }

    void hostileTitlesAreOneShortLine()
    {
        Alert alert;
        alert.title = QStringLiteral("<table><tr><td>").repeated(20) + QStringLiteral("\u202e\n\x1b[31m");
        QString line = alerts::titleOf(alert);
        QVERIFY(line.size() <= 256);
        QVERIFY(!line.contains(u'\n') && !line.contains(QChar(0x202e)) && !line.contains(QChar(0x1b)));
        QVERIFY(!alerts::columnTip(alert, alerts::AlertColumn::Title, {}).contains(QLatin1String("<table")));
        alert.title = QString(1'000'000, u'x');
        QCOMPARE(alerts::titleOf(alert).size(), 256);
        QVERIFY(alerts::searchText(alert, {}).size() < 20'000);
    }
};

QTEST_GUILESS_MAIN(AlertFilterTest)
#include "alertfiltertest.moc"
