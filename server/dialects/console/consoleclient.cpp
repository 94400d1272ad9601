// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/console/consoleclient.h"

#include <QJsonDocument>

namespace dialects {

namespace {

core::Error codecError(const QJsonObject &error)
{
    return {core::errorCodeFromWord(error.value(QLatin1String("code")).toString()),
            error.value(QLatin1String("message")).toString()};
}

ConsoleHello helloFrom(const QJsonObject &hello)
{
    return {hello.value(QLatin1String("server")).toString(), hello.value(QLatin1String("version")).toString(),
            hello.value(QLatin1String("epoch")).toString(),
            quint64(hello.value(QLatin1String("sequence")).toInteger()),
            hello.value(QLatin1String("signed_in")).toBool()};
}

} // namespace

core::Result<Incoming> decodeIncoming(const QString &text)
{
    const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
    if (const QJsonValue hello = message.value(QLatin1String("hello")); hello.isObject())
        return Incoming(helloFrom(hello.toObject()));
    const QJsonValue id = message.value(QLatin1String("id"));
    const QJsonValue error = message.value(QLatin1String("error"));
    if (const QJsonValue reply = message.value(QLatin1String("reply")); id.isDouble() && reply.isObject())
        return Incoming(ConsoleAnswer{id.toInteger(), reply.toObject()});
    if (error.isObject()) {
        const core::Error refusal = codecError(error.toObject());
        return id.isDouble() ? Incoming(ConsoleAnswer{id.toInteger(), refusal}) : Incoming(refusal);
    }
    if (message.contains(QLatin1String("event"))) {
        const core::Result<core::Event> event = core::eventFromJson(message);
        return event ? core::Result<Incoming>(Incoming(event.value())) : event.error();
    }
    return core::Error{core::ErrorCode::Invalid,
                       QStringLiteral("The server sent a message of an unknown shape.")};
}

QString encodeRequest(qint64 id, const QString &command, const QJsonObject &params)
{
    const QJsonObject message{
        {QStringLiteral("id"), id}, {QStringLiteral("command"), command}, {QStringLiteral("params"), params}};
    return QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact));
}

} // namespace dialects
