// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/duty.h"
#include "domain/alerts/channels/reach.h"
#include "domain/alerts/channels/routebook.h"
#include "domain/alerts/channels/weekly.h"
#include "domain/alerts/matchers.h"
#include "store/opened.h"
#include "support/awaited.h"
#include "support/seededentropy.h"

using namespace alerts;
using namespace alerts::channels;

namespace {
QDateTime utc(const char *text) { return QDateTime::fromString(QLatin1String(text), Qt::ISODate); }

template <class T>
core::Command asked(const T &params)
{
    core::Command command;
    command.params = params;
    command.caller.role = core::Role::Admin;
    return command;
}

/// Routes by the matchers that alerts have.
struct Ways
{
    storetest::Bench bench;
    support::FakeClock clock; // not the store's, which looks at its disk every second
    support::SeededEntropy entropy;
    QMap<QString, Channel> channels;
    std::unique_ptr<RouteBook> book;

    Ways()
    {
        for (const char *name : {"mail", "chat", "boss"}) {
            Channel channel;
            channel.id = channel.displayName = QLatin1String(name);
            channels.insert(channel.id, channel);
        }
        channels[u"chat"_qs].kind = ChannelKind::Slack;
        restart();
    }
    ~Ways() { (void)support::awaited(bench.store->records().one({})); }
    void restart()
    {
        book.reset();
        QVERIFY(!bench.open());
        book = std::make_unique<RouteBook>(RouteBook::Surroundings{
            bench.store->records(), clock, entropy,
            [](const QString &text) -> core::Result<RouteBook::Test> {
                const auto matchers = Matchers::parse(text);
                if (!matchers)
                    return matchers.error();
                return RouteBook::Test(
                    [all = *matchers](const RouteBook::Labels &labels) { return all.match(labels); });
            },
            [this](const QString &id) -> const Channel * {
                const auto found = channels.constFind(id);
                return found == channels.constEnd() ? nullptr : &*found;
            }});
        QVERIFY(support::awaited(book->load()));
    }
    core::Reply set(const Route &route) { return support::awaited(book->set(asked(SetRoute{route}))); }
    core::Reply set(const Rota &rota) { return support::awaited(book->setRota(asked(SetRota{rota}))); }
    [[nodiscard]] QStringList to(const RouteBook::Subject &subject) const
    {
        QStringList out;
        const auto targets = book->targets(subject, channels.keys());
        for (const RouteBook::Target &target : targets)
            out << target.channelId + (target.address.isEmpty() ? QString() : QString(u'/' + target.address));
        return out;
    }
};

Route way(const QString &name, const QStringList &channels, int order = 0)
{
    Route route;
    route.displayName = name;
    route.channels = channels;
    route.order = order;
    return route;
}

RouteBook::Subject subject(int severity, const RouteBook::Labels &labels = {})
{
    RouteBook::Subject out;
    out.severity = severity;
    out.labels = labels;
    return out;
}
} // namespace

/// Whom an alert goes to, when, and where a channel may lead.
class RoutesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hoursOfAWeek_data()
    {
        QTest::addColumn<WeeklyHours>("hours");
        QTest::addColumn<QDateTime>("at");
        QTest::addColumn<bool>("isIn");
        const WeeklyHours office{{1, 2, 3, 4, 5}, u"08:00"_qs, u"18:00"_qs, u"Europe/Berlin"_qs};
        const WeeklyHours nights{{5}, u"22:00"_qs, u"06:00"_qs, u"Europe/Berlin"_qs};
        QTest::newRow("a Friday in winter") << office << utc("2026-11-20T07:00:00Z") << true;
        QTest::newRow("a minute before") << office << utc("2026-11-20T06:59:59Z") << false;
        QTest::newRow("the end") << office << utc("2026-11-20T17:00:00Z") << false;
        QTest::newRow("in summer it is earlier") << office << utc("2026-07-17T06:00:00Z") << true;
        QTest::newRow("a Saturday") << office << utc("2026-11-21T10:00:00Z") << false;
        QTest::newRow("Friday night") << nights << utc("2026-11-20T22:00:00Z") << true;
        QTest::newRow("on Saturday morning") << nights << utc("2026-11-21T04:59:00Z") << true;
        QTest::newRow("not on Friday morning") << nights << utc("2026-11-20T03:00:00Z") << false;
        QTest::newRow("whole days") << WeeklyHours{{6, 7}, {}, {}, u"UTC"_qs} << utc("2026-11-22T23:59:00Z")
                                    << true;
    }
    void hoursOfAWeek()
    {
        QFETCH(WeeklyHours, hours);
        QFETCH(QDateTime, at);
        QVERIFY(Weekly::check(hours));
        QTEST(Weekly::holds(hours, at), "isIn");
    }
    void badHoursAreRefused()
    {
        QVERIFY(!Weekly::check({{8}, {}, {}, {}}));
        QVERIFY(!Weekly::check({{}, u"8"_qs, u"18:00"_qs, {}}));
        QVERIFY(!Weekly::check({{}, {}, {}, u"Mars/Base"_qs}));
    }

    void turnsAreTaken()
    {
        Rota rota;
        rota.timeZone = u"Europe/Berlin"_qs;
        rota.start = u"2026-10-19"_qs;
        rota.members = {
            {u"Dana"_qs, u"mail"_qs, {}}, {u"Omar"_qs, u"mail"_qs, {}}, {u"Lin"_qs, u"chat"_qs, {}}};
        const auto at = [&](const char *time) { return Duty::of(rota, utc(time))->member.displayName; };
        QCOMPARE(at("2026-10-19T06:59:00Z"), u"Lin"_qs); // before nine in Berlin, in summer
        QCOMPARE(at("2026-10-19T07:00:00Z"), u"Dana"_qs);
        // The clocks went back in that week; it is nine on the wall all the same.
        QCOMPARE(at("2026-10-26T07:59:00Z"), u"Dana"_qs);
        QCOMPARE(at("2026-10-26T08:00:00Z"), u"Omar"_qs);
        QCOMPARE(Duty::of(rota, utc("2026-10-20T00:00:00Z"))->handoverAt, utc("2026-10-26T08:00:00Z"));
        QCOMPARE(at("2026-11-09T09:00:00Z"), u"Dana"_qs);
        QCOMPARE(at("2020-01-01T00:00:00Z").isEmpty(), false);
        rota.handover = Handover::Daily;
        QCOMPARE(at("2026-10-20T07:00:00Z"), u"Omar"_qs);
        rota.overrides = {{u"Lin"_qs, utc("2026-10-20T10:00:00Z"), utc("2026-10-20T12:00:00Z")}};
        QCOMPARE(at("2026-10-20T10:00:00Z"), u"Lin"_qs);
        QCOMPARE(at("2026-10-20T12:00:00Z"), u"Omar"_qs);
    }

    void routesAreLookedAtInOrder()
    {
        Ways ways;
        QCOMPARE(ways.to(subject(7)), (QStringList{u"boss"_qs, u"chat"_qs, u"mail"_qs})); // there is none
        QCOMPARE(ways.to(subject(6)), QStringList());
        Route north = way(u"north"_qs, {u"chat"_qs}, 1);
        north.matchers = u"{site=~\"no.*\"}"_qs;
        north.isFinal = true;
        QVERIFY(ways.set(north));
        Route all = way(u"all"_qs, {u"mail"_qs, u"chat"_qs}, 2);
        all.leastSeverity = 3;
        QVERIFY(ways.set(all));
        ways.restart();
        QCOMPARE(ways.to(subject(9, {{u"site"_qs, u"north"_qs}})), QStringList{u"chat"_qs});
        QCOMPARE(ways.to(subject(9)), (QStringList{u"mail"_qs, u"chat"_qs}));
        QCOMPARE(ways.to(subject(2)), QStringList());
        ways.channels[u"chat"_qs].isEnabled = false;
        QCOMPARE(ways.to(subject(9)), QStringList{u"mail"_qs});
    }
    void whoIsOnCallIsTold()
    {
        Ways ways;
        Rota rota;
        rota.displayName = u"Network"_qs;
        rota.timeZone = u"UTC"_qs;
        rota.start = u"2026-11-20"_qs;
        rota.members = {{u"Dana"_qs, u"mail"_qs, u"dana@example.org"_qs}, {u"Lin"_qs, u"chat"_qs, {}}};
        const core::Reply kept = ways.set(rota);
        QVERIFY2(kept, qPrintable(kept ? QString() : kept.error().message));
        QCOMPARE(kept->as<Rota>()->onCall, u"Dana"_qs);
        Route route = way(u"all"_qs, {u"boss"_qs});
        route.rotaId = kept->as<Rota>()->id;
        route.hours = WeeklyHours{{}, u"11:00"_qs, u"13:00"_qs, u"UTC"_qs};
        QVERIFY(ways.set(route));
        ways.restart();
        QCOMPARE(ways.to(subject(9)), (QStringList{u"boss"_qs, u"mail/dana@example.org"_qs}));
        ways.clock.advance(std::chrono::hours(24 * 7));
        QCOMPARE(ways.to(subject(9)), (QStringList{u"boss"_qs, u"chat"_qs}));
        ways.clock.advance(std::chrono::hours(2));
        QCOMPARE(ways.to(subject(9)), QStringList());
        QVERIFY(!support::awaited(ways.book->removeRota(asked(RemoveRota{route.rotaId}))));
        QVERIFY(ways.book->userOf(u"chat"_qs).contains(u"Network"_qs));
        rota.members[1].address = u"lin@example.org"_qs; // chat has no addresses
        QVERIFY(!ways.set(rota));
    }
    void badRoutesAreRefused()
    {
        Ways ways;
        QVERIFY(!ways.set(way({}, {u"mail"_qs})));
        QVERIFY(!ways.set(way(u"x"_qs, {})));
        QVERIFY(!ways.set(way(u"x"_qs, {u"nobody"_qs})));
        Route route = way(u"x"_qs, {u"mail"_qs});
        route.matchers = u"{site="_qs;
        QVERIFY(!ways.set(route));
        route.matchers.clear();
        route.rotaId = u"o-9"_qs;
        QVERIFY(!ways.set(route));
        route.rotaId.clear();
        route.id = u"t-9"_qs;
        QCOMPARE(ways.set(route).error().code, core::ErrorCode::NotFound);
    }

    void addressesAreChecked_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isPublic");
        QTest::addColumn<bool>("isAllowedInside");
        const auto row = [](const char *address, bool isPublic, bool isAllowedInside) {
            QTest::newRow(address) << QString::fromLatin1(address) << isPublic << isAllowedInside;
        };
        for (const char *there : {"8.8.8.8", "172.32.0.1", "2606:4700::1111", "64:ff9b::808:808"})
            row(there, true, true);
        for (const char *inside :
             {"127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.1.1", "100.64.0.1",
              "::1", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1",
              "2002:7f00:1::", "::127.0.0.1", "198.18.0.1"})
            row(inside, false, true);
        for (const char *never :
             {"169.254.169.254", "::ffff:169.254.169.254", "fd00:ec2::254", "100.100.100.200", "0.0.0.0",
              "::", "224.0.0.1", "ff02::1", "255.255.255.255"})
            row(never, false, false);
    }
    void addressesAreChecked()
    {
        QFETCH(QString, address);
        const auto parsed = core::Address::parse(address);
        QVERIFY(parsed);
        QTEST(Reach::refusal(*parsed, false).isEmpty(), "isPublic");
        QTEST(Reach::refusal(*parsed, true).isEmpty(), "isAllowedInside");
    }
};

QTEST_GUILESS_MAIN(RoutesTest)
#include "routestest.moc"
