// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/timewords.h"

#include "domain/assistant/words.h"

#include <QTest>

using namespace assistant;

namespace {
QTimeZone berlin() { return QTimeZone("Europe/Berlin"); }

QDateTime there(const QString &text) { return QDateTime::fromString(text, Qt::ISODate); }

/// Local times of Berlin: "2026-11-20T20:00 – 2026-11-21T06:00", or empty.
QString read(const QString &question, const QString &now)
{
    const QList<Word> words = wordsOf(question);
    QDateTime moment = there(now);
    moment.setTimeZone(berlin());
    const auto found = timeWordsIn(words, moment.toUTC(), berlin());
    if (!found)
        return {};
    const QString format = QStringLiteral("yyyy-MM-ddTHH:mm");
    return found->span.from.toTimeZone(berlin()).toString(format) + QStringLiteral(" – ") +
           found->span.to.toTimeZone(berlin()).toString(format);
}
} // namespace

/// Times people speak of, on a Saturday in Berlin at 14:30 unless told otherwise.
class TimeWordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areRead_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("span");
        const QString night = u"2026-11-20T20:00 – 2026-11-21T06:00"_qs;
        const QString sinceTwo = u"2026-11-21T14:00 – 2026-11-21T14:30"_qs;
        const QString twoHours = u"2026-11-21T12:30 – 2026-11-21T14:30"_qs;
        const QString anHour = u"2026-11-21T13:30 – 2026-11-21T14:30"_qs;
        const QString today = u"2026-11-21T00:00 – 2026-11-21T14:30"_qs;
        const QString yesterday = u"2026-11-20T00:00 – 2026-11-21T00:00"_qs;
        const QString sinceYesterday = u"2026-11-20T00:00 – 2026-11-21T14:30"_qs;
        const QString sinceMonday = u"2026-11-16T00:00 – 2026-11-21T14:30"_qs;
        const QList<std::pair<const char *, QString>> rows{
            {"what changed last night?", night},
            {"What happened overnight", night},
            {"during the night", night},
            {"letzte Nacht", night},
            {"in der Nacht", night},
            {"was war heute nacht los", night},
            {"in der vergangenen Nacht", night},
            {"since last night", u"2026-11-20T20:00 – 2026-11-21T14:30"_qs},
            {"since 14:00", sinceTwo},
            {"what changed since 2 pm?", sinceTwo},
            {"since 2pm", sinceTwo},
            {"seit 14 Uhr", sinceTwo},
            {"seit 14:00 Uhr", sinceTwo},
            {"seit 14.00 Uhr", sinceTwo},
            {"seit 14.00", sinceTwo},
            {"ab 14 Uhr", sinceTwo},
            {"since 15:00", u"2026-11-20T15:00 – 2026-11-21T14:30"_qs},
            {"since noon", u"2026-11-21T12:00 – 2026-11-21T14:30"_qs},
            {"in the last 2 h", twoHours},
            {"in the last 2h", twoHours},
            {"over the past two hours", twoHours},
            {"last 120 min", twoHours},
            {"in den letzten 2 Stunden", twoHours},
            {"in den letzten zwei Std", twoHours},
            {"2 hours ago", twoHours},
            {"since two hours ago", twoHours},
            {"seit 2 Stunden", twoHours},
            {"vor 2 Stunden", twoHours},
            {"CPU over the last hour", anHour},
            {"letzte Stunde", anHour},
            {"in der letzten Stunde", anHour},
            {"since an hour", anHour},
            {"seit einer Stunde", anHour},
            {"today", today},
            {"heute", today},
            {"since today", today},
            {"this morning", u"2026-11-21T06:00 – 2026-11-21T12:00"_qs},
            {"heute morgen", u"2026-11-21T06:00 – 2026-11-21T12:00"_qs},
            {"heute früh", u"2026-11-21T06:00 – 2026-11-21T12:00"_qs},
            {"heute frueh", u"2026-11-21T06:00 – 2026-11-21T12:00"_qs},
            {"this afternoon", u"2026-11-21T12:00 – 2026-11-21T14:30"_qs},
            {"yesterday", yesterday},
            {"gestern", yesterday},
            {"gestern abend", u"2026-11-20T18:00 – 2026-11-21T00:00"_qs},
            {"yesterday evening", u"2026-11-20T18:00 – 2026-11-21T00:00"_qs},
            {"since yesterday", sinceYesterday},
            {"seit gestern", sinceYesterday},
            {"since yesterday at 14:00", u"2026-11-20T14:00 – 2026-11-21T14:30"_qs},
            {"seit gestern um 14 Uhr", u"2026-11-20T14:00 – 2026-11-21T14:30"_qs},
            {"seit gestern abend", u"2026-11-20T18:00 – 2026-11-21T14:30"_qs},
            {"since Monday", sinceMonday},
            {"seit Montag", sinceMonday},
            {"on Monday", u"2026-11-16T00:00 – 2026-11-17T00:00"_qs},
            {"am Montag", u"2026-11-16T00:00 – 2026-11-17T00:00"_qs},
            {"last Friday", yesterday},
            {"last Saturday", u"2026-11-14T00:00 – 2026-11-15T00:00"_qs},
            {"die Last heute", today},
            {"since Saturday", today},
            {"vorgestern", u"2026-11-19T00:00 – 2026-11-20T00:00"_qs},
            {"this week", sinceMonday},
            {"diese Woche", sinceMonday},
            {"last week", u"2026-11-09T00:00 – 2026-11-16T00:00"_qs},
            {"letzte Woche", u"2026-11-09T00:00 – 2026-11-16T00:00"_qs},
            {"last 2 weeks", u"2026-11-07T14:30 – 2026-11-21T14:30"_qs},
            {"this month", u"2026-11-01T00:00 – 2026-11-21T14:30"_qs},
            {"letzten Monat", u"2026-10-01T00:00 – 2026-11-01T00:00"_qs},
            {"on 2026-11-19", u"2026-11-19T00:00 – 2026-11-20T00:00"_qs},
            {"since 2026-11-19", u"2026-11-19T00:00 – 2026-11-21T14:30"_qs},
            {"seit 19.11.", u"2026-11-19T00:00 – 2026-11-21T14:30"_qs},
            {"am 24.12.", u"2025-12-24T00:00 – 2025-12-25T00:00"_qs},
            {"am 19.11.2026", u"2026-11-19T00:00 – 2026-11-20T00:00"_qs},
            {"between 10:00 and 11:30", u"2026-11-21T10:00 – 2026-11-21T11:30"_qs},
            {"zwischen 10 Uhr und 11:30 Uhr", u"2026-11-21T10:00 – 2026-11-21T11:30"_qs},
            {"from 22:00 to 02:00", u"2026-11-20T22:00 – 2026-11-21T02:00"_qs},
            {"gestern zwischen 10:00 und 11:00", u"2026-11-20T10:00 – 2026-11-20T11:00"_qs},
            {"what do we have so far", QString()},
            {"is core-sw-01 down", QString()},
            {"since when is it down", QString()},
            {"port 22", QString()},
            {"10.0.0.5", QString()},
            {"the last scan", QString()},
            {"since 25:00", QString()},
            {"since 13 pm", QString()},
            {"on 2026-13-45", QString()},
            {"since 2030-01-01", QString()},
            {"in the last 999999 weeks", QString()},
            {"", QString()},
        };
        for (const auto &[question, span] : rows)
            QTest::newRow(question) << QString::fromUtf8(question) << span;
    }

    void areRead()
    {
        QFETCH(QString, question);
        QFETCH(QString, span);
        QCOMPARE(read(question, u"2026-11-21T14:30:00"_qs), span);
    }

    void aNightLastsUntilSix()
    {
        QCOMPARE(read(u"last night"_qs, u"2026-11-21T02:00:00"_qs),
                 u"2026-11-20T20:00 – 2026-11-21T02:00"_qs);
        QCOMPARE(read(u"last night"_qs, u"2026-11-21T23:00:00"_qs),
                 u"2026-11-20T20:00 – 2026-11-21T06:00"_qs);
    }

    // The clocks of Berlin went back at 3:00 on 25 October 2026: that night had an hour more.
    void clocksThatAreSetAreMinded()
    {
        QDateTime now = there(u"2026-10-25T12:00:00"_qs);
        now.setTimeZone(berlin());
        const auto found = timeWordsIn(wordsOf(u"last night"_qs), now.toUTC(), berlin());
        QVERIFY(found);
        QCOMPARE(found->span.from.secsTo(found->span.to), 11 * 3600);
    }

    void theWordsAreTold()
    {
        const QList<Word> words = wordsOf(u"what changed since 14:00 on nas"_qs);
        const auto found = timeWordsIn(words, there(u"2026-11-21T13:30:00Z"_qs), berlin());
        QVERIFY(found);
        QCOMPARE(found->first, 2);
        QCOMPARE(found->count, 2);
    }
};

QTEST_GUILESS_MAIN(TimeWordsTest)
#include "timewordstest.moc"
