// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter.h"
#include "core/log.h"
#include "support/fakeclock.h"

#include <QTest>

class ValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void times_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"2026-11-20T14:28:03.250Z", "2026-11-20T14:28:03Z", "2026-11-20T14:28:03.250+02:00",
              "1969-12-31T23:59:59.999Z", "0001-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z",
              "2024-02-29T00:00:00.000Z", "2026-02-29T00:00:00.000Z", "2026-13-01T00:00:00.000Z",
              "2026-11-20T24:00:00.000Z", "2026-11-20T14:60:00.000Z", "2026-11-20T14:28:60.000Z",
              "2026-11-20T14:28:03.250", "2026-11-20 14:28:03.250Z", "2026-11-20T14:28:03.25xZ",
              "2026-11-20T14:28:03,250Z", "-026-11-20T14:28:03.250Z", "yesterday", ""})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void times()
    {
        QFETCH(QString, text);
        // The usual form is read and written without Qt's help, and means the same as with it.
        const QDateTime asQtReads = QDateTime::fromString(text, Qt::ISODateWithMs);
        const QDateTime read = core::timeFromText(text);
        QCOMPARE(read.isValid(), asQtReads.isValid() && asQtReads.timeSpec() != Qt::LocalTime);
        if (!read.isValid())
            return;
        QCOMPARE(read, asQtReads.toUTC());
        QCOMPARE(read.timeSpec(), Qt::UTC);
        QCOMPARE(core::timeText(read), asQtReads.toUTC().toString(Qt::ISODateWithMs));
    }

    void strangeTimes()
    {
        const QDateTime late(QDate(12'026, 1, 2), QTime(3, 4, 5, 6), Qt::UTC);
        QCOMPARE(core::timeText(late), late.toString(Qt::ISODateWithMs));
        QCOMPARE(core::timeText({}), QString());
    }

    void topicsAreEqualByName()
    {
        const core::Topic one(u"metrics.sampled"_qs);
        const core::Topic same(QString(u"metrics."_qs).append(u"sampled"));
        QVERIFY(one == same);
        QVERIFY(one == core::Topic(one));
        QVERIFY(one != core::Topic(u"metrics.sample"_qs));
        QVERIFY(core::Topic() != one);
    }

    void topicPatterns_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<bool>("isPattern");
        QTest::addColumn<bool>("matches");
        QTest::newRow("all") << u"*"_qs << true << true;
        QTest::newRow("itself") << u"network.device.status"_qs << true << true;
        QTest::newRow("room") << u"network.*"_qs << true << true;
        QTest::newRow("deeper") << u"network.device.*"_qs << true << true;
        QTest::newRow("other") << u"metrics.*"_qs << true << false;
        QTest::newRow("half a word") << u"net*"_qs << false << false;
        QTest::newRow("half a room") << u"net.*"_qs << true << false;
        QTest::newRow("empty") << QString() << false << false;
        QTest::newRow("foreign") << u"a b.*"_qs << false << false;
        QTest::newRow("long") << QString(200, u'a') << false << false;
    }
    void topicPatterns()
    {
        QFETCH(QString, pattern);
        QFETCH(bool, isPattern);
        QFETCH(bool, matches);
        QCOMPARE(core::Topic::isPattern(pattern), isPattern);
        QCOMPARE(core::Topic(u"network.device.status"_qs).matches(pattern), matches);
    }

    void roles()
    {
        core::Principal nobody;
        QVERIFY(nobody.may(core::roles::nobody));
        QVERIFY(!nobody.may(core::roles::viewers));
        core::Principal agent;
        agent.role = core::Role::Agent;
        QVERIFY(!agent.may(core::roles::viewers));
        QVERIFY(agent.may(core::roles::agents));
        core::Principal viewer;
        viewer.role = core::Role::Viewer;
        QVERIFY(viewer.may(core::roles::viewers));
        QVERIFY(!viewer.may(core::roles::operators));
        for (const char *word : {"guest", "viewer", "operator", "admin", "agent"})
            QCOMPARE(core::roleWord(*core::roleFromWord(QString::fromLatin1(word))), QLatin1String(word));
        QVERIFY(!core::roleFromWord(u"root"));
    }

    void audience()
    {
        core::Principal dana;
        dana.id = u"u1"_qs;
        dana.role = core::Role::Viewer;
        core::Audience audience;
        QVERIFY(audience.admits(dana, {}, 1));
        audience.exceptSession = 1;
        QVERIFY(!audience.admits(dana, {}, 1));
        audience = {};
        audience.users = QStringList{u"u2"_qs};
        QVERIFY(!audience.admits(dana, {}, 1));
        audience = {};
        audience.rooms = QStringList{u"r"_qs};
        QVERIFY(!audience.admits(dana, {}, 1));
        QVERIFY(audience.admits(dana, {u"r"_qs}, 1));
        audience = {};
        audience.departments = QStringList{u"design"_qs};
        QVERIFY(audience.admits(dana, {}, 1));
        dana.departments = QStringList{u"sales"_qs};
        QVERIFY(!audience.admits(dana, {}, 1));
    }

    void filter()
    {
        core::Event event;
        event.topic = core::Topic(u"security.event"_qs);
        event.priority = 8;
        event.source = u"host"_qs;
        event.payload = QJsonObject{{u"category"_qs, u"authentication"_qs}};
        core::Filter filter;
        QVERIFY(filter.passes(event));
        filter.minPriority = 9;
        QVERIFY(!filter.passes(event));
        filter = {};
        filter.categories = QStringList{u"network"_qs};
        QVERIFY(!filter.passes(event));
        filter = {};
        filter.sources = QStringList{u"host"_qs};
        QVERIFY(filter.passes(event));
        event.payload = QJsonObject{{u"category"_qs, u"authentication"_qs}, {u"source"_qs, u"sshd"_qs}};
        QVERIFY(!filter.passes(event));
    }

    void foreignTextCannotForgeALogLine()
    {
        const QString line = core::loggable(QString(u"a\nb\x1b[2Jc\u202E"_qs + QString(5000, u'x')));
        QVERIFY(!line.contains(u'\n') && !line.contains(u'\x1b') && !line.contains(u'\u202E'));
        QVERIFY(line.startsWith(u"a\\u000ab"));
        QVERIFY(line.size() <= 4097);
    }

    void fakeClockFiresInOrder()
    {
        support::FakeClock clock;
        QString order;
        const auto slow = clock.every(std::chrono::milliseconds(300), [&] { order += u's'; });
        const auto fast = clock.every(std::chrono::milliseconds(100), [&] { order += u'f'; });
        auto once = clock.after(std::chrono::milliseconds(250), [&] { order += u'o'; });
        clock.advance(std::chrono::milliseconds(310));
        QCOMPARE(order, u"ffosf"_qs);
    }
};

QTEST_GUILESS_MAIN(ValuesTest)
#include "values_test.moc"
