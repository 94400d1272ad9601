// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/channels/post.h"

using namespace alerts;
using namespace alerts::channels;
using channeltest::item;
using End = Outcome::Kind;
using namespace std::chrono_literals;

namespace {
/// It is Friday, 12:00Z.
Route routeOf(const QString &name, const QString &channel)
{
    Route out;
    out.displayName = name;
    out.channels = {channel};
    return out;
}

Route during(Route route, const QString &from, const QString &to)
{
    route.hours = WeeklyHours{{}, from, to, u"UTC"_qs};
    return route;
}

/// Time goes by, and what it brought is written.
void pass(channeltest::Post &post, std::chrono::seconds time)
{
    post.clock.advance(time);
    for (int i = 0; i < 3; ++i) {
        (void)support::awaited(post.records->one({}));
        QCoreApplication::processEvents();
    }
}
} // namespace

/// What no route takes is counted, and what routes do not take before their hours is told when those begin.
class OpeningsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatNoRouteTakesIsCounted()
    {
        channeltest::Post post;
        post.endLearning();
        const QString channel = post.channel(u"a"_qs);
        // Where there is no route, what is not high is told to nobody as it is meant to be.
        QVERIFY(post.take(u"k0"_qs, {item(u"A-1"_qs, u"quiet"_qs, 2)}));
        QCOMPARE(post.list().untaken, 0);
        Route high = routeOf(u"high"_qs, channel);
        high.leastSeverity = 7;
        post.route(high);
        QVERIFY(post.take(u"k1"_qs, {item(u"A-1"_qs, u"quiet"_qs, 2), item(u"A-2"_qs, u"down"_qs, 8)}));
        QVERIFY(post.take(u"k2"_qs, {item(u"A-1"_qs, u"quiet"_qs, 3, NoticeReason::Worsened)}));
        QVERIFY(post.take(u"k3"_qs, {item(u"A-3"_qs, u"low"_qs, 4)}));
        QCOMPARE(post.list().untaken, 2);
        post.restart();
        QCOMPARE(post.list().untaken, 2);
        // One is bad enough after all; the other is a week ago.
        QVERIFY(post.take(u"k4"_qs, {item(u"A-1"_qs, u"quiet"_qs, 7, NoticeReason::Worsened)}));
        QCOMPARE(post.list().untaken, 1);
        pass(post, 24h * 7);
        QCOMPARE(post.list().untaken, 0);
        QVERIFY(post.take(u"k5"_qs, {item(u"A-4"_qs, u"low"_qs, 4)}));
        QCOMPARE(support::awaited(post.records->all(u"alert.untaken"_qs))->size(), 1);
    }
    void whatIsOpenIsToldWhenHoursBegin()
    {
        channeltest::Post post;
        post.endLearning();
        const QString day = post.channel(u"day"_qs);
        const QString always = post.channel(u"always"_qs);
        post.route(during(routeOf(u"day"_qs, day), u"14:00"_qs, u"18:00"_qs));
        Route high = routeOf(u"high"_qs, always);
        high.leastSeverity = 8;
        post.route(high);
        post.open = {item(u"A-1"_qs, u"fire"_qs, 9), item(u"A-2"_qs, u"disk"_qs, 5)};
        QVERIFY(post.take(u"k1"_qs, post.open));
        QCOMPARE(post.said(), QStringList{u"always: Critical: fire"_qs});
        QCOMPARE(post.list().untaken, 1);
        post.finish(0, End::Delivered);
        pass(post, 119min);
        QCOMPARE(post.sent.size(), 1);
        pass(post, 90s);
        QCOMPARE(post.said().mid(1), QStringList{u"day: Critical: 2 alert(s) · still open"_qs});
        QCOMPARE(post.list().untaken, 0);
        post.finish(1, End::Delivered);
        // Once: neither later on that day, nor when Belfry begins anew, nor when they begin again.
        pass(post, 1h);
        post.restart();
        pass(post, 1min);
        pass(post, 24h);
        QCOMPARE(post.sent.size(), 0);
        QVERIFY(post.take(u"k2"_qs, {item(u"A-2"_qs, u"disk"_qs, 5, NoticeReason::Resolved)}));
        QCOMPARE(post.said(), QStringList{u"day: Resolved: disk"_qs});
    }
    void whatBeganWhileBelfryWasOffIsMadeUpFor()
    {
        channeltest::Post post;
        post.endLearning();
        post.route(during(routeOf(u"day"_qs, post.channel(u"day"_qs)), u"14:00"_qs, u"18:00"_qs));
        post.open = {item(u"A-1"_qs, u"down"_qs)};
        QVERIFY(post.take(u"k1"_qs, post.open));
        post.end();
        post.clock.jump(3h);
        post.restart();
        QCOMPARE(post.sent.size(), 0);
        pass(post, 1min);
        QCOMPARE(post.said(), QStringList{u"day: High: down"_qs});
    }
    void whatSomebodyLooksAfterIsNot()
    {
        channeltest::Post post;
        post.endLearning();
        post.route(during(routeOf(u"day"_qs, post.channel(u"day"_qs)), u"14:00"_qs, u"18:00"_qs));
        QVERIFY(post.take(u"k1"_qs, {item(u"A-1"_qs, u"down"_qs)}));
        pass(post, 3h);
        QCOMPARE(post.sent.size(), 0);
        QCOMPARE(post.list().untaken, 1);
    }
    void whatCouldNotBeWrittenIsToldWithTheNextLook()
    {
        channeltest::Post post;
        post.endLearning();
        post.route(during(routeOf(u"day"_qs, post.channel(u"day"_qs)), u"14:00"_qs, u"18:00"_qs));
        post.open = {item(u"A-1"_qs, u"down"_qs)};
        post.records->isFailing = true;
        pass(post, 3h);
        QCOMPARE(post.sent.size(), 0);
        post.records->isFailing = false;
        pass(post, 30s);
        QCOMPARE(post.said(), QStringList{u"day: High: down"_qs});
    }
};

QTEST_GUILESS_MAIN(OpeningsTest)
#include "openingstest.moc"
