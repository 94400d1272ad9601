// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/enginerig.h"
#include "engine/metricsapi.h"
#include "engine/promtext.h"

#include <QTest>

using support::EngineRig;
using support::PromText;
using transport::HttpRequest;
using transport::HttpResponse;

namespace {
HttpResponse get(EngineRig &rig, const QString &token, const char *from = "127.0.0.1")
{
    engine::MetricsApi api(rig.reception, {});
    transport::Router router;
    api.registerAt(router);
    HttpRequest request;
    request.method = "GET";
    request.path = "/metrics";
    request.peer = QHostAddress(QLatin1String(from));
    if (!token.isEmpty())
        request.headers.insert("authorization", "Bearer " + token.toUtf8());
    return router.findHttp("GET", "/metrics", nullptr)->handler(request).result();
}
} // namespace

/// What the server tells Prometheus about itself is true and well-formed.
class MetricsApiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePageIsWellFormedAndTrue()
    {
        EngineRig rig;
        const engine::MetricsApi api(rig.reception, [](engine::Exposition &page) {
            page.gauge("belfry_quoted", "A text that must be escaped.");
            page.add(1e300, {{"text", u"a\"b\\c\nd{},ä"_qs}});
            page.add(-0.5, {});
        });
        auto *viewer = rig.open("/console", u"viewer"_qs);
        viewer->say(R"({"id":1,"command":"session.subscribe","params":{"topics":["network.*"]}})");
        viewer->say(R"({"id":2,"command":"session.ping"})");
        viewer->say(R"({"id":3,"command":"audit.read","params":{}})");
        rig.open("/api/v1/ws/devices", u"operator"_qs);
        rig.open("/api/v1/ws/devices", u"forged"_qs);
        rig.open("/api/v1/ws/devices");
        rig.publishExample(u"network.device.status"_qs);
        rig.publishExample(u"network.device.status"_qs);
        rig.publishExample(u"alerts.raised"_qs);
        for (int i = 0; i < 210; ++i)
            viewer->say(R"({"id":4,"command":"session.ping"})");

        const PromText told = PromText::read(api.page());
        QVERIFY2(told.fault.isEmpty(), qPrintable(told.fault));
        const auto value = [&told](const char *sample) { return told.samples.value(sample, -1); };
        QCOMPARE(value(R"(belfry_sessions{contract="console"})"), 1.0);
        QCOMPARE(value(R"(belfry_sessions{contract="opmas"})"), 1.0);
        QCOMPARE(value(R"(belfry_sessions{contract="everyst"})"), 0.0);
        QCOMPARE(value(R"(belfry_events_published_total{topic="network.device.status"})"), 2.0);
        QCOMPARE(value(R"(belfry_events_published_total{topic="alerts.raised"})"), 1.0);
        QCOMPARE(value("belfry_events_delivered_total"), 4.0);
        QCOMPARE(value("belfry_events_dropped_total"), 0.0);
        QCOMPARE(value(R"(belfry_commands_total{command="session.subscribe",outcome="ok"})"), 1.0);
        QCOMPARE(value(R"(belfry_commands_total{command="audit.read",outcome="forbidden"})"), 1.0);
        QCOMPARE(value(R"(belfry_connections_refused_total{reason="authentication"})"), 2.0);
        QCOMPARE(value("belfry_messages_limited_total"), 13.0);
        QCOMPARE(value(R"(belfry_commands_total{command="session.ping",outcome="ok"})"), 198.0);
        QVERIFY(value("process_cpu_seconds_total") >= 0);
        QVERIFY(value("process_resident_memory_bytes") > 1e6);
        QCOMPARE(value("belfry_quoted"), -0.5);
        QCOMPARE(told.types.value("belfry_events_published_total"), QByteArray("counter"));
    }

    void thoseWhoMayViewMayRead_data()
    {
        QTest::addColumn<QString>("token");
        QTest::addColumn<int>("status");
        QTest::newRow("viewer") << u"viewer"_qs << 200;
        QTest::newRow("operator") << u"operator"_qs << 200;
        QTest::newRow("admin") << u"admin"_qs << 200;
        QTest::newRow("agent") << u"agent"_qs << 403;
        QTest::newRow("forged") << u"forged"_qs << 401;
        QTest::newRow("nobody") << QString() << 401;
    }
    void thoseWhoMayViewMayRead()
    {
        QFETCH(QString, token);
        QFETCH(int, status);
        EngineRig rig;
        const HttpResponse response = get(rig, token);
        QCOMPARE(response.status, status);
        if (status == 200)
            QCOMPARE(response.contentType, QByteArray("text/plain; version=0.0.4; charset=utf-8"));
        else
            QVERIFY(!response.body.contains("belfry_"));
    }

    void guestsReadWhereTheyAreLetIn()
    {
        EngineRig rig;
        rig.reception.guests.from = engine::GuestRule::From::Loopback;
        QCOMPARE(get(rig, {}).status, 200);
        QCOMPARE(get(rig, {}, "192.0.2.7").status, 401);
        QCOMPARE(get(rig, u"forged"_qs).status, 401);
    }

    void theReaderFindsFaults_data()
    {
        QTest::addColumn<QByteArray>("page");
        const QByteArray good = "# HELP a_total A.\n# TYPE a_total counter\na_total 1\n";
        const auto row = [](const char *name, const QByteArray &page) { QTest::newRow(name) << page; };
        QVERIFY(PromText::read(good).fault.isEmpty());
        row("no end", good.chopped(1));
        row("a blank line", good + '\n');
        row("twice", good + "a_total 1\n");
        row("no family", "a_total 1\n");
        row("another family", good + "b 1\n");
        row("no number", "# HELP a_total A.\n# TYPE a_total counter\na_total one\n");
        row("a counter's name", "# HELP a A.\n# TYPE a counter\na 1\n");
        row("an open label", "# HELP a A.\n# TYPE a gauge\na{b=\"c} 1\n");
        row("a label with a bare quote", "# HELP a A.\n# TYPE a gauge\na{b=\"c\"d\"} 1\n");
        row("a type before its help", "# TYPE a gauge\n# HELP a A.\na 1\n");
    }
    void theReaderFindsFaults()
    {
        QFETCH(QByteArray, page);
        QVERIFY(!PromText::read(page).fault.isEmpty());
    }
};

QTEST_GUILESS_MAIN(MetricsApiTest)
#include "metricsapi_test.moc"
