// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/console/console.h"

namespace dialects {

namespace {
Vocabulary consoleWords(const core::Catalog &catalog)
{
    Vocabulary words(core::NameCase::Snake);
    for (const core::EventSpec &spec : catalog.events())
        words.speakAs({spec.topic, spec.topic.name(), spec.shape.schema(core::NameCase::Snake), {}, {}, {}});
    for (const core::CommandSpec &spec : catalog.commands()) {
        Heard heard;
        heard.command = spec.name;
        heard.word = spec.name;
        heard.schema = spec.params.schema(core::NameCase::Snake);
        heard.replySchema = spec.reply.schema(core::NameCase::Snake);
        words.hearAs(std::move(heard));
    }
    return words;
}

QJsonObject consoleError(const core::Error &error)
{
    return {{QStringLiteral("code"), error.word()}, {QStringLiteral("message"), error.message}};
}
} // namespace

Console::Console(const core::Catalog &catalog)
    : EnvelopeDialect(QStringLiteral("console"), QStringLiteral("Belfry console"), consoleWords(catalog))
{
}

core::Result<Request> Console::open(const QJsonObject &message) const
{
    const QJsonValue command = message.value(QLatin1String("command"));
    const QJsonValue id = message.value(QLatin1String("id"));
    if (!command.isString())
        return core::Error{core::ErrorCode::Invalid,
                           QStringLiteral("command: expected the name of a command")};
    if (!id.isUndefined() && !id.isDouble() && !id.isString())
        return core::Error{core::ErrorCode::Invalid, QStringLiteral("id: expected a number or a string")};
    return Request{command.toString(), id, message.value(QLatin1String("params"))};
}

QByteArray Console::wrap(const Utterance &, const core::Event &event) const { return core::jsonText(event); }

std::optional<QJsonObject> Console::respond(const Request &request, const Heard *, const core::Reply &reply,
                                            const QDateTime &now) const
{
    if (!reply) {
        QJsonObject message = complain(reply.error(), now);
        if (!request.id.isUndefined())
            message.insert(QStringLiteral("id"), request.id);
        return message;
    }
    if (request.id.isUndefined())
        return std::nullopt;
    return QJsonObject{{QStringLiteral("id"), request.id}, {QStringLiteral("reply"), reply.value().json()}};
}

QJsonObject Console::complain(const core::Error &error, const QDateTime &) const
{
    return {{QStringLiteral("error"), consoleError(error)}};
}

void Console::answer(core::JsonText &out, const Heard &, const core::Reply &reply) const
{
    if (reply)
        reply.value().writeMembers(out);
    else
        out.members(consoleError(reply.error()));
}

Utterance Console::failure(const Heard *, const core::Error &error, const QDateTime &) const
{
    return {QStringLiteral("error"), consoleError(error), {}};
}

QJsonObject consoleHello(const QString &version, const QString &epoch, quint64 sequence, bool signedIn)
{
    return {{QStringLiteral("hello"), QJsonObject{{QStringLiteral("server"), QStringLiteral("belfry")},
                                                  {QStringLiteral("version"), version},
                                                  {QStringLiteral("epoch"), epoch},
                                                  {QStringLiteral("sequence"), qint64(sequence)},
                                                  {QStringLiteral("signed_in"), signedIn}}}};
}

} // namespace dialects
