// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/eventapi.h"

#include "engine/authapi.h"
#include "engine/httpbody.h"

#include <QJsonArray>

namespace engine {

namespace {
using core::Error;
using core::ErrorCode;

constexpr int unsupportedType = 415;
constexpr int differentBody = 422;

transport::HttpResponse refused(const Error &error, int status)
{
    transport::HttpResponse response = errorResponse(error);
    response.status = status;
    return response;
}

/// The events of a body: one, or a list of them. Errors: Invalid.
core::Result<Intake::Offers> offersIn(const QByteArray &body)
{
    QJsonParseError failed;
    const QJsonDocument document = QJsonDocument::fromJson(body, &failed);
    if (document.isNull())
        return Error{ErrorCode::Invalid,
                     QStringLiteral("The body is no JSON: %1.").arg(failed.errorString())};
    Intake::Offers offers;
    if (document.isObject()) {
        offers << core::fromJson<events::Offer>(document.object(), core::NameCase::Snake,
                                                QStringLiteral("event"));
        return offers;
    }
    const QJsonArray list = document.array();
    for (qsizetype i = 0; i < list.size() && i <= events::Publish::most; ++i)
        offers << core::fromJson<events::Offer>(list.at(i), core::NameCase::Snake,
                                                QStringLiteral("events[%1]").arg(i));
    return offers;
}

transport::HttpResponse answerTo(const Intake::Outcome &outcome)
{
    if (!outcome.error)
        return jsonResponse(core::toJson(outcome.reply).toObject());
    const Error &error = *outcome.error;
    QJsonObject body{{QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), QString(error.word())},
                                                           {QStringLiteral("message"), error.message}}}};
    if (outcome.isJudged) {
        body.insert(QStringLiteral("events"),
                    core::toJson(outcome.reply).toObject().value(QLatin1String("events")));
    }
    return errorResponse(error, body);
}
} // namespace

void EventApi::registerAt(transport::Router &router)
{
    router.http("POST", "/api/v1/events",
                [this](const transport::HttpRequest &request) { return publish(request); });
}

void EventApi::describe(HttpPaths &paths)
{
    const QJsonObject one = core::schemaOf<events::Offer>();
    const QJsonObject list{{QStringLiteral("type"), QStringLiteral("array")},
                           {QStringLiteral("items"), one},
                           {QStringLiteral("minItems"), 1},
                           {QStringLiteral("maxItems"), events::Publish::most}};
    HttpPath path;
    path.method = "POST";
    path.path = "/api/v1/events";
    path.summary = QString::fromUtf8(events::Publish::summary);
    path.needsToken = true;
    path.bodies = {jsonBody({{QStringLiteral("oneOf"), QJsonArray{one, list}}})};
    path.answer = core::schemaOf<events::Publish::Reply>();
    path.failures = {400, 401, 403, 409, unsupportedType, differentBody, 429, 503};
    path.headers = {{QStringLiteral("Idempotency-Key"),
                     QStringLiteral("The same key with the same body gives the first answer again")}};
    paths << path;
}

EventApi::Response EventApi::publish(const transport::HttpRequest &request)
{
    const core::Result<core::Principal> caller = m_verify(AuthApi::credential(request));
    if (!caller)
        return transport::respond(errorResponse(caller.error()));
    if (const auto error = unsupported(request))
        return transport::respond(refused(*error, unsupportedType));
    const core::Result<QByteArray> key = Idempotency::keyOf(request);
    if (!key)
        return transport::respond(errorResponse(key.error()));
    if (key->isEmpty())
        return publish(request, *caller, {});
    const Idempotency::Finding found = m_idempotency.begin(caller->id, *key, request.body);
    switch (found.standing) {
    case Idempotency::Standing::Different:
        return transport::respond(
            refused({ErrorCode::Conflict, QStringLiteral("This Idempotency-Key was used with another body. "
                                                         "Take a new key for a new request.")},
                    differentBody));
    case Idempotency::Standing::UnderWay:
        return transport::respond(errorResponse(
            {ErrorCode::Conflict,
             QStringLiteral("A request with this Idempotency-Key is still being answered. Try again.")}));
    case Idempotency::Standing::Answered: {
        transport::HttpResponse again = *found.answer;
        again.headers << qMakePair(QByteArray("Idempotent-Replayed"), QByteArray("true"));
        return transport::respond(again);
    }
    case Idempotency::Standing::New:
        break;
    }
    return publish(request, *caller, *key);
}

EventApi::Response EventApi::publish(const transport::HttpRequest &request, const core::Principal &caller,
                                     const QByteArray &key)
{
    const core::Result<Intake::Offers> offers = offersIn(request.body);
    if (!offers) {
        m_idempotency.forget(caller.id, key);
        return transport::respond(errorResponse(offers.error()));
    }
    return m_intake.take(*offers, {caller, request.peer.toString()})
        .then([this, id = caller.id, key](const Intake::Outcome &outcome) {
            transport::HttpResponse answer = answerTo(outcome);
            if (outcome.isJudged)
                m_idempotency.finish(id, key, answer);
            else
                m_idempotency.forget(id, key);
            return answer;
        });
}

} // namespace engine
