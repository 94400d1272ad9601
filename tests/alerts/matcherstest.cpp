// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/matchers.h"

#include "domain/alerts/condition.h"

#include <QRandomGenerator>
#include <QTest>

using namespace alerts;

/// Which alerts are meant, and which are the same.
class MatchersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areReadAndWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        QTest::newRow("one") << u"site=\"north\""_qs << u"{site=\"north\"}"_qs;
        QTest::newRow("all four") << u"{a=\"1\",b!=\"2\", c=~\"x.*\" ,d!~\"y|z\"}"_qs
                                  << u"{a=\"1\", b!=\"2\", c=~\"x.*\", d!~\"y|z\"}"_qs;
        QTest::newRow("without quotes")
            << u" site = north , port=~eth[0-9]+ "_qs << u"{site=\"north\", port=~\"eth[0-9]+\"}"_qs;
        QTest::newRow("a comma at the end") << u"{a=\"1\",}"_qs << u"{a=\"1\"}"_qs;
        QTest::newRow("escaped") << u"a=\"x\\\"y\\\\z\\n\""_qs << u"{a=\"x\\\"y\\\\z\\n\"}"_qs;
        QTest::newRow("a pattern's own") << u"a=~\"\\d+\""_qs << u"{a=~\"\\\\d+\"}"_qs;
        QTest::newRow("commas in quotes") << u"a=\"x,y}\""_qs << u"{a=\"x,y}\"}"_qs;
    }
    void areReadAndWritten()
    {
        QFETCH(QString, text);
        const auto matchers = Matchers::parse(text);
        QVERIFY2(matchers, qPrintable(matchers ? QString() : matchers.error().message));
        QTEST(matchers->toString(), "written");
        const auto again = Matchers::parse(matchers->toString());
        QVERIFY(again);
        QCOMPARE(again->list(), matchers->list());
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("part");
        QTest::newRow("nothing") << QString() << u"by which labels"_qs;
        QTest::newRow("no name") << u"=\"x\""_qs << u"character 1"_qs;
        QTest::newRow("a digit first") << u"1a=\"x\""_qs << u"name of a label"_qs;
        QTest::newRow("no comparison") << u"site \"north\""_qs << u"character 6"_qs;
        QTest::newRow("turned round") << u"site~=\"north\""_qs << u"=, !=, =~ or !~"_qs;
        QTest::newRow("no value") << u"site="_qs << u"At the end"_qs;
        QTest::newRow("no end") << u"site=\"nor"_qs << u"end of the value"_qs;
        QTest::newRow("no comma") << u"a=\"1\" b=\"2\""_qs << u"a comma"_qs;
        QTest::newRow("no brace") << u"{a=\"1\""_qs << u"}"_qs;
        QTest::newRow("behind the brace") << u"{a=\"1\"} x"_qs << u"nothing more"_qs;
        QTest::newRow("pattern") << u"a=~\"(\""_qs << u"pattern of a"_qs;
        QTest::newRow("everything") << u"a=~\".*\""_qs << u"every alert"_qs;
        QTest::newRow("everything but") << u"a!=\"x\""_qs << u"every alert"_qs;
        QTest::newRow("too long") << u"a=\""_qs + QString(5000, u'x') + u'"' << u"longer"_qs;
        QTest::newRow("a long value") << u"a=\""_qs + QString(2000, u'x') + u'"' << u"matchers.value"_qs;
        QTest::newRow("too many") << QString(u"a=\"1\","_qs).repeated(33) << u"32"_qs;
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, text);
        QFETCH(QString, part);
        const auto matchers = Matchers::parse(text);
        QVERIFY(!matchers);
        QCOMPARE(matchers.error().code, core::ErrorCode::Invalid);
        QVERIFY2(matchers.error().message.contains(part), qPrintable(matchers.error().message));
    }

    void match_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isMatch");
        QTest::newRow("equal") << u"site=north"_qs << true;
        QTest::newRow("not equal") << u"site=north,floor!=\"2\""_qs << true;
        QTest::newRow("other") << u"site=south"_qs << false;
        QTest::newRow("not there") << u"site=north,rack=\"\""_qs << true;
        QTest::newRow("not there and not so") << u"site=north,rack!=\"7\""_qs << true;
        QTest::newRow("whole value") << u"site=~\"nor\""_qs << false;
        QTest::newRow("pattern") << u"site=~\"nor.*|south\""_qs << true;
        QTest::newRow("not pattern") << u"site=north,floor!~\"[2-9]\""_qs << true;
        QTest::newRow("severity") << u"severity=~\"high|critical\""_qs << true;
        QTest::newRow("source") << u"source=\"device.down\",kind=network"_qs << true;
        QTest::newRow("whoever calls itself so") << u"subject=\"d-2\""_qs << false;
    }
    void match()
    {
        QFETCH(QString, text);
        Alert alert;
        alert.alertType = Kind::Network;
        alert.severity = 7;
        alert.subjectId = u"d-1"_qs;
        alert.source = u"device.down"_qs;
        alert.labels = {{u"site"_qs, u"north"_qs}, {u"floor"_qs, u"1"_qs}, {u"subject"_qs, u"d-2"_qs}};
        const auto matchers = Matchers::parse(text);
        QVERIFY2(matchers, qPrintable(matchers ? QString() : matchers.error().message));
        QTEST(matchers->match(matchable(alert)), "isMatch");
    }

    void whatMayMatch()
    {
        const Matchers::Labels known{{u"site"_qs, u"north"_qs}, {u"rack"_qs, QString()}};
        const auto can = [&](const QString &text) { return Matchers::parse(text)->canMatch(known); };
        QVERIFY(can(u"site=north"_qs));
        QVERIFY(!can(u"site=south"_qs));
        QVERIFY(can(u"severity=high"_qs)); // may be anything
        QVERIFY(!can(u"severity=high,site=~\"s.*\""_qs));
        QVERIFY(!can(u"rack=7"_qs)); // is known not to be there
        QVERIFY(can(u"rack!=7,site=north"_qs));
    }

    void whateverIsReadIsWrittenBack()
    {
        const QString good = u"{site=\"no\\\"r\\\\th\",port=~eth[0-9]+, floor!=\"2\", rack!~\"a|b\" }"_qs;
        const QString signs = u"{}=~!\"\\, \nx[(*+0_é"_qs;
        QRandomGenerator random(7);
        int understood = 0;
        for (int run = 0; run < 20'000; ++run) {
            QString text = good;
            for (int change = random.bounded(1, 5); change > 0; --change) {
                const qsizetype place = random.bounded(int(text.size()));
                if (random.bounded(2) == 0)
                    text.remove(place, 1);
                else
                    text[place] = signs.at(random.bounded(int(signs.size())));
            }
            const auto matchers = Matchers::parse(text);
            if (!matchers)
                continue;
            ++understood;
            const auto again = Matchers::parse(matchers->toString());
            QVERIFY2(again, qPrintable(text));
            QCOMPARE(again->list(), matchers->list());
        }
        QVERIFY2(understood > 500, qPrintable(QString::number(understood)));
    }

    // A pattern that takes other engines for ever.
    void aHostilePatternIsHarmless()
    {
        const auto matchers = Matchers::parse(u"a=~\"(x+x+)+y\""_qs);
        QVERIFY(matchers);
        QVERIFY(!matchers->match({{u"a"_qs, QString(100'000, u'x')}}));
        QVERIFY(!Matchers::parse(u"a=~\"((x{1000}){1000}){1000}\""_qs));
    }

    void fingerprintsTellApart()
    {
        const QString one = fingerprintOf(u"r"_qs, u"d"_qs, {{u"a"_qs, u"1"_qs}, {u"b"_qs, u"2"_qs}});
        QCOMPARE(one.size(), 32);
        QCOMPARE(fingerprintOf(u"r"_qs, u"d"_qs, {{u"b"_qs, u"2"_qs}, {u"a"_qs, u"1"_qs}}), one);
        QVERIFY(fingerprintOf(u"rd"_qs, QString(), {{u"a"_qs, u"1"_qs}, {u"b"_qs, u"2"_qs}}) != one);
        QVERIFY(fingerprintOf(u"r"_qs, u"d"_qs, {{u"a"_qs, u"1b"_qs}, {QString(), u"2"_qs}}) != one);
        QVERIFY(fingerprintOf(u"r"_qs, u"d"_qs, {{u"a"_qs, u"1"_qs}}) != one);
    }

    void conditionsAreCut()
    {
        const QDateTime now = QDateTime::fromString(u"2026-11-20T12:00:00Z"_qs, Qt::ISODate);
        Condition condition;
        condition.title = QString(255, u'x') + QString::fromUcs4(U"\U0001F600");
        condition.message = QString(QChar(0xD800)) + QChar(u'\0') + u"text";
        condition.severity = 99;
        condition.subjectId = condition.causeId = u"d-1"_qs;
        condition.at = now.addDays(3);
        for (int i = 0; i < 100; ++i)
            condition.labels.insert(QString::number(i), u"x"_qs);
        const Condition kept = settled(condition, now);
        QCOMPARE(kept.title, QString(255, u'x'));
        QCOMPARE(kept.message, u"?text"_qs);
        QCOMPARE(kept.severity, 10);
        QCOMPARE(kept.causeId, QString());
        QCOMPARE(kept.at, now);
        QCOMPARE(kept.labels.size(), 64);
        QCOMPARE(kept.fingerprint, fingerprintOf({}, u"d-1"_qs, kept.labels));
    }
};

QTEST_GUILESS_MAIN(MatchersTest)
#include "matcherstest.moc"
