// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/authapi.h"

#include "catalog/catalogue.h"
#include "support/fakeclock.h"
#include "support/memorystores.h"
#include "support/seededentropy.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using transport::HttpRequest;
using transport::HttpResponse;

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

/// The routes for signing in, with an administrator named dana.
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
    }
    [[nodiscard]] identity::Options options() const
    {
        identity::Options made;
        made.keyFile = folder.filePath(QStringLiteral("token.key"));
        made.auditKeyFile = folder.filePath(QStringLiteral("audit.key"));
        made.passwordCost = {64, 1, 1};
        return made;
    }
    [[nodiscard]] HttpResponse post(const QByteArray &path, const QByteArray &body,
                                    const QHash<QByteArray, QByteArray> &headers = json()) const
    {
        HttpRequest request;
        request.method = "POST";
        request.path = path;
        request.body = body;
        request.headers = headers;
        return awaited(router.findHttp("POST", path, nullptr)->handler(request));
    }
    [[nodiscard]] HttpResponse login(const QHash<QByteArray, QByteArray> &headers = json()) const
    {
        return post("/api/v1/auth/login", R"({"username":"dana","password":"mossy lantern quiet"})", headers);
    }
    static QHash<QByteArray, QByteArray> json() { return {{"content-type", "application/json"}}; }
};

QJsonObject answerOf(const HttpResponse &response) { return QJsonDocument::fromJson(response.body).object(); }

QList<QByteArray> cookiesOf(const HttpResponse &response)
{
    QList<QByteArray> cookies;
    for (const auto &[name, value] : response.headers) {
        if (name == "Set-Cookie")
            cookies << value;
    }
    return cookies;
}
} // namespace

/// Signs in over HTTP as clients and pages do.
class AuthApiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodiesAreJson_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("coding");
        QTest::addColumn<int>("status");
        const auto row = [](const char *type, const char *coding, int status) {
            QTest::addRow("%s, %s", type, coding) << QByteArray(type) << QByteArray(coding) << status;
        };
        row("application/json", "", 200);
        row("application/json; charset=utf-8", "", 200);
        row("Application/JSON ;charset=utf-8", "", 200);
        row("application/json", "identity", 200);
        row("application/json", "Identity", 200);
        row("application/json", "gzip", 415);
        row("application/json", "identity, gzip", 415);
        row("application/jsonp", "", 415);
        row("application/json-seq", "", 415);
        row("application/json, text/plain", "", 415);
        row("text/plain; application/json", "", 415);
        row("", "", 415);
    }

    void bodiesAreJson()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, coding);
        QFETCH(int, status);
        const Counter counter;
        QHash<QByteArray, QByteArray> headers;
        if (!type.isEmpty())
            headers.insert("content-type", type);
        if (!coding.isEmpty())
            headers.insert("content-encoding", coding);
        const HttpResponse response = counter.login(headers);
        QCOMPARE(response.status, status);
        QCOMPARE(answerOf(response).contains(QLatin1String("error")), status != 200);
        QCOMPARE(counter.post("/api/v1/auth/refresh", "{}", headers).status, status == 200 ? 401 : 415);
        QCOMPARE(counter.post("/api/v1/setup", "{}", headers).status, status == 200 ? 400 : 415);
    }

    void damagedBodiesAreRefused()
    {
        const Counter counter;
        QCOMPARE(counter.post("/api/v1/auth/login", "{").status, 400);
        QCOMPARE(counter.post("/api/v1/auth/login", "[]").status, 400);
        QCOMPARE(counter.post("/api/v1/auth/login", "{}").status, 400);
    }

    void refreshTokensAreLeftOutWhileNothingCanBeSaved()
    {
        Counter counter;
        const QString key = QStringLiteral("refresh_token");
        const QJsonObject before = answerOf(counter.login());
        QVERIFY(!before[key].toString().isEmpty());
        counter.store.setFailing(true);
        const HttpResponse signIn = counter.login();
        QCOMPARE(signIn.status, 200);
        QVERIFY(!answerOf(signIn).contains(key));
        const HttpResponse renewal =
            counter.post("/api/v1/auth/refresh", QJsonDocument(QJsonObject{{key, before[key]}}).toJson());
        QCOMPARE(renewal.status, 200);
        QVERIFY(!answerOf(renewal).contains(key));
        QVERIFY(counter.service.verify(answerOf(renewal)[QLatin1String("access_token")].toString()));
    }

    void pagesKeepTheirCookieWhileNothingCanBeSaved()
    {
        Counter counter;
        QHash<QByteArray, QByteArray> page = Counter::json();
        page.insert("x-belfry-page", "1");
        const QList<QByteArray> given = cookiesOf(counter.login(page));
        QCOMPARE(given.size(), 2);
        QVERIFY(given[1].startsWith("belfry_refresh=ey"));
        counter.store.setFailing(true);
        const QList<QByteArray> replaced = cookiesOf(counter.login(page));
        QCOMPARE(replaced.size(), 2);
        QVERIFY(replaced[1].startsWith("belfry_refresh=;") && replaced[1].contains("Max-Age=0"));
        page.insert("cookie", given[1].split(';').first());
        const HttpResponse renewal = counter.post("/api/v1/auth/refresh", {}, page);
        QCOMPARE(renewal.status, 200);
        QCOMPARE(cookiesOf(renewal).size(), 1);
        QVERIFY(cookiesOf(renewal).first().startsWith("belfry_access=ey"));
    }
};

QTEST_GUILESS_MAIN(AuthApiTest)
#include "authapitest.moc"
