// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalogue.h"
#include "engine/docpage.h"
#include "engine/docs.h"
#include "engine/engine.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using transport::HttpResponse;

namespace {
QByteArray headerOf(const HttpResponse &response, const char *wanted)
{
    for (const auto &[name, value] : response.headers) {
        if (name == wanted)
            return value;
    }
    return {};
}

/// Why a page is not well-formed; empty: it is. Its text goes to `text`.
QString faultOf(const QByteArray &html, QString *text)
{
    QXmlStreamReader reader(html);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isCharacters())
            *text += reader.text();
        if (reader.name() == u"script")
            return QStringLiteral("it has a script");
    }
    return reader.hasError() ? reader.errorString() : QString();
}
} // namespace

/// The documents on the port tell everything that is served and said, and nothing else.
class DocsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        engine::EngineOptions options;
        options.dataDirectory = m_folder.path();
        options.isRecording = false;
        options.version = u"0.1.0"_qs;
        m_engine = std::make_unique<engine::Engine>(options, m_clock, m_entropy);
        QSignalSpy started(m_engine.get(), &engine::Engine::started);
        m_engine->start();
        QVERIFY(started.count() > 0 || started.wait());
        m_engine->registerAt(m_router, {});
    }
    void cleanupTestCase() { m_engine.reset(); }

    void everyRouteIsDocumented()
    {
        const QJsonObject paths = openApi().value(u"paths").toObject();
        int documented = 0;
        for (const transport::Router::HttpRoute &route : m_router.httpRoutes()) {
            const bool isFile = route.path == "/" || route.path.startsWith("/socket.io/") ||
                                QFile::exists(QString(u":/web"_qs + QString::fromLatin1(route.path)));
            const QJsonObject path = paths.value(QString::fromLatin1(route.path)).toObject();
            const bool isDocumented = path.contains(QString::fromLatin1(route.method.toLower()));
            QVERIFY2(isDocumented != isFile, QByteArray(route.method + ' ' + route.path).constData());
            documented += isDocumented ? 1 : 0;
        }
        QVERIFY(documented > 20);
    }

    void everyDocumentedRouteIsThere()
    {
        const QJsonObject paths = openApi().value(u"paths").toObject();
        QSet<QString> ids;
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            const QJsonObject methods = path.value().toObject();
            for (auto method = methods.begin(); method != methods.end(); ++method) {
                QVERIFY2(m_router.findHttp(method.key().toUpper().toLatin1(), path.key().toLatin1(), nullptr),
                         qPrintable(path.key()));
                const QString id = method.value().toObject().value(u"operationId").toString();
                QVERIFY2(!id.isEmpty() && !ids.contains(id), qPrintable(id));
                ids.insert(id);
            }
        }
    }

    void whatTakesATokenRefusesThoseWithout()
    {
        const QJsonObject paths = openApi().value(u"paths").toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            const QJsonObject methods = path.value().toObject();
            for (auto method = methods.begin(); method != methods.end(); ++method) {
                if (method.value().toObject().value(u"security").toArray().isEmpty())
                    continue;
                const HttpResponse response = ask(path.key().toLatin1(), method.key().toUpper().toLatin1());
                QVERIFY2(response.status == 401, qPrintable(path.key()));
            }
        }
    }

    void everyPageIsWellFormedAndSafe()
    {
        int pages = 0;
        for (const transport::Router::HttpRoute &route : m_router.httpRoutes()) {
            if (!route.path.startsWith("/docs") || route.path == "/docs.css")
                continue;
            const HttpResponse response = ask(route.path);
            QCOMPARE(response.status, 200);
            const QByteArray policy = headerOf(response, "Content-Security-Policy");
            QVERIFY(policy.startsWith("default-src 'none'; style-src 'self'"));
            QVERIFY(!policy.contains("script") && !policy.contains("unsafe"));
            if (route.path.endsWith(".json")) {
                QCOMPARE(response.contentType, QByteArray("application/json"));
                QVERIFY(QJsonDocument::fromJson(response.body).isObject());
                continue;
            }
            QCOMPARE(response.contentType, QByteArray("text/html; charset=utf-8"));
            QString text;
            const QString fault = faultOf(response.body, &text);
            QVERIFY2(fault.isEmpty(), qPrintable(QString::fromLatin1(route.path) + u": "_qs + fault));
            ++pages;
        }
        QCOMPARE(pages, 3 + engine::Voices::names().size());
    }

    void everyWordIsOnItsPage_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList names = engine::Voices::names();
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name;
    }
    void everyWordIsOnItsPage()
    {
        QFETCH(QString, name);
        QString text;
        QCOMPARE(faultOf(ask("/docs/" + name.toLatin1()).body, &text), QString());
        const core::Catalog catalog = catalog::everything();
        const engine::Voices voices(catalog);
        const dialects::Vocabulary &words = voices.find(name)->words();
        for (const dialects::Spoken &spoken : words.speaks())
            QVERIFY2(text.contains(spoken.word), qPrintable(spoken.word));
        for (const dialects::Heard &heard : words.hears())
            QVERIFY2(text.contains(heard.word), qPrintable(heard.word));
        QVERIFY(text.contains(u"4001"));
    }

    void fieldsOfAllDepthsAreTold()
    {
        QString text;
        QCOMPARE(faultOf(ask("/docs/console").body, &text), QString());
        for (const char *part : {"cpu.usage_percent", "events[].payload", "at most 128 characters"})
            QVERIFY2(text.contains(QLatin1String(part)), part);
    }

    void whateverIsToldIsText()
    {
        const QString hostile = u"<script>alert(\"1\")</script>&amp;'"_qs;
        engine::DocPage page(hostile);
        page.heading(2, hostile, hostile, hostile);
        page.paragraph(hostile);
        page.link(hostile, hostile, hostile);
        page.example(hostile, QJsonObject{{hostile, hostile}});
        page.example(hostile, hostile);
        const QJsonObject field{{u"type"_qs, u"string"_qs},
                                {u"description"_qs, hostile},
                                {u"enum"_qs, QJsonArray{hostile}},
                                {u"format"_qs, hostile}};
        page.fields({{u"type"_qs, u"object"_qs}, {u"properties"_qs, QJsonObject{{hostile, field}}}});
        QString text;
        const QString fault = faultOf(page.html(), &text);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
        QVERIFY(text.contains(hostile));
    }

private:
    HttpResponse ask(const QByteArray &path, const QByteArray &method = "GET") const
    {
        transport::HttpRequest request;
        request.method = method;
        request.path = path;
        const auto *route = m_router.findHttp(method, path, nullptr);
        if (route == nullptr)
            qFatal("no route to %s", path.constData());
        return route->handler(request).result();
    }

    QJsonObject openApi() const { return QJsonDocument::fromJson(ask("/docs/openapi.json").body).object(); }

    QTemporaryDir m_folder;
    core::SystemClock m_clock;
    core::SystemEntropy m_entropy;
    std::unique_ptr<engine::Engine> m_engine;
    transport::Router m_router;
};

QTEST_GUILESS_MAIN(DocsTest)
#include "docs_test.moc"
