// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/channels/post.h"
#include "alerts/channels/receiver.h"
#include "domain/alerts/channels/courier.h"
#include "domain/alerts/channels/switchboard.h"
#include "transport/selfsigned.h"

#include <QJsonDocument>
#include <QPromise>

using namespace alerts;
using namespace alerts::channels;
using channeltest::letter;
using channeltest::Receiver;

namespace {
/// A courier over real sockets, on a clock that stands still, with a name server of its own.
struct Round
{
    support::FakeClock clock{QDateTime::currentDateTimeUtc()};
    QMap<QString, QStringList> names;
    Courier courier{[this](QObject *, const QString &host, const auto &answer) {
                        QList<core::Address> addresses;
                        for (const QString &each : names.value(host))
                            addresses << *core::Address::parse(each);
                        if (addresses.isEmpty())
                            answer(core::Error{core::ErrorCode::NotFound, u"no such name"_qs});
                        else
                            answer(addresses);
                    },
                    clock};
    QList<Outcome> outcomes;

    void send(const Letter &whole)
    {
        courier.deliver(whole, [this](const Outcome &outcome) { outcomes << outcome; });
    }
    Outcome outcome(const Letter &whole)
    {
        const qsizetype before = outcomes.size();
        send(whole);
        return QTest::qWaitFor([&] { return outcomes.size() > before; }, 20'000) ? outcomes.last()
                                                                                 : Outcome();
    }
};
} // namespace

/// Real connections to servers that behave well, and others.
class CallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsPosted_data()
    {
        QTest::addColumn<ChannelKind>("kind");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("webhook") << ChannelKind::Webhook << QByteArray("/x");
        QTest::newRow("ntfy") << ChannelKind::Ntfy << QByteArray("/x");
        QTest::newRow("gotify") << ChannelKind::Gotify << QByteArray("/x/message");
        QTest::newRow("telegram") << ChannelKind::Telegram << QByteArray("/x/bot1:a/sendMessage");
        QTest::newRow("slack") << ChannelKind::Slack << QByteArray("/secret");
        QTest::newRow("mattermost") << ChannelKind::Mattermost << QByteArray("/secret");
        QTest::newRow("discord") << ChannelKind::Discord << QByteArray("/secret");
        QTest::newRow("alertmanager") << ChannelKind::Alertmanager << QByteArray("/x/api/v2/alerts");
    }
    void everyKindIsPosted()
    {
        QFETCH(ChannelKind, kind);
        QFETCH(QByteArray, path);
        Receiver receiver;
        receiver.answers = {Receiver::answer(200, "{\"ok\":true}")};
        Round round;
        const bool isAddressSecret = path == "/secret";
        const QByteArray secret = isAddressSecret ? receiver.url(u"/secret"_qs).toUtf8() : QByteArray("1:a");
        const Outcome outcome = round.outcome(letter(kind, receiver.url(), secret));
        QVERIFY2(outcome.isDelivered(), qPrintable(outcome.sentence));
        QCOMPARE(receiver.requests.size(), 1);
        const QByteArray request = receiver.requests.first();
        QVERIFY2(request.startsWith(QByteArray("POST " + path + " HTTP/1.1\r\n")), request.constData());
        QVERIFY(request.contains("\r\nIdempotency-Key: belfry-0123\r\n"));
        QVERIFY(!QJsonDocument::fromJson(request.mid(request.indexOf("\r\n\r\n") + 4)).isNull());
    }
    void redirectsAreNotFollowed()
    {
        Receiver elsewhere;
        elsewhere.answers = {Receiver::answer(200)};
        Receiver receiver;
        receiver.answers = {Receiver::answer(307, {}, "Location: " + elsewhere.url().toUtf8() + "\r\n")};
        Round round;
        const Outcome outcome = round.outcome(letter(ChannelKind::Webhook, receiver.url()));
        QCOMPARE(outcome.kind, Outcome::Kind::Later);
        QVERIFY2(outcome.sentence.contains(u"(307)"_qs), qPrintable(outcome.sentence));
        QCOMPARE(elsewhere.connections, 0);
    }
    void whoHangsIsLeft()
    {
        Receiver receiver;
        Round round;
        round.send(letter(ChannelKind::Webhook, receiver.url()));
        QTRY_COMPARE(receiver.requests.size(), 1);
        round.clock.advance(Call::patience - std::chrono::milliseconds(1));
        QCOMPARE(round.outcomes.size(), 0);
        round.clock.advance(std::chrono::milliseconds(1));
        QCOMPARE(round.outcomes.size(), 1);
        QVERIFY2(round.outcomes.first().sentence.contains(u"15 second"_qs),
                 qPrintable(round.outcomes.first().sentence));
    }
    void oddAnswersAreUnderstood_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Outcome::Kind>("kind");
        QTest::addColumn<int>("after");
        QTest::newRow("429") << Receiver::answer(429, {}, "Retry-After: 40\r\n") << Outcome::Kind::Closed
                             << 40;
        QTest::newRow("garbage") << QByteArray("\0\1\2garbage\r\n", 12) << Outcome::Kind::Closed << 0;
        QTest::newRow("a megabyte") << Receiver::answer(500, QByteArray(1 << 20, 'x')) << Outcome::Kind::Later
                                    << 0;
        QTest::newRow("a megabyte of head")
            << QByteArray("HTTP/1.1 200 OK\r\nX: " + QByteArray(1 << 20, 'x')) << Outcome::Kind::Closed << 0;
        QTest::newRow("nothing") << QByteArray() << Outcome::Kind::Closed << 0;
        QTest::newRow("refused") << Receiver::answer(403) << Outcome::Kind::Refused << 0;
    }
    void oddAnswersAreUnderstood()
    {
        QFETCH(QByteArray, answer);
        Receiver receiver;
        receiver.answers = {answer};
        Round round;
        const Outcome outcome = round.outcome(letter(ChannelKind::Webhook, receiver.url()));
        QTEST(outcome.kind, "kind");
        QTEST(int(outcome.after.value_or(std::chrono::seconds(0)).count()), "after");
        QVERIFY(!outcome.sentence.isEmpty() && outcome.sentence.size() < 400);
    }
    void telegramSaysHowLongToWait()
    {
        Receiver receiver;
        receiver.answers = {Receiver::answer(429, R"({"ok":false,"description":"Too Many Requests",
            "parameters":{"retry_after":33}})")};
        Round round;
        const Outcome outcome = round.outcome(letter(ChannelKind::Telegram, receiver.url(), "1:a"));
        QCOMPARE(outcome.after, std::chrono::seconds(33));
        QVERIFY(!outcome.sentence.contains(u"1:a"_qs)); // the token is in the address
    }
    void nobodyIsThere()
    {
        quint16 port = 0;
        {
            Receiver gone;
            port = gone.port();
        }
        Round round;
        const Outcome outcome =
            round.outcome(letter(ChannelKind::Webhook, u"http://127.0.0.1:%1/"_qs.arg(port)));
        QCOMPARE(outcome.kind, Outcome::Kind::Closed);
        QVERIFY2(outcome.sentence.contains(u"cannot be reached"_qs), qPrintable(outcome.sentence));
    }

    void privateAddressesAreRefused()
    {
        Receiver receiver;
        receiver.answers = {Receiver::answer(200)};
        Round round;
        Letter asked = letter(ChannelKind::Webhook, receiver.url());
        asked.channel.settings.isPrivateAllowed = false;
        Outcome outcome = round.outcome(asked);
        QCOMPARE(outcome.kind, Outcome::Kind::Closed);
        QVERIFY2(outcome.sentence.contains(u"private network"_qs), qPrintable(outcome.sentence));
        // A name that means this computer by now.
        round.names = {{u"hooks.example.org"_qs, {u"127.0.0.1"_qs, u"::1"_qs}}};
        asked.channel.settings.url = u"http://hooks.example.org:%1/"_qs.arg(receiver.port());
        outcome = round.outcome(asked);
        QVERIFY2(outcome.sentence.contains(u"private network"_qs), qPrintable(outcome.sentence));
        round.names[u"hooks.example.org"_qs] = QStringList{u"169.254.169.254"_qs};
        asked.channel.settings.isPrivateAllowed = true;
        outcome = round.outcome(asked);
        QVERIFY2(outcome.sentence.contains(u"cloud"_qs), qPrintable(outcome.sentence));
        QCOMPARE(receiver.connections, 0);
    }
    /// However this computer is written.
    void thisComputerIsRefusedUnderAnyName_data()
    {
        QTest::addColumn<QString>("host");
        for (const char *host :
             {"localhost", "127.1", "0x7f000001", "2130706433", "[::1]", "[::ffff:127.0.0.1]"})
            QTest::newRow(host) << QString::fromLatin1(host);
    }
    void thisComputerIsRefusedUnderAnyName()
    {
        QFETCH(QString, host);
        Receiver receiver;
        Round round;
        Courier courier(Reach::system(), round.clock);
        Letter asked = letter(ChannelKind::Webhook, u"http://%1:%2/"_qs.arg(host).arg(receiver.port()));
        asked.channel.settings.isPrivateAllowed = false;
        courier.deliver(asked, [&](const Outcome &outcome) { round.outcomes << outcome; });
        QTRY_COMPARE_WITH_TIMEOUT(round.outcomes.size(), 1, 20'000);
        QVERIFY2(round.outcomes.first().sentence.contains(u"private network"_qs),
                 qPrintable(round.outcomes.first().sentence));
        QCOMPARE(receiver.connections, 0);
    }
    void mailServersThatAreNone()
    {
        Receiver receiver;
        receiver.greeting = "HTTP/1.1 400 Bad Request\r\n";
        Round round;
        Letter asked = letter(ChannelKind::Email);
        asked.channel.settings.host = u"127.0.0.1"_qs;
        asked.channel.settings.port = receiver.port();
        asked.channel.settings.security = MailSecurity::None;
        asked.channel.settings.from = u"belfry@example.org"_qs;
        asked.channel.settings.to = {u"noc@example.org"_qs};
        const Outcome outcome = round.outcome(asked);
        QVERIFY2(outcome.sentence.contains(u"no SMTP"_qs), qPrintable(outcome.sentence));
        receiver.greeting = "220-one moment\r\n";
        round.send(asked);
        QTRY_COMPARE(receiver.connections, 2);
        round.clock.advance(Call::patience);
        QCOMPARE(round.outcomes.last().kind, Outcome::Kind::Closed);
    }
    void theNextAddressIsTried()
    {
        Receiver receiver;
        receiver.answers = {Receiver::answer(200)};
        Round round;
        round.names = {{u"two.example.org"_qs, {u"127.9.9.9"_qs, u"127.0.0.1"_qs}}};
        const Outcome outcome = round.outcome(
            letter(ChannelKind::Webhook, u"http://two.example.org:%1/"_qs.arg(receiver.port())));
        QVERIFY2(outcome.isDelivered(), qPrintable(outcome.sentence));
        QVERIFY(receiver.requests.first().contains("\r\nHost: two.example.org:"));
    }

    void certificatesAreChecked()
    {
        const auto made =
            transport::SelfSigned::make({u"tls.example.org"_qs}, {}, QDateTime::currentDateTimeUtc());
        QVERIFY(made);
        Receiver receiver;
        receiver.encrypt(made->certificate, made->key);
        receiver.answers = {Receiver::answer(200)};
        Round round;
        round.names = {{u"tls.example.org"_qs, {u"127.0.0.1"_qs}}};
        Letter asked = letter(ChannelKind::Webhook, u"https://tls.example.org:%1/"_qs.arg(receiver.port()));
        Outcome outcome = round.outcome(asked);
        QCOMPARE(outcome.kind, Outcome::Kind::Closed);
        QVERIFY2(outcome.sentence.contains(u"not trusted"_qs), qPrintable(outcome.sentence));
        QCOMPARE(receiver.requests.size(), 0);
        asked.channel.settings.fingerprint = QString::fromLatin1(
            QSslCertificate(made->certificate).digest(QCryptographicHash::Sha256).toHex(':'));
        outcome = round.outcome(asked);
        QVERIFY2(outcome.isDelivered(), qPrintable(outcome.sentence));
        asked.channel.settings.fingerprint = QString(64, u'0');
        outcome = round.outcome(asked);
        QVERIFY2(outcome.sentence.contains(u"pinned"_qs), qPrintable(outcome.sentence));
        QCOMPARE(receiver.requests.size(), 1);
    }
    void whoDoesNotSpeakTlsIsToldApart()
    {
        Receiver receiver;
        receiver.greeting = "220 mail.example.org ready\r\n";
        Round round;
        const Outcome outcome =
            round.outcome(letter(ChannelKind::Webhook, receiver.url().replace(u"http:"_qs, u"https:"_qs)));
        QVERIFY2(outcome.sentence.contains(u"does not agree on TLS"_qs), qPrintable(outcome.sentence));
    }

    /// From a notice to a server that fails at first, over a restart, to exactly one message.
    void allOfItTogether()
    {
        Receiver receiver;
        receiver.answers = {Receiver::answer(503), Receiver::answer(200)};
        storetest::Bench bench;
        support::FakeClock clock;
        support::SeededEntropy entropy;
        std::unique_ptr<Switchboard> board;
        const auto restart = [&] {
            if (bench.store)
                (void)support::awaited(bench.store->records().one({}));
            board.reset();
            QVERIFY(!bench.open());
            board = std::make_unique<Switchboard>(Switchboard::Surroundings{
                bench.store->records(), clock, entropy, channeltest::sealer(),
                [](const QString &) -> core::Result<RouteBook::Test> { return core::Error{}; },
                [](const QString &) { return RouteBook::Labels(); }});
            QVERIFY(support::awaited(board->load()));
            board->start();
        };
        restart();
        SetChannel wish;
        wish.displayName = u"hook"_qs;
        wish.kind = ChannelKind::Webhook;
        wish.settings.url = receiver.url();
        wish.settings.isPrivateAllowed = true;
        wish.secret = u"s3cret"_qs;
        const core::Reply set = support::awaited(board->channels().set(channeltest::asked(wish)));
        QVERIFY2(set, qPrintable(set ? QString() : set.error().message));
        const alerts::Notice notice =
            channeltest::notice({channeltest::item(u"A-1"_qs, u"down"_qs, 10)}, u"k1"_qs);
        QVERIFY(support::awaited(board->take(notice)));
        const auto figures = [&] { return board->deliveries().figures(set->as<Channel>()->id); };
        QTRY_VERIFY(figures().lastError.contains(u"503"_qs));
        restart();
        QVERIFY(support::awaited(board->take(notice)));
        QCOMPARE(figures().waiting, 1);
        QVERIFY(figures().lastError.contains(u"503"_qs));
        clock.advance(std::chrono::seconds(2));
        QTRY_VERIFY(figures().lastDeliveredAt);
        restart();
        QVERIFY(support::awaited(board->take(notice)));
        clock.advance(std::chrono::hours(2));
        QTest::qWait(0);
        QCOMPARE(receiver.requests.size(), 2);
        const auto idOf = [](const QByteArray &request) {
            return request.mid(request.indexOf("webhook-id: "), 60);
        };
        QCOMPARE(idOf(receiver.requests.at(0)), idOf(receiver.requests.at(1)));
        // And what a person sees who tries it.
        const core::Reply tried =
            support::awaited(board->test(channeltest::asked(TestChannel{set->as<Channel>()->id})));
        QVERIFY(tried->as<TestChannel::Reply>()->isDelivered);
        QVERIFY(receiver.requests.last().contains("A test of Belfry"));
        (void)support::awaited(bench.store->records().one({}));
        board.reset();
    }
};

QTEST_GUILESS_MAIN(CallsTest)
#include "callstest.moc"
