// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/happenings.h"

#include "catalog/inventory.h"
#include "catalog/network.h"
#include "catalog/security.h"
#include "support/scriptedlink.h"

#include <QSignalSpy>
#include <QTest>

using client::Happenings;

namespace {
core::Event said(const QString &message)
{
    core::Event event;
    event.topic = core::Topic(QLatin1String(security::Event::topic));
    event.payload = QJsonObject{{QStringLiteral("message"), message}};
    return event;
}
} // namespace

/// What is remembered of devices.
class HappeningsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreWhole_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isNamed");
        const auto row = [](const char *message, const char *name, bool isNamed) {
            QTest::newRow(message) << QString::fromLatin1(message) << QString::fromLatin1(name) << isNamed;
        };
        row("Login failed from 10.0.0.2", "10.0.0.2", true);
        row("10.0.0.2 was refused.", "10.0.0.2", true);
        row("It came from 10.0.0.2.", "10.0.0.2", true);
        row("10.0.0.2:22 is open", "10.0.0.2", true);
        row("(10.0.0.2)", "10.0.0.2", true);
        row("10.0.0.25 is another", "10.0.0.2", false);
        row("110.0.0.2 is another", "10.0.0.2", false);
        row("10.0.0.2.example is another", "10.0.0.2", false);
        row("10.0.0.25, then 10.0.0.2", "10.0.0.2", true);
        row("from FE80::1 today", "fe80::1", true);
        row("from fe80::1:2 today", "fe80::1", false);
        row("d-7 did it", "d-7", true);
        row("d-71 did it", "d-7", false);
        row("nothing of it", "", false);
    }
    void namesAreWhole()
    {
        QFETCH(QString, message);
        QFETCH(QString, name);
        QFETCH(bool, isNamed);
        QCOMPARE(Happenings::isNaming(said(message), {name}), isNamed);
    }

    void remembersWhatConcernsADevice()
    {
        support::ScriptedLink link;
        Happenings happenings(link);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        link.say(network::DeviceStatusChanged{QStringLiteral("d-1"), false, now, {}, {}}, now);
        link.say(network::DeviceStatusChanged{QStringLiteral("d-2"), false, now, {}, {}}, now);
        security::Event fact;
        fact.message = QStringLiteral("14 logins failed from 10.0.0.1");
        link.say(fact, now);
        const QList<core::Event> found =
            happenings.naming({QStringLiteral("d-1"), QStringLiteral("10.0.0.1")}, 50);
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.first().topic.name(), QLatin1String(security::Event::topic)); // the newest first
        QCOMPARE(happenings.naming({QStringLiteral("d-1"), QStringLiteral("10.0.0.1")}, 1).size(), 1);
        QVERIFY(happenings.naming({}, 50).isEmpty());
    }

    void howADeviceIsNowIsToldButNotKept()
    {
        support::ScriptedLink link;
        Happenings happenings(link);
        QSignalSpy heard(&happenings, &Happenings::heard);
        network::DeviceChanged child;
        child.device.id = QStringLiteral("d-2");
        child.device.parentId = QStringLiteral("d-1");
        child.device.firstSeen = QDateTime::currentDateTimeUtc();
        link.say(child, child.device.firstSeen);
        QCOMPARE(heard.size(), 1);
        const auto event = heard.first().first().value<QList<core::Event>>().first();
        QVERIFY(Happenings::isPassing(event));
        QVERIFY(Happenings::isNaming(event, {QStringLiteral("d-2")}));
        QVERIFY(!Happenings::isNaming(event, {QStringLiteral("d-1")})); // it is joined by it, no more
        QVERIFY(happenings.naming({QStringLiteral("d-2")}, 50).isEmpty());
    }

    void isBounded()
    {
        support::ScriptedLink link;
        Happenings happenings(link);
        QList<core::Event> many;
        for (size_t place = 0; place < Happenings::mostFacts + 10; ++place)
            many << said(QStringLiteral("host n-%1").arg(place));
        Q_EMIT link.eventsReceived(many);
        QVERIFY(happenings.naming({QStringLiteral("n-9")}, 50).isEmpty());
        QCOMPARE(happenings.naming({QStringLiteral("n-10")}, 50).size(), 1);
    }

    void hearsForAsLongAsItIsThere()
    {
        support::ScriptedLink link;
        {
            const Happenings happenings(link);
            QVERIFY(link.topics.contains(QStringLiteral("security.*")));
        }
        QVERIFY(link.topics.isEmpty());
    }
};

QTEST_GUILESS_MAIN(HappeningsTest)
#include "happeningstest.moc"
