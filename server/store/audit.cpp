// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/audit.h"

#include <algorithm>

namespace store {

namespace {
constexpr int mostRecords = 1000;

QString auditColumns()
{
    return QStringLiteral("SELECT number, at, actor, account, action, target, address, outcome, detail, "
                          "count, seal FROM audit");
}

core::AuditRecord recordAt(const Statement &rows)
{
    return {rows.integer(0), QDateTime::fromMSecsSinceEpoch(rows.integer(1), Qt::UTC),
            rows.text(2),    rows.text(3),
            rows.text(4),    rows.text(5),
            rows.text(6),    rows.text(7),
            rows.text(8),    int(rows.integer(9)),
            rows.blob(10)};
}

std::optional<core::AuditHead> readHead(Connection &connection)
{
    Statement find(connection, QStringLiteral("SELECT number, seal, proof FROM audit_head WHERE id = 1"));
    if (!find.run() || !find.next())
        return std::nullopt;
    return core::AuditHead{find.integer(0), find.blob(1), find.blob(2)};
}

qint64 newestNumber(Connection &connection)
{
    Statement newest(connection, QStringLiteral("SELECT max(number) FROM audit"));
    return newest.run() && newest.next() ? newest.integer(0) : 0;
}

core::AuditRecord writeRecord(Connection &connection, core::AuditRecord record, const core::AuditChain &chain)
{
    // After the head, not after the last row: a row missing at the end leaves a gap.
    const core::AuditHead head = readHead(connection).value_or(core::AuditHead{});
    const qint64 newest = newestNumber(connection);
    // A row somebody else put there is not to stand in the way of ours; the check names it.
    record.number = std::max(head.number, newest) + 1;
    const bool isFirst = head.number == 0 && newest == 0;
    // After a head that is not ours the chain stays broken, so that going on does not mend it.
    const bool isOurs = head.proof == chain.head(head.number, head.seal).proof;
    const QByteArray previous = isFirst ? chain.origin() : isOurs ? head.seal : QByteArray();
    record.seal = chain.seal(previous, record);
    Statement(connection,
              QStringLiteral("INSERT INTO audit(number, at, actor, account, action, target, address, "
                             "outcome, detail, count, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"))
        .run(record.number, record.at.toMSecsSinceEpoch(), present(record.actor), present(record.account),
             present(record.action), present(record.target), present(record.address), present(record.outcome),
             present(record.detail), record.count, record.seal);
    const core::AuditHead next = chain.head(record.number, record.seal);
    Statement(connection,
              QStringLiteral("INSERT INTO audit_head(id, number, seal, proof) VALUES (1, ?, ?, ?) ON "
                             "CONFLICT(id) DO UPDATE SET number = excluded.number, seal = excluded.seal, "
                             "proof = excluded.proof"))
        .run(next.number, next.seal, next.proof);
    return record;
}

core::Result<QList<core::AuditRecord>> readRecords(Connection &connection, const core::AuditQuery &query)
{
    QStringList clauses;
    QVariantList values;
    const auto ask = [&](const char *clause, const QVariant &value) {
        clauses += QString::fromLatin1(clause);
        values << value;
    };
    if (query.before > 0)
        ask("number < ?", query.before);
    if (!query.actions.isEmpty()) {
        clauses += QStringLiteral("action IN (?%1)")
                       .arg(QStringLiteral(", ?").repeated(int(query.actions.size()) - 1));
        for (const QString &action : query.actions)
            values << present(action);
    }
    if (!query.actor.isEmpty())
        ask("actor = ?", query.actor);
    if (!query.target.isEmpty())
        ask("target = ?", query.target);
    if (!query.address.isEmpty())
        ask("address = ?", query.address);
    if (!query.outcome.isEmpty())
        ask("outcome = ?", query.outcome);
    if (query.from.isValid())
        ask("at >= ?", query.from.toMSecsSinceEpoch());
    if (query.to.isValid())
        ask("at <= ?", query.to.toMSecsSinceEpoch());
    values << query.limit;
    const QString where = clauses.isEmpty()
                              ? QString()
                              : QString(QStringLiteral(" WHERE ") + clauses.join(QStringLiteral(" AND ")));
    Statement rows(connection, auditColumns() + where + QStringLiteral(" ORDER BY number DESC LIMIT ?"));
    if (!rows.runAll(values))
        return readError(connection);
    QList<core::AuditRecord> out;
    while (rows.next())
        out += recordAt(rows);
    if (connection.failure().code != SqlFailure::None)
        return readError(connection);
    return out;
}

core::Result<core::AuditCheck> checkRecords(Connection &connection, const core::AuditChain &chain)
{
    // In one transaction: rows and head of the same moment.
    if (!connection.run(QStringLiteral("BEGIN")))
        return readError(connection);
    core::AuditInspection inspection(chain);
    {
        Statement rows(connection, auditColumns() + QStringLiteral(" ORDER BY number"));
        if (rows.run()) {
            while (rows.next())
                inspection.take(recordAt(rows));
        }
    }
    const auto head = readHead(connection);
    const bool isRead = connection.failure().code == SqlFailure::None;
    connection.run(QStringLiteral("COMMIT"));
    if (!isRead)
        return readError(connection);
    return inspection.conclude(head);
}
} // namespace

QFuture<core::Result<core::AuditRecord>> Audit::append(const core::AuditRecord &record,
                                                       const core::AuditChain &chain)
{
    return change<core::AuditRecord>(
        m_writer, [record, chain](Connection &connection) -> core::Result<core::AuditRecord> {
            return writeRecord(connection, record, chain);
        });
}

QFuture<core::Result<QList<core::AuditRecord>>> Audit::read(const core::AuditQuery &query)
{
    if (query.limit < 1 || query.limit > mostRecords || query.actions.size() > mostRecords)
        return answered<QList<core::AuditRecord>>(core::Error{
            core::ErrorCode::Invalid, QCoreApplication::translate("store", "limit: expected 1 to 1000")});
    return m_reader.ask<QList<core::AuditRecord>>(
        Reader::File::Main, [query](Connection &connection) { return readRecords(connection, query); });
}

QFuture<core::Result<core::AuditCheck>> Audit::check(const core::AuditChain &chain)
{
    return m_reader.ask<core::AuditCheck>(
        Reader::File::Main, [chain](Connection &connection) { return checkRecords(connection, chain); });
}

} // namespace store
