// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/signin.h"

#include "client/fakedoor.h"
#include "support/fakeclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

class SignInTest : public QObject
{
    Q_OBJECT

    static core::Result<void> wait(const QFuture<core::Result<void>> &future)
    {
        [&] { QTRY_VERIFY(future.isFinished()); }();
        return future.isFinished() ? future.result() : core::Error{};
    }

private Q_SLOTS:
    void getsAToken()
    {
        FakeDoor door;
        support::FakeClock clock;
        client::Trust trust{client::KnownServers()};
        client::SignIn signIn(door.address(), trust, clock);
        QSignalSpy changed(&signIn, &client::Credentials::tokenChanged);
        QVERIFY(bool(wait(signIn.signIn(QStringLiteral("dana"), QStringLiteral("correct horse battery")))));
        QCOMPARE(door.path, QByteArrayLiteral("/api/v1/auth/login"));
        QCOMPARE(door.heard.value(QLatin1String("username")).toString(), QStringLiteral("dana"));
        QCOMPARE(signIn.accessToken(), QStringLiteral("a1"));
        QCOMPARE(changed.size(), 1);
    }

    void refreshesBeforeTheTokenEnds()
    {
        FakeDoor door;
        support::FakeClock clock;
        client::Trust trust{client::KnownServers()};
        client::SignIn signIn(door.address(), trust, clock);
        QVERIFY(bool(wait(signIn.signIn(QStringLiteral("dana"), QStringLiteral("x")))));
        door.body = QByteArrayLiteral(R"({"access_token":"a2","refresh_token":"r2","expires_in":900})");
        clock.advance(719s);
        QCOMPARE(signIn.accessToken(), QStringLiteral("a1"));
        clock.advance(1s);
        QTRY_COMPARE(signIn.accessToken(), QStringLiteral("a2"));
        QCOMPARE(door.path, QByteArrayLiteral("/api/v1/auth/refresh"));
        QCOMPARE(door.heard.value(QLatin1String("refresh_token")).toString(), QStringLiteral("r1"));
    }

    void endsWhenTheRefreshIsRefused()
    {
        FakeDoor door;
        support::FakeClock clock;
        client::Trust trust{client::KnownServers()};
        client::SignIn signIn(door.address(), trust, clock);
        QVERIFY(!signIn.renew());
        QVERIFY(bool(wait(signIn.signIn(QStringLiteral("dana"), QStringLiteral("x")))));
        QSignalSpy ended(&signIn, &client::SignIn::ended);
        door.status = QByteArrayLiteral("401 Unauthorized");
        QVERIFY(signIn.renew());
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(signIn.accessToken().isEmpty());
    }

    void asksWhetherEncryptionIsWantedBeforeThePasswordIsOut_data()
    {
        QTest::addColumn<QByteArray>("root");
        QTest::newRow("sent on") << QByteArray("HTTP/1.1 308 Permanent Redirect\r\nLocation: "
                                               "https://127.0.0.1:8000/\r\nContent-Length: 0\r\n\r\n");
        QTest::newRow("upgrade") << QByteArray("HTTP/1.1 426 Upgrade Required\r\nContent-Length: 4\r\n\r\n");
    }
    void asksWhetherEncryptionIsWantedBeforeThePasswordIsOut()
    {
        QFETCH(QByteArray, root);
        FakeDoor door;
        door.root = root;
        support::FakeClock clock;
        client::Trust trust{client::KnownServers()};
        client::SignIn signIn(door.address(), trust, clock);
        const auto result = wait(signIn.signIn(QStringLiteral("dana"), QStringLiteral("x")));
        QCOMPARE(result.error().code, core::ErrorCode::Unavailable);
        QVERIFY2(result.error().message.contains(QLatin1String("https://")),
                 qPrintable(result.error().message));
        QVERIFY(door.heard.isEmpty());
    }

    void asksNoMoreThanItsPatience()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        support::FakeClock clock;
        client::Trust trust{client::KnownServers()};
        const QString address = QStringLiteral("127.0.0.1:%1").arg(silent.serverPort());
        client::SignIn signIn(client::readServerAddress(address).value(), trust, clock);
        const auto future = signIn.signIn(QStringLiteral("dana"), QStringLiteral("x"));
        clock.advance(client::HttpCall::patience - 1ms);
        QVERIFY(!future.isFinished());
        clock.advance(1ms);
        QCOMPARE(wait(future).error().code, core::ErrorCode::Unavailable);
    }

    void anAnswerThatIsCutIsNone()
    {
        FakeDoor door;
        door.root = "HTTP/1.1 200 OK\r\nContent-Le";
        support::FakeClock clock;
        client::Trust trust{client::KnownServers()};
        client::SignIn signIn(door.address(), trust, clock);
        const auto result = wait(signIn.signIn(QStringLiteral("dana"), QStringLiteral("x")));
        QCOMPARE(result.error().code, core::ErrorCode::Unavailable);
        QVERIFY(door.heard.isEmpty());
    }

    void asksForAOneTimeCode()
    {
        FakeDoor door;
        door.status = QByteArrayLiteral("401 Unauthorized");
        door.body = QByteArrayLiteral(
            R"({"error":{"code":"code_required","message":"This account needs a one-time code."}})");
        support::FakeClock clock;
        client::Trust trust{client::KnownServers()};
        client::SignIn signIn(door.address(), trust, clock);
        auto result = wait(signIn.signIn(QStringLiteral("dana"), QStringLiteral("x")));
        QCOMPARE(result.error().code, core::ErrorCode::CodeRequired);
        QCOMPARE(result.error().message, QStringLiteral("This account needs a one-time code."));
        QVERIFY(!door.heard.contains(QLatin1String("otp")));
        door.body = QByteArrayLiteral(R"({"error":{"code":"code_required"}})");
        result = wait(signIn.signIn(QStringLiteral("dana"), QStringLiteral("x"), QStringLiteral("000000")));
        QVERIFY(!result.error().message.isEmpty());
        door.status = QByteArrayLiteral("200 OK");
        door.body = QByteArrayLiteral(R"({"access_token":"a1"})");
        QVERIFY(
            bool(wait(signIn.signIn(QStringLiteral("dana"), QStringLiteral("x"), QStringLiteral("287082")))));
        QCOMPARE(door.heard.value(QLatin1String("otp")).toString(), QStringLiteral("287082"));
        QCOMPARE(door.heard.value(QLatin1String("password")).toString(), QStringLiteral("x"));
    }

    void saysWhyNot_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("part");
        QTest::newRow("wrong") << QByteArrayLiteral("401 Unauthorized")
                               << int(core::ErrorCode::AuthenticationRequired)
                               << QStringLiteral("does not accept");
        QTest::newRow("too often") << QByteArrayLiteral("429 Too Many Requests")
                                   << int(core::ErrorCode::Limited) << QStringLiteral("7");
        QTest::newRow("broken") << QByteArrayLiteral("503 Service Unavailable")
                                << int(core::ErrorCode::Unavailable) << QStringLiteral("503");
    }
    void saysWhyNot()
    {
        QFETCH(QByteArray, status);
        QFETCH(int, code);
        QFETCH(QString, part);
        FakeDoor door;
        door.status = status;
        support::FakeClock clock;
        client::Trust trust{client::KnownServers()};
        client::SignIn signIn(door.address(), trust, clock);
        const auto result = wait(signIn.signIn(QStringLiteral("dana"), QStringLiteral("x")));
        QVERIFY(!result);
        QCOMPARE(int(result.error().code), code);
        QVERIFY2(result.error().message.contains(part), qPrintable(result.error().message));
    }
};

QTEST_GUILESS_MAIN(SignInTest)
#include "signintest.moc"
