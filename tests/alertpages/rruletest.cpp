// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/rrule.h"

#include "alerts/monthgrid.h"

#include <QTest>

using alerts::MonthGrid;
using alerts::Rrule;

/// When maintenance comes again, as far as the calendar counts by itself.
class RruleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isReadAndWritten_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,WE", "FREQ=MONTHLY;BYMONTHDAY=15",
                                 "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;BYDAY=SU;UNTIL=20270101"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void isReadAndWritten()
    {
        QFETCH(QString, text);
        const auto rule = Rrule::parse(text);
        QVERIFY(rule);
        QCOMPARE(rule->toString(), text);
    }
    void whatIsMoreIsLeftAlone()
    {
        for (const char *text :
             {"", "FREQ=YEARLY", "FREQ=MONTHLY;BYDAY=2TU", "FREQ=DAILY;COUNT=3", "FREQ=WEEKLY;BYDAY=XX",
              "FREQ=DAILY;INTERVAL=0", "INTERVAL=2", "FREQ=MONTHLY;BYMONTHDAY=40"})
            QVERIFY2(!Rrule::parse(QLatin1String(text)), text);
    }
    void days()
    {
        const QDate first(2026, 11, 2); // a Monday
        const Rrule weekly = Rrule::weekly({2, 4});
        QVERIFY(!weekly.isOn(first, first));
        QVERIFY(weekly.isOn(QDate(2026, 11, 3), first));
        QVERIFY(weekly.isOn(QDate(2026, 11, 12), first));
        const auto third = Rrule::parse(QStringLiteral("FREQ=DAILY;INTERVAL=3"));
        QVERIFY(third->isOn(QDate(2026, 11, 5), first));
        QVERIFY(!third->isOn(QDate(2026, 11, 6), first));
        QVERIFY(!third->isOn(QDate(2026, 10, 30), first));
        QVERIFY(Rrule::monthly(31).isOn(QDate(2027, 1, 31), first));
        QVERIFY(!Rrule::monthly(31).isOn(QDate(2027, 2, 28), first));
    }

    /// At three on the clock of the wall there, also after the clocks there are set.
    void theClockOnTheWall()
    {
        alerts::MaintenanceWindow window;
        window.id = QStringLiteral("M-1");
        window.timeZone = QStringLiteral("Europe/Berlin");
        window.repetition = QStringLiteral("FREQ=DAILY");
        window.start = QDateTime(QDate(2026, 10, 23), QTime(1, 0), Qt::UTC); // 3:00 there
        window.duration = 3600;
        const auto occasions = MonthGrid::occasionsOf(window, QDate(2026, 10, 23), QDate(2026, 10, 27));
        QCOMPARE(occasions.first().from.toUTC().time(), QTime(1, 0));
        QCOMPARE(occasions.last().from.toUTC().time(), QTime(2, 0));
        window.isEnabled = false;
        QVERIFY(MonthGrid::occasionsOf(window, QDate(2026, 10, 23), QDate(2026, 10, 27)).isEmpty());
    }
    void whatCannotBeCountedIsWhatTheServerSays()
    {
        alerts::MaintenanceWindow window;
        window.repetition = QStringLiteral("FREQ=YEARLY;BYMONTH=11");
        window.start = QDateTime(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC);
        window.nextAt = QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
        const auto occasions = MonthGrid::occasionsOf(window, QDate(2026, 11, 1), QDate(2026, 11, 30));
        QCOMPARE(occasions.size(), 1);
        QCOMPARE(occasions.first().from.toUTC(), *window.nextAt);
    }
    /// What a calendar moved, and what it added.
    void timesBesidesThoseThatAreRepeated()
    {
        alerts::MaintenanceWindow window;
        window.repetition = QStringLiteral("FREQ=DAILY");
        window.start = QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
        window.duration = 3600;
        window.exceptions = {window.start.addDays(1)};
        window.additions = {{window.start.addDays(1).addSecs(7200), 1800}};
        const auto occasions = MonthGrid::occasionsOf(window, QDate(2026, 11, 20), QDate(2026, 11, 21));
        QCOMPARE(occasions.size(), 2);
        QVERIFY(std::any_of(occasions.begin(), occasions.end(), [&](const MonthGrid::Occasion &one) {
            return one.from == window.additions[0].begin && one.from.secsTo(one.to) == 1800;
        }));
        QVERIFY(std::none_of(occasions.begin(), occasions.end(), [&](const MonthGrid::Occasion &one) {
            return one.from == window.exceptions[0];
        }));
    }
    void theCalendarByKeys()
    {
        MonthGrid grid;
        alerts::MaintenanceWindow window;
        window.id = QStringLiteral("M-1");
        window.displayName = QStringLiteral("<b>Backup</b>");
        window.start = QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
        const QDateTime now(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC);
        grid.setWindows({window}, now);
        grid.setMonth(QDate(2026, 11, 18));
        QTest::keyClick(&grid, Qt::Key_Right);
        QTest::keyClick(&grid, Qt::Key_Right);
        QCOMPARE(grid.day(), QDate(2026, 11, 20));
        QCOMPARE(grid.on(grid.day()).size(), 1);
        QVERIFY(grid.accessibleDescription().contains(QLatin1String("Backup")));
        QTest::keyClick(&grid, Qt::Key_PageDown);
        QCOMPARE(grid.day(), QDate(2026, 12, 20));
        QVERIFY(grid.on(grid.day()).isEmpty());
        grid.resize(700, 400);
        QVERIFY(!grid.grab().isNull());
    }
};

QTEST_MAIN(RruleTest)
#include "rruletest.moc"
