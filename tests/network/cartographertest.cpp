// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/cartographer.h"

#include "network/estate.h"

using namespace network;
using namespace std::chrono_literals;

namespace {
/// A house whose switches tell what they are joined by; devices are called by one word.
struct Town : nettest::Estate
{
    std::unique_ptr<LinkBook> links;
    std::unique_ptr<Cartographer> cartographer;
    QHash<QString, QString> ids;
    QHash<QString, QString> parents; ///< by their words

    explicit Town(const QStringList &names) : Estate({u"10.0.0.0/24"_qs})
    {
        openMap();
        for (const QString &name : names)
            ids.insert(name, see(address(int(ids.size())), mac(int(ids.size()))));
        cartographer->setMachine(ids.value(u"belfry"_qs));
        cartographer->start();
    }
    void openMap()
    {
        links = std::make_unique<LinkBook>(
            LinkBook::Surroundings{bench.store->records(), bench.store->changes(), publisher, bench.clock,
                                   [](const QString &, const core::Principal &) { return true; }});
        QVERIFY(support::awaited(links->load()));
        cartographer =
            std::make_unique<Cartographer>(Cartographer::Surroundings{*devices, *links, bench.clock});
        // As the engine has it.
        QObject::connect(devices.get(), &Devices::vanished, links.get(),
                         [this](const QString &id) { links->drop(id); });
        QObject::connect(cartographer.get(), &Cartographer::parentsSettled, cartographer.get(),
                         [this](const QHash<QString, QString> &settled) {
                             ++drawn;
                             parents.clear();
                             for (auto each = settled.begin(); each != settled.end(); ++each)
                                 parents.insert(ids.key(each.key()), ids.key(*each));
                         });
    }
    static QString address(int number) { return u"10.0.0.%1"_qs.arg(number + 1); }
    static QString mac(int number) { return u"00:11:22:00:00:%1"_qs.arg(number + 1, 2, 16, QChar(u'0')); }
    [[nodiscard]] core::MacAddress macOf(const QString &name) const
    {
        return *core::MacAddress::parse(known(ids.value(name)).entry.macAddress);
    }
    topology::Hearing hearing(const QString &port, const QString &heard, const QString &farPort)
    {
        topology::Hearing out;
        out.port = port;
        out.chassis = macOf(heard);
        out.farPort = farPort;
        out.isBridge = true;
        return out;
    }
    topology::Learning learning(const QString &port, const QString &learnt)
    {
        return {QString(), port, macOf(learnt), bench.clock.now()};
    }
    void tells(const QString &name, const QList<topology::Hearing> &hearings,
               const QList<topology::Learning> &learnings = {}, const QList<topology::PortState> &ports = {})
    {
        TestimonyOfOne testimony{hearings, learnings, ports};
        for (topology::Hearing &each : testimony.hearings) {
            each.by = ids.value(name);
            each.at = bench.clock.now();
        }
        for (topology::Learning &each : testimony.learnings)
            each.by = ids.value(name);
        for (topology::PortState &each : testimony.ports)
            each.id = ids.value(name);
        cartographer->hear(ids.value(name), testimony);
    }
    /// As "a:port = b:port", the ends in the order of their words.
    [[nodiscard]] QStringList joined() const
    {
        QStringList out;
        for (const Link &link : links->all()) {
            if (!link.isActive)
                continue;
            QStringList ends{ids.key(link.sourceId, link.sourceId) + portText(link.sourcePort),
                             ids.key(link.targetId, link.targetId) + portText(link.targetPort)};
            ends.sort();
            out << ends.join(link.origin == LinkOrigin::Measured ? u" = "_qs : u" ~ "_qs);
        }
        out.sort();
        return out;
    }
    void draw() { bench.clock.advance(1s); }

    int drawn = 0;

private:
    static QString portText(const QString &port) { return port.isEmpty() ? QString() : u':' + port; }
};

/// belfry – sw1 – sw2 – pc
void tellOfTwo(Town &town)
{
    town.tells(u"sw1"_qs, {town.hearing(u"p2"_qs, u"sw2"_qs, u"p9"_qs)},
               {town.learning(u"p1"_qs, u"belfry"_qs), town.learning(u"p2"_qs, u"pc"_qs)});
    town.tells(u"sw2"_qs, {town.hearing(u"p9"_qs, u"sw1"_qs, u"p2"_qs)},
               {town.learning(u"p1"_qs, u"pc"_qs), town.learning(u"p9"_qs, u"belfry"_qs)});
}
const QStringList twoSwitches{u"belfry"_qs, u"sw1"_qs, u"sw2"_qs, u"pc"_qs};
} // namespace

/// What the devices tell becomes links and parents.
class CartographerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatSwitchesTellIsDrawn()
    {
        Town town(twoSwitches);
        tellOfTwo(town);
        QCOMPARE(town.drawn, 0); // once for all that is told within a second
        town.draw();
        QCOMPARE(town.drawn, 1);
        QCOMPARE(town.joined(),
                 (QStringList{u"belfry = sw1:p1"_qs, u"pc = sw2:p1"_qs, u"sw1:p2 = sw2:p9"_qs}));
        QCOMPARE(town.parents.value(u"pc"_qs), u"sw2"_qs);
        QCOMPARE(town.parents.value(u"sw2"_qs), u"sw1"_qs);
        QVERIFY(!town.parents.contains(u"sw1"_qs) && !town.parents.contains(u"belfry"_qs));
        town.bench.clock.advance(1min);
        QCOMPARE(town.drawn, 1); // nothing new was told
    }

    void circlesMakeNoCircleOfParents()
    {
        Town town({u"belfry"_qs, u"sw1"_qs, u"sw2"_qs, u"sw3"_qs, u"pc"_qs});
        town.tells(u"sw1"_qs,
                   {town.hearing(u"p2"_qs, u"sw2"_qs, u"p1"_qs), town.hearing(u"p3"_qs, u"sw3"_qs, u"p1"_qs)},
                   {town.learning(u"p1"_qs, u"belfry"_qs)});
        town.tells(u"sw2"_qs, {town.hearing(u"p1"_qs, u"sw1"_qs, u"p2"_qs),
                               town.hearing(u"p3"_qs, u"sw3"_qs, u"p2"_qs)});
        town.tells(u"sw3"_qs,
                   {town.hearing(u"p1"_qs, u"sw1"_qs, u"p3"_qs), town.hearing(u"p2"_qs, u"sw2"_qs, u"p3"_qs)},
                   {town.learning(u"p4"_qs, u"pc"_qs)});
        town.draw();
        QCOMPARE(town.joined(), (QStringList{u"belfry = sw1:p1"_qs, u"pc = sw3:p4"_qs, u"sw1:p2 = sw2:p1"_qs,
                                             u"sw1:p3 = sw3:p1"_qs, u"sw2:p3 = sw3:p2"_qs}));
        QCOMPARE(town.parents.value(u"sw2"_qs), u"sw1"_qs);
        QCOMPARE(town.parents.value(u"sw3"_qs), u"sw1"_qs);
        QCOMPARE(town.parents.value(u"pc"_qs), u"sw3"_qs);
        for (QString id : town.ids.keys()) {
            for (int steps = 0; !id.isEmpty(); id = town.parents.value(id))
                QVERIFY(++steps <= town.ids.size());
        }
    }

    void whoSaysThatItIsJoinedToItselfIsNot()
    {
        Town town({u"belfry"_qs, u"sw1"_qs});
        town.tells(u"sw1"_qs, {town.hearing(u"p1"_qs, u"sw1"_qs, u"p2"_qs), topology::Hearing()},
                   {town.learning(u"p1"_qs, u"sw1"_qs)});
        town.draw();
        QCOMPARE(town.joined(), QStringList());
        QVERIFY(town.parents.isEmpty());
    }

    void aDeviceThatVanishesTakesItsLinksAlong()
    {
        Town town(twoSwitches);
        tellOfTwo(town);
        town.draw();
        town.devices->forget(town.ids.value(u"sw2"_qs));
        town.draw();
        // What it told is gone, what was told of it is of nobody; pc is behind that port all the same.
        QCOMPARE(town.joined(), (QStringList{u"belfry = sw1:p1"_qs, u"pc = sw1:p2"_qs}));
        QCOMPARE(town.parents, (QHash<QString, QString>{{u"pc"_qs, u"sw1"_qs}}));
        // What is said in its name after it has gone is of nobody, too.
        town.tells(u"sw2"_qs, {town.hearing(u"p1"_qs, u"pc"_qs, QString())});
        town.draw();
        QCOMPARE(town.joined(), (QStringList{u"belfry = sw1:p1"_qs, u"pc = sw1:p2"_qs}));
    }

    void whatWasToldLongAgoCountsNoMore()
    {
        Town town(twoSwitches);
        tellOfTwo(town);
        town.draw();
        QCOMPARE(town.joined().size(), 3);
        // Nobody tells anything any more, and nothing else happens.
        town.bench.clock.advance(14min);
        QCOMPARE(town.joined().size(), 3);
        town.bench.clock.advance(2min);
        QCOMPARE(town.joined(), QStringList());
        QVERIFY(town.parents.isEmpty());
    }

    void aRouteIsMadeOfRouters()
    {
        Town town({u"belfry"_qs, u"router"_qs, u"inner"_qs, u"far"_qs});
        const auto address = [](int number) { return *core::Address::parse(Town::address(number)); };
        town.cartographer->hear(
            topology::Route{address(3), {address(1), address(2), address(3)}, town.bench.clock.now()});
        town.draw();
        QCOMPARE(town.joined(),
                 (QStringList{u"belfry = router"_qs, u"far = inner"_qs, u"inner = router"_qs}));
        QCOMPARE(town.parents.value(u"far"_qs), u"inner"_qs);
        QCOMPARE(town.parents.value(u"inner"_qs), u"router"_qs);
        // It is traced anew every quarter of an hour; after an hour nobody knows any more.
        town.bench.clock.advance(61min);
        QCOMPARE(town.joined(), QStringList());
    }

    void theGatewayJoinsWhereNobodyTells()
    {
        Town town({u"belfry"_qs, u"router"_qs, u"pc"_qs});
        town.cartographer->setGateways({*core::Address::parse(Town::address(1))});
        town.draw();
        QCOMPARE(town.joined(),
                 (QStringList{u"belfry ~ router"_qs, u"internet ~ router"_qs, u"pc ~ router"_qs}));
        QVERIFY(town.parents.isEmpty()); // which is a guess, and nobody's fault
    }

    void portsTellHowMuchGoesThrough()
    {
        Town town(twoSwitches);
        Sighting sighting;
        sighting.source = u"snmp"_qs;
        sighting.at = town.bench.clock.now();
        sighting.address = *core::Address::parse(Town::address(1));
        Interface port;
        port.index = 2;
        port.name = u"p2"_qs;
        port.sendRate = 3e6;
        port.receiveRate = 1e6;
        sighting.interfaces = {port};
        QCOMPARE(town.devices->see(sighting), town.ids.value(u"sw1"_qs));
        tellOfTwo(town);
        town.tells(u"sw1"_qs, {town.hearing(u"p2"_qs, u"sw2"_qs, u"p9"_qs)}, {},
                   {{QString(), u"p2"_qs, 1e9, true}});
        town.draw();
        const QString id = LinkBook::idOf(town.ids.value(u"sw1"_qs), town.ids.value(u"sw2"_qs));
        const QList<Link> all = town.links->all();
        const auto link =
            std::find_if(all.begin(), all.end(), [&](const Link &each) { return each.id == id; });
        QVERIFY(link != all.end());
        QCOMPARE(link->speed, 1e9);
        const bool isFromFirst = link->sourceId == town.ids.value(u"sw1"_qs);
        QCOMPARE(link->forwardRate, std::optional(isFromFirst ? 3e6 : 1e6));
        QCOMPARE(link->backwardRate, std::optional(isFromFirst ? 1e6 : 3e6));
    }

    void hostileWordsAreToldAndKept()
    {
        Town town(twoSwitches);
        const QString longest = u"<b>Ω</b> "_qs.repeated(32).left(255);
        for (const char *name : {"sw1", "sw2"}) {
            Sighting sighting;
            sighting.source = u"snmp"_qs;
            sighting.at = town.bench.clock.now();
            sighting.mac = town.macOf(QString::fromLatin1(name));
            sighting.name = longest;
            town.devices->see(sighting);
        }
        // A switch that says each of its hundred ports is joined to the same neighbour.
        QList<topology::Hearing> hearings;
        for (int i = 0; i < 100; ++i)
            hearings << town.hearing(QString::number(i) + longest.left(250), u"sw2"_qs, longest);
        town.tells(u"sw1"_qs, hearings, {town.learning(u"p1"_qs, u"belfry"_qs)});
        town.draw();
        QCOMPARE(town.publisher.refused, QStringList());
        const QStringList joined = town.joined();
        QCOMPARE(joined.size(), 2);
        town.cartographer.reset();
        town.links.reset();
        town.reopen();
        town.openMap();
        QCOMPARE(town.joined(), joined);
    }
};

QTEST_GUILESS_MAIN(CartographerTest)
#include "cartographertest.moc"
