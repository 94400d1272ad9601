// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/openapi.h"

#include <QJsonArray>

namespace engine {

namespace {
QString reasonOf(int status)
{
    switch (status) {
    case 400:
        return QStringLiteral("What was sent is not as it should be; the message says where");
    case 401:
        return QStringLiteral("Sign in: there is no token, or it is not valid");
    case 403:
        return QStringLiteral("Whoever asks may not do this");
    case 409:
        return QStringLiteral("It does not fit what is there, or is still under way");
    case 415:
        return QStringLiteral("The body must be of another type, and as it is");
    case 422:
        return QStringLiteral("The key was used with another body");
    case 429:
        return QStringLiteral("Too much; Retry-After says when to try again");
    case 503:
        return QStringLiteral("Not now; the message says why");
    default:
        return QStringLiteral("It did not work; the message says why");
    }
}

QJsonObject contentOf(const QString &type, const QJsonObject &schema)
{
    return {{type, QJsonObject{{QStringLiteral("schema"), schema}}}};
}

QJsonObject ownFailure()
{
    const QJsonObject error = schemaOfMembers({{"code", "string"}, {"message", "string"}});
    return {{QStringLiteral("type"), QStringLiteral("object")},
            {QStringLiteral("properties"), QJsonObject{{QStringLiteral("error"), error}}},
            {QStringLiteral("required"), QJsonArray{QStringLiteral("error")}}};
}

QJsonObject responsesOf(const HttpPath &path)
{
    QJsonObject responses;
    responses.insert(QString::number(path.status),
                     QJsonObject{{QStringLiteral("description"), path.summary},
                                 {QStringLiteral("content"), contentOf(path.answerType, path.answer)}});
    for (const int status : path.failures) {
        const QJsonObject schema =
            path.failure.isEmpty()
                ? QJsonObject{{QStringLiteral("$ref"), QStringLiteral("#/components/schemas/Error")}}
                : path.failure;
        responses.insert(
            QString::number(status),
            QJsonObject{{QStringLiteral("description"), reasonOf(status)},
                        {QStringLiteral("content"), contentOf(QStringLiteral("application/json"), schema)}});
    }
    return responses;
}

QString operationId(const HttpPath &path)
{
    // A path and the same path with a stroke behind it are two routes.
    QString id = QString::fromLatin1(path.method.toLower() + path.path);
    if (id.endsWith(QLatin1Char('/')))
        id += QLatin1String("slash");
    return id.replace(QLatin1Char('/'), QLatin1Char('_')).replace(QLatin1Char('.'), QLatin1Char('_'));
}

QJsonObject operationOf(const HttpPath &path)
{
    QJsonObject operation{{QStringLiteral("summary"), path.summary},
                          {QStringLiteral("operationId"), operationId(path)},
                          {QStringLiteral("responses"), responsesOf(path)}};
    QJsonArray security;
    if (path.needsToken)
        security.append(QJsonObject{{QStringLiteral("token"), QJsonArray{}}});
    operation.insert(QStringLiteral("security"), security);
    if (!path.bodies.isEmpty()) {
        QJsonObject content;
        for (const auto &[type, schema] : path.bodies)
            content.insert(type, QJsonObject{{QStringLiteral("schema"), schema}});
        operation.insert(QStringLiteral("requestBody"), QJsonObject{{QStringLiteral("content"), content}});
    }
    QJsonArray parameters;
    for (const auto &[name, meaning] : path.headers) {
        parameters.append(QJsonObject{
            {QStringLiteral("name"), name},
            {QStringLiteral("in"), QStringLiteral("header")},
            {QStringLiteral("description"), meaning},
            {QStringLiteral("schema"), QJsonObject{{QStringLiteral("type"), QStringLiteral("string")}}}});
    }
    if (!parameters.isEmpty())
        operation.insert(QStringLiteral("parameters"), parameters);
    return operation;
}
} // namespace

QJsonObject schemaOfMembers(const QList<QPair<const char *, const char *>> &members)
{
    QJsonObject properties;
    QJsonArray required;
    for (const auto &[name, type] : members) {
        QString word = QString::fromLatin1(type);
        if (word.endsWith(QLatin1Char('?')))
            word.chop(1);
        else
            required.append(QString::fromLatin1(name));
        properties.insert(QString::fromLatin1(name), QJsonObject{{QStringLiteral("type"), word}});
    }
    QJsonObject schema{{QStringLiteral("type"), QStringLiteral("object")},
                       {QStringLiteral("properties"), properties}};
    if (!required.isEmpty())
        schema.insert(QStringLiteral("required"), required);
    return schema;
}

QJsonObject openApi(const HttpPaths &paths, const QString &version)
{
    QJsonObject items;
    for (const HttpPath &path : paths) {
        const QString name = QString::fromLatin1(path.path);
        QJsonObject item = items.value(name).toObject();
        item.insert(QString::fromLatin1(path.method.toLower()), operationOf(path));
        items.insert(name, item);
    }
    const QJsonObject token{
        {QStringLiteral("type"), QStringLiteral("http")},
        {QStringLiteral("scheme"), QStringLiteral("bearer")},
        {QStringLiteral("description"), QStringLiteral("An access token, or an API token (bft_…)")}};
    return {
        {QStringLiteral("openapi"), QStringLiteral("3.1.0")},
        {QStringLiteral("info"),
         QJsonObject{{QStringLiteral("title"), QStringLiteral("Belfry: HTTP")},
                     {QStringLiteral("version"), version},
                     {QStringLiteral("description"),
                      QStringLiteral("What is asked over HTTP: signing in, publishing facts, readings. "
                                     "Facts and commands travel by WebSocket: see /docs.")},
                     {QStringLiteral("license"),
                      QJsonObject{{QStringLiteral("name"), QStringLiteral("GPL-3.0-or-later")},
                                  {QStringLiteral("identifier"), QStringLiteral("GPL-3.0-or-later")}}}}},
        {QStringLiteral("servers"), QJsonArray{QJsonObject{{QStringLiteral("url"), QStringLiteral("/")}}}},
        {QStringLiteral("paths"), items},
        {QStringLiteral("components"),
         QJsonObject{{QStringLiteral("schemas"), QJsonObject{{QStringLiteral("Error"), ownFailure()}}},
                     {QStringLiteral("securitySchemes"), QJsonObject{{QStringLiteral("token"), token}}}}}};
}

} // namespace engine
