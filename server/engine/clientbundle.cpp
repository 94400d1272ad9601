// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clientbundle.h"

#include <QFile>
#include <QRegularExpression>

// A static library's resources are registered by hand, and outside any namespace.
static void registerVendorResources() { Q_INIT_RESOURCE(vendor); }

namespace engine {

namespace {
constexpr auto folder = ":/vendor/socket.io-client/";

/// The version that the file names in its first lines.
QByteArray versionOf(const QByteArray &script)
{
    static const QRegularExpression version(QStringLiteral("Socket\\.IO v([0-9.]+)"));
    return version.match(QString::fromLatin1(script.left(256))).captured(1).toLatin1();
}

transport::HttpHandler scriptHandler(const QString &resource)
{
    QFile file(resource);
    const QByteArray body = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    const QByteArray etag = '"' + versionOf(body) + '"';
    return [body, etag](const transport::HttpRequest &request) {
        transport::HttpResponse response;
        response.contentType = "application/javascript; charset=utf-8";
        response.headers = {{"ETag", etag}, {"Cache-Control", "public, max-age=0"}};
        const QByteArray known = request.header("if-none-match");
        if (known == etag || known == "W/" + etag)
            response.status = 304;
        else
            response.body = body;
        return transport::respond(response);
    };
}
} // namespace

void serveSocketIoClient(transport::Router &router)
{
    registerVendorResources();
    const auto serve = [&router](const char *path, const char *file) {
        router.http("GET", path, scriptHandler(QLatin1String(folder) + QLatin1String(file)));
    };
    // Those who ask for the readable one get the small one: it does the same.
    serve("/socket.io/socket.io.js", "socket.io.min.js");
    serve("/socket.io/socket.io.min.js", "socket.io.min.js");
    serve("/socket.io/socket.io.esm.min.js", "socket.io.esm.min.js");
}

} // namespace engine
