// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/devices.h"
#include "client/links.h"
#include "client/maplayout.h"
#include "support/fakeclock.h"
#include "support/scriptedlink.h"
#include "support/seededentropy.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using client::Link;

namespace {
QStringList ids(const char *words) { return QString::fromLatin1(words).split(QLatin1Char(' ')); }

network::Entry device(const QString &id, const QString &name = {})
{
    network::Entry made;
    made.id = id;
    made.name = name;
    made.firstSeen = QDateTime::fromString(QStringLiteral("2026-11-20T12:00:00Z"), Qt::ISODate);
    return made;
}

core::Event event(const QString &topic, const core::Payload &payload)
{
    core::Event made;
    made.topic = core::Topic(topic);
    made.payload = payload;
    return made;
}

core::Event deviceChanged(const network::Entry &entry)
{
    return event(QLatin1String(network::DeviceChanged::topic), network::DeviceChanged{entry});
}

core::Event deviceRemoved(const QString &id)
{
    return event(QLatin1String(network::DeviceRemoved::topic), network::DeviceRemoved{id, {}});
}

/// A server that knows devices by two to a page.
struct Inventory
{
    support::ScriptedLink link;
    QList<network::Entry> known;
    std::function<void()> betweenPages;

    Inventory()
    {
        link.answers.insert(QStringLiteral("network.devices.list"), [this](const QJsonObject &params) {
            const auto asked = core::fromJson<network::ListDevices>(params);
            network::ListDevices::Reply reply;
            reply.total = int(known.size());
            for (const network::Entry &one : std::as_const(known)) {
                if (one.id > asked->after && reply.devices.size() < 2)
                    reply.devices << one;
            }
            if (!reply.devices.isEmpty() && reply.devices.last().id != known.last().id)
                reply.next = reply.devices.last().id;
            if (!asked->after.isEmpty() && betweenPages)
                betweenPages();
            return core::Reply(core::toJson(reply).toObject());
        });
    }
};

/// One window's view of who put what where, beside a server that answers and tells.
struct Desk
{
    support::ScriptedLink link;
    support::FakeClock clock;
    support::SeededEntropy entropy{7};
    client::MapLayout layout{link, clock, entropy};

    Desk()
    {
        network::GetLayout::Reply stored;
        stored.placed << network::Placement{QStringLiteral("gw"), 10, 20, {}};
        link.answer(QStringLiteral("network.layout.get"), core::toJson(stored).toObject());
        link.answer(QStringLiteral("network.layout.set"), core::toJson(identity::Done{}).toObject());
        link.become(Link::State::Live);
        layout.setView(QStringLiteral("layered"));
        [&] { QTRY_VERIFY(layout.isKnown()); }();
    }
    [[nodiscard]] network::SetLayout lastSent() const
    {
        for (auto at = link.requests.crbegin(); at != link.requests.crend(); ++at) {
            if (at->first == QLatin1String("network.layout.set"))
                return core::fromJson<network::SetLayout>(at->second).value();
        }
        return {};
    }
    void tell(const QString &token, double x)
    {
        link.say(network::LayoutChanged{QStringLiteral("layered"),
                                        {{QStringLiteral("gw"), x, 0, {}}},
                                        {},
                                        QStringLiteral("omar"),
                                        token},
                 clock.now());
    }
    [[nodiscard]] double x() const { return layout.placed().value(QStringLiteral("gw")).x; }
};
} // namespace

/// What the window keeps of the network: devices, links, and where people put them.
class NetworkModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loadsEveryPage()
    {
        Inventory server;
        for (const char *id : {"a", "b", "c", "d", "e"})
            server.known << device(QLatin1String(id));
        server.link.become(Link::State::Live);
        client::Devices devices(server.link);
        QSignalSpy reset(&devices, &client::Devices::reset);
        QTRY_COMPARE(reset.size(), 1);
        QCOMPARE(devices.all().keys(), ids("a b c d e"));
        QCOMPARE(server.link.asked(QStringLiteral("network.devices.list")), 3);
        QVERIFY(devices.isKnown());
    }

    void believesFactsMoreThanPagesAskedForBefore()
    {
        Inventory server;
        for (const char *id : {"a", "b", "c"})
            server.known << device(QLatin1String(id), QStringLiteral("as listed"));
        server.betweenPages = [&] {
            Q_EMIT server.link.eventsReceived(
                {deviceChanged(device(QStringLiteral("a"), QStringLiteral("as told"))),
                 deviceRemoved(QStringLiteral("b"))});
        };
        server.link.become(Link::State::Live);
        client::Devices devices(server.link);
        QTRY_VERIFY(devices.isKnown());
        QCOMPARE(devices.find(QStringLiteral("a"))->name, QStringLiteral("as told"));
        QVERIFY(!devices.find(QStringLiteral("b")));
        QCOMPARE(devices.find(QStringLiteral("c"))->name, QStringLiteral("as listed"));
    }

    void tellsOnceForAFrameOfFacts()
    {
        Inventory server;
        server.link.become(Link::State::Live);
        client::Devices devices(server.link);
        QTRY_VERIFY(devices.isKnown());
        QSignalSpy told(&devices, &client::Devices::changed);
        QSignalSpy gone(&devices, &client::Devices::removed);
        Q_EMIT server.link.eventsReceived({deviceChanged(device(QStringLiteral("a"))),
                                           deviceChanged(device(QStringLiteral("a"), QStringLiteral("x"))),
                                           deviceChanged(device(QStringLiteral("b"))),
                                           deviceRemoved(QStringLiteral("b"))});
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().first().toStringList(), ids("a"));
        QCOMPARE(gone.first().first().toStringList(), ids("b"));
        QCOMPARE(devices.find(QStringLiteral("a"))->name, QStringLiteral("x"));
    }

    void catchesUpAfterAReconnect()
    {
        Inventory server;
        server.known << device(QStringLiteral("a"));
        server.link.become(Link::State::Live);
        client::Devices devices(server.link);
        QTRY_VERIFY(devices.isKnown());
        server.link.become(Link::State::Reconnecting);
        server.known = {device(QStringLiteral("b"))};
        QCOMPARE(devices.all().keys(), ids("a"));
        server.link.become(Link::State::Live);
        QTRY_COMPARE(devices.all().keys(), ids("b"));
    }

    void saysWhyThereIsNoList()
    {
        support::ScriptedLink link;
        link.answers.insert(QStringLiteral("network.links.list"), [](const QJsonObject &) -> core::Reply {
            return core::Error{core::ErrorCode::Unavailable, QStringLiteral("The store is full.")};
        });
        link.become(Link::State::Live);
        client::Links links(link);
        QTRY_COMPARE(links.trouble(), QStringLiteral("The store is full."));
        QVERIFY(!links.isKnown());
    }

    void followsLinks()
    {
        support::ScriptedLink link;
        link.answer(QStringLiteral("network.links.list"),
                    core::toJson(network::ListLinks::Reply{}).toObject());
        link.become(Link::State::Live);
        client::Links links(link);
        QTRY_VERIFY(links.isKnown());
        network::LinkChanged fact;
        fact.link.id = QStringLiteral("l1");
        fact.link.firstSeen = fact.link.lastSeen = device({}).firstSeen;
        link.say(fact, fact.link.firstSeen);
        QVERIFY(links.find(QStringLiteral("l1")));
        link.say(network::LinkRemoved{QStringLiteral("l1")}, fact.link.firstSeen);
        QVERIFY(links.all().isEmpty());
    }

    void savesAMoveAfterAMoment()
    {
        Desk desk;
        desk.layout.place({{QStringLiteral("gw"), 1, 1, {}}});
        desk.clock.advance(399ms);
        desk.layout.place({{QStringLiteral("gw"), 2, 2, {}}, {QStringLiteral("sw"), 3, 3, {}}});
        desk.clock.advance(399ms);
        QCOMPARE(desk.link.asked(QStringLiteral("network.layout.set")), 0);
        desk.clock.advance(1ms);
        QCOMPARE(desk.link.asked(QStringLiteral("network.layout.set")), 1);
        QCOMPARE(desk.lastSent().placed.size(), 2);
        QCOMPARE(desk.lastSent().placed.first().x, 2.0);
        QVERIFY(!desk.lastSent().token.isEmpty());
        desk.layout.release({QStringLiteral("gw"), QStringLiteral("never placed")});
        desk.clock.advance(400ms);
        QCOMPARE(desk.lastSent().released, ids("gw"));
    }

    void takesTheMovesOfOthers()
    {
        Desk desk;
        QSignalSpy moved(&desk.layout, &client::MapLayout::movedByOthers);
        desk.tell(QStringLiteral("theirs"), 99);
        QCOMPARE(desk.x(), 99.0);
        QCOMPARE(moved.size(), 1);
        QCOMPARE(moved.first().at(1).toString(), QStringLiteral("omar"));
    }

    void letsTheLastWriterWin()
    {
        Desk desk;
        QSignalSpy moved(&desk.layout, &client::MapLayout::movedByOthers);
        desk.layout.place({{QStringLiteral("gw"), 5, 5, {}}});
        desk.tell(QStringLiteral("theirs"), 99); // before ours gets there
        QCOMPARE(desk.x(), 5.0);
        desk.clock.advance(400ms);
        QCoreApplication::processEvents();
        desk.tell(desk.lastSent().token, 5); // ours comes back
        QCOMPARE(moved.size(), 0);
        desk.tell(QStringLiteral("theirs again"), 77);
        QCOMPARE(desk.x(), 77.0);
        QCOMPARE(moved.size(), 1);
    }

    void keepsAMoveOverAnOutage()
    {
        Desk desk;
        desk.link.become(Link::State::Reconnecting);
        desk.layout.place({{QStringLiteral("gw"), 5, 5, {}}});
        desk.clock.advance(1s);
        QCOMPARE(desk.link.asked(QStringLiteral("network.layout.set")), 0);
        QSignalSpy reset(&desk.layout, &client::MapLayout::reset);
        desk.link.become(Link::State::Live);
        QTRY_COMPARE(reset.size(), 1);
        QCOMPARE(desk.x(), 5.0);
        desk.clock.advance(400ms);
        QCOMPARE(desk.lastSent().placed.first().x, 5.0);
    }

    void goesBackWhenAMoveIsRefused()
    {
        Desk desk;
        desk.link.answers.insert(
            QStringLiteral("network.layout.set"), [](const QJsonObject &) -> core::Reply {
                return core::Error{core::ErrorCode::Forbidden, QStringLiteral("Viewers do not move things.")};
            });
        QSignalSpy refused(&desk.layout, &client::MapLayout::refused);
        desk.layout.place({{QStringLiteral("gw"), 5, 5, {}}});
        desk.clock.advance(400ms);
        QTRY_COMPARE(refused.size(), 1);
        QTRY_COMPARE(desk.x(), 10.0);
    }
};

QTEST_GUILESS_MAIN(NetworkModelsTest)
#include "networkmodelstest.moc"
