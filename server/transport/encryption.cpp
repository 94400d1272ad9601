// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/encryption.h"

#include "transport/httpwriter.h"

#include <QCoreApplication>

namespace transport {

namespace {
/// The same port speaks TLS; a Host without a port means another one in https than it does in http.
QByteArray encryptedPlace(const HttpRequest &request)
{
    const QByteArray host = request.header(QByteArrayLiteral("host"));
    const bool hasPort = host.lastIndexOf(':') > host.lastIndexOf(']');
    const QByteArray authority = hasPort ? host : host + ':' + QByteArray::number(request.localPort);
    const QString path = QString::fromUtf8(request.path);
    const QByteArray query = request.query.query(QUrl::FullyEncoded).toLatin1();
    return "https://" + authority + QUrl::toPercentEncoding(path, QByteArrayLiteral("/:@!$&'()*+,;=")) +
           (query.isEmpty() ? QByteArray() : '?' + query);
}
} // namespace

HttpResponse askForEncryption(const HttpRequest &request)
{
    const core::Error error{core::ErrorCode::Forbidden,
                            QCoreApplication::translate("transport",
                                                        "Other machines are served encrypted only. Use https "
                                                        "or wss with the same address and port.")};
    const bool isAsking = (request.method == "GET" || request.method == "HEAD") &&
                          request.header(QByteArrayLiteral("upgrade")).isEmpty();
    HttpResponse response = httpError(isAsking ? 308 : 426, error);
    if (isAsking)
        response.headers.append({QByteArrayLiteral("Location"), encryptedPlace(request)});
    else // RFC 9110 §15.5.22 asks for it
        response.headers.append({QByteArrayLiteral("Upgrade"), QByteArrayLiteral("TLS/1.2, HTTP/1.1")});
    return response;
}

} // namespace transport
