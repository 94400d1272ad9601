// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QString>

namespace engine {

/// What there is to know of one HTTP route. Told by whoever serves it; made into OpenAPI and a page.
struct HttpPath
{
    QByteArray method;
    QByteArray path;
    QString summary;
    bool needsToken = false;
    QList<QPair<QString, QJsonObject>> bodies = {}; ///< what may be sent: media type and schema
    QString answerType = QStringLiteral("application/json");
    QJsonObject answer = {}; ///< schema; empty: any
    int status = 200;        ///< when all is well
    QList<int> failures = {};
    QJsonObject failure = {};                    ///< schema of how those are told; empty: as our own API does
    QList<QPair<QString, QString>> headers = {}; ///< that may be sent: name and meaning
};
using HttpPaths = QList<HttpPath>;

/// A body that is JSON of this schema.
inline QPair<QString, QJsonObject> jsonBody(const QJsonObject &schema)
{
    return {QStringLiteral("application/json"), schema};
}

/// The schema of an object with these members: name and type, and a type that ends in "?" may be missing.
QJsonObject schemaOfMembers(const QList<QPair<const char *, const char *>> &members);

} // namespace engine
