// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/threatlens/threatlens.h"

#include "dialects/threatlens/sessionwords.h"
#include "dialects/threatlens/words.h"

namespace dialects {

namespace {
Vocabulary threatLensWords()
{
    Vocabulary words(core::NameCase::Snake);
    threatlens::addFactWords(words);
    threatlens::addSessionWords(words);
    return words;
}

/// What was wrong, as the contract begins the sentence.
core::Error inContractWords(const QString &word, core::Error error)
{
    if (error.code != core::ErrorCode::Invalid)
        return error;
    if (word == QLatin1String("subscribe") || word == QLatin1String("unsubscribe"))
        error.message.prepend(QLatin1String("Invalid subscription request: "));
    else if (word == QLatin1String("set_filter") || word == QLatin1String("clear_filter"))
        error.message.prepend(QLatin1String("Invalid filter request: "));
    return error;
}

/// What the client gave is told again beside what it led to.
void echo(const QString &word, const QJsonObject &given, QJsonObject &message)
{
    QJsonObject data = message.value(QLatin1String("data")).toObject();
    const QString subscriptions = QStringLiteral("subscriptions");
    if (data.contains(subscriptions)) {
        message.insert(subscriptions, data.value(subscriptions));
        data.insert(subscriptions, given.value(QLatin1String("event_types")));
        const QString replace = QStringLiteral("replace_existing");
        if (data.contains(replace))
            data.insert(replace, given.value(replace).toBool());
    } else if (word == QLatin1String("set_filter")) {
        QJsonObject filter;
        for (const char *key : {"event_types", "categories", "min_priority", "max_priority", "sources"}) {
            const auto found = given.constFind(QLatin1String(key));
            if (found != given.constEnd())
                filter.insert(found.key(), found.value());
        }
        data.insert(QStringLiteral("filter"), filter);
    }
    message.insert(QStringLiteral("data"), data);
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
    return wrapLate(said, event, {});
}

QByteArray ThreatLens::wrapLate(const Utterance &said, const core::Event &event,
                                const QDateTime &queuedAt) const
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
    if (queuedAt.isValid()) {
        out.key(QLatin1String("queued"));
        out.value(true);
        out.key(QLatin1String("queued_at"));
        out.value(core::timeText(queuedAt));
    }
    out.end('}');
    return text;
}

std::optional<QJsonObject> ThreatLens::respond(const Request &request, const Heard *heard,
                                               const core::Reply &reply, const QDateTime &now) const
{
    if (!reply)
        return complain(inContractWords(request.word, reply.error()), now);
    if (heard == nullptr || heard->answers.empty())
        return std::nullopt;
    const Answer &answer = heard->answers.front();
    QJsonObject message = threatLensMessage(answer.word, answer.write(reply.value()).json(), now);
    echo(request.word, request.body.toObject(), message);
    return message;
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
