// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/staticfiles.h"

#include "transport/httpresource.h"

#include <QDirIterator>
#include <QFile>
#include <QMap>

// A static library's resources are registered by hand, and outside any namespace.
static void registerWebResources() { Q_INIT_RESOURCE(web); }

namespace engine {

namespace {
// Scripts, styles and data come from this origin alone; nothing inline, nothing framed (ux.md §9.7). Browsers
// that do not count ws: as 'self' need the socket's own origin said.
QByteArray contentSecurityPolicy(const transport::HttpRequest &request)
{
    const QByteArray host = request.header("host");
    const QByteArray socket = (request.isSecure ? "wss://" : "ws://") + host;
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
           "connect-src 'self' " +
           socket + "; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
}

QByteArray typeOfFile(const QString &name)
{
    static const QMap<QString, QByteArray> types{{QStringLiteral("html"), "text/html; charset=utf-8"},
                                                 {QStringLiteral("js"), "text/javascript; charset=utf-8"},
                                                 {QStringLiteral("css"), "text/css; charset=utf-8"},
                                                 {QStringLiteral("svg"), "image/svg+xml"},
                                                 {QStringLiteral("json"), "application/json"},
                                                 {QStringLiteral("webmanifest"), "application/manifest+json"},
                                                 {QStringLiteral("png"), "image/png"},
                                                 {QStringLiteral("woff2"), "font/woff2"}};
    return types.value(name.section(QLatin1Char('.'), -1), "application/octet-stream");
}

transport::HttpHandler fileHandler(const QString &resource)
{
    QFile file(resource);
    const transport::HttpResource body(typeOfFile(resource),
                                       file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    return [body](const transport::HttpRequest &request) {
        transport::HttpResponse response = body.answer(request);
        response.headers << qMakePair(QByteArray("Cache-Control"), QByteArray("no-cache"))
                         << qMakePair(QByteArray("Content-Security-Policy"), contentSecurityPolicy(request))
                         << qMakePair(QByteArray("X-Frame-Options"), QByteArray("DENY"));
        return transport::respond(response);
    };
}
} // namespace

void serveFiles(transport::Router &router, const QString &resourceFolder)
{
    registerWebResources();
    QDirIterator files(resourceFolder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString resource = files.next();
        const QByteArray path = resource.mid(resourceFolder.size()).toUtf8();
        router.http("GET", path, fileHandler(resource));
        if (path == "/index.html")
            router.http("GET", "/", fileHandler(resource));
    }
}

} // namespace engine
