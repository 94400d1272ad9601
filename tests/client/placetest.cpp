// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/place.h"

#include <QMimeData>
#include <QTest>

using client::Place;
using Kind = client::Place::Kind;

namespace {
const QStringList servers{QStringLiteral("https://belfry.example:8443"), QStringLiteral("http://[::1]:8000")};
} // namespace

/// Links: what is one, what is none, and where they stand in a text.
class PlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBack_data()
    {
        QTest::addColumn<Place>("place");
        QTest::addColumn<QString>("link");
        const auto row = [](const char *name, const Place &place, const char *link) {
            QTest::newRow(name) << place << QString::fromLatin1(link);
        };
        row("alert", {Kind::Alert, QStringLiteral("A-17")}, "belfry://alert/A-17");
        row("device", {Kind::Device, QStringLiteral("d 1/ü?#")}, "belfry://device/d%201%2F%C3%BC%3F%23");
        row("room", {Kind::Room, QStringLiteral("night shift")}, "belfry://room/night%20shift");
        row("message", {Kind::Room, QStringLiteral("a#b"), {}, QStringLiteral("m-1")},
            "belfry://room/a%23b#m-1");
        row("chart as it is", {Kind::Chart, QStringLiteral("disk./home:used&free")},
            "belfry://chart?m=disk.%2Fhome%3Aused%26free");
        row("chart", {Kind::Chart, QStringLiteral("reach.rtt"), QStringLiteral("d-1"), {}, {}, {0, 1500}},
            "belfry://"
            "chart?m=reach.rtt&source=d-1&from=1970-01-01T00:00:00.000Z&to=1970-01-01T00:00:01.500Z");
        row("map", {Kind::Map}, "belfry://map");
        row("chosen devices", {Kind::Map, {}, {}, {}, {QStringLiteral("d,1"), QStringLiteral("d-2")}},
            "belfry://map?focus=d%2C1,d-2");
    }
    void comesBack()
    {
        QFETCH(Place, place);
        QFETCH(QString, link);
        QCOMPARE(place.link(), link);
        QCOMPARE(Place::read(link), place);
        QCOMPARE(Place::ofData(place.toData()), place);
        for (const QString &server : servers)
            QCOMPARE(Place::read(place.webAddress(server), servers), place);
    }

    void isNone_data()
    {
        QTest::addColumn<QString>("link");
        for (const char *link : {"",
                                 "A-17",
                                 "belfry://",
                                 "belfry:alert/A-17",
                                 "belfry://alert",
                                 "belfry://alert/",
                                 "belfry://alert/17",
                                 "belfry://alert/A-0",
                                 "belfry://alert/A-17/",
                                 "belfry://alert/A-1234567890",
                                 "belfry://alert/A-17?x=1",
                                 "belfry://alert/A-17#x",
                                 "belfry://me@alert/A-17",
                                 "belfry://alert:80/A-17",
                                 "belfry://event/1",
                                 "belfry://device/",
                                 "belfry://device/a%0Ab",
                                 "belfry://device/%E2%80%AEcba",
                                 "belfry://device/a%E2%80%8Bb",
                                 "belfry://device/%EF%BB%BFab",
                                 "belfry://room/a%E2%80%8Fb",
                                 "belfry://device/%FF",
                                 "belfry://device/%zz",
                                 "belfry://room/a?message=m-1#m-2",
                                 "belfry://room/a?message=m-1&message=m-2",
                                 "belfry://chart",
                                 "belfry://chart?m=",
                                 "belfry://chart?m=a&m=b",
                                 "belfry://chart?m=a&z=b",
                                 "belfry://chart/x?m=a",
                                 "belfry://chart?m=a#b",
                                 "belfry://chart?m=a&from=2026-11-20T13:14:00Z",
                                 "belfry://chart?m=a&from=2026-11-20T13:14:00Z&to=2026-11-20T13:14:00Z",
                                 "belfry://chart?m=a&from=2026-11-20T13:14:00&to=2026-11-20T13:15:00",
                                 "belfry://chart?m=a&from=0001-11-20T13:14:00Z&to=2026-11-20T13:15:00Z",
                                 "belfry://map/x",
                                 "belfry://map?focus=%00",
                                 "http://belfry.example:8443/#/alerts/A-17",
                                 "https://belfry.example/#/alerts/A-17",
                                 "https://belfry.example:8443/x/#/alerts/A-17",
                                 "https://a@belfry.example:8443/#/alerts/A-17",
                                 "https://evil.example:8443/#/alerts/A-17",
                                 "file:///etc/passwd",
                                 "javascript:alert(1)"})
            QTest::newRow(link) << QString::fromLatin1(link);
        QTest::newRow("long") << QStringLiteral("belfry://device/") + QString(201, QLatin1Char('d'));
        QTest::newRow("longer") << QStringLiteral("belfry://map?focus=") +
                                       QStringLiteral("d,").repeated(Place::mostDevices + 1);
    }
    void isNone()
    {
        QFETCH(QString, link);
        QVERIFY(!Place::read(link, servers));
    }

    void standInATextWithWhatIsAroundThem()
    {
        const QString text = QStringLiteral(
            "(A-17) and #A-18, not CVE-A-19 nor A-20-x; see https://belfry.example:8443/#/devices/d-1.\n"
            "https://elsewhere.example/A-21 belfry://room/a%20b#m-1! belfry://nowhere/x <A-22>");
        QStringList found;
        for (const client::PlaceInText &one : client::placesIn(text, servers))
            found << text.mid(one.at, one.length) + QLatin1Char('>') + one.place.id;
        const QStringList wanted{QStringLiteral("A-17>A-17"), QStringLiteral("A-18>A-18"),
                                 QStringLiteral("https://belfry.example:8443/#/devices/d-1>d-1"),
                                 QStringLiteral("belfry://room/a%20b#m-1>a b"), QStringLiteral("A-22>A-22")};
        QCOMPARE(found, wanted);
    }

    void isCopiedWithItsTitle()
    {
        const Place place{Kind::Alert, QStringLiteral("A-17")};
        const std::unique_ptr<QMimeData> data(place.toMime(QStringLiteral("https://belfry.example:8443/"),
                                                           QStringLiteral("A-17: <b>disk</b>\nfull")));
        QCOMPARE(data->text(), QStringLiteral("https://belfry.example:8443/#/alerts/A-17"));
        QCOMPARE(data->html(), QStringLiteral("<a href=\"https://belfry.example:8443/#/alerts/A-17\">"
                                              "A-17: &lt;b&gt;disk&lt;/b&gt; full</a>"));
    }
};

QTEST_GUILESS_MAIN(PlaceTest)
#include "placetest.moc"
