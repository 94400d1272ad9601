// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalogue.h"
#include "domain/network/layouts.h"
#include "domain/network/linkbook.h"
#include "store/opened.h"
#include "support/awaited.h"
#include "support/memorystores.h"

using namespace network;
using core::ErrorCode;
using topology::Joint;
using topology::Layer;

namespace {
/// What the map keeps, on a real store.
struct Map
{
    storetest::Bench bench;
    support::MemoryPublisher publisher{catalog::everything()};
    std::unique_ptr<Layouts> layouts;
    std::unique_ptr<LinkBook> links;
    QStringList hidden;

    Map() { restart(); }
    ~Map() { settle(); }
    void settle()
    {
        if (bench.store != nullptr)
            (void)support::awaited(bench.store->records().one({}));
    }
    void restart()
    {
        settle();
        layouts.reset();
        links.reset();
        QVERIFY2(!bench.open(), qPrintable(bench.refusal));
        layouts = std::make_unique<Layouts>(bench.store->records(), publisher);
        links = std::make_unique<LinkBook>(
            LinkBook::Surroundings{bench.store->records(), bench.store->changes(), publisher, bench.clock,
                                   [this](const QString &id, const core::Principal &) {
                                       return !hidden.contains(id) && id.size() == 1;
                                   }});
        QVERIFY(support::awaited(layouts->load()));
        QVERIFY(support::awaited(links->load()));
    }
    template <class Room, class T>
    core::Reply ask(Room &room, QFuture<core::Reply> (Room::*method)(const core::Command &), const T &params)
    {
        core::Command command;
        command.params = core::Payload(params);
        command.caller.displayName = u"Dana"_qs;
        return support::awaited((room.*method)(command));
    }
    QStringList nodes(const QString &view)
    {
        QStringList out;
        const auto reply = ask(*layouts, &Layouts::get, GetLayout{view})->as<GetLayout::Reply>();
        for (const Placement &each : reply->placed)
            out << u"%1 %2,%3"_qs.arg(each.node).arg(each.x).arg(each.y);
        return out;
    }
    QStringList listed(const ListLinks &asked = {})
    {
        QStringList out;
        const auto reply = ask(*links, &LinkBook::list, asked)->as<ListLinks::Reply>();
        for (const Link &each : reply->links)
            out << each.id + (each.isActive ? u""_qs : u" idle"_qs);
        return out;
    }
    template <class T>
    int count() const
    {
        return int(
            std::count_if(publisher.events().begin(), publisher.events().end(), [](const core::Event &event) {
                return event.topic.name() == QLatin1String(T::topic);
            }));
    }
};

Joint joint(const QString &near, const QString &far, bool isMeasured = true)
{
    Joint joint;
    joint.near = near;
    joint.far = far;
    joint.isMeasured = isMeasured;
    joint.strength = isMeasured ? 1 : 0.3;
    joint.proofs = {{u"lldp"_qs, u"a hears b"_qs, QDateTime::fromMSecsSinceEpoch(0, Qt::UTC)}};
    return joint;
}
} // namespace

/// Where things are on the map, and what joins them.
class MapKeepingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesAreKeptAndTold()
    {
        Map map;
        QVERIFY(map.ask(*map.layouts, &Layouts::set,
                        SetLayout{u"status"_qs, {{u"a"_qs, 1, 2, {}}, {u"b"_qs, 3, 4, {}}}, {}, u"t1"_qs}));
        QVERIFY(map.ask(*map.layouts, &Layouts::set,
                        SetLayout{u"status"_qs, {{u"a"_qs, 5, 6, {}}}, {u"b"_qs}, {}}));
        QVERIFY(map.ask(*map.layouts, &Layouts::set,
                        SetLayout{u"hosts"_qs, {{u"hidden:a"_qs, 5, 6, {}}}, {}, {}}));
        QCOMPARE(map.nodes(u"status"_qs), QStringList{u"a 5,6"_qs});
        QCOMPARE(map.nodes(u"hosts"_qs), QStringList{u"hidden:a 5,6"_qs});
        QCOMPARE(map.nodes(u"other"_qs), QStringList());
        QCOMPARE(map.count<LayoutChanged>(), 3);
        const auto told = map.publisher.events().first().as<LayoutChanged>();
        QCOMPARE(told->by, u"Dana"_qs);
        QCOMPARE(told->token, u"t1"_qs);
        map.restart();
        QCOMPARE(map.nodes(u"status"_qs), QStringList{u"a 5,6"_qs});
        map.layouts->drop(u"a"_qs);
        map.restart();
        QCOMPARE(map.nodes(u"status"_qs), QStringList());
        QCOMPARE(map.nodes(u"hosts"_qs), QStringList());
    }

    void placesHaveTheirLimits()
    {
        Map map;
        QCOMPARE(map.ask(*map.layouts, &Layouts::set, SetLayout{u" "_qs, {}, {}, {}}).error().code,
                 ErrorCode::Invalid);
        for (int i = 0; i < Layouts::mostViews; ++i)
            QVERIFY(map.ask(*map.layouts, &Layouts::set,
                            SetLayout{QString::number(i), {{u"a"_qs, 0, 0, {}}}, {}, {}}));
        QCOMPARE(map.ask(*map.layouts, &Layouts::set, SetLayout{u"more"_qs, {}, {}, {}}).error().code,
                 ErrorCode::Limited);
        QList<Placement> many;
        for (int i = 0; i <= Layouts::mostNodes; ++i)
            many << Placement{QString::number(i), 0, 0, {}};
        QCOMPARE(map.ask(*map.layouts, &Layouts::set, SetLayout{u"0"_qs, many, {}, {}}).error().code,
                 ErrorCode::Limited);
        QCOMPARE(map.nodes(u"0"_qs), QStringList{u"a 0,0"_qs});
    }

    void linksAreToldOnce()
    {
        Map map;
        map.links->update({joint(u"a"_qs, u"b"_qs), joint(u"b"_qs, u"c"_qs, false)});
        QCOMPARE(map.count<LinkChanged>(), 2);
        map.bench.clock.advance(std::chrono::minutes(5));
        map.links->update({joint(u"a"_qs, u"b"_qs), joint(u"b"_qs, u"c"_qs, false)});
        QCOMPARE(map.count<LinkChanged>(), 2);
        Joint faster = joint(u"b"_qs, u"a"_qs);
        faster.speed = 1e9;
        map.links->update({faster, joint(u"b"_qs, u"c"_qs, false)});
        QCOMPARE(map.count<LinkChanged>(), 3);
        QCOMPARE(map.listed(), (QStringList{u"a~b"_qs, u"b~c"_qs}));
        map.restart();
        QCOMPARE(map.listed(), (QStringList{u"a~b"_qs, u"b~c"_qs}));
        map.hidden = {u"c"_qs};
        QCOMPARE(map.listed(), QStringList{u"a~b"_qs});
    }

    void whatIsNotHeardOfIsIdleThenForgotten()
    {
        Map map;
        map.links->update({joint(u"a"_qs, u"b"_qs), joint(u"b"_qs, u"c"_qs, false)});
        map.links->update({});
        QCOMPARE(map.listed(), QStringList{u"a~b idle"_qs});
        QCOMPARE(map.count<LinkRemoved>(), 1);
        map.bench.clock.advance(std::chrono::hours(25));
        map.links->update({});
        QCOMPARE(map.listed(), QStringList());
        map.links->update({joint(u"a"_qs, u"b"_qs)});
        map.links->drop(u"b"_qs);
        QCOMPARE(map.listed(), QStringList());
    }

    void asItWasThen()
    {
        Map map;
        const QDateTime begin = map.bench.clock.now();
        map.bench.clock.advance(std::chrono::hours(1));
        map.links->update({joint(u"a"_qs, u"b"_qs, false)});
        map.bench.clock.advance(std::chrono::hours(1));
        map.links->update({joint(u"b"_qs, u"c"_qs)});
        ListLinks asked;
        asked.at = begin;
        QCOMPARE(map.listed(asked), QStringList());
        asked.at = begin.addSecs(5400);
        QCOMPARE(map.listed(asked), QStringList{u"a~b"_qs});
        asked.at = begin.addSecs(9000);
        QCOMPARE(map.listed(asked), QStringList{u"b~c"_qs});
    }

    void linksByHand()
    {
        Map map;
        const auto drawn =
            map.ask(*map.links, &LinkBook::set, SetLink{u"b"_qs, u"a"_qs, u"wireless"_qs, {}, {}});
        QVERIFY(drawn);
        QCOMPARE(drawn->as<SetLink::Reply>()->link.origin, LinkOrigin::Manual);
        map.links->update({joint(u"a"_qs, u"b"_qs, false)});
        map.links->update({});
        QCOMPARE(map.listed(), QStringList{u"a~b"_qs});
        map.restart();
        QCOMPARE(map.listed(), QStringList{u"a~b"_qs});
        QCOMPARE(map.ask(*map.links, &LinkBook::set, SetLink{u"a"_qs, u"a"_qs, {}, {}, {}}).error().code,
                 ErrorCode::Invalid);
        QCOMPARE(map.ask(*map.links, &LinkBook::set, SetLink{u"a"_qs, u"nobody"_qs, {}, {}, {}}).error().code,
                 ErrorCode::NotFound);
        QVERIFY(map.ask(*map.links, &LinkBook::remove, RemoveLink{u"a~b"_qs}));
        QCOMPARE(map.ask(*map.links, &LinkBook::remove, RemoveLink{u"a~b"_qs}).error().code,
                 ErrorCode::NotFound);
        map.links->update({joint(u"a"_qs, u"b"_qs)});
        QCOMPARE(map.ask(*map.links, &LinkBook::remove, RemoveLink{u"a~b"_qs}).error().code,
                 ErrorCode::Conflict);
    }

    void linksArePaged()
    {
        Map map;
        QList<Joint> joints;
        for (int i = 0; i < 25; ++i)
            joints << joint(QString(QChar(u'a' + i)), QString(QChar(u'b' + i)));
        map.links->update(joints);
        ListLinks asked;
        asked.limit = 10;
        QStringList seen;
        for (;;) {
            const auto reply = map.ask(*map.links, &LinkBook::list, asked)->as<ListLinks::Reply>();
            for (const Link &each : reply->links)
                seen << each.id;
            if (reply->next.isEmpty())
                break;
            asked.after = reply->next;
        }
        QCOMPARE(seen.size(), 25);
    }
};

QTEST_GUILESS_MAIN(MapKeepingTest)
#include "mapkeepingtest.moc"
