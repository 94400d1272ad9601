// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/docs.h"

#include "engine/asyncapi.h"
#include "engine/docpage.h"
#include "engine/openapi.h"

#include <QJsonDocument>

namespace engine {

namespace {
constexpr auto htmlType = "text/html; charset=utf-8";
constexpr auto jsonType = "application/json";
// No script, no form, nothing from elsewhere.
constexpr auto contentSecurityPolicy =
    "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'none'";

QByteArray textOf(const QJsonObject &document)
{
    return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

HttpPath told(const QByteArray &path, const QString &summary, const char *type)
{
    HttpPath page;
    page.method = "GET";
    page.path = path;
    page.summary = summary;
    page.answerType = QString::fromLatin1(type).section(QLatin1Char(';'), 0, 0);
    return page;
}

/// How a contract tells a failure outside of an acknowledgement.
QJsonValue failureOf(const dialects::Dialect &dialect)
{
    const core::Error error{core::ErrorCode::Invalid, QStringLiteral("data.timeout: expected a number")};
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    if (const auto *envelope = dynamic_cast<const dialects::EnvelopeDialect *>(&dialect))
        return envelope->complain(error, time);
    const dialects::Utterance said = dialect.failure(nullptr, error, time);
    return QJsonArray{said.word, said.body.json()};
}
} // namespace

Docs::Docs(const Voices &voices, const core::Catalog &catalog, QString version, HttpPaths paths)
    : m_voices(voices), m_catalog(catalog), m_version(std::move(version)), m_paths(std::move(paths))
{
    m_paths << told("/docs", QStringLiteral("The contracts and their documents"), htmlType)
            << told("/docs/", QStringLiteral("The same"), htmlType)
            << told("/docs/http", QStringLiteral("The page of the HTTP routes"), htmlType)
            << told("/docs/openapi.json", QStringLiteral("This document: OpenAPI 3.1"), jsonType);
    const QStringList names = Voices::names();
    for (const QString &name : names) {
        const QByteArray path = "/docs/" + name.toLatin1();
        const QString title = m_voices.find(name)->title();
        m_paths << told(path, QStringLiteral("The page of a contract: %1").arg(title), htmlType)
                << told(path + ".json", QStringLiteral("AsyncAPI 3.0 of a contract: %1").arg(title),
                        jsonType);
    }
}

void Docs::registerAt(transport::Router &router)
{
    const auto index = [this] { return transport::HttpResource(htmlType, indexPage()); };
    serve(router, "/docs", index);
    serve(router, "/docs/", index);
    serve(router, "/docs/http",
          [this] { return transport::HttpResource(htmlType, httpPage(openApi(m_paths, m_version)).html()); });
    serve(router, "/docs/openapi.json",
          [this] { return transport::HttpResource(jsonType, textOf(openApi(m_paths, m_version))); });
    const QStringList names = Voices::names();
    for (const QString &name : names) {
        const QByteArray path = "/docs/" + name.toLatin1();
        serve(router, path, [this, name] { return transport::HttpResource(htmlType, contractPageOf(name)); });
        serve(router, path + ".json",
              [this, name] { return transport::HttpResource(jsonType, textOf(contract(name))); });
    }
}

void Docs::serve(transport::Router &router, const QByteArray &path, const Maker &make)
{
    router.http("GET", path, [this, path, make](const transport::HttpRequest &request) {
        auto made = m_made.find(path);
        if (made == m_made.end())
            made = m_made.emplace(path, make()).first;
        transport::HttpResponse response = made->second.answer(request);
        response.headers << qMakePair(QByteArray("Cache-Control"), QByteArray("no-cache"))
                         << qMakePair(QByteArray("Content-Security-Policy"),
                                      QByteArray(contentSecurityPolicy))
                         << qMakePair(QByteArray("X-Frame-Options"), QByteArray("DENY"));
        return transport::respond(response);
    });
}

QJsonObject Docs::contract(const QString &name) const
{
    return asyncApi(*m_voices.find(name), m_catalog, m_version);
}

QByteArray Docs::contractPageOf(const QString &name) const
{
    return contractPage(contract(name), failureOf(*m_voices.find(name))).html();
}

QByteArray Docs::indexPage() const
{
    DocPage page(QStringLiteral("Belfry: protocols"));
    page.paragraph(QStringLiteral("This server speaks several contracts at once, from one catalogue of facts "
                                  "and commands. Each has a page, "
                                  "and a document that programs read."));
    page.heading(2, QStringLiteral("WebSocket"));
    const QStringList names = Voices::names();
    for (const QString &name : names) {
        page.link(QString(QStringLiteral("/docs/") + name), m_voices.find(name)->title(), {});
        page.link(QStringLiteral("/docs/%1.json").arg(name), QStringLiteral("%1.json").arg(name),
                  QStringLiteral("(AsyncAPI 3.0)"));
    }
    page.heading(2, QStringLiteral("HTTP"));
    page.link(QStringLiteral("/docs/http"), QStringLiteral("HTTP routes"), {});
    page.link(QStringLiteral("/docs/openapi.json"), QStringLiteral("openapi.json"),
              QStringLiteral("(OpenAPI 3.1)"));
    return page.html();
}

} // namespace engine
