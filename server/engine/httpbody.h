// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/schema.h"
#include "domain/identity/origin.h"
#include "transport/http.h"

#include <QJsonDocument>

namespace engine {

/// The status a failure is answered with.
int httpStatus(core::ErrorCode code);
transport::HttpResponse jsonResponse(const QJsonObject &body, int status = 200);
/// In the manner of our own API.
transport::HttpResponse errorResponse(const core::Error &error);
/// The status and headers of an error, with a body of another manner.
transport::HttpResponse errorResponse(const core::Error &error, const QJsonObject &body);

/// Where a request to sign in comes from.
identity::Origin originOf(const transport::HttpRequest &request);
/// Why a body is not even looked at: it must be `application/json`, which no form of a foreign page can
/// send, and as it is (RFC 9110 §8.3, §8.4). 415.
std::optional<core::Error> unsupported(const transport::HttpRequest &request);
/// Whether the body is the form OAuth2 asks for.
bool isForm(const transport::HttpRequest &request);
/// The fields of a form; of one that is there twice, the first.
QJsonObject formFields(const QByteArray &body);

/// The body as the described type. Errors: Invalid.
template <class T>
core::Result<T> readJson(const transport::HttpRequest &request)
{
    QJsonParseError failed;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &failed);
    if (!document.isObject())
        return core::Error{core::ErrorCode::Invalid,
                           QStringLiteral("The body is no JSON object: %1.").arg(failed.errorString())};
    return core::fromJson<T>(document.object(), core::NameCase::Snake, QStringLiteral("body"));
}

/// The body as the described type; `refusal` gets the answer when it is not.
template <class T>
std::optional<T> readBody(const transport::HttpRequest &request, transport::HttpResponse &refusal)
{
    if (const auto error = unsupported(request)) {
        refusal = errorResponse(*error);
        refusal.status = 415;
        return std::nullopt;
    }
    const core::Result<T> params = readJson<T>(request);
    if (!params) {
        refusal = errorResponse(params.error());
        return std::nullopt;
    }
    return params.value();
}

} // namespace engine
