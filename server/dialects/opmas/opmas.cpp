// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/opmas/opmas.h"

#include "catalog/metrics.h"
#include "catalog/session.h"
#include "dialects/nothing.h"

namespace dialects {

namespace {
Vocabulary opmasWords(const QString &endpoint)
{
    Vocabulary words(core::NameCase::Snake);
    if (endpoint == QLatin1String("system"))
        words.speak<metrics::Sampled>("system.metrics");
    words.hear<session::Ping, Nothing>(
        "ping", [](const Nothing &) { return session::Ping{}; },
        [](const session::Ping::Reply &reply) { return reply; });
    return words;
}

QJsonObject opmasMessage(const QString &type, const QString &subject, const QJsonObject &data)
{
    return {
        {QStringLiteral("type"), type}, {QStringLiteral("subject"), subject}, {QStringLiteral("data"), data}};
}
} // namespace

Opmas::Opmas(const QString &endpoint)
    : EnvelopeDialect(QStringLiteral("opmas"), QStringLiteral("OPMAS"), opmasWords(endpoint))
{
}

core::Result<Request> Opmas::open(const QJsonObject &message) const
{
    const QJsonValue type = message.value(QLatin1String("type"));
    if (!type.isString() || type.toString().isEmpty())
        return core::Error{core::ErrorCode::Invalid, QStringLiteral("type: expected the name of a message")};
    return Request{type.toString(), message.value(QLatin1String("id")), message.value(QLatin1String("data"))};
}

QByteArray Opmas::wrap(const Utterance &said, const core::Event &event) const
{
    const QString kind = said.word.section(QLatin1Char('.'), 1);
    QByteArray text;
    core::JsonText out(text);
    out.begin('{');
    out.key(QLatin1String("type"));
    out.value(said.word);
    out.key(QLatin1String("subject"));
    out.value(QStringLiteral("system.%1.%2").arg(subjectToken(event.source), kind));
    out.key(QLatin1String("data"));
    out.bare(said.body.text());
    out.end('}');
    return text;
}

std::optional<QJsonObject> Opmas::respond(const Request &, const Heard *heard, const core::Reply &reply,
                                          const QDateTime &now) const
{
    if (!reply)
        return complain(reply.error(), now);
    if (heard == nullptr)
        return std::nullopt;
    return opmasMessage(QStringLiteral("pong"), QStringLiteral("session.pong"),
                        heard->write(reply.value()).json());
}

QJsonObject Opmas::complain(const core::Error &error, const QDateTime &now) const
{
    return opmasMessage(QStringLiteral("error"), QStringLiteral("session.error"),
                        {{QStringLiteral("code"), error.word()},
                         {QStringLiteral("error"), error.message},
                         {QStringLiteral("timestamp"), core::timeText(now)}});
}

void Opmas::answer(core::JsonText &out, const Heard &heard, const core::Reply &reply) const
{
    if (reply)
        heard.write(reply.value()).writeMembers(out);
}

Utterance Opmas::failure(const Heard *, const core::Error &error, const QDateTime &now) const
{
    return {QStringLiteral("error"), complain(error, now), {}};
}

QString subjectToken(const QString &name)
{
    QString token;
    for (const QChar c : name) {
        const bool plain = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
                           c == u'_' || c == u'-';
        token += plain ? c : QChar(u'_');
    }
    return token.isEmpty() ? QStringLiteral("_") : token;
}

} // namespace dialects
