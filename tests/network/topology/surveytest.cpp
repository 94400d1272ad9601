// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/topology/survey.h"

#include <QTest>

#include <algorithm>

using namespace network::topology;

namespace {
/// A network as it tells of itself; devices are called by one word, and the hardware address of the n-th is
/// n.
struct Town
{
    Testimony told;

    explicit Town(const QStringList &ids)
    {
        told.at = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
        for (const QString &id : ids) {
            Node node;
            node.id = id;
            node.names = {id + u".example.org"_qs};
            node.macs = {mac(id, ids)};
            node.addresses = {*core::Address::parse(u"10.0.0.%1"_qs.arg(ids.indexOf(id) + 1))};
            node.subnet = u"10.0.0.0/24"_qs;
            told.nodes << node;
        }
        told.machine = ids.first();
    }
    static core::MacAddress mac(const QString &id, const QStringList &ids)
    {
        return core::MacAddress(0x0011'2200'0000ULL + quint64(ids.indexOf(id) + 1));
    }
    Node &node(const QString &id)
    {
        return *std::find_if(told.nodes.begin(), told.nodes.end(),
                             [&](const Node &each) { return each.id == id; });
    }
    void hears(const QString &by, const QString &port, const QString &heard, const QString &farPort,
               bool isBridge = true)
    {
        Hearing hearing;
        hearing.by = by;
        hearing.port = port;
        hearing.chassis = node(heard).macs.first();
        hearing.farPort = farPort;
        hearing.isBridge = isBridge;
        hearing.at = told.at;
        told.hearings << hearing;
    }
    void learns(const QString &by, const QString &port, const QStringList &ids)
    {
        for (const QString &id : ids)
            told.learnings << Learning{by, port, node(id).macs.first(), told.at};
    }
    [[nodiscard]] QStringList joints() const
    {
        QStringList out;
        const QList<Joint> all = survey(told);
        for (const Joint &each : all) {
            QString line = each.near;
            if (!each.nearPort.isEmpty())
                line += u':' + each.nearPort;
            line += (each.isMeasured ? u" = "_qs : u" ~ "_qs) + each.far;
            if (!each.farPort.isEmpty())
                line += u':' + each.farPort;
            if (each.layer != Layer::L2)
                line += each.layer == Layer::L3 ? u" l3"_qs : u" internet"_qs;
            out << line;
        }
        out.sort();
        return out;
    }
};
} // namespace

/// What joins the devices, by what they tell.
class SurveyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bridgesThatHearEachOther()
    {
        Town town({u"belfry"_qs, u"router"_qs, u"sw1"_qs, u"sw2"_qs, u"pc"_qs, u"printer"_qs});
        town.node(u"router"_qs).isGateway = true;
        town.hears(u"sw1"_qs, u"p1"_qs, u"router"_qs, u"eth0"_qs, false);
        town.hears(u"sw1"_qs, u"p2"_qs, u"sw2"_qs, u"p9"_qs);
        town.hears(u"sw2"_qs, u"p9"_qs, u"sw1"_qs, u"p2"_qs);
        town.learns(u"sw1"_qs, u"p1"_qs, {u"router"_qs});
        town.learns(u"sw1"_qs, u"p2"_qs, {u"sw2"_qs, u"pc"_qs});
        town.learns(u"sw1"_qs, u"p3"_qs, {u"belfry"_qs});
        town.learns(u"sw1"_qs, u"p4"_qs, {u"printer"_qs});
        town.learns(u"sw2"_qs, u"p9"_qs, {u"sw1"_qs, u"router"_qs, u"belfry"_qs, u"printer"_qs});
        town.learns(u"sw2"_qs, u"p1"_qs, {u"pc"_qs});
        QCOMPARE(town.joints(), (QStringList{u"internet ~ router internet"_qs, u"router:eth0 = sw1:p1"_qs,
                                             u"sw1:p2 = sw2:p9"_qs, u"sw1:p3 = belfry"_qs,
                                             u"sw1:p4 = printer"_qs, u"sw2:p1 = pc"_qs}));
        const auto parents = parentsOf(survey(town.told), u"belfry"_qs);
        QCOMPARE(parents.value(u"pc"_qs), u"sw2"_qs);
        QCOMPARE(parents.value(u"sw2"_qs), u"sw1"_qs);
        QCOMPARE(parents.value(u"printer"_qs), u"sw1"_qs);
        QCOMPARE(parents.value(u"router"_qs), u"sw1"_qs);
        QVERIFY(!parents.contains(u"sw1"_qs));
        QVERIFY(!parents.contains(u"belfry"_qs));
    }

    void bridgesThatOnlyLearn()
    {
        Town town({u"belfry"_qs, u"sw1"_qs, u"sw2"_qs, u"sw3"_qs, u"a"_qs, u"b"_qs, u"c"_qs});
        // sw1 – sw2 – sw3, in a row.
        town.learns(u"sw1"_qs, u"1"_qs, {u"belfry"_qs});
        town.learns(u"sw1"_qs, u"2"_qs, {u"sw2"_qs, u"sw3"_qs, u"a"_qs, u"b"_qs, u"c"_qs});
        town.learns(u"sw2"_qs, u"1"_qs, {u"sw1"_qs, u"belfry"_qs});
        town.learns(u"sw2"_qs, u"2"_qs, {u"sw3"_qs, u"c"_qs});
        town.learns(u"sw2"_qs, u"3"_qs, {u"a"_qs});
        town.learns(u"sw2"_qs, u"4"_qs, {u"b"_qs});
        town.learns(u"sw3"_qs, u"1"_qs, {u"sw2"_qs, u"sw1"_qs, u"belfry"_qs, u"a"_qs, u"b"_qs});
        town.learns(u"sw3"_qs, u"2"_qs, {u"c"_qs});
        const QStringList joints = town.joints();
        QCOMPARE(joints.size(), 6);
        QVERIFY(joints.contains(u"sw1:2 = sw2:1"_qs));
        QVERIFY(joints.contains(u"sw2:2 = sw3:1"_qs));
        const auto parents = parentsOf(survey(town.told), u"belfry"_qs);
        QCOMPARE(parents.value(u"c"_qs), u"sw3"_qs);
        QCOMPARE(parents.value(u"a"_qs), u"sw2"_qs);
    }

    void aBridgeThatDoesNotTell()
    {
        Town town({u"belfry"_qs, u"sw1"_qs, u"quiet"_qs, u"a"_qs, u"b"_qs});
        town.hears(u"sw1"_qs, u"2"_qs, u"quiet"_qs, u"uplink"_qs);
        town.learns(u"sw1"_qs, u"1"_qs, {u"belfry"_qs});
        town.learns(u"sw1"_qs, u"2"_qs, {u"quiet"_qs, u"a"_qs, u"b"_qs});
        const QStringList joints = town.joints();
        QVERIFY2(joints.contains(u"sw1:2 = quiet:uplink"_qs), qPrintable(joints.join(u'\n')));
        QVERIFY2(joints.contains(u"quiet ~ a"_qs), qPrintable(joints.join(u'\n')));
        QCOMPARE(joints.size(), 4);
    }

    void severalOnOnePort()
    {
        Town town({u"belfry"_qs, u"sw1"_qs, u"a"_qs, u"b"_qs});
        town.learns(u"sw1"_qs, u"1"_qs, {u"belfry"_qs});
        town.learns(u"sw1"_qs, u"2"_qs, {u"a"_qs, u"b"_qs});
        const QList<Joint> joints = survey(town.told);
        QCOMPARE(joints.size(), 3);
        for (const Joint &joint : joints) {
            const bool isBelfry = joint.near == u"belfry" || joint.far == u"belfry";
            QCOMPARE(joint.strength, isBelfry ? 0.95 : 0.7);
        }
    }

    void routersOnTheWay()
    {
        Town town({u"belfry"_qs, u"router"_qs, u"edge"_qs, u"clerk"_qs, u"web"_qs});
        town.node(u"router"_qs).isGateway = true;
        for (const QString &id : {u"edge"_qs, u"clerk"_qs})
            town.node(id).subnet = u"10.9.0.0/24"_qs;
        const auto at = [&](const QString &id) { return town.node(id).addresses.first(); };
        town.told.routes << Route{
            at(u"clerk"_qs), {at(u"router"_qs), at(u"edge"_qs), at(u"clerk"_qs)}, town.told.at};
        // Nobody answers in the middle: what is behind is not joined to what is before.
        town.told.routes << Route{
            at(u"web"_qs), {at(u"router"_qs), core::Address(), at(u"web"_qs)}, town.told.at};
        QCOMPARE(town.joints(),
                 (QStringList{u"edge = clerk l3"_qs, u"internet ~ router internet"_qs,
                              u"router = belfry l3"_qs, u"router = edge l3"_qs, u"router ~ web l3"_qs}));
        const auto parents = parentsOf(survey(town.told), u"belfry"_qs);
        QCOMPARE(parents.value(u"clerk"_qs), u"edge"_qs);
        QCOMPARE(parents.value(u"edge"_qs), u"router"_qs);
        QVERIFY(!parents.contains(u"web"_qs));
    }

    void onePortTellsHowFastAndWhetherUp()
    {
        Town town({u"belfry"_qs, u"sw1"_qs, u"sw2"_qs});
        town.hears(u"sw1"_qs, u"2"_qs, u"sw2"_qs, u"1"_qs);
        town.told.ports = {{u"sw1"_qs, u"2"_qs, 1e9, true}, {u"sw2"_qs, u"1"_qs, 1e8, false}};
        const QList<Joint> joints = survey(town.told);
        QCOMPARE(joints.size(), 1);
        QCOMPARE(joints.first().speed, 1e8);
        QVERIFY(!joints.first().isActive);
        QCOMPARE(joints.first().strength, 1.0);
    }

    void theOrderOfWhatIsToldIsNothing()
    {
        Town town({u"belfry"_qs, u"sw1"_qs, u"sw2"_qs, u"a"_qs, u"b"_qs});
        town.hears(u"sw1"_qs, u"2"_qs, u"sw2"_qs, u"1"_qs);
        town.learns(u"sw1"_qs, u"2"_qs, {u"sw2"_qs, u"a"_qs});
        town.learns(u"sw2"_qs, u"3"_qs, {u"a"_qs});
        town.learns(u"sw2"_qs, u"4"_qs, {u"b"_qs});
        const QStringList joints = town.joints();
        std::reverse(town.told.learnings.begin(), town.told.learnings.end());
        std::reverse(town.told.nodes.begin(), town.told.nodes.end());
        QCOMPARE(town.joints(), joints);
    }

    void strangersAndNonsenseDoNoHarm()
    {
        Town town({u"belfry"_qs, u"sw1"_qs});
        Hearing hearing;
        hearing.by = u"nobody"_qs;
        hearing.name = u"sw1"_qs;
        town.told.hearings << hearing;
        hearing.by = u"sw1"_qs;
        town.told.hearings << hearing; // itself, by a loop
        town.told.learnings << Learning{u"nobody"_qs, u"1"_qs, core::MacAddress(7), {}};
        town.told.learnings << Learning{u"sw1"_qs, u"1"_qs, core::MacAddress(7), {}};
        town.told.routes << Route{};
        QCOMPARE(town.joints(), QStringList());
        QVERIFY(survey(Testimony()).isEmpty());
        QVERIFY(parentsOf({}, QString()).isEmpty());
    }

    void aNameThatTwoHaveTellsNothing()
    {
        Town town({u"sw1"_qs, u"a"_qs, u"b"_qs});
        town.node(u"a"_qs).names = {u"Switch"_qs};
        town.node(u"b"_qs).names = {u"switch.example.org"_qs};
        Hearing hearing;
        hearing.by = u"sw1"_qs;
        hearing.name = u"switch"_qs;
        town.told.hearings << hearing;
        QCOMPARE(town.joints(), QStringList());
        town.node(u"b"_qs).names.clear();
        QCOMPARE(town.joints().size(), 1);
    }
};

QTEST_GUILESS_MAIN(SurveyTest)
#include "surveytest.moc"
