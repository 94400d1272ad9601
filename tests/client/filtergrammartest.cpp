// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/filtergrammar.h"

#include <QTest>

using client::EventFilter;

namespace {
core::Event factOf(const QString &topic, int priority, const QString &source, const QJsonObject &payload)
{
    core::Event made;
    made.topic = core::Topic(topic);
    made.priority = priority;
    made.source = source;
    made.at = QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    made.payload = payload;
    return made;
}
} // namespace

/// What a person types, and what is then seen.
class FilterGrammarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passes_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("passes");
        const auto row = [](const char *typed, bool passes) {
            QTest::newRow(*typed == '\0' ? "nothing" : typed) << QString::fromUtf8(typed) << passes;
        };
        row("", true);
        row("   ", true);
        row("topic:security.event", true);
        row("topic:security.*", true);
        row("topic:*", true);
        row("topic:metrics.*", false);
        row("topic:metrics.*,security.*", true);
        row("TOPIC:security.event", true);
        row("topic=security.event", true);
        row("!topic:security.*", false);
        row("!topic:metrics.*", true);
        row("priority>=7", true);
        row("priority>7", false);
        row("priority<=7", true);
        row("priority<7", false);
        row("priority:7", true);
        row("priority=7", true);
        row("priority:8", false);
        row("!priority>=7", false);
        row("priority>=5 priority<8", true);
        row("priority>10", false);
        row("source:agent-1", true);
        row("source:AGENT-1", true);
        row("source:agent-2", false);
        row("source:agent-2,agent-1", true);
        row("source:agent-*", true);
        row("source:*-1", true);
        row("source:a*t*1", true);
        row("source:a*x*1", false);
        row("source:agent-1*1", false);
        row("source:\"agent-1\"", true);
        row("brute", true);
        row("BRUTE", true);
        row("brute force", true); // both words
        row("force brute", true); // in any order
        row("\"brute force\"", true);
        row("\"force brute\"", false);
        row("!\"brute force\"", false);
        row("!nothing", true);
        row("192.168.1.44:22", true);
        row("fe80::1", false);
        row("https://example.org", false);
        row("12:30", false);
        row("\"\\\"kind\\\":\"", true); // the quotes of JSON, in quotes
        row("\"say \\\"hi\\\"\"", false);
        row("zürich", true);
        row("topic:security.* priority>=7 source:agent-* !metrics brute", true);
        row("topic:security.* priority>=7 source:agent-* !metrics gentle", false);
    }
    void passes()
    {
        QFETCH(QString, typed);
        QFETCH(bool, passes);
        const core::Event fact = factOf(QStringLiteral("security.event"), 7, QStringLiteral("agent-1"),
                                        {{QStringLiteral("kind"), QStringLiteral("brute force")},
                                         {QStringLiteral("city"), QStringLiteral("Zürich")},
                                         {QStringLiteral("from"), QStringLiteral("192.168.1.44:22")}});
        const EventFilter::Reading reading = EventFilter::read(typed);
        QVERIFY2(!reading.flaw, reading.flaw ? qPrintable(reading.flaw->why) : "");
        QCOMPARE(reading.filter.passes(fact, core::jsonText(fact)), passes);
        QCOMPARE(reading.filter.isEmpty(), typed.trimmed().isEmpty());
    }

    void flaws_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("at");
        QTest::addColumn<int>("length");
        QTest::addColumn<QString>("part"); // of the sentence
        const auto row = [](const char *typed, int at, int length, const char *part) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << at << length << QString::fromUtf8(part);
        };
        row("!", 0, 1, "without a space");
        row("a ! b", 2, 1, "without a space");
        row("topics:metrics.*", 0, 6, "topics: is not known");
        row("a !level:7", 3, 5, "level: is not known");
        row("topic:", 6, 1, "which topic");
        row("topic:metrics", 6, 7, "metrics is no topic");
        row("topic:metrics.*,Bad!", 6, 14, "Bad! is no topic");
        row("topic>=metrics.*", 5, 2, "a colon");
        row("source<a", 6, 1, "a colon");
        row("source:", 7, 1, "which source");
        row("priority>=", 10, 1, "from 1 to 10");
        row("priority>=high", 10, 4, "from 1 to 10");
        row("priority:11", 9, 2, "from 1 to 10");
        row("priority:0", 9, 1, "from 1 to 10");
        row("priority:99999999999", 9, 11, "from 1 to 10");
        row("a \"b c", 2, 4, "does not end");
        row("topic:\"metrics.*", 6, 10, "does not end");
        row("\"a\\\"", 0, 4, "does not end");
        row("\"\"", 0, 2, "nothing between");
    }
    void flaws()
    {
        QFETCH(QString, typed);
        QFETCH(int, at);
        QFETCH(int, length);
        QFETCH(QString, part);
        const EventFilter::Reading reading = EventFilter::read(typed);
        QVERIFY(reading.flaw);
        QCOMPARE(int(reading.flaw->at), at);
        QCOMPARE(int(reading.flaw->length), length);
        QVERIFY2(reading.flaw->why.contains(part), qPrintable(reading.flaw->why));
        QVERIFY(reading.filter.isEmpty());
    }

    void nothingTypedBreaksIt()
    {
        const QString alphabet = QStringLiteral("!\"\\:<>=*,. topicsource7\u00fc");
        quint32 state = 7;
        for (int i = 0; i < 20'000; ++i) {
            QString typed;
            for (int k = 0; k < 12; ++k) {
                state = state * 1664525U + 1013904223U;
                typed += alphabet[int((state >> 16) % quint32(alphabet.size()))];
            }
            const EventFilter::Reading reading = EventFilter::read(typed);
            if (!reading.flaw)
                continue;
            QVERIFY2(reading.flaw->at >= 0 && reading.flaw->at <= typed.size() && reading.flaw->length > 0,
                     qPrintable(typed));
        }
    }

    void quotedFindsItself_data()
    {
        QTest::addColumn<QString>("source");
        for (const char *source : {"agent-1", "two words", "a\"b", "back\\slash", "!no", "a:b", "x*", "a,b"})
            QTest::newRow(source) << QString::fromUtf8(source);
    }
    void quotedFindsItself()
    {
        QFETCH(QString, source);
        const core::Event fact = factOf(QStringLiteral("chat.message"), 3, source, {});
        const QString typed = EventFilter::like(fact);
        const EventFilter::Reading reading = EventFilter::read(typed);
        QVERIFY2(!reading.flaw, qPrintable(typed));
        QVERIFY2(reading.filter.passes(fact, core::jsonText(fact)), qPrintable(typed));
        const core::Event other = factOf(QStringLiteral("chat.message"), 3, QStringLiteral("other"), {});
        QVERIFY(!reading.filter.passes(other, core::jsonText(other)));
        const core::Event none = factOf(QStringLiteral("chat.message"), 3, {}, {});
        QCOMPARE(EventFilter::like(none), QStringLiteral("topic:chat.message"));
    }
};

QTEST_GUILESS_MAIN(FilterGrammarTest)
#include "filtergrammartest.moc"
