// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/channels/post.h"
#include "domain/alerts/channels/backoff.h"

using namespace alerts;
using namespace alerts::channels;
using channeltest::item;
using End = Outcome::Kind;

/// From a notice to its channels, whatever happens in between.
class DispatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutRoutesEachChannelHearsWhatIsHigh()
    {
        channeltest::Post post;
        post.endLearning();
        post.channel(u"a"_qs);
        post.channel(u"b"_qs);
        post.channel(u"off"_qs, ChannelKind::Webhook, false);
        QVERIFY(post.take(u"k1"_qs, {item(u"A-1"_qs, u"disk"_qs, 6)}));
        QCOMPARE(post.sent.size(), 0);
        QVERIFY(post.take(u"k2"_qs, {item(u"A-2"_qs, u"down"_qs, 7), item(u"A-3"_qs, u"quiet"_qs, 2)}));
        QStringList said = post.said();
        said.sort();
        QCOMPARE(said, (QStringList{u"a: High: down"_qs, u"b: High: down"_qs}));
        QCOMPARE(post.sent.first().letter.secret, QByteArray("s3cret"));
        QCOMPARE(post.sent.first().letter.message.notice.items.size(), 1);
    }
    void aNoticeIsTakenOnce()
    {
        channeltest::Post post;
        post.endLearning();
        post.channel(u"a"_qs);
        QVERIFY(post.take(u"k1"_qs, {item(u"A-1"_qs, u"down"_qs)}));
        QVERIFY(post.take(u"k1"_qs, {item(u"A-1"_qs, u"down"_qs)}));
        post.finish(0, End::Delivered);
        QCOMPARE(post.sent.size(), 1);
        post.restart();
        QVERIFY(post.take(u"k1"_qs, {item(u"A-1"_qs, u"down"_qs)}));
        QCOMPARE(post.sent.size(), 0);
        QCOMPARE(post.list(DeliveryState::Delivered).count, 1);
        // A month later its key is forgotten; nobody asks again so late.
        post.clock.advance(std::chrono::hours(24 * 31));
        QVERIFY(post.take(u"k2"_qs, {item(u"A-1"_qs, u"down"_qs)}));
        QCOMPARE(support::awaited(post.records->all(u"alert.taken"_qs))->size(), 1);
    }
    void whatIsNotWrittenIsNotSent()
    {
        channeltest::Post post;
        post.endLearning();
        post.channel(u"a"_qs);
        post.records->isFailing = true;
        QVERIFY(!post.take(u"k1"_qs, {item(u"A-1"_qs, u"down"_qs)}));
        QCOMPARE(post.sent.size(), 0);
        post.records->isFailing = false;
        QVERIFY(post.take(u"k1"_qs, {item(u"A-1"_qs, u"down"_qs)}));
        QCOMPARE(post.sent.size(), 1);
    }
    /// Ended after it was sent and before that was written: it goes once more, as the same.
    void whatWasUnderwayIsTheSame()
    {
        channeltest::Post post;
        post.endLearning();
        post.channel(u"a"_qs);
        QVERIFY(post.take(u"k1"_qs, {item(u"A-1"_qs, u"down"_qs)}));
        const QString id = post.sent.first().letter.message.id;
        post.restart();
        QCOMPARE(post.sent.size(), 1);
        QCOMPARE(post.sent.first().letter.message.id, id);
        post.finish(0, End::Delivered);
        post.restart();
        QCOMPARE(post.sent.size(), 0);
    }
    void whoWasToldHearsTheEnd()
    {
        channeltest::Post post;
        post.endLearning();
        const QString north = post.channel(u"north"_qs);
        const QString south = post.channel(u"south"_qs);
        post.labels = {{u"A-1"_qs, {{u"site"_qs, u"north"_qs}}}, {u"A-2"_qs, {{u"site"_qs, u"south"_qs}}}};
        Route route;
        route.displayName = u"north"_qs;
        route.matchers = u"site=north"_qs;
        route.channels = {north};
        post.route(route);
        route.matchers = u"site=south"_qs;
        route.channels = {south};
        const QString souths = post.route(route);
        QVERIFY(post.take(u"k1"_qs, {item(u"A-1"_qs, u"one"_qs), item(u"A-2"_qs, u"two"_qs, 9)}));
        QCOMPARE(post.said().size(), 2);
        QVERIFY(post.said().contains(u"north: High: one"_qs) &&
                post.said().contains(u"south: Critical: two"_qs));
        post.finish(0, End::Delivered);
        post.finish(1, End::Delivered);
        // Where it is routed to by then does not matter.
        QVERIFY(post.ask(*post.routes, &RouteBook::remove, RemoveRoute{souths}));
        post.restart();
        QVERIFY(post.take(u"k2"_qs, {item(u"A-2"_qs, u"two"_qs, 9, NoticeReason::Resolved)}));
        QCOMPARE(post.said(), QStringList{u"south: Resolved: two"_qs});
        QCOMPARE(post.sent.first().letter.message.formerly.value(u"A-2"_qs), 9);
        post.finish(0, End::Delivered);
        QVERIFY(post.take(u"k3"_qs, {item(u"A-2"_qs, u"two"_qs, 9, NoticeReason::Resolved)}));
        QCOMPARE(post.sent.size(), 1);
    }
    void escalatedGoesToThoseWhoComeNext()
    {
        channeltest::Post post;
        post.endLearning();
        Route route;
        route.displayName = u"first"_qs;
        route.channels = {post.channel(u"first"_qs)};
        post.route(route);
        route.leastLevel = 1;
        route.channels = {post.channel(u"boss"_qs)};
        post.route(route);
        NoticeItem down = item(u"A-1"_qs, u"down"_qs);
        QVERIFY(post.take(u"k1"_qs, {down}));
        QCOMPARE(post.said(), QStringList{u"first: High: down"_qs});
        post.finish(0, End::Delivered);
        down.reason = NoticeReason::Escalated;
        down.level = 1;
        QVERIFY(post.take(u"k2"_qs, {down}));
        QCOMPARE(post.said().mid(1), QStringList{u"boss: High: down"_qs});
        post.finish(1, End::Delivered);
        down.reason = NoticeReason::Resolved;
        QVERIFY(post.take(u"k3"_qs, {down}));
        QCOMPARE(post.said().mid(2).size(), 2);
    }
    void levelsComeOneAfterTheOther()
    {
        channeltest::Post post;
        const auto set = [&](const QList<int> &seconds) {
            return bool(
                post.ask(*post.settings, &CommonSettings::set, ChangeDeliverySettings{{}, false, seconds}));
        };
        for (const QList<int> &bad : {QList<int>{9}, {60, 60}, {120, 60}, {60, 7 * 86'400 + 1}})
            QVERIFY(!set(bad));
        QCOMPARE(post.settings->escalateAfter(), (QList<int>{900, 1800, 3600}));
        QVERIFY(set({10, 60}));
        post.restart();
        QCOMPARE(post.settings->escalateAfter(), (QList<int>{10, 60}));
        QVERIFY(set({}));
        post.restart();
        QVERIFY(post.settings->escalateAfter().isEmpty());
    }
    void inTheFirstWeekOnlyWhatIsCriticalGoesOut()
    {
        channeltest::Post post;
        post.channel(u"a"_qs);
        QVERIFY(post.take(u"k1"_qs, {item(u"A-1"_qs, u"down"_qs, 8), item(u"A-2"_qs, u"fire"_qs, 9)}));
        QCOMPARE(post.said(), QStringList{u"a: Critical: fire"_qs});
        const auto read = [&] {
            return *post.ask(*post.settings, &CommonSettings::get, ReadDeliverySettings{})
                        ->as<DeliverySettings>();
        };
        QVERIFY(read().isLearning);
        post.restart();
        QCOMPARE(read().heldBack, 1);
        post.clock.advance(std::chrono::hours(24 * 7));
        QVERIFY(!read().isLearning);
        QVERIFY(post.take(u"k2"_qs, {item(u"A-3"_qs, u"down"_qs, 8)}));
        QCOMPARE(post.list().count, 2);
    }
    void messagesLeadToWherePeopleOpenBelfry()
    {
        channeltest::Post post;
        post.endLearning();
        post.channel(u"a"_qs);
        const auto set = [&](const QString &url) {
            return bool(
                post.ask(*post.settings, &CommonSettings::set, ChangeDeliverySettings{url, false, {}}));
        };
        for (const QString &bad :
             {u"belfry"_qs, u"javascript:alert(1)"_qs, u"https://a:b@c/"_qs, u"https://a/?b"_qs})
            QVERIFY2(!set(bad), qPrintable(bad));
        QVERIFY(set(u"https://belfry.example.org"_qs));
        post.restart();
        QVERIFY(post.take(u"k1"_qs, {item(u"A-1"_qs, u"down"_qs)})); // the week stays ended, too
        QCOMPARE(post.sent.first().letter.message.link, u"https://belfry.example.org/#/alerts/A-1"_qs);
        QVERIFY(set(QString()));
    }
    /// Many at once, each built on what the one before it decided.
    void noticesAreTakenOneAfterTheOther()
    {
        channeltest::Post post;
        post.endLearning();
        post.channel(u"a"_qs);
        QList<QFuture<core::Result<void>>> taken;
        const auto take = [&](const QString &key, NoticeReason reason) {
            taken << post.dispatch->take(channeltest::notice({item(u"A-1"_qs, u"down"_qs, 7, reason)}, key));
        };
        take(u"k1"_qs, NoticeReason::Raised);
        take(u"k2"_qs, NoticeReason::Resolved);
        take(u"k1"_qs, NoticeReason::Raised);
        take(u"k3"_qs, NoticeReason::Reopened);
        for (const auto &each : taken)
            QVERIFY(support::awaited(each));
        QCOMPARE(post.list().count, 3);
        QCOMPARE(post.list().deliveries.at(1).title, u"Resolved: down"_qs);
    }
    void failuresAreTriedAgainLater()
    {
        channeltest::Post post;
        post.endLearning();
        post.channel(u"a"_qs);
        QVERIFY(post.take(u"k1"_qs, {item(u"A-1"_qs, u"one"_qs)}));
        QVERIFY(post.take(u"k2"_qs, {item(u"A-2"_qs, u"two"_qs)}));
        QCOMPARE(post.sent.size(), 1); // one at a time
        post.finish(0, End::Closed);
        QCOMPARE(post.sent.size(), 1); // nobody is there for the other, either
        post.clock.advance(std::chrono::milliseconds(1300));
        QCOMPARE(post.said(), (QStringList{u"a: High: one"_qs, u"a: High: one"_qs}));
        post.finish(1, End::Later);
        QCOMPARE(post.said().last(), u"a: High: two"_qs); // it was about that one alone
        post.finish(2, End::Closed, std::chrono::seconds(300));
        post.clock.advance(std::chrono::seconds(299));
        QCOMPARE(post.sent.size(), 3);
        // What was waited for holds after a restart.
        post.restart();
        QCOMPARE(post.list(DeliveryState::Waiting).deliveries.last().attempts, 2);
        post.clock.advance(std::chrono::seconds(2));
        QVERIFY(!post.sent.isEmpty());
    }
    void afterADayItIsGivenUp()
    {
        channeltest::Post post;
        post.endLearning();
        post.channel(u"a"_qs);
        QVERIFY(post.take(u"k1"_qs, {item(u"A-1"_qs, u"one"_qs)}));
        int tries = 0;
        while (post.list(DeliveryState::Dead).count == 0 && tries < 100) {
            post.finish(tries++, End::Closed);
            post.clock.advance(std::chrono::hours(1));
        }
        QVERIFY2(tries > 24 && tries < 32, qPrintable(QString::number(tries)));
        const Delivery dead = post.list(DeliveryState::Dead).deliveries.first();
        QCOMPARE(dead.lastError, u"because"_qs);
        QCOMPARE(dead.attempts, tries);
    }
    void deadLettersAreSentAgainOrDropped()
    {
        channeltest::Post post;
        post.endLearning();
        const QString id = post.channel(u"a"_qs);
        QVERIFY(post.take(u"k1"_qs, {item(u"A-1"_qs, u"one"_qs)}));
        QVERIFY(post.take(u"k2"_qs, {item(u"A-2"_qs, u"two"_qs)}));
        const QString key = post.sent.first().letter.message.id;
        post.finish(0, End::Refused);
        post.finish(1, End::Refused);
        QCOMPARE(post.deliveries->figures(id).dead, 2);
        post.restart();
        const auto dead = post.list(DeliveryState::Dead).deliveries;
        QCOMPARE(dead.size(), 2);
        QCOMPARE(dead.last().title, u"High: one"_qs);
        QCOMPARE(dead.last().channelName, u"a"_qs);
        const auto again =
            post.ask(*post.deliveries, &Deliveries::retry, RetryDeliveries{{dead.last().id, u"999"_qs}});
        QCOMPARE(again->as<RetryDeliveries::Reply>()->count, 1);
        QCOMPARE(post.sent.size(), 1);
        QCOMPARE(post.sent.first().letter.message.id, key);
        const auto dropped =
            post.ask(*post.deliveries, &Deliveries::drop, DropDeliveries{{dead.first().id, dead.last().id}});
        QCOMPARE(dropped->as<RetryDeliveries::Reply>()->count, 1); // the other is underway
        post.finish(0, End::Delivered);
        post.restart();
        QCOMPARE(post.list().count, 1);
        QCOMPARE(post.deliveries->figures(id).dead, 0);
        QVERIFY(post.deliveries->figures(id).lastDeliveredAt);
    }
    void tooMuchIsToldAtOnce()
    {
        channeltest::Post post;
        post.endLearning();
        const QString id = post.channel(u"a"_qs);
        for (int i = 0; i < 300; ++i)
            QVERIFY(post.take(u"k%1"_qs.arg(i), {item(u"A-%1"_qs.arg(i), u"down"_qs)}));
        QCOMPARE(post.deliveries->figures(id).waiting, Deliveries::mostWaiting);
        post.restart();
        for (int i = 0; i < Deliveries::mostWaiting; ++i)
            post.finish(i, End::Delivered);
        QCOMPARE(post.sent.size(), Deliveries::mostWaiting);
        QCOMPARE(post.said().last(), u"a: High: 201 alert(s) · device.down"_qs);
        // What has arrived is shown for a while only.
        QCOMPARE(post.list().count, Deliveries::mostDelivered);
    }
    void whoeverItIsFor()
    {
        channeltest::Post post;
        const QString id = post.channel(u"a"_qs, ChannelKind::Email);
        for (int i = 0; i < 400; ++i) {
            Deliveries::Order order;
            order.channelId = id;
            order.address = i % 2 == 0 ? u"dana@example.org"_qs : u"omar@example.org"_qs;
            order.notice = channeltest::notice({item(u"A-%1"_qs.arg(i), u"down"_qs)}, u"k%1"_qs.arg(i));
            post.deliveries->admit(post.deliveries->prepare({order}));
        }
        QCOMPARE(post.deliveries->figures(id).waiting, Deliveries::mostWaiting);
    }
    void fewAreUnderwayAtOnce()
    {
        channeltest::Post post;
        post.endLearning();
        for (int i = 0; i < 6; ++i)
            post.channel(u"c%1"_qs.arg(i));
        QVERIFY(post.take(u"k1"_qs, {item(u"A-1"_qs, u"down"_qs)}));
        QCOMPARE(post.sent.size(), Deliveries::mostUnderway);
        post.finish(0, End::Delivered);
        QCOMPARE(post.sent.size(), Deliveries::mostUnderway + 1);
    }
    void aChannelThatIsNeededStays()
    {
        channeltest::Post post;
        post.endLearning();
        const QString id = post.channel(u"a"_qs);
        Route route;
        route.displayName = u"all"_qs;
        route.channels = {id};
        const QString way = post.route(route);
        const auto refused = post.ask(*post.channels, &ChannelBook::remove, RemoveChannel{id});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::Conflict);
        QVERIFY(post.take(u"k1"_qs, {item(u"A-1"_qs, u"down"_qs)}));
        QVERIFY(post.ask(*post.routes, &RouteBook::remove, RemoveRoute{way}));
        QVERIFY(post.ask(*post.channels, &ChannelBook::remove, RemoveChannel{id}));
        post.finish(0, End::Delivered); // it was underway
        post.restart();
        QCOMPARE(post.list().count, 0);
    }
    void whatIsSwitchedOffWaits()
    {
        channeltest::Post post;
        post.endLearning();
        const QString id = post.channel(u"a"_qs);
        QVERIFY(post.take(u"k1"_qs, {item(u"A-1"_qs, u"one"_qs)}));
        QVERIFY(post.take(u"k2"_qs, {item(u"A-2"_qs, u"two"_qs)}));
        SetChannel wish;
        wish.id = id;
        wish.displayName = u"a"_qs;
        wish.kind = ChannelKind::Webhook;
        wish.settings = post.channels->find(id)->settings;
        wish.isEnabled = false;
        QVERIFY(post.ask(*post.channels, &ChannelBook::set, wish));
        post.finish(0, End::Delivered);
        post.clock.advance(std::chrono::hours(48));
        QCOMPARE(post.sent.size(), 1);
        wish.isEnabled = true;
        QVERIFY(post.ask(*post.channels, &ChannelBook::set, wish));
        QCOMPARE(post.said().last(), u"a: High: two"_qs);
        post.finish(1, End::Closed); // however old it is, it is not given up at once
        QCOMPARE(post.list(DeliveryState::Waiting).count, 1);
    }
    void secretsAreNeverTold()
    {
        channeltest::Post post;
        const QString id = post.channel(u"a"_qs);
        const auto shown = post.ask(*post.channels, &ChannelBook::list, ListChannels{});
        QVERIFY(!shown->text().contains("s3cret") && shown->text().contains("a.example.org/x"));
        const auto toViewer =
            post.ask(*post.channels, &ChannelBook::list, ListChannels{}, core::roles::viewers);
        QVERIFY(!toViewer->text().contains("example.org"));
        const auto kept = support::awaited(post.records->all(u"alert.channel"_qs));
        QVERIFY(!kept->first().body.contains("s3cret"));
        // A secret is not told to a server it was not given for.
        SetChannel wish;
        wish.id = id;
        wish.displayName = u"b"_qs;
        wish.kind = ChannelKind::Webhook;
        wish.settings.url = u"https://evil.example.org/x"_qs;
        QVERIFY(!post.ask(*post.channels, &ChannelBook::set, wish));
        wish.settings.url = u"https://a.example.org/other"_qs;
        QVERIFY(post.ask(*post.channels, &ChannelBook::set, wish));
        QCOMPARE(post.channels->letter(id)->secret, QByteArray("s3cret"));
    }
    void waitsGrow()
    {
        support::SeededEntropy entropy;
        std::chrono::milliseconds before(0);
        for (int i = 1; i <= 6; ++i) {
            const auto wait = backoff(i, entropy);
            QVERIFY(wait > before);
            before = wait;
        }
        QVERIFY(backoff(1'000'000, entropy) <= std::chrono::hours(1));
    }
};

QTEST_GUILESS_MAIN(DispatchTest)
#include "dispatchtest.moc"
