// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/records.h"

#include <algorithm>

namespace store {

namespace {
constexpr int mostRecords = 10'000;

core::Result<QList<core::Record>> readRecords(Connection &connection, const QString &kind, const QString &sql,
                                              const QVariantList &values)
{
    QList<core::Record> out;
    Statement rows(connection, sql);
    if (!rows.runAll(values))
        return readError(connection);
    while (rows.next())
        out << core::Record{kind, rows.text(0), rows.blob(1)};
    if (connection.failure().code != SqlFailure::None)
        return readError(connection);
    return out;
}
} // namespace

QFuture<core::Result<QList<core::Record>>> Records::all(const QString &kind)
{
    return m_reader.ask<QList<core::Record>>(Reader::File::Main, [kind](Connection &connection) {
        return readRecords(connection, kind,
                           QStringLiteral("SELECT id, body FROM record WHERE kind = ? ORDER BY id"), {kind});
    });
}

QFuture<core::Result<std::optional<QByteArray>>> Records::one(const core::RecordName &name)
{
    using Found = std::optional<QByteArray>;
    return m_reader.ask<Found>(Reader::File::Main, [name](Connection &connection) -> core::Result<Found> {
        Statement rows(connection, QStringLiteral("SELECT body FROM record WHERE kind = ? AND id = ?"));
        if (!rows.run(name.kind, name.id))
            return readError(connection);
        if (rows.next())
            return Found(rows.blob(0));
        if (connection.failure().code != SqlFailure::None)
            return readError(connection);
        return Found();
    });
}

QFuture<core::Result<QList<core::Record>>> Records::latest(const QString &kind, const QString &before,
                                                           int limit)
{
    const int most = std::clamp(limit, 1, mostRecords);
    return m_reader.ask<QList<core::Record>>(Reader::File::Main, [=](Connection &connection) {
        if (before.isEmpty())
            return readRecords(
                connection, kind,
                QStringLiteral("SELECT id, body FROM record WHERE kind = ? ORDER BY id DESC LIMIT ?"),
                {kind, most});
        return readRecords(connection, kind,
                           QStringLiteral("SELECT id, body FROM record WHERE kind = ? AND id < ? ORDER BY id "
                                          "DESC LIMIT ?"),
                           {kind, before, most});
    });
}

QFuture<core::Result<void>> Records::write(const QList<core::Record> &saved,
                                           const QList<core::RecordName> &removed)
{
    return change<void>(m_writer, [saved, removed](Connection &connection) -> core::Result<void> {
        for (const core::Record &record : saved) {
            Statement(connection,
                      QStringLiteral("INSERT INTO record(kind, id, body) VALUES (?, ?, ?) ON CONFLICT(kind, "
                                     "id) DO UPDATE SET body = excluded.body"))
                .run(present(record.kind), present(record.id),
                     record.body.isNull() ? QByteArray("") : record.body);
        }
        for (const core::RecordName &name : removed)
            Statement(connection, QStringLiteral("DELETE FROM record WHERE kind = ? AND id = ?"))
                .run(name.kind, name.id);
        return {};
    });
}

} // namespace store
