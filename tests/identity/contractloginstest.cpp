// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalogue.h"
#include "engine/authapi.h"
#include "support/fakeclock.h"
#include "support/memorystores.h"
#include "support/seededentropy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using transport::HttpRequest;
using transport::HttpResponse;
using namespace std::chrono_literals;

namespace {
/// Waits for a future while the event loop runs.
template <class T>
T awaited(QFuture<T> future)
{
    for (int turn = 0; turn < 10'000 && !future.isFinished(); ++turn)
        QTest::qWait(1);
    if (!future.isFinished())
        qFatal("A future was never finished");
    return future.result();
}

const QByteArray formType = QByteArrayLiteral("application/x-www-form-urlencoded");
const QByteArray jsonType = QByteArrayLiteral("application/json");

/// The routes for signing in, with an administrator dana and an operator omar, who has an e-mail.
struct Counter
{
    QTemporaryDir folder;
    support::MemoryAccountStore store;
    support::MemoryAuditStore trail;
    support::MemoryPublisher publisher{catalog::everything()};
    support::FakeClock clock;
    support::SeededEntropy entropy;
    identity::Service service{store, trail, publisher, clock, entropy, options()};
    engine::AuthApi api{service};
    transport::Router router;

    Counter()
    {
        api.registerAt(router);
        QVERIFY(awaited(service.start()));
        QVERIFY(awaited(service.setUp(*service.setupToken(), QStringLiteral("dana"),
                                      QStringLiteral("mossy lantern quiet"))));
        core::Command command;
        command.params = identity::AddUser{QStringLiteral("omar"), QStringLiteral("mossy lantern quiet"),
                                           QStringLiteral("operator"), QStringLiteral("Omar B."),
                                           QStringLiteral("omar@example.org")};
        QVERIFY(awaited(service.addUser(command)));
    }
    [[nodiscard]] identity::Options options() const
    {
        identity::Options made;
        made.keyFile = folder.filePath(QStringLiteral("token.key"));
        made.auditKeyFile = folder.filePath(QStringLiteral("audit.key"));
        made.passwordCost = {64, 1, 1};
        return made;
    }
    [[nodiscard]] HttpResponse ask(const QByteArray &method, const QByteArray &path, const QByteArray &body,
                                   const QByteArray &type = jsonType, const QString &token = {}) const
    {
        HttpRequest request;
        request.method = method;
        request.path = path;
        request.body = body;
        request.peer = QHostAddress(QStringLiteral("192.0.2.7"));
        if (!type.isEmpty())
            request.headers.insert("content-type", type);
        if (!token.isEmpty())
            request.headers.insert("authorization", "Bearer " + token.toLatin1());
        const auto *route = router.findHttp(method, path, nullptr);
        return route == nullptr ? HttpResponse{404, {}, {}, {}, false} : awaited(route->handler(request));
    }
    [[nodiscard]] HttpResponse post(const QByteArray &path, const QByteArray &body,
                                    const QByteArray &type = jsonType) const
    {
        return ask("POST", path, body, type);
    }
    /// Seconds an access token is good for; 0: it is not good.
    [[nodiscard]] qint64 lifeOf(const QJsonValue &token) const
    {
        const auto principal = service.verify(token.toString());
        return principal ? clock.now().secsTo(*principal->expiresAt) : 0;
    }
};

QJsonObject json(const HttpResponse &response) { return QJsonDocument::fromJson(response.body).object(); }
QByteArray text(const QJsonObject &body) { return QJsonDocument(body).toJson(); }
} // namespace

/// Signs in, renews and signs out as the clients of each contract do.
class ContractLoginsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everystSignsInRenewsAndSignsOut()
    {
        const Counter counter;
        const HttpResponse response =
            counter.post("/api/auth/login/", R"({"username":"omar","password":"mossy lantern quiet"})");
        QCOMPARE(response.status, 200);
        const QJsonObject tokens = json(response);
        QCOMPARE(QStringList(tokens.keys()),
                 (QStringList{QStringLiteral("access"), QStringLiteral("password_expired"),
                              QStringLiteral("refresh")}));
        QCOMPARE(tokens[QLatin1String("password_expired")].toBool(true), false);
        QCOMPARE(counter.lifeOf(tokens[QLatin1String("access")]), 900);
        const QByteArray renewal = text({{QStringLiteral("refresh"), tokens[QLatin1String("refresh")]}});
        const HttpResponse renewed = counter.post("/api/auth/refresh/", renewal);
        QCOMPARE(renewed.status, 200);
        QCOMPARE(counter.lifeOf(json(renewed)[QLatin1String("access")]), 900);
        QVERIFY(json(renewed)[QLatin1String("refresh")] != tokens[QLatin1String("refresh")]);
        QCOMPARE(counter
                     .ask("POST", "/api/auth/logout/",
                          text({{QStringLiteral("refresh"), json(renewed)[QLatin1String("refresh")]}}))
                     .status,
                 200);
        QCOMPARE(counter.lifeOf(json(renewed)[QLatin1String("access")]), 0);
    }

    void aRefreshTokenUsedTwiceEndsTheSignIn()
    {
        Counter counter;
        QSignalSpy ended(&counter.service, &identity::Service::tokenRevoked);
        const QJsonObject tokens =
            json(counter.post("/api/auth/login/", R"({"username":"omar","password":"mossy lantern quiet"})"));
        const QByteArray renewal = text({{QStringLiteral("refresh"), tokens[QLatin1String("refresh")]}});
        const QJsonObject next = json(counter.post("/api/auth/refresh/", renewal));
        QCOMPARE(counter.post("/api/auth/refresh/", renewal).status, 401);
        QCOMPARE(ended.count(), 1);
        QCOMPARE(counter.lifeOf(next[QLatin1String("access")]), 0);
        QCOMPARE(counter
                     .post("/api/auth/refresh/",
                           text({{QStringLiteral("refresh"), next[QLatin1String("refresh")]}}))
                     .status,
                 401);
    }

    void departmentsSignInByEmail()
    {
        const Counter counter;
        const HttpResponse response = counter.post(
            "/api/auth/login", R"({"email":"omar@example.org","password":"mossy lantern quiet"})");
        QCOMPARE(response.status, 200);
        const QJsonObject body = json(response);
        QCOMPARE(body[QLatin1String("status")].toString(), QStringLiteral("success"));
        QCOMPARE(counter.lifeOf(body[QLatin1String("token")]), 86'400);
        const QJsonObject user = body[QLatin1String("user")].toObject();
        QVERIFY(!user[QLatin1String("id")].toString().isEmpty());
        QCOMPARE(user[QLatin1String("name")].toString(), QStringLiteral("Omar B."));
        QCOMPARE(user[QLatin1String("email")].toString(), QStringLiteral("omar@example.org"));
        QCOMPARE(user[QLatin1String("role")].toString(), QStringLiteral("operator"));
        QCOMPARE(body[QLatin1String("data")].toObject()[QLatin1String("user")].toObject(), user);
        const QString token = body[QLatin1String("token")].toString();
        QCOMPARE(counter.ask("POST", "/api/auth/logout", {}, {}, token).status, 200);
        QCOMPARE(counter.lifeOf(token), 0);
    }

    void threatLensSignsInLooksAndSignsOut()
    {
        const Counter counter;
        const HttpResponse response =
            counter.post("/auth/login", R"({"username":"omar","password":"mossy lantern quiet"})");
        QCOMPARE(response.status, 200);
        const QJsonObject body = json(response);
        QCOMPARE(body[QLatin1String("success")].toBool(), true);
        const QJsonObject token = body[QLatin1String("token")].toObject();
        QCOMPARE(token[QLatin1String("token_type")].toString(), QStringLiteral("Bearer"));
        QCOMPARE(token[QLatin1String("expires_in")].toInt(), 3600);
        QVERIFY(!token[QLatin1String("session_id")].toString().isEmpty());
        QCOMPARE(token[QLatin1String("permissions")].toArray(),
                 (QJsonArray{QStringLiteral("read"), QStringLiteral("write")}));
        const QString access = token[QLatin1String("token")].toString();
        QCOMPARE(counter.lifeOf(access), 3600);
        const QJsonObject info = body[QLatin1String("user_info")].toObject();
        QCOMPARE(info[QLatin1String("username")].toString(), QStringLiteral("omar"));
        QCOMPARE(info[QLatin1String("role")].toString(), QStringLiteral("analyst"));
        const HttpResponse me = counter.ask("GET", "/auth/me", {}, {}, access);
        QCOMPARE(me.status, 200);
        QCOMPARE(json(me), info);
        QCOMPARE(counter.ask("POST", "/auth/logout", {}, {}, access).status, 200);
        QCOMPARE(counter.ask("GET", "/auth/me", {}, {}, access).status, 401);
        QCOMPARE(counter.ask("GET", "/auth/me", {}, {}).status, 401);
        const QJsonObject remembered = json(counter.post(
            "/auth/login", R"({"username":"omar","password":"mossy lantern quiet","remember_me":true})"));
        QCOMPARE(remembered[QLatin1String("token")].toObject()[QLatin1String("expires_in")].toInt(), 7200);
    }

    void opmasSignsInByForm()
    {
        const Counter counter;
        const HttpResponse response = counter.post(
            "/api/v1/auth/login",
            "grant_type=password&username=omar%40example.org&password=mossy+lantern%20quiet", formType);
        QCOMPARE(response.status, 200);
        const QJsonObject body = json(response);
        QCOMPARE(body[QLatin1String("token_type")].toString(), QStringLiteral("bearer"));
        QCOMPARE(counter.lifeOf(body[QLatin1String("access_token")]), 1800);
        for (const auto &[name, value] : response.headers)
            QVERIFY(name != "Set-Cookie");
        const HttpResponse renewed =
            counter.post("/api/v1/auth/refresh",
                         text({{QStringLiteral("refresh_token"), body[QLatin1String("refresh_token")]}}));
        QCOMPARE(renewed.status, 200);
        QVERIFY(counter.lifeOf(json(renewed)[QLatin1String("access_token")]) > 0);
    }

    void badBodiesAreRefusedInEveryManner_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("everyst") << QByteArray("/api/auth/login/") << QStringLiteral("detail");
        QTest::newRow("everyst refresh") << QByteArray("/api/auth/refresh/") << QStringLiteral("detail");
        QTest::newRow("departments") << QByteArray("/api/auth/login") << QStringLiteral("message");
        QTest::newRow("threatlens") << QByteArray("/auth/login") << QStringLiteral("message");
    }

    void badBodiesAreRefusedInEveryManner()
    {
        QFETCH(QByteArray, path);
        QFETCH(QString, sentence);
        const Counter counter;
        const QByteArray longText(1025, 'x');
        const auto named = [](const QByteArray &name, const QByteArray &refresh, const QByteArray &secret) {
            return text({{QStringLiteral("username"), QString::fromLatin1(name)},
                         {QStringLiteral("email"), QString::fromLatin1(name)},
                         {QStringLiteral("refresh"), QString::fromLatin1(refresh)},
                         {QStringLiteral("password"), QString::fromLatin1(secret)}});
        };
        const QByteArray hugeText(8193, 'x');
        const QByteArray withNul("a\0b", 3);
        const QList<QByteArray> bodies{"",
                                       "{",
                                       "[]",
                                       "null",
                                       "{}",
                                       "{\"username\":\"omar\"}",
                                       "{\"password\":\"x\"}",
                                       "{\"username\":1,\"email\":1,\"refresh\":1,\"password\":\"x\"}",
                                       "{\"username\":[],\"email\":{},\"refresh\":[],\"password\":\"x\"}",
                                       named(withNul, withNul, "x"),
                                       named("omar", hugeText, longText),
                                       named(longText, hugeText, "x")};
        for (const QByteArray &body : bodies) {
            const HttpResponse response = counter.post(path, body);
            QVERIFY2(response.status == 400, body.left(60).constData());
            QVERIFY(!json(response)[sentence].toString().isEmpty());
        }
        const HttpResponse typed = counter.post(path, "{}", "text/plain");
        QCOMPARE(typed.status, 415);
        QVERIFY(!json(typed)[sentence].toString().isEmpty());
    }

    void badFormsAreRefused()
    {
        Counter counter;
        for (const QByteArray &form :
             QList<QByteArray>{"", "username=omar", "password=x", "&&&=", "username=a%00&password=x",
                               "username=omar&password=" + QByteArray(1025, 'x')}) {
            const HttpResponse response = counter.post("/api/v1/auth/login", form, formType);
            QVERIFY2(response.status == 400, form.left(40).constData());
            QVERIFY(!json(response)[QLatin1String("detail")].toString().isEmpty());
        }
        // Of two, the first counts.
        QCOMPARE(
            counter.post("/api/v1/auth/login", "username=omar&username=dana&password=wrong", formType).status,
            401);
        QCOMPARE(counter.trail.records().last().target, QStringLiteral("omar"));
    }

    void wrongPasswordsAreToldInEveryManner_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, const char *path, const char *body, const QByteArray &type,
                            const char *sentence) {
            QTest::newRow(name) << QByteArray(path) << QByteArray(body) << type
                                << QString::fromLatin1(sentence);
        };
        row("everyst", "/api/auth/login/", R"({"username":"omar","password":"wrong"})", jsonType, "detail");
        row("departments", "/api/auth/login", R"({"email":"omar@example.org","password":"wrong"})", jsonType,
            "message");
        row("threatlens", "/auth/login", R"({"username":"omar","password":"wrong"})", jsonType, "message");
        row("opmas", "/api/v1/auth/login", "username=omar&password=wrong", formType, "detail");
    }

    void wrongPasswordsAreToldInEveryManner()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        QFETCH(QString, sentence);
        Counter counter;
        const HttpResponse wrong = counter.post(path, body, type);
        QCOMPARE(wrong.status, 401);
        QVERIFY(!json(wrong)[sentence].toString().isEmpty());
        const HttpResponse early = counter.post(path, body, type);
        QCOMPARE(early.status, 429);
        QVERIFY(!json(early)[sentence].toString().isEmpty());
        bool isTold = false;
        for (const auto &[name, value] : early.headers)
            isTold = isTold || (name == "Retry-After" && value.toInt() > 0);
        QVERIFY(isTold);
        // Who knows the password gets in as soon as the pause is over.
        counter.clock.advance(2s);
        QByteArray right = body;
        right.replace("wrong", "mossy lantern quiet");
        QCOMPARE(counter.post(path, right, type).status, 200);
    }
};

QTEST_GUILESS_MAIN(ContractLoginsTest)
#include "contractloginstest.moc"
