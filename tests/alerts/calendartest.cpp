// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema.h"
#include "domain/alerts/icalendar.h"
#include "domain/alerts/repetition.h"
#include "domain/alerts/windowtimes.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace alerts;

namespace {
QDateTime at(const QString &text) { return QDateTime::fromString(text, Qt::ISODate).toUTC(); }

QByteArray calendarOf(const QByteArray &events)
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n" + events + "END:VCALENDAR\r\n";
}

QByteArray eventOf(const QByteArray &lines)
{
    return "BEGIN:VEVENT\r\nUID:u@x\r\nDTSTAMP:20261101T000000Z\r\nSUMMARY:Patches\r\n" + lines +
           "END:VEVENT\r\n";
}

MaintenanceWindow keepable(MaintenanceWindow window)
{
    window.createdAt = window.start;
    return window;
}
} // namespace

/// When maintenance is, as calendars write it.
class CalendarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repeats_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QStringList>("times");
        const auto row = [](const char *name, const char *rule, const char *first, const QStringList &times) {
            QTest::newRow(name) << QString::fromLatin1(rule) << QString::fromLatin1(first) << times;
        };
        row("once", "", "2026-11-20T02:00:00+01:00", {u"2026-11-20T01:00:00Z"_qs, QString()});
        row("daily", "FREQ=DAILY", "2026-11-20T02:00:00+01:00",
            {u"2026-11-20T01:00:00Z"_qs, u"2026-11-21T01:00:00Z"_qs, u"2026-11-22T01:00:00Z"_qs});
        row("the clocks are put back", "FREQ=DAILY", "2026-10-24T02:30:00+02:00",
            {u"2026-10-24T00:30:00Z"_qs, u"2026-10-25T00:30:00Z"_qs, u"2026-10-26T01:30:00Z"_qs});
        row("the clocks are put forward", "FREQ=DAILY", "2027-03-27T02:30:00+01:00",
            {u"2027-03-27T01:30:00Z"_qs, u"2027-03-28T01:30:00Z"_qs, u"2027-03-29T00:30:00Z"_qs});
        row("every third day", "FREQ=DAILY;INTERVAL=3", "2026-11-20T02:00:00+01:00",
            {u"2026-11-20T01:00:00Z"_qs, u"2026-11-23T01:00:00Z"_qs});
        row("weekdays", "FREQ=DAILY;BYDAY=MO,FR", "2026-11-20T02:00:00+01:00",
            {u"2026-11-20T01:00:00Z"_qs, u"2026-11-23T01:00:00Z"_qs, u"2026-11-27T01:00:00Z"_qs});
        row("weekly", "FREQ=WEEKLY", "2026-11-20T02:00:00+01:00",
            {u"2026-11-20T01:00:00Z"_qs, u"2026-11-27T01:00:00Z"_qs});
        row("every other week", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "2026-11-20T02:00:00+01:00",
            {u"2026-11-20T01:00:00Z"_qs, u"2026-11-30T01:00:00Z"_qs, u"2026-12-04T01:00:00Z"_qs,
             u"2026-12-14T01:00:00Z"_qs});
        row("counted", "FREQ=WEEKLY;COUNT=2", "2026-11-20T02:00:00+01:00",
            {u"2026-11-20T01:00:00Z"_qs, u"2026-11-27T01:00:00Z"_qs, QString()});
        row("until", "FREQ=DAILY;UNTIL=20261121T010000Z", "2026-11-20T02:00:00+01:00",
            {u"2026-11-20T01:00:00Z"_qs, u"2026-11-21T01:00:00Z"_qs, QString()});
        row("until a day", "FREQ=DAILY;UNTIL=20261121", "2026-11-20T02:00:00+01:00",
            {u"2026-11-20T01:00:00Z"_qs, u"2026-11-21T01:00:00Z"_qs, QString()});
        row("no 31st", "FREQ=MONTHLY", "2026-10-31T12:00:00+01:00",
            {u"2026-10-31T11:00:00Z"_qs, u"2026-12-31T11:00:00Z"_qs, u"2027-01-31T11:00:00Z"_qs});
        row("second Tuesday", "FREQ=MONTHLY;BYDAY=2TU", "2026-11-10T12:00:00+01:00",
            {u"2026-11-10T11:00:00Z"_qs, u"2026-12-08T11:00:00Z"_qs});
        row("last Friday", "FREQ=MONTHLY;BYDAY=-1FR", "2026-11-27T12:00:00+01:00",
            {u"2026-11-27T11:00:00Z"_qs, u"2026-12-25T11:00:00Z"_qs});
        row("on days of a month", "FREQ=MONTHLY;BYMONTHDAY=1,-1", "2026-11-30T12:00:00+01:00",
            {u"2026-11-30T11:00:00Z"_qs, u"2026-12-01T11:00:00Z"_qs, u"2026-12-31T11:00:00Z"_qs,
             u"2027-01-01T11:00:00Z"_qs});
        row("Friday the 13th", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "2026-11-13T12:00:00+01:00",
            {u"2026-11-13T11:00:00Z"_qs, u"2027-08-13T10:00:00Z"_qs});
        row("30th of each month", "FREQ=MONTHLY;BYMONTHDAY=30", "2026-12-30T12:00:00+01:00",
            {u"2026-12-30T11:00:00Z"_qs, u"2027-01-30T11:00:00Z"_qs, u"2027-03-30T10:00:00Z"_qs});
        // The example of RFC 5545, 3.3.10.
        row("weeks that begin on Monday", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
            "1997-08-05T09:00:00+02:00",
            {u"1997-08-05T07:00:00Z"_qs, u"1997-08-10T07:00:00Z"_qs, u"1997-08-19T07:00:00Z"_qs,
             u"1997-08-24T07:00:00Z"_qs, QString()});
        row("weeks that begin on Sunday", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
            "1997-08-05T09:00:00+02:00",
            {u"1997-08-05T07:00:00Z"_qs, u"1997-08-17T07:00:00Z"_qs, u"1997-08-19T07:00:00Z"_qs,
             u"1997-08-31T07:00:00Z"_qs, QString()});
        row("fifth Monday", "FREQ=MONTHLY;BYDAY=5MO", "2026-11-30T12:00:00+01:00",
            {u"2026-11-30T11:00:00Z"_qs, u"2027-03-29T10:00:00Z"_qs});
    }
    void repeats()
    {
        QFETCH(QString, rule);
        QFETCH(QString, first);
        QFETCH(QStringList, times);
        const auto repetition = Repetition::parse(rule);
        QVERIFY2(repetition, qPrintable(repetition ? QString() : repetition.error().message));
        QCOMPARE(Repetition::parse(repetition->toString())->toString(), repetition->toString());
        QDateTime after = at(first).addSecs(-1);
        for (const QString &time : std::as_const(times)) {
            const auto next = repetition->next(at(first), QTimeZone("Europe/Berlin"), after);
            QCOMPARE(next ? next->toString(Qt::ISODate) : QString(), time);
            after = next.value_or(after);
        }
    }

    void longAgoIsNoFartherThanYesterday()
    {
        QElapsedTimer timer;
        timer.start();
        const char *const rules[] = {"FREQ=DAILY",
                                     "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,SA",
                                     "FREQ=MONTHLY;BYDAY=1SU",
                                     "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,SA;WKST=SU",
                                     "FREQ=MONTHLY;BYMONTHDAY=1,-2",
                                     "FREQ=DAILY;COUNT=10000"};
        for (const char *rule : rules) {
            const auto repetition = Repetition::parse(QString::fromLatin1(rule));
            const QDateTime first = at(u"2000-01-01T02:00:00Z"_qs);
            const auto next = repetition->next(first, QTimeZone::utc(), at(u"2026-11-20T12:00:00Z"_qs));
            QVERIFY(next);
            // It is what going there step by step finds.
            QDateTime step = first.addSecs(-1);
            while (step <= at(u"2026-11-20T12:00:00Z"_qs)) {
                const auto found = repetition->next(first, QTimeZone::utc(), step);
                QVERIFY(found && *found > step);
                step = QString::fromLatin1(rule).contains(u"COUNT") ? *next : *found;
            }
            QCOMPARE(step, *next);
        }
        QVERIFY(timer.elapsed() < 60'000);
    }

    void isNotUnderstood_data()
    {
        QTest::addColumn<QString>("rule");
        for (const char *rule : {"FREQ=YEARLY",
                                 "FREQ=HOURLY",
                                 "INTERVAL=2",
                                 "FREQ=DAILY;INTERVAL=0",
                                 "FREQ=DAILY;INTERVAL=100000",
                                 "FREQ=DAILY;COUNT=0",
                                 "FREQ=DAILY;COUNT=1;UNTIL=20261121",
                                 "FREQ=DAILY;BYHOUR=2",
                                 "FREQ=DAILY;BYMONTHDAY=1",
                                 "FREQ=MONTHLY;BYMONTHDAY=0",
                                 "FREQ=MONTHLY;BYMONTHDAY=32",
                                 "FREQ=MONTHLY;BYMONTHDAY=",
                                 "FREQ=WEEKLY;BYDAY=1MO",
                                 "FREQ=MONTHLY;BYDAY=6MO",
                                 "FREQ=MONTHLY;BYDAY=0MO",
                                 "FREQ=WEEKLY;BYDAY=XX",
                                 "FREQ=WEEKLY;BYDAY=",
                                 "FREQ=WEEKLY;WKST=XX",
                                 "FREQ=DAILY;FREQ=WEEKLY",
                                 "FREQ=DAILY;UNTIL=soon",
                                 "daily",
                                 "FREQ"})
            QTest::newRow(rule) << QString::fromLatin1(rule);
    }
    void isNotUnderstood()
    {
        QFETCH(QString, rule);
        const auto repetition = Repetition::parse(rule);
        QVERIFY(!repetition);
        QCOMPARE(repetition.error().code, core::ErrorCode::Invalid);
    }

    void spans()
    {
        MaintenanceWindow window;
        window.start = at(u"2026-11-20T22:00:00Z"_qs);
        window.duration = 4 * 3600;
        window.timeZone = u"Europe/Berlin"_qs;
        window.repetition = u"FREQ=DAILY;COUNT=2"_qs;
        const auto times = WindowTimes::of(window);
        QVERIFY(times);
        QCOMPARE(times->spanAt(at(u"2026-11-01T00:00:00Z"_qs))->begin, window.start);
        QCOMPARE(times->spanAt(at(u"2026-11-21T01:59:59Z"_qs))->begin, window.start);
        QCOMPARE(times->spanAt(at(u"2026-11-21T02:00:00Z"_qs))->begin, window.start.addDays(1));
        QVERIFY(!times->spanAt(at(u"2026-11-22T02:00:00Z"_qs)));
        window.timeZone = u"Mars/Olympus"_qs;
        QVERIFY(!WindowTimes::of(window));
    }

    void betweenTwoMoments()
    {
        MaintenanceWindow window;
        window.start = at(u"2026-10-23T01:00:00Z"_qs); // at three there
        window.duration = 3600;
        window.timeZone = u"Europe/Berlin"_qs;
        window.repetition = u"FREQ=DAILY"_qs;
        window.exceptions = {at(u"2026-10-24T01:00:00Z"_qs)};
        window.additions = {{at(u"2026-10-24T05:00:00Z"_qs), 1800}, {at(u"2026-10-25T02:00:00Z"_qs), 60}};
        const auto times = WindowTimes::of(window);
        QVERIFY(times);
        const auto shown = [&](const QString &from, const QString &to, int most = 10) {
            QStringList out;
            for (const WindowTimes::Span &span : times->between(at(from), at(to), most))
                out << span.begin.toString(u"dd.hh:mm"_qs) + u'/' +
                           QString::number(span.begin.secsTo(span.end) / 60);
            return out;
        };
        // The clocks there are set on the 25th; what is added at a time it is repeated is there once.
        const QStringList all{u"23.01:00/60"_qs, u"24.05:00/30"_qs, u"25.02:00/60"_qs, u"26.02:00/60"_qs};
        QCOMPARE(shown(u"2026-10-20T00:00:00Z"_qs, u"2026-10-27T00:00:00Z"_qs), all);
        QCOMPARE(shown(u"2026-10-20T00:00:00Z"_qs, u"2026-10-27T00:00:00Z"_qs, 2), all.mid(0, 2));
        // One that runs at the beginning is there; one that begins at the end, or ended at the beginning, is
        // not.
        QCOMPARE(shown(u"2026-10-23T01:59:59Z"_qs, u"2026-10-25T02:00:00Z"_qs), all.mid(0, 2));
        QCOMPARE(shown(u"2026-10-23T02:00:00Z"_qs, u"2026-10-25T02:00:01Z"_qs), all.mid(1, 2));
    }

    void readsEvents_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("start");
        QTest::addColumn<int>("duration");
        QTest::addColumn<QString>("zone");
        QTest::newRow("UTC") << QByteArray("DTSTART:20261121T020000Z\r\nDTEND:20261121T040000Z\r\n")
                             << u"2026-11-21T02:00:00Z"_qs << 7200 << u"UTC"_qs;
        QTest::newRow("zone") << QByteArray("DTSTART;TZID=Europe/Berlin:20261121T020000\r\n"
                                            "DTEND;TZID=America/New_York:20261120T210000\r\n")
                              << u"2026-11-21T01:00:00Z"_qs << 3600 << u"Europe/Berlin"_qs;
        QTest::newRow("zone of Windows")
            << QByteArray(
                   "DTSTART;TZID=\"W. Europe Standard Time\":20261121T020000\r\nDURATION:P1DT1H30M\r\n")
            << u"2026-11-21T01:00:00Z"_qs << 91'800 << u"Europe/Berlin"_qs;
        QTest::newRow("floating") << QByteArray("DTSTART:20261121T020000\r\nDURATION:P1W\r\n")
                                  << u"2026-11-21T01:00:00Z"_qs << 604'800 << u"Europe/Berlin"_qs;
        QTest::newRow("whole day") << QByteArray("DTSTART;VALUE=DATE:20261121\r\n")
                                   << u"2026-11-20T23:00:00Z"_qs << 86'400 << u"Europe/Berlin"_qs;
        QTest::newRow("folded") << QByteArray("DTSTART:2026112\r\n 1T020000Z\r\nDUR\r\n\tATION:PT15M\r\n")
                                << u"2026-11-21T02:00:00Z"_qs << 900 << u"UTC"_qs;
    }
    void readsEvents()
    {
        QFETCH(QByteArray, lines);
        const auto import = ICalendar::read(calendarOf(eventOf(lines)), QTimeZone("Europe/Berlin"));
        QVERIFY2(import, qPrintable(import ? QString() : import.error().message));
        QVERIFY2(import->windows.size() == 1, qPrintable(import->remarks.join(u'|')));
        const MaintenanceWindow &window = import->windows.first();
        QCOMPARE(window.start.toString(Qt::ISODate),
                 *static_cast<QString *>(QTest::qData("start", QMetaType::QString)));
        QTEST(window.duration, "duration");
        QTEST(window.timeZone, "zone");
        QCOMPARE(window.displayName, u"Patches"_qs);
        QCOMPARE(window.uid, u"u@x"_qs);
        QCOMPARE(import->remarks.size(), QString::fromLatin1(QTest::currentDataTag()) == u"floating" ? 1 : 0);
    }

    // As Google, Outlook and others write them.
    void exceptions_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QStringList>("times");
        const QByteArray berlin = "DTSTART;TZID=Europe/Berlin:20261020T020000\r\nDURATION:PT1H\r\n"
                                  "RRULE:FREQ=WEEKLY;COUNT=4\r\n";
        const QStringList left{u"2026-10-20T00:00:00Z"_qs, u"2026-11-10T01:00:00Z"_qs, QString()};
        QTest::newRow("in its zone")
            << QByteArray(berlin + "EXDATE;TZID=Europe/Berlin:20261027T020000,20261103T020000\r\n") << left;
        QTest::newRow("in UTC") << QByteArray(berlin +
                                              "EXDATE:20261027T010000Z\r\nEXDATE:20261103T010000Z\r\n")
                                << left;
        QTest::newRow("in the zone of Windows")
            << QByteArray(berlin + "EXDATE;TZID=\"W. Europe Standard Time\":20261027T020000\r\n"
                                   "EXDATE;TZID=America/New_York:20261102T200000\r\n")
            << left;
        QTest::newRow("without a zone")
            << QByteArray(berlin + "EXDATE:20261027T020000,20261103T020000\r\n") << left;
        QTest::newRow("by days") << QByteArray(berlin + "EXDATE;VALUE=DATE:20261027,20261103\r\n") << left;
        QTest::newRow("none of its times")
            << QByteArray(berlin + "EXDATE;TZID=Europe/Berlin:20261027T030000\r\n")
            << QStringList{u"2026-10-20T00:00:00Z"_qs, u"2026-10-27T01:00:00Z"_qs};
        QTest::newRow("the first") << QByteArray(berlin + "EXDATE;TZID=Europe/Berlin:20261020T020000\r\n")
                                   << QStringList{u"2026-10-27T01:00:00Z"_qs, u"2026-11-03T01:00:00Z"_qs};
        QTest::newRow("of whole days")
            << QByteArray("DTSTART;VALUE=DATE:20261020\r\nRRULE:FREQ=DAILY\r\nEXDATE;VALUE=DATE:20261021\r\n")
            << QStringList{u"2026-10-19T22:00:00Z"_qs, u"2026-10-21T22:00:00Z"_qs};
    }
    void exceptions()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QStringList, times);
        const auto import = ICalendar::read(calendarOf(eventOf(lines)), QTimeZone("Europe/Berlin"));
        QVERIFY2(import, qPrintable(import ? QString() : import.error().message));
        QVERIFY2(import->windows.size() == 1, qPrintable(import->remarks.join(u'|')));
        QVERIFY2(import->remarks.isEmpty(), qPrintable(import->remarks.join(u'|')));
        // As it is kept.
        const auto kept =
            core::fromJson<MaintenanceWindow>(core::toJson(keepable(import->windows.first())).toObject());
        QVERIFY2(kept, qPrintable(kept ? QString() : kept.error().message));
        const auto window = WindowTimes::of(*kept);
        QVERIFY(window);
        QDateTime now = kept->start.addSecs(-1);
        for (const QString &time : std::as_const(times)) {
            const auto span = window->spanAt(now);
            QCOMPARE(span ? span->begin.toString(Qt::ISODate) : QString(), time);
            now = span ? span->end : now;
        }
    }

    // As Google, Outlook, Thunderbird and the examples of RFC 5545 write them.
    void series_data()
    {
        QTest::addColumn<QByteArray>("events");
        QTest::addColumn<QStringList>("spans");
        const QByteArray once = "DTSTART;TZID=Europe/Berlin:20261120T020000\r\nDURATION:PT1H\r\n";
        const QByteArray weekly = once + "RRULE:FREQ=WEEKLY;COUNT=3\r\n";
        const QByteArray second = "RECURRENCE-ID;TZID=Europe/Berlin:20261127T020000\r\n";
        const QString first = u"2026-11-20 01:00–02:00"_qs;
        const QString third = u"2026-12-04 01:00–02:00"_qs;
        const auto row = [](const char *name, const QByteArray &events, const QStringList &spans) {
            QTest::newRow(name) << events << spans;
        };
        row("added", eventOf(once + "RDATE:20261122T030000Z\r\nRDATE;TZID=Europe/Berlin:20261121T050000\r\n"),
            {first, u"2026-11-21 04:00–05:00"_qs, u"2026-11-22 03:00–04:00"_qs});
        row("added in its zone", eventOf(weekly + "RDATE:20261121T050000,20261122T050000\r\n"),
            {first, u"2026-11-21 04:00–05:00"_qs, u"2026-11-22 04:00–05:00"_qs, u"2026-11-27 01:00–02:00"_qs,
             third});
        row("added by days", eventOf(once + "RDATE;VALUE=DATE:20261121,20261122\r\n"),
            {first, u"2026-11-21 01:00–02:00"_qs, u"2026-11-22 01:00–02:00"_qs});
        row("added with how long each is",
            eventOf(once + "RDATE;VALUE=PERIOD:20261121T030000Z/20261121T033000Z,20261122T030000Z/PT5H\r\n"),
            {first, u"2026-11-21 03:00–03:30"_qs, u"2026-11-22 03:00–08:00"_qs});
        row("added and left out",
            eventOf(once + "RDATE:20261121T030000Z,20261122T030000Z\r\n"
                           "EXDATE:20261121T030000Z\r\n"),
            {first, u"2026-11-22 03:00–04:00"_qs});
        row("added where it is", eventOf(once + "RDATE:20261120T010000Z\r\n"), {first});
        row("added while it runs", eventOf(once + "RDATE:20261120T013000Z\r\n"),
            {first, u"2026-11-20 01:30–02:30"_qs});
        row("only the first, left out",
            eventOf(once + "EXDATE:20261120T010000Z\r\nRDATE:20261122T030000Z\r\n"),
            {u"2026-11-22 03:00–04:00"_qs});
        const QByteArray moved = "DTSTART:20261128T100000Z\r\nDTEND:20261128T120000Z\r\n";
        row("moved", eventOf(weekly) + eventOf(second + moved), {first, u"2026-11-28 10:00–12:00"_qs, third});
        row("moved, said first", eventOf(second + moved) + eventOf(weekly),
            {first, u"2026-11-28 10:00–12:00"_qs, third});
        row("moved, in UTC", eventOf(weekly) + eventOf("RECURRENCE-ID:20261127T010000Z\r\n" + moved),
            {first, u"2026-11-28 10:00–12:00"_qs, third});
        row("moved, of a day", eventOf(weekly) + eventOf("RECURRENCE-ID;VALUE=DATE:20261127\r\n" + moved),
            {first, u"2026-11-28 10:00–12:00"_qs, third});
        row("moved and left out", eventOf(weekly + "EXDATE:20261127T010000Z\r\n") + eventOf(second + moved),
            {first, u"2026-11-28 10:00–12:00"_qs, third});
        row("moved twice",
            eventOf(weekly) + eventOf(second + moved) +
                eventOf(second + "DTSTART:20261129T100000Z\r\nDURATION:PT1H\r\n"),
            {first, u"2026-11-29 10:00–11:00"_qs, third});
        row("longer", eventOf(weekly) + eventOf(second + "DTSTART:20261127T010000Z\r\nDURATION:PT3H\r\n"),
            {first, u"2026-11-27 01:00–04:00"_qs, third});
        row("exchanged",
            eventOf(weekly) + eventOf(second + "DTSTART:20261204T010000Z\r\nDURATION:PT2H\r\n") +
                eventOf("RECURRENCE-ID:20261204T010000Z\r\nDTSTART:20261127T010000Z\r\nDURATION:PT3H\r\n"),
            {first, u"2026-11-27 01:00–04:00"_qs, u"2026-12-04 01:00–03:00"_qs});
        row("the first is moved", eventOf(weekly) + eventOf("RECURRENCE-ID:20261120T010000Z\r\n" + moved),
            {u"2026-11-27 01:00–02:00"_qs, u"2026-11-28 10:00–12:00"_qs, third});
        row("cancelled", eventOf(weekly) + eventOf(second + "STATUS:CANCELLED\r\n"), {first, third});
        row("an added one is cancelled",
            eventOf(once + "RDATE:20261122T030000Z\r\n") +
                eventOf("RECURRENCE-ID:20261122T030000Z\r\nSTATUS:CANCELLED\r\n"),
            {first});
        row("none of its times is moved",
            eventOf(weekly) + eventOf("RECURRENCE-ID:20261126T010000Z\r\n" + moved),
            {first, u"2026-11-27 01:00–02:00"_qs, third});
        row("moved, without its series", eventOf(second + moved), {u"2026-11-28 10:00–12:00"_qs});
    }
    void series()
    {
        QFETCH(QByteArray, events);
        QFETCH(QStringList, spans);
        const auto import = ICalendar::read(calendarOf(events), QTimeZone("Europe/Berlin"));
        QVERIFY2(import, qPrintable(import ? QString() : import.error().message));
        QVERIFY2(import->windows.size() == 1, qPrintable(import->remarks.join(u'|')));
        QVERIFY2(import->remarks.isEmpty(), qPrintable(import->remarks.join(u'|')));
        const auto kept =
            core::fromJson<MaintenanceWindow>(core::toJson(keepable(import->windows.first())).toObject());
        QVERIFY2(kept, qPrintable(kept ? QString() : kept.error().message));
        const auto times = WindowTimes::of(*kept);
        QVERIFY(times);
        QStringList found;
        QDateTime now = at(u"2026-11-01T00:00:00Z"_qs);
        for (auto span = times->spanAt(now); span && found.size() < 10; span = times->spanAt(now)) {
            found << span->begin.toString(u"yyyy-MM-dd HH:mm"_qs) + u'–' + span->end.toString(u"HH:mm"_qs);
            now = span->end;
        }
        QCOMPARE(found, spans);
    }

    // What would be silenced at a wrong time is not silenced at all.
    void aSeriesOfWhichAPartIsNotUnderstoodIsLeftOut()
    {
        const QByteArray weekly = "DTSTART:20261120T020000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY\r\n";
        const QByteArray other = "BEGIN:VEVENT\r\nUID:other@x\r\n" + weekly + "END:VEVENT\r\n";
        for (const QByteArray &part :
             {QByteArray("RECURRENCE-ID;RANGE=THISANDFUTURE:20261127T020000Z\r\n"
                         "DTSTART:20261127T030000Z\r\nDURATION:PT1H\r\n"),
              QByteArray("RECURRENCE-ID:soon\r\nDTSTART:20261127T030000Z\r\nDURATION:PT1H\r\n"),
              QByteArray("RECURRENCE-ID:20261127T020000Z\r\nDTSTART:20261127T030000Z\r\n")}) {
            const auto import =
                ICalendar::read(calendarOf(eventOf(weekly) + other + eventOf(part)), QTimeZone::utc());
            QVERIFY(import);
            QCOMPARE(import->windows.size(), 1);
            QCOMPARE(import->windows.first().uid, u"other@x"_qs);
            QVERIFY(!import->remarks.isEmpty());
        }
        // A series that is cancelled takes its parts with it.
        const auto import = ICalendar::read(
            calendarOf(eventOf(weekly + "STATUS:CANCELLED\r\n") +
                       eventOf("RECURRENCE-ID:20261127T020000Z\r\nDTSTART:20261127T030000Z\r\n"
                               "DURATION:PT1H\r\n")),
            QTimeZone::utc());
        QVERIFY(import);
        QCOMPARE(import->windows.size(), 0);
        QCOMPARE(import->remarks.size(), 1);
    }

    void saysWhatIsLeftOut_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("remark");
        QTest::addColumn<int>("windows");
        const QByteArray good = "DTSTART:20261121T020000Z\r\nDURATION:PT1H\r\n";
        QTest::newRow("a rule of exceptions")
            << QByteArray(good + "RRULE:FREQ=DAILY\r\nEXRULE:FREQ=WEEKLY\r\n") << u"EXRULE"_qs << 0;
        QTest::newRow("an addition that is no time")
            << QByteArray(good + "RDATE:20261122T030000Z,soon\r\n") << u"soon"_qs << 0;
        QTest::newRow("an addition that does not last")
            << QByteArray(good + "RDATE;VALUE=PERIOD:20261122T030000Z/20261122T020000Z\r\n")
            << u"does not last"_qs << 0;
        QTest::newRow("too many additions")
            << QByteArray(good + QByteArray("RDATE:20261122T020000Z\r\n").repeated(367)) << u"366"_qs << 0;
        QTest::newRow("a time that is cancelled, of no series")
            << QByteArray(good + "STATUS:CANCELLED\r\nRECURRENCE-ID:20261121T020000Z\r\n") << u"cancelled"_qs
            << 0;
        QTest::newRow("a time that is repeated")
            << QByteArray(good + "RRULE:FREQ=DAILY\r\nRECURRENCE-ID:20261121T020000Z\r\n") << u"RRULE"_qs
            << 0;
        QTest::newRow("never") << QByteArray(good + "EXDATE:20261121T020000Z\r\n") << u"left out"_qs << 0;
        QTest::newRow("an exception that is no time")
            << QByteArray(good + "RRULE:FREQ=DAILY\r\nEXDATE:soon\r\n") << u"soon"_qs << 0;
        QTest::newRow("too many exceptions")
            << QByteArray(good + "RRULE:FREQ=DAILY\r\n" +
                          QByteArray("EXDATE:20261122T020000Z\r\n").repeated(367))
            << u"366"_qs << 0;
        QTest::newRow("rule") << QByteArray(good + "RRULE:FREQ=MONTHLY;BYSETPOS=1\r\n") << u"BYSETPOS"_qs
                              << 0;
        QTest::newRow("two rules") << QByteArray(good + "RRULE:FREQ=DAILY\r\nRRULE:FREQ=WEEKLY\r\n")
                                   << u"more than one"_qs << 0;
        QTest::newRow("another day") << QByteArray(good + "RRULE:FREQ=WEEKLY;BYDAY=MO\r\n")
                                     << u"on which it is not"_qs << 0;
        QTest::newRow("zone") << QByteArray("DTSTART;TZID=Mars/Olympus:20261121T020000\r\nDURATION:PT1H\r\n")
                              << u"Mars/Olympus"_qs << 0;
        QTest::newRow("a file for a zone")
            << QByteArray("DTSTART;TZID=../../../etc/localtime:20261121T020000\r\nDURATION:PT1H\r\n")
            << u"etc/localtime"_qs << 0;
        QTest::newRow("no end") << QByteArray("DTSTART:20261121T020000Z\r\n") << u"does not last"_qs << 0;
        QTest::newRow("backwards") << QByteArray("DTSTART:20261121T020000Z\r\nDTEND:20261121T010000Z\r\n")
                                   << u"does not last"_qs << 0;
        QTest::newRow("for ever") << QByteArray("DTSTART:20261121T020000Z\r\nDURATION:P999W\r\n")
                                  << u"does not last"_qs << 0;
        QTest::newRow("cancelled") << QByteArray(good + "STATUS:CANCELLED\r\n") << u"cancelled"_qs << 0;
        QTest::newRow("no start") << QByteArray("DURATION:PT1H\r\n") << u"DTSTART"_qs << 0;
        QTest::newRow("no time") << QByteArray("DTSTART:20261341T020000Z\r\nDURATION:PT1H\r\n")
                                 << u"no time"_qs << 0;
        QTest::newRow("own property") << QByteArray(good + "X-COLOUR:red\r\n") << u"X-COLOUR"_qs << 1;
        QTest::newRow("alarm") << QByteArray(good + "BEGIN:VALARM\r\nTRIGGER:-PT15M\r\nEND:VALARM\r\n")
                               << u"VALARM"_qs << 1;
    }
    void saysWhatIsLeftOut()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, remark);
        const auto import = ICalendar::read(calendarOf(eventOf(lines)), QTimeZone::utc());
        QVERIFY2(import, qPrintable(import ? QString() : import.error().message));
        QTEST(int(import->windows.size()), "windows");
        QVERIFY2(import->remarks.join(u'|').contains(remark), qPrintable(import->remarks.join(u'|')));
        if (import->windows.isEmpty())
            QVERIFY(import->remarks.last().contains(u"Patches"_qs));
    }

    void whatIsNoCalendarIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("other") << QByteArray("hello");
        QTest::newRow("binary") << QByteArray("\0\xff\xfe\n\0", 5);
        QTest::newRow("no end") << QByteArray("BEGIN:VCALENDAR\r\n" +
                                              eventOf("DTSTART:20261121T020000Z\r\n"));
        QTest::newRow("crossed") << QByteArray("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\nEND:VEVENT\n");
        QTest::newRow("too large") << QByteArray(2 << 20, 'x');
        QTest::newRow("a long line") << calendarOf("X:" + QByteArray(20'000, 'x') + "\r\n");
        QTest::newRow("a long folded line")
            << calendarOf("X:" + QByteArray("y\r\n ").repeated(20'000) + "\r\n");
        QTest::newRow("too deep") << QByteArray("BEGIN:VCALENDAR\n").repeated(100'000 / 16);
        QTest::newRow("too many") << calendarOf(eventOf("DTSTART:20261121T020000Z\r\n").repeated(600));
        QTest::newRow("many lines") << calendarOf("BEGIN:VEVENT\r\n" + QByteArray("X:y\r\n").repeated(2000) +
                                                  "END:VEVENT\r\n");
    }
    void whatIsNoCalendarIsRefused()
    {
        QFETCH(QByteArray, text);
        const auto import = ICalendar::read(text, QTimeZone::utc());
        QVERIFY(!import);
        QCOMPARE(import.error().code, core::ErrorCode::Invalid);
        QVERIFY(!import.error().message.isEmpty());
    }

    // A good calendar, cut anywhere and with any bytes in it: it is answered, and what comes out can be kept.
    void whateverComesIsAnswered()
    {
        const QByteArray good = calendarOf(
            eventOf("DTSTART;TZID=\"Europe/Berlin\":20261121T020000\r\nDTEND;TZID=Europe/Berlin:2026\r\n "
                    "1121T040000\r\nRRULE:FREQ=MONTHLY;INTERVAL=2;BYDAY=3SA,-1SU;UNTIL=20271121T000000Z\r\n"
                    "DESCRIPTION:a\\, b\\n\\\\n\r\n") +
            eventOf("DTSTART;VALUE=DATE:20261121\r\nDURATION:P1DT2H3M4S\r\nRRULE:FREQ=DAILY;COUNT=9\r\n"
                    "EXDATE;VALUE=DATE:20261122,20261123\r\n"
                    "RDATE;VALUE=PERIOD:20261124T010203Z/PT1H,20261125T010203Z/20261125T020000Z\r\n") +
            eventOf("RECURRENCE-ID;VALUE=DATE:20261124\r\nDTSTART:20261124T120000Z\r\nDURATION:PT2H\r\n"));
        QVERIFY(ICalendar::read(good, QTimeZone::utc()));
        QRandomGenerator random(7);
        int answered = 0;
        const auto look = [&](const QByteArray &text) {
            const auto import = ICalendar::read(text, QTimeZone::utc());
            if (!import)
                return;
            ++answered;
            for (const MaintenanceWindow &window : import->windows) {
                QVERIFY(WindowTimes::of(window));
                const auto flaw = core::flawOf(keepable(window));
                QVERIFY2(!flaw, qPrintable(flaw ? flaw->message : QString()));
            }
        };
        for (qsizetype length = 0; length < good.size(); ++length)
            look(good.first(length));
        for (int run = 0; run < 4000; ++run) {
            QByteArray text = good;
            for (int change = random.bounded(1, 4); change > 0; --change) {
                const qsizetype place = random.bounded(int(text.size()));
                if (random.bounded(3) == 0)
                    text.remove(place, random.bounded(1, 12));
                else
                    text[place] = ";:,=\r\n \"0919TZ-\xff"[random.bounded(17)];
            }
            look(text);
        }
        QVERIFY(answered > 100);
    }

    void remarksAreBounded()
    {
        QByteArray events;
        for (int i = 0; i < 400; ++i)
            events += "BEGIN:VEVENT\r\nUID:x\r\nX-" + QByteArray::number(i) + ":y\r\nEND:VEVENT\r\n";
        const auto import = ICalendar::read(calendarOf(events), QTimeZone::utc());
        QVERIFY(import);
        QCOMPARE(import->remarks.size(), qsizetype(ICalendar::mostRemarks + 1));
    }
};

QTEST_GUILESS_MAIN(CalendarTest)
#include "calendartest.moc"
