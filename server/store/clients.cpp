// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/clients.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace store {

namespace {
QByteArray wishesText(const core::ClientMemory &client)
{
    const QJsonObject wishes{
        {QStringLiteral("has_chosen"), client.hasChosen},
        {QStringLiteral("topics"), QJsonArray::fromStringList(client.topics)},
        {QStringLiteral("filter_topics"), QJsonArray::fromStringList(client.filter.topics)},
        {QStringLiteral("categories"), QJsonArray::fromStringList(client.filter.categories)},
        {QStringLiteral("sources"), QJsonArray::fromStringList(client.filter.sources)},
        {QStringLiteral("min_priority"), client.filter.minPriority},
        {QStringLiteral("max_priority"), client.filter.maxPriority}};
    return QJsonDocument(wishes).toJson(QJsonDocument::Compact);
}

void readWishes(const QByteArray &text, core::ClientMemory &client)
{
    const QJsonObject wishes = QJsonDocument::fromJson(text).object();
    const auto words = [&wishes](const char *name) {
        QStringList list;
        const QJsonArray array = wishes.value(QLatin1String(name)).toArray();
        for (const QJsonValue word : array)
            list << word.toString();
        return list;
    };
    client.hasChosen = wishes.value(QLatin1String("has_chosen")).toBool();
    client.topics = words("topics");
    client.filter.topics = words("filter_topics");
    client.filter.categories = words("categories");
    client.filter.sources = words("sources");
    client.filter.minPriority = wishes.value(QLatin1String("min_priority")).toInt(1);
    client.filter.maxPriority = wishes.value(QLatin1String("max_priority")).toInt(10);
}

core::Result<QList<core::ClientMemory>> readClients(Connection &connection)
{
    Statement rows(connection, QStringLiteral("SELECT identity, id, wishes, until FROM client"));
    if (!rows.run())
        return readError(connection);
    QList<core::ClientMemory> out;
    while (rows.next()) {
        core::ClientMemory client;
        client.identity = rows.text(0);
        client.clientId = rows.text(1);
        readWishes(rows.blob(2), client);
        if (rows.integer(3) > 0)
            client.until = QDateTime::fromMSecsSinceEpoch(rows.integer(3), Qt::UTC);
        out << client;
    }
    if (connection.failure().code != SqlFailure::None)
        return readError(connection);
    return out;
}
} // namespace

QFuture<core::Result<QList<core::ClientMemory>>> Clients::clients()
{
    return m_reader.ask<QList<core::ClientMemory>>(
        Reader::File::Main, [](Connection &connection) { return readClients(connection); });
}

QFuture<core::Result<void>> Clients::save(const core::ClientMemory &client)
{
    return change<void>(m_writer, [client](Connection &connection) -> core::Result<void> {
        Statement(connection,
                  QStringLiteral("INSERT INTO client(identity, id, wishes, until) VALUES (?, ?, ?, ?) ON "
                                 "CONFLICT(identity, id) DO UPDATE SET wishes = excluded.wishes, until = "
                                 "excluded.until"))
            .run(client.identity, client.clientId, wishesText(client),
                 client.until ? client.until->toMSecsSinceEpoch() : qint64(0));
        return {};
    });
}

QFuture<core::Result<void>> Clients::forget(const QString &identity, const QString &clientId)
{
    return change<void>(m_writer, [identity, clientId](Connection &connection) -> core::Result<void> {
        Statement(connection, QStringLiteral("DELETE FROM client WHERE identity = ? AND id = ?"))
            .run(identity, clientId);
        return {};
    });
}

} // namespace store
