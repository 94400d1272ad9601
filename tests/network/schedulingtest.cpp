// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/recurrence.h"
#include "domain/network/scandiff.h"

#include <QTest>

using namespace network;

namespace {
QDateTime at(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toUTC();
}

ScannedDevice device(const QString &id, const QString &address, const QStringList &ports = {},
                     const QString &os = {})
{
    return {id, address, {}, id, os, ports};
}

QStringList said(const CompareScans::Reply &reply)
{
    QStringList out;
    for (const ScanDifference &each : reply.differences)
        out << each.letter + u' ' + each.address + u": "_qs + each.details.join(u" | "_qs);
    return out;
}
bool everything(const QString &) { return true; }
} // namespace

/// When scans are made again, and what two of them tell apart.
class SchedulingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneForm_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("form");
        QTest::newRow("hours") << u" Every  6 h "_qs << u"every 6 h"_qs;
        QTest::newRow("minutes") << u"every 120 min"_qs << u"every 2 h"_qs;
        QTest::newRow("days") << u"every 48 h"_qs << u"every 2 d"_qs;
        QTest::newRow("daily") << u"daily 02:00"_qs << u"daily 02:00"_qs;
        QTest::newRow("all days") << u"mon,tue,wed,thu,fri,sat,sun 23:59"_qs << u"daily 23:59"_qs;
        QTest::newRow("some days") << u"thu,Mon,thu 02:30"_qs << u"mon,thu 02:30"_qs;
        QTest::newRow("monthly") << u"monthly 31 00:00"_qs << u"monthly 31 00:00"_qs;
        for (const char *bad :
             {"", "every", "every h", "every 0 h", "every 4 min", "every -6 h", "every 6 weeks",
              "every 99999999999 h", "daily", "daily 24:00", "daily 2", "daily 02:00 03:00", "mon,xyz 02:00",
              ", 02:00", "monthly 0 02:00", "monthly 32 02:00", "monthly 02:00", "* * * * *"})
            QTest::newRow(bad) << QString::fromLatin1(bad) << QString();
    }
    void oneForm()
    {
        QFETCH(QString, text);
        const auto recurrence = Recurrence::parse(text);
        QTEST(recurrence ? recurrence->toString() : QString(), "form");
        if (!recurrence)
            QCOMPARE(recurrence.error().code, core::ErrorCode::Invalid);
    }

    void next_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDateTime>("after");
        QTest::addColumn<QDateTime>("last");
        QTest::addColumn<QDateTime>("due");
        const QDateTime never;
        const QDateTime friday = at("2026-11-20T12:00:00+01:00");
        QTest::newRow("never before") << u"every 6 h"_qs << friday << never << friday;
        QTest::newRow("interval") << u"every 6 h"_qs << friday << friday.addSecs(-3600)
                                  << friday.addSecs(5 * 3600);
        QTest::newRow("missed") << u"every 6 h"_qs << friday << friday.addDays(-3) << friday;
        QTest::newRow("today") << u"daily 13:00"_qs << friday << never << at("2026-11-20T13:00:00+01:00");
        QTest::newRow("tomorrow") << u"daily 12:00"_qs << friday << never << at("2026-11-21T12:00:00+01:00");
        QTest::newRow("weekday") << u"mon,thu 02:00"_qs << friday << never << at("2026-11-23T02:00:00+01:00");
        QTest::newRow("next month") << u"monthly 1 02:00"_qs << friday << never
                                    << at("2026-12-01T02:00:00+01:00");
        QTest::newRow("short month") << u"monthly 31 02:00"_qs << friday << never
                                     << at("2026-11-30T02:00:00+01:00");
        QTest::newRow("february") << u"monthly 30 02:00"_qs << at("2027-02-01T00:00:00+01:00") << never
                                  << at("2027-02-28T02:00:00+01:00");
        QTest::newRow("clocks forward") << u"daily 02:30"_qs << at("2027-03-27T12:00:00+01:00") << never
                                        << at("2027-03-28T03:30:00+02:00");
        QTest::newRow("clocks back") << u"daily 02:30"_qs << at("2026-10-25T02:30:00+02:00") << never
                                     << at("2026-10-26T02:30:00+01:00");
    }
    void next()
    {
        QFETCH(QString, text);
        QFETCH(QDateTime, after);
        QFETCH(QDateTime, last);
        const auto recurrence = Recurrence::parse(text);
        QVERIFY(recurrence);
        QTEST(recurrence->next(after, last, QTimeZone("Europe/Berlin")), "due");
    }

    void letters()
    {
        const auto reply = compareScans(
            {device(u"a"_qs, u"10.0.0.9"_qs, {u"80/tcp http nginx 1.22"_qs, u"23/tcp telnet"_qs},
                    u"Linux 5"_qs),
             device(u"b"_qs, u"10.0.0.3"_qs), device(u"c"_qs, u"10.0.0.4"_qs, {u"22/tcp ssh"_qs})},
            {device(u"a"_qs, u"10.0.0.10"_qs, {u"80/tcp http nginx 1.24"_qs, u"443/tcp https"_qs},
                    u"Linux 6"_qs),
             device(u"c"_qs, u"10.0.0.4"_qs, {u"22/tcp"_qs}),
             device(u"d"_qs, u"10.0.0.2"_qs, {u"22/tcp ssh"_qs})},
            everything);
        QCOMPARE(
            said(reply),
            (QStringList{
                u"A 10.0.0.2: 22/tcp ssh"_qs, u"R 10.0.0.3: "_qs,
                u"M 10.0.0.10: + 443/tcp https | 80/tcp: http nginx 1.22 → http nginx 1.24 | − 23/tcp telnet "
                u"| address: 10.0.0.9 → 10.0.0.10 | os: Linux 5 → Linux 6"_qs}));
        QCOMPARE(reply.unchanged, 1);
    }

    void whatOnlyOneLookedAtTellsNothing()
    {
        const QList<ScannedDevice> before{
            device(u"a"_qs, u"10.0.0.9"_qs, {u"22/tcp ssh"_qs, u"80/tcp http"_qs})};
        const QList<ScannedDevice> after{device(u"a"_qs, u"10.0.0.9"_qs, {u"443/tcp https"_qs})};
        const auto reply = compareScans(before, after, [](const QString &port) { return port == u"80/tcp"; });
        QCOMPARE(said(reply), QStringList{u"M 10.0.0.9: − 80/tcp http"_qs});
        QVERIFY(compareScans({}, {}, everything).differences.isEmpty());
    }
};

QTEST_GUILESS_MAIN(SchedulingTest)
#include "schedulingtest.moc"
