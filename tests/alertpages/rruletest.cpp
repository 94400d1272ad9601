// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/rrule.h"

#include "alerts/monthgrid.h"

#include <QTest>

using alerts::MonthGrid;
using alerts::Rrule;

/// When maintenance comes again, as far as it can be chosen; and the month in which it is shown.
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
    void theCalendarByKeys()
    {
        MonthGrid grid;
        const QDateTime begin(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
        const QDateTime now(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC);
        grid.setTimes({{QStringLiteral("M-1"), QStringLiteral("<b>Backup</b>"), begin, begin.addSecs(3600)}},
                      now);
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
