// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/enginerig.h"
#include "engine/eventapi.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using support::EngineRig;
using transport::HttpRequest;
using transport::HttpResponse;

namespace {
/// The route, and what is around it.
struct Counter
{
    EngineRig rig;
    QPromise<core::Result<void>> slow;
    bool isSlow = false;
    engine::Intake intake{rig.catalog, rig.bus, rig.clock, around()};
    engine::EventApi api{intake, [this](const QString &token) { return rig.verify(token); }, rig.clock};
    transport::Router router;
    QByteArray key;
    QByteArray type = "application/json";
    QString token = u"agent"_qs;

    Counter() { api.registerAt(router); }
    engine::Intake::Surroundings around()
    {
        engine::Intake::Surroundings made;
        made.keeping = [this]() -> std::optional<QFuture<core::Result<void>>> {
            if (!isSlow)
                return std::nullopt;
            slow.start();
            return slow.future();
        };
        return made;
    }
    [[nodiscard]] QFuture<HttpResponse> send(const QByteArray &body) const
    {
        HttpRequest request;
        request.method = "POST";
        request.path = "/api/v1/events";
        request.body = body;
        if (!token.isEmpty())
            request.headers.insert("authorization", "Bearer " + token.toUtf8());
        if (!type.isEmpty())
            request.headers.insert("content-type", type);
        if (!key.isNull())
            request.headers.insert("idempotency-key", key);
        return router.findHttp("POST", request.path, nullptr)->handler(request);
    }
    [[nodiscard]] HttpResponse post(const QByteArray &body) const { return send(body).result(); }
};

QJsonObject answerOf(const HttpResponse &response) { return QJsonDocument::fromJson(response.body).object(); }
QByteArray headerOf(const HttpResponse &response, const char *wanted)
{
    for (const auto &[name, value] : response.headers) {
        if (name == wanted)
            return value;
    }
    return {};
}

constexpr auto good = R"({"id":"e-1","topic":"automation.agent.status","payload":)"
                      R"({"agent_id":"agent","status":"online","timestamp":"2026-11-20T14:28:03.250Z"}})";
constexpr auto other = R"({"id":"e-2","topic":"automation.agent.status","data":)"
                       R"({"agent_id":"agent","status":"busy","timestamp":"2026-11-20T14:28:03.250Z"}})";
} // namespace

/// Publishes over HTTP as programs do, once and again.
class EventApiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneOrMoreArePublished()
    {
        const Counter counter;
        const HttpResponse one = counter.post(good);
        QCOMPARE(one.status, 200);
        const QJsonObject expected{
            {u"epoch"_qs, u"epoch1"_qs},
            {u"events"_qs, QJsonArray{QJsonObject{{u"id"_qs, u"e-1"_qs},
                                                  {u"topic"_qs, u"automation.agent.status"_qs},
                                                  {u"accepted"_qs, true},
                                                  {u"sequence"_qs, 1}}}}};
        QCOMPARE(answerOf(one), expected);
        const HttpResponse two = counter.post(QByteArray("[") + good + ',' + other + ']');
        QCOMPARE(two.status, 200);
        QCOMPARE(answerOf(two)[u"events"].toArray().at(1)[u"sequence"], 3);
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("token");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const char *token, const char *type, const QByteArray &body,
                            int status) {
            QTest::newRow(name) << QString::fromLatin1(token) << QByteArray(type) << body << status;
        };
        const char *json = "application/json";
        row("nobody", "", json, good, 401);
        row("a bad token", "forged", json, good, 401);
        row("a viewer", "viewer", json, good, 403);
        row("a guest", "guest", json, good, 403);
        row("a form", "agent", "application/x-www-form-urlencoded", good, 415);
        row("no type", "agent", "", good, 415);
        row("no JSON", "agent", json, "{", 400);
        row("nothing", "agent", json, "", 400);
        row("a number", "agent", json, "7", 400);
        row("no event", "agent", json, "[]", 400);
        row("no object", "agent", json, "[7]", 400);
        row("an empty object", "agent", json, "{}", 400);
        row("a topic of a wrong type", "agent", json, R"({"topic":7,"payload":{}})", 400);
        row("a payload of a wrong type", "agent", json, R"({"topic":"alerts.raised","payload":[]})", 400);
        row("a priority that is none", "agent", json,
            QByteArray(good).replace(R"("id")", R"("priority":11,"id")"), 400);
        row("a fact nobody publishes", "agent", json, R"({"topic":"metrics.sampled","payload":{}})", 403);
        row("another agent", "agent", json,
            QByteArray(good).replace(R"("agent_id":"agent")", R"("agent_id":"x")"), 403);
        row("a thousand levels", "agent", json,
            R"({"topic":"automation.agent.status","payload":{"data":)" + QByteArray(2000, '[') +
                QByteArray(2000, ']') + "}}",
            400);
        row("101 events", "agent", json, '[' + QByteArray(good + QByteArray(",")).repeated(100) + good + ']',
            400);
    }
    void refusals()
    {
        QFETCH(QString, token);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        Counter counter;
        counter.token = token;
        counter.type = type;
        const HttpResponse response = counter.post(body);
        QCOMPARE(response.status, status);
        const QJsonObject error = answerOf(response)[u"error"].toObject();
        QVERIFY(!error[u"code"].toString().isEmpty());
        QVERIFY(!error[u"message"].toString().isEmpty());
        QCOMPARE(counter.rig.bus.sequence(), quint64(0));
    }

    void eachIsToldWhatIsWrong()
    {
        const Counter counter;
        const HttpResponse response =
            counter.post(QByteArray("[") + good + R"(,{"id":"e-9","topic":"no.such","payload":{}},"x"])");
        QCOMPARE(response.status, 400);
        const QJsonArray events = answerOf(response)[u"events"].toArray();
        QCOMPARE(events.size(), 3);
        QCOMPARE(events[0][u"accepted"], false);
        QCOMPARE(events[0][u"error"][u"code"], u"conflict"_qs);
        QCOMPARE(events[1][u"id"], u"e-9"_qs);
        QCOMPARE(events[1][u"error"][u"message"], u"There is no fact no.such."_qs);
        QCOMPARE(events[2][u"error"][u"message"], u"events[2]: expected an object"_qs);
        QCOMPARE(counter.rig.bus.sequence(), quint64(0));
    }

    void tooManyAreToldToWait()
    {
        Counter counter;
        counter.token = u"operator"_qs;
        const QByteArray hundred = '[' + QByteArray(good + QByteArray(",")).repeated(99) + good + ']';
        QCOMPARE(counter.post(hundred).status, 200);
        QCOMPARE(counter.post(hundred).status, 200);
        counter.key = "k";
        const HttpResponse limited = counter.post(hundred);
        QCOMPARE(limited.status, 429);
        QVERIFY(!headerOf(limited, "Retry-After").isEmpty());
        counter.rig.clock.advance(std::chrono::seconds(2));
        QCOMPARE(counter.post(hundred).status, 200); // what was only put off stands under no key
    }

    void theSameKeyDoesNothingAgain()
    {
        Counter counter;
        counter.key = "\"8e03978e-40d5\"";
        const HttpResponse first = counter.post(good);
        counter.key = "8e03978e-40d5";
        const HttpResponse again = counter.post(good);
        QCOMPARE(again.status, 200);
        QCOMPARE(again.body, first.body);
        QCOMPARE(headerOf(first, "Idempotent-Replayed"), QByteArray());
        QCOMPARE(headerOf(again, "Idempotent-Replayed"), QByteArray("true"));
        QCOMPARE(counter.rig.bus.sequence(), quint64(1));
        QCOMPARE(counter.post(other).status, 422);
        counter.token = u"operator"_qs; // somebody else's key
        QCOMPARE(counter.post(other).status, 200);
        QCOMPARE(counter.rig.bus.sequence(), quint64(2));
    }

    void aRefusalStandsToo()
    {
        Counter counter;
        counter.key = "k";
        QCOMPARE(counter.post("{}").status, 400);
        QCOMPARE(counter.post(good).status, 422);
    }

    void aKeyIsForgottenAfterADay()
    {
        Counter counter;
        counter.key = "k";
        QCOMPARE(counter.post(good).status, 200);
        counter.rig.clock.advance(std::chrono::hours(25));
        QCOMPARE(counter.post(other).status, 200);
    }

    void onlyTheNewestKeysAreKept()
    {
        Counter counter;
        counter.key = "first";
        QCOMPARE(counter.post(good).status, 200);
        for (int i = 0; i < 999; ++i) {
            counter.key = QByteArray::number(i);
            QCOMPARE(counter.post(good).status, 200);
        }
        QCOMPARE(counter.rig.bus.sequence(), quint64(1000));
        counter.key = "first";
        QCOMPARE(counter.post(other).status, 422);
        counter.key = "one-more";
        QCOMPARE(counter.post(good).status, 200);
        counter.key = "first";
        QCOMPARE(counter.post(other).status, 200);
    }

    void aRequestUnderWayIsNotMadeTwice()
    {
        Counter counter;
        counter.isSlow = true;
        counter.key = "k";
        const QFuture<HttpResponse> first = counter.send(good);
        QVERIFY(!first.isFinished());
        QCOMPARE(counter.post(good).status, 409);
        QCOMPARE(counter.post(other).status, 422);
        counter.slow.addResult(core::Result<void>());
        counter.slow.finish();
        QVERIFY(first.isFinished());
        QCOMPARE(first.result().status, 200);
        QCOMPARE(counter.post(good).body, first.result().body);
        QCOMPARE(counter.rig.bus.sequence(), quint64(1));
    }

    void keysAreWellFormed_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<int>("status");
        const auto row = [](const QByteArray &key, int status) {
            QTest::newRow(key.left(20).constData()) << key << status;
        };
        row("a", 200);
        row(QByteArray(255, 'k'), 200);
        row("\"a\\\"b\"", 200);
        row(QByteArray(256, 'x'), 400);
        row("", 400);
        row("\"\"", 400);
        row("\"a", 400);
        row("\"a\\\"", 400);
        row("\"a\"b\"", 400);
        row("a, b", 400);
        row("\xc3\xa4", 400);
    }
    void keysAreWellFormed()
    {
        QFETCH(QByteArray, key);
        QFETCH(int, status);
        Counter counter;
        counter.key = key;
        QCOMPARE(counter.post(good).status, status);
        QCOMPARE(counter.rig.bus.sequence(), quint64(status == 200 ? 1 : 0));
    }
};

QTEST_GUILESS_MAIN(EventApiTest)
#include "eventapi_test.moc"
