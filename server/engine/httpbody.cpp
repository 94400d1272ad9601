// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/httpbody.h"

#include "transport/httpwriter.h"

#include <QUrlQuery>

namespace engine {

namespace {
QByteArray mediaType(const transport::HttpRequest &request)
{
    return request.header("content-type").split(';').first().trimmed().toLower();
}

void addHeaders(transport::HttpResponse &response, const core::Error &error)
{
    if (error.retryAfter > 0)
        response.headers << qMakePair(QByteArray("Retry-After"), QByteArray::number(error.retryAfter));
    if (error.code == core::ErrorCode::AuthenticationRequired)
        response.headers << qMakePair(QByteArray("WWW-Authenticate"), QByteArray("Bearer realm=\"belfry\""));
}
} // namespace

int httpStatus(core::ErrorCode code)
{
    switch (code) {
    case core::ErrorCode::AuthenticationRequired:
    case core::ErrorCode::CodeRequired:
        return 401;
    case core::ErrorCode::Forbidden:
        return 403;
    case core::ErrorCode::NotFound:
    case core::ErrorCode::UnknownCommand:
        return 404;
    case core::ErrorCode::Conflict:
        return 409;
    case core::ErrorCode::Invalid:
        return 400;
    case core::ErrorCode::Limited:
        return 429;
    case core::ErrorCode::Unavailable:
        return 503;
    case core::ErrorCode::Internal:
        return 500;
    }
    return 500;
}

transport::HttpResponse jsonResponse(const QJsonObject &body, int status)
{
    transport::HttpResponse response;
    response.status = status;
    response.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return response;
}

transport::HttpResponse errorResponse(const core::Error &error)
{
    transport::HttpResponse response = transport::httpError(httpStatus(error.code), error);
    addHeaders(response, error);
    return response;
}

transport::HttpResponse errorResponse(const core::Error &error, const QJsonObject &body)
{
    transport::HttpResponse response = jsonResponse(body, httpStatus(error.code));
    addHeaders(response, error);
    return response;
}

std::optional<core::Error> unsupported(const transport::HttpRequest &request)
{
    if (mediaType(request) != "application/json")
        return core::Error{core::ErrorCode::Invalid,
                           QStringLiteral("Send the body as JSON with Content-Type: application/json.")};
    const QByteArray coding = request.header("content-encoding").trimmed().toLower();
    if (!coding.isEmpty() && coding != "identity")
        return core::Error{core::ErrorCode::Invalid,
                           QStringLiteral("Send the body as it is, without Content-Encoding.")};
    return std::nullopt;
}

bool isForm(const transport::HttpRequest &request)
{
    return mediaType(request) == "application/x-www-form-urlencoded";
}

QJsonObject formFields(const QByteArray &body)
{
    // "+" is a blank only here (WHATWG URL §5.1).
    const QUrlQuery query(QString::fromUtf8(QByteArray(body).replace('+', "%20")));
    QJsonObject fields;
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded)) {
        if (!fields.contains(name))
            fields.insert(name, value);
    }
    return fields;
}

identity::Origin originOf(const transport::HttpRequest &request)
{
    return {request.peer.toString(), QString::fromUtf8(request.header("user-agent"))};
}

} // namespace engine
