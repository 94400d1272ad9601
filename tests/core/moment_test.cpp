// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/moment.h"

#include <QTest>

/// What a clock on a wall shows, and when.
class MomentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moments_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("wall");
        QTest::addColumn<QString>("moment");
        const auto row = [](const char *name, const char *zone, const char *wall, const char *moment) {
            QTest::newRow(name) << QString::fromLatin1(zone) << QString::fromLatin1(wall)
                                << QString::fromLatin1(moment);
        };
        row("winter", "Europe/Berlin", "2026-11-20T02:30:00", "2026-11-20T01:30:00Z");
        row("summer", "Europe/Berlin", "2026-07-20T02:30:00", "2026-07-20T00:30:00Z");
        row("left out", "Europe/Berlin", "2027-03-28T02:30:00", "2027-03-28T01:30:00Z");
        row("had twice", "Europe/Berlin", "2026-10-25T02:30:00", "2026-10-25T00:30:00Z");
        row("behind it", "Europe/Berlin", "2026-10-25T03:00:00", "2026-10-25T02:00:00Z");
        row("half an hour left out", "Australia/Lord_Howe", "2026-10-04T02:15:00", "2026-10-03T15:45:00Z");
        row("a day left out", "Pacific/Apia", "2011-12-30T12:00:00", "2011-12-30T22:00:00Z");
        row("no summer", "UTC", "2026-07-20T02:30:00", "2026-07-20T02:30:00Z");
    }
    void moments()
    {
        QFETCH(QString, zone);
        QFETCH(QString, wall);
        QFETCH(QString, moment);
        const QDateTime read = QDateTime::fromString(wall, Qt::ISODate);
        const QDateTime found = core::momentOf(read.date(), read.time(), QTimeZone(zone.toLatin1()));
        QCOMPARE(found.toUTC().toString(Qt::ISODate), moment);
    }
};

QTEST_GUILESS_MAIN(MomentTest)
#include "moment_test.moc"
