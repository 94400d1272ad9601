// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/httpwriter.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <array>

namespace transport {

namespace {
constexpr std::array<std::pair<int, const char *>, 32> reasonPhrases{{
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {206, "Partial Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {413, "Content Too Large"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Content"},
    {426, "Upgrade Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
}};

const char *reasonPhrase(int status)
{
    const auto *phrase = std::find_if(reasonPhrases.begin(), reasonPhrases.end(),
                                      [status](const auto &entry) { return entry.first == status; });
    return phrase == reasonPhrases.end() ? "Status" : phrase->second;
}

core::ErrorCode errorCodeOf(int status)
{
    switch (status) {
    case 401:
        return core::ErrorCode::AuthenticationRequired;
    case 403:
    case 421:
        return core::ErrorCode::Forbidden;
    case 404:
        return core::ErrorCode::NotFound;
    case 429:
        return core::ErrorCode::Limited;
    case 500:
        return core::ErrorCode::Internal;
    case 503:
        return core::ErrorCode::Unavailable;
    default:
        return core::ErrorCode::Invalid;
    }
}

QString sentenceOf(int status)
{
    switch (status) {
    case 403:
        return QCoreApplication::translate("transport", "This origin is not allowed; start the server with "
                                                        "--allow-origin to let its pages in.");
    case 404:
        return QCoreApplication::translate("transport", "Nothing answers at this address.");
    case 405:
        return QCoreApplication::translate("transport", "This address does not know that method; see Allow.");
    case 413:
        return QCoreApplication::translate("transport", "The request body is larger than 1 MiB.");
    case 415:
        return QCoreApplication::translate("transport",
                                           "Send the request body as it is, without Content-Encoding.");
    case 421:
        return QCoreApplication::translate("transport", "This host name is not ours; start the server with "
                                                        "--allow-host to answer to it.");
    case 431:
        return QCoreApplication::translate("transport",
                                           "The request head is larger than 16 KiB or has over 100 headers.");
    case 503:
        return QCoreApplication::translate("transport", "The server is busy or stopping; try again later.");
    default:
        return QString::fromLatin1(reasonPhrase(status));
    }
}

/// RFC 9110 §5.6.7.
QByteArray httpDate(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss")).toLatin1() +
           " GMT";
}

bool isOneLine(const QByteArray &text) { return !text.contains('\r') && !text.contains('\n'); }

void appendHeader(QByteArray &out, const QByteArray &name, const QByteArray &value)
{
    if (isOneLine(name) && isOneLine(value))
        out += name + ": " + value + "\r\n";
}

bool setsHeader(const HttpResponse &response, const char *lowerCaseName)
{
    return std::any_of(response.headers.begin(), response.headers.end(), [lowerCaseName](const auto &header) {
        return header.first.compare(lowerCaseName, Qt::CaseInsensitive) == 0;
    });
}
} // namespace

QByteArray encodeHttp(const HttpResponse &response, const HttpManner &manner)
{
    QByteArray out;
    out.reserve(512 + response.body.size());
    out += "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status) + "\r\n";
    if (!manner.date.isNull())
        appendHeader(out, QByteArrayLiteral("Date"), httpDate(manner.date));
    const bool hasBody = response.status != 204 && response.status != 304;
    if (hasBody) {
        appendHeader(out, QByteArrayLiteral("Content-Type"), response.contentType);
        appendHeader(out, QByteArrayLiteral("Content-Length"), QByteArray::number(response.body.size()));
    }
    for (const auto &[name, value] : response.headers)
        appendHeader(out, name, value);
    if (!setsHeader(response, "cache-control"))
        out += "Cache-Control: no-store\r\n";
    out += "X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n";
    if (!manner.allowedOrigin.isEmpty()) {
        appendHeader(out, QByteArrayLiteral("Access-Control-Allow-Origin"), manner.allowedOrigin);
        if (manner.allowedOrigin != "*")
            out += "Access-Control-Allow-Credentials: true\r\nVary: Origin\r\n";
    }
    out += manner.isKeptAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    if (hasBody && !manner.isHead)
        out += response.body;
    return out;
}

HttpResponse httpError(int status, const core::Error &error)
{
    const QJsonObject body{
        {QStringLiteral("error"),
         QJsonObject{{QStringLiteral("code"), error.word()}, {QStringLiteral("message"), error.message}}}};
    HttpResponse response;
    response.status = status;
    response.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return response;
}

HttpResponse httpError(int status) { return httpError(status, {errorCodeOf(status), sentenceOf(status)}); }

} // namespace transport
