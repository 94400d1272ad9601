// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/threatlens/threatlens.h"

#include "catalog/session.h"
#include "dialects/nothing.h"
#include "dialects/threatlens/words.h"

namespace dialects {

namespace {
Vocabulary threatLensWords()
{
    Vocabulary words(core::NameCase::Snake);
    threatlens::addFactWords(words);
    Heard &ping = words.hear<session::Ping, Nothing>(
        "ping", [](const Nothing &) { return session::Ping{}; },
        [](const session::Ping::Reply &reply) { return reply; });
    words.answerBy<session::Ping>(ping, "pong", [](const session::Ping::Reply &reply) { return reply; });
    return words;
}

QJsonObject threatLensMessage(const QString &type, const QJsonObject &data, const QDateTime &now)
{
    return {{QStringLiteral("type"), type},
            {QStringLiteral("data"), data},
            {QStringLiteral("timestamp"), core::timeText(now)}};
}
} // namespace

ThreatLens::ThreatLens()
    : EnvelopeDialect(QStringLiteral("threatlens"), QStringLiteral("ThreatLens"), threatLensWords())
{
}

core::Result<Request> ThreatLens::open(const QJsonObject &message) const
{
    const QJsonValue type = message.value(QLatin1String("type"));
    const QJsonValue data = message.value(QLatin1String("data"));
    if (!type.isString() || type.toString().isEmpty()) {
        return core::Error{core::ErrorCode::Invalid,
                           QStringLiteral("Invalid message format: type: expected the name of a message")};
    }
    if (!data.isUndefined() && !data.isNull() && !data.isObject()) {
        return core::Error{core::ErrorCode::Invalid,
                           QStringLiteral("Invalid message format: data: expected an object")};
    }
    return Request{type.toString(), message.value(QLatin1String("message_id")), data};
}

QByteArray ThreatLens::wrap(const Utterance &said, const core::Event &event) const
{
    QByteArray text;
    core::JsonText out(text);
    out.begin('{');
    out.key(QLatin1String("type"));
    out.value(said.word);
    out.key(QLatin1String("data"));
    out.bare(said.text());
    out.key(QLatin1String("timestamp"));
    out.value(core::timeText(event.at));
    out.key(QLatin1String("priority"));
    out.value(qint64(event.priority));
    out.end('}');
    return text;
}

std::optional<QJsonObject> ThreatLens::respond(const Request &, const Heard *heard, const core::Reply &reply,
                                               const QDateTime &now) const
{
    if (!reply)
        return complain(reply.error(), now);
    if (heard == nullptr || heard->answers.empty())
        return std::nullopt;
    const Answer &answer = heard->answers.front();
    return threatLensMessage(answer.word, answer.write(reply.value()).json(), now);
}

QJsonObject ThreatLens::complain(const core::Error &error, const QDateTime &now) const
{
    return threatLensMessage(
        QStringLiteral("error"),
        {{QStringLiteral("error"), error.message}, {QStringLiteral("timestamp"), core::timeText(now)}}, now);
}

void ThreatLens::answer(core::JsonText &out, const Heard &heard, const core::Reply &reply) const
{
    if (reply)
        heard.write(reply.value()).writeMembers(out);
}

Utterance ThreatLens::failure(const Heard *, const core::Error &error, const QDateTime &now) const
{
    return {QStringLiteral("error"), complain(error, now), {}};
}

} // namespace dialects
