// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/remotelink.h"

#include "client/fakeconsole.h"
#include "support/fakeclock.h"
#include "support/seededentropy.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

using namespace std::chrono_literals;
using State = client::Link::State;

/// Credentials as the test lays them down.
class LaidDown final : public client::Credentials
{
public:
    [[nodiscard]] QString accessToken() const override { return token; }
    bool renew() override
    {
        ++renewals;
        return renews;
    }
    void change(const QString &next)
    {
        token = next;
        Q_EMIT tokenChanged();
    }

    QString token = QStringLiteral("good");
    int renewals = 0;
    bool renews = false;
};

class RemoteLinkTest : public QObject
{
    Q_OBJECT

    struct Bench
    {
        FakeConsole console;
        LaidDown credentials;
        support::FakeClock clock;
        support::SeededEntropy entropy;
        client::Trust trust{client::KnownServers()};
        client::RemoteLink link{client::readServerAddress(console.url()).value(), credentials, trust, clock,
                                entropy};
        QList<quint64> heard;

        Bench()
        {
            QObject::connect(&link, &client::Link::eventsReceived, &link,
                             [this](const QList<core::Event> &events) {
                                 for (const core::Event &event : events)
                                     heard << event.sequence;
                             });
        }
        void live()
        {
            link.open();
            QTRY_COMPARE(link.state(), State::Live);
        }
    };

    static core::Reply wait(const QFuture<core::Reply> &future)
    {
        [&] { QTRY_VERIFY(future.isFinished()); }();
        return future.isFinished() ? future.result() : core::Reply();
    }

private Q_SLOTS:
    void signsInAndSubscribes()
    {
        Bench bench;
        bench.link.subscribe({QStringLiteral("metrics.*")});
        bench.live();
        QCOMPARE(bench.console.last(QStringLiteral("identity.authenticate"))
                     .value(QLatin1String("token"))
                     .toString(),
                 QStringLiteral("good"));
        const QJsonObject asked = bench.console.last(QStringLiteral("session.subscribe"));
        QCOMPARE(asked.value(QLatin1String("topics")).toArray(), QJsonArray{QStringLiteral("metrics.*")});
        QVERIFY(!asked.contains(QLatin1String("since")));
        QVERIFY(bench.link.stateText().isEmpty());
    }

    void takesASubscriptionBack()
    {
        Bench bench;
        bench.link.subscribe({QStringLiteral("metrics.*")});
        bench.live();
        bench.link.subscribe({QStringLiteral("*")});
        QTRY_COMPARE(
            bench.console.last(QStringLiteral("session.subscribe")).value(QLatin1String("topics")).toArray(),
            QJsonArray{QStringLiteral("*")});
        bench.link.unsubscribe({QStringLiteral("*"), QStringLiteral("chat.*")});
        QTRY_COMPARE(bench.console.last(QStringLiteral("session.unsubscribe"))
                         .value(QLatin1String("topics"))
                         .toArray(),
                     QJsonArray{QStringLiteral("*")});
        bench.console.cut();
        QTRY_COMPARE(bench.link.state(), State::Reconnecting);
        bench.link.retry();
        QTRY_COMPARE(bench.link.state(), State::Live);
        QCOMPARE(
            bench.console.last(QStringLiteral("session.subscribe")).value(QLatin1String("topics")).toArray(),
            QJsonArray{QStringLiteral("metrics.*")});
    }

    void gathersEventsIntoFrames()
    {
        Bench bench;
        bench.link.subscribe({QStringLiteral("metrics.*")});
        bench.live();
        QSignalSpy frames(&bench.link, &client::Link::eventsReceived);
        for (int i = 1; i <= 5; ++i)
            bench.console.say(i);
        QCOMPARE(wait(bench.link.request(QStringLiteral("test.after"), {})).value().json().size(), 1);
        QCOMPARE(frames.size(), 0);
        bench.clock.advance(client::Frames::moment);
        QCOMPARE(frames.size(), 1);
        QCOMPARE(bench.heard, (QList<quint64>{1, 2, 3, 4, 5}));
    }

    void answersRequests()
    {
        Bench bench;
        bench.live();
        const core::Reply good = wait(bench.link.request(QStringLiteral("test.good"), {}));
        QVERIFY(bool(good));
        QCOMPARE(good->json().value(QLatin1String("said")).toString(), QStringLiteral("test.good"));
        const core::Reply bad = wait(bench.link.request(QStringLiteral("test.fail"), {}));
        QVERIFY(!bad);
        QCOMPARE(bad.error().code, core::ErrorCode::Forbidden);
    }

    void refusesRequestsWhileOffline()
    {
        Bench bench;
        const core::Reply early = wait(bench.link.request(QStringLiteral("test.good"), {}));
        QCOMPARE(early.error().code, core::ErrorCode::Unavailable);
        bench.live();
        bench.console.silent = true;
        const QFuture<core::Reply> open = bench.link.request(QStringLiteral("test.good"), {});
        bench.console.cut();
        QCOMPARE(wait(open).error().code, core::ErrorCode::Unavailable);
    }

    void catchesUpAfterACut()
    {
        Bench bench;
        bench.link.subscribe({QStringLiteral("metrics.*")});
        bench.live();
        bench.console.say(7);
        QTRY_VERIFY(bench.clock.timerCount() >= 2);
        bench.clock.advance(100ms);
        QCOMPARE(bench.heard, QList<quint64>{7});
        bench.console.cut();
        QTRY_COMPARE(bench.link.state(), State::Reconnecting);
        QVERIFY(bench.link.stateText().contains(QLatin1String("Trying again in")));
        bench.console.recovers = true;
        bench.console.sequence = 9;
        bench.clock.advance(2s);
        QTRY_COMPARE(bench.link.state(), State::Live);
        QCOMPARE(bench.console.connections, 2);
        const QJsonObject asked = bench.console.last(QStringLiteral("session.subscribe"));
        QCOMPARE(asked.value(QLatin1String("since")).toInt(), 7);
        QCOMPARE(asked.value(QLatin1String("epoch")).toString(), QStringLiteral("first"));
        bench.console.say(8);
        bench.console.say(7);
        bench.console.say(9);
        (void)wait(bench.link.request(QStringLiteral("test.after"), {}));
        bench.clock.advance(100ms);
        QCOMPARE(bench.heard, (QList<quint64>{7, 8, 9}));
    }

    void startsAfreshInANewEpoch()
    {
        Bench bench;
        bench.link.subscribe({QStringLiteral("metrics.*")});
        bench.console.sequence = 40;
        bench.live();
        bench.console.epoch = QStringLiteral("second");
        bench.console.sequence = 2;
        bench.console.cut();
        QTRY_COMPARE(bench.link.state(), State::Reconnecting);
        bench.clock.advance(2s);
        QTRY_COMPARE(bench.link.state(), State::Live);
        QVERIFY(!bench.console.last(QStringLiteral("session.subscribe")).contains(QLatin1String("since")));
        bench.console.say(3);
        (void)wait(bench.link.request(QStringLiteral("test.after"), {}));
        bench.clock.advance(100ms);
        QCOMPARE(bench.heard, QList<quint64>{3});
    }

    void signsOutOnClose4001()
    {
        Bench bench;
        bench.live();
        bench.console.socket->close(QWebSocketProtocol::CloseCode(4001), QStringLiteral("expired"));
        QTRY_COMPARE(bench.link.state(), State::SignedOut);
        QCOMPARE(bench.credentials.renewals, 1);
        bench.clock.advance(60s);
        QTest::qWait(0);
        QCOMPARE(bench.console.connections, 1);
        bench.credentials.change(QStringLiteral("good"));
        QTRY_COMPARE(bench.link.state(), State::Live);
    }

    void signsOutOnARefusedToken()
    {
        Bench bench;
        bench.credentials.token = QStringLiteral("stale");
        bench.link.open();
        QTRY_COMPARE(bench.link.state(), State::SignedOut);
        QVERIFY(!bench.link.stateText().isEmpty());
    }

    void asksForASignInWithoutAToken()
    {
        Bench bench;
        bench.credentials.token.clear();
        bench.link.open();
        QTRY_COMPARE(bench.link.state(), State::SignedOut);
        QCOMPARE(bench.credentials.renewals, 0);
    }

    void letsGuestsIn()
    {
        Bench bench;
        bench.credentials.token.clear();
        bench.console.guests = true;
        bench.live();
        QCOMPARE(bench.console.counts.value(QStringLiteral("identity.authenticate")), 0);
    }

    void showsANewTokenWhileLive()
    {
        Bench bench;
        bench.live();
        bench.credentials.change(QStringLiteral("good"));
        QTRY_COMPARE(bench.console.counts.value(QStringLiteral("identity.authenticate")), 2);
        QCOMPARE(bench.link.state(), State::Live);
    }

    void noticesSilence()
    {
        Bench bench;
        bench.live();
        bench.console.silent = true;
        bench.clock.advance(6s);
        QTRY_COMPARE(bench.console.counts.value(QStringLiteral("session.ping")), 1);
        QCOMPARE(bench.link.state(), State::Live);
        bench.clock.advance(9s);
        QCOMPARE(bench.link.state(), State::Reconnecting);
    }

    void staysWhenThePingIsAnswered()
    {
        Bench bench;
        bench.live();
        for (int i = 1; i <= 5; ++i) {
            bench.clock.advance(6s);
            QTRY_COMPARE(bench.console.counts.value(QStringLiteral("session.ping")), i);
            (void)wait(bench.link.request(QStringLiteral("test.after"), {}));
        }
        QCOMPARE(bench.link.state(), State::Live);
    }

    void waitsLongerAndLonger()
    {
        Bench bench;
        int attempts = 0;
        QTcpServer door; // that is shut in everybody's face
        QVERIFY(door.listen(QHostAddress::LocalHost));
        connect(&door, &QTcpServer::newConnection, &door, [&] {
            while (QTcpSocket *socket = door.nextPendingConnection()) {
                ++attempts;
                socket->abort();
                socket->deleteLater();
            }
        });
        const QString address = QStringLiteral("ws://127.0.0.1:%1").arg(door.serverPort());
        client::RemoteLink link(client::readServerAddress(address).value(), bench.credentials, bench.trust,
                                bench.clock, bench.entropy);
        link.open();
        int made = 1;
        const auto waits = [&link] { return link.stateText().contains(QLatin1String("Trying again in")); };
        for (const auto step : {1000ms, 2000ms, 4000ms, 8000ms, 15000ms, 30000ms, 30000ms}) {
            QTRY_VERIFY(waits());
            QCOMPARE(attempts, made);
            QCOMPARE(link.state(), State::Connecting);
            bench.clock.advance(step * 8 / 10 - 1ms);
            QVERIFY2(waits(), qPrintable(QStringLiteral("before %1 ms").arg(step.count() * 8 / 10)));
            bench.clock.advance(step * 4 / 10 + 1s); // it looks at the clock each second
            QVERIFY2(!waits(),
                     qPrintable(QStringLiteral("after %1 ms and a second").arg(step.count() * 12 / 10)));
            ++made;
            QTRY_COMPARE(attempts, made);
        }
    }

    void refusesAStranger()
    {
        Bench bench;
        bench.console.greets = false;
        bench.link.open();
        QTRY_COMPARE(bench.console.connections, 1);
        bench.console.send({{QStringLiteral("welcome"), true}});
        QTRY_COMPARE(bench.link.state(), State::Refused);
        bench.clock.advance(60s);
        QCOMPARE(bench.link.state(), State::Refused);
        bench.console.greets = true;
        bench.link.retry();
        QTRY_COMPARE(bench.link.state(), State::Live);
    }
};

QTEST_GUILESS_MAIN(RemoteLinkTest)
#include "remotelinktest.moc"
