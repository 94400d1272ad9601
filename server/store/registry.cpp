// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/registry.h"

namespace store {

namespace {
QDateTime registryTime(qint64 at) { return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC); }

core::Result<QList<core::KnownApp>> readApps(Connection &connection)
{
    QList<core::KnownApp> out;
    Statement rows(connection,
                   QStringLiteral("SELECT id, is_active, changed_at, changed_by FROM app ORDER BY id"));
    if (!rows.run())
        return readError(connection);
    while (rows.next())
        out << core::KnownApp{rows.text(0), rows.integer(1) != 0, registryTime(rows.integer(2)),
                              rows.text(3)};
    if (connection.failure().code != SqlFailure::None)
        return readError(connection);
    return out;
}

core::Result<QList<core::KnownAgent>> readAgents(Connection &connection)
{
    QList<core::KnownAgent> out;
    Statement rows(connection,
                   QStringLiteral("SELECT id, status, data, seen_at, reported_by FROM agent ORDER BY id"));
    if (!rows.run())
        return readError(connection);
    while (rows.next())
        out << core::KnownAgent{rows.text(0), rows.text(1), rows.blob(2), registryTime(rows.integer(3)),
                                rows.text(4)};
    if (connection.failure().code != SqlFailure::None)
        return readError(connection);
    return out;
}
} // namespace

QFuture<core::Result<QList<core::KnownApp>>> Registry::apps()
{
    return m_reader.ask<QList<core::KnownApp>>(Reader::File::Main, readApps);
}

QFuture<core::Result<void>> Registry::save(const core::KnownApp &app)
{
    return change<void>(m_writer, [app](Connection &connection) -> core::Result<void> {
        Statement(connection,
                  QStringLiteral("INSERT INTO app(id, is_active, changed_at, changed_by) VALUES (?, ?, ?, ?) "
                                 "ON CONFLICT(id) DO UPDATE SET is_active = excluded.is_active, changed_at = "
                                 "excluded.changed_at, changed_by = excluded.changed_by"))
            .run(present(app.id), app.isActive, app.changedAt.toMSecsSinceEpoch(), present(app.changedBy));
        return {};
    });
}

QFuture<core::Result<void>> Registry::removeApp(const QString &id)
{
    return change<void>(m_writer, [id](Connection &connection) -> core::Result<void> {
        Statement(connection, QStringLiteral("DELETE FROM app WHERE id = ?")).run(present(id));
        return {};
    });
}

QFuture<core::Result<QList<core::KnownAgent>>> Registry::agents()
{
    return m_reader.ask<QList<core::KnownAgent>>(Reader::File::Main, readAgents);
}

QFuture<core::Result<void>> Registry::save(const core::KnownAgent &agent)
{
    return change<void>(m_writer, [agent](Connection &connection) -> core::Result<void> {
        Statement(connection,
                  QStringLiteral("INSERT INTO agent(id, status, data, seen_at, reported_by) VALUES (?, ?, ?, "
                                 "?, ?) ON CONFLICT(id) DO UPDATE SET status = excluded.status, data = "
                                 "excluded.data, seen_at = excluded.seen_at, reported_by = "
                                 "excluded.reported_by"))
            .run(present(agent.id), present(agent.status), agent.data.isNull() ? QByteArray("") : agent.data,
                 agent.seenAt.toMSecsSinceEpoch(), present(agent.reportedBy));
        return {};
    });
}

} // namespace store
