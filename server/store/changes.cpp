// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/changes.h"

#include <algorithm>

namespace store {

namespace {
constexpr int mostChanges = 10'000;

/// The conditions of a question and what stands for their marks.
struct Conditions
{
    QStringList texts;
    QVariantList values;

    void add(const QString &text, const QVariant &value)
    {
        texts << text;
        values << value;
    }
};

Conditions conditionsOf(const core::ChangeQuery &query)
{
    Conditions conditions;
    if (!query.subject.isEmpty())
        conditions.add(QStringLiteral("subject = ?"), query.subject);
    if (query.from.isValid())
        conditions.add(QStringLiteral("at >= ?"), query.from.toMSecsSinceEpoch());
    if (query.to.isValid())
        conditions.add(QStringLiteral("at < ?"), query.to.toMSecsSinceEpoch());
    if (query.before > 0)
        conditions.add(QStringLiteral("number < ?"), query.before);
    if (!query.fields.isEmpty()) {
        const QStringList marks(query.fields.size(), QStringLiteral("?"));
        conditions.texts << QStringLiteral("field IN (") + marks.join(u',') + u')';
        for (const QString &field : query.fields)
            conditions.values << field;
    }
    return conditions;
}

core::Result<QList<core::KnownChange>> readChanges(Connection &connection, const core::ChangeQuery &query)
{
    const Conditions conditions = conditionsOf(query);
    const QString where = conditions.texts.isEmpty()
                              ? QString()
                              : QStringLiteral(" WHERE ") + conditions.texts.join(QStringLiteral(" AND "));
    Statement rows(connection, QStringLiteral("SELECT number, at, subject, field, old, new, source FROM "
                                              "change") +
                                   where + QStringLiteral(" ORDER BY number DESC LIMIT ?"));
    if (!rows.runAll(conditions.values + QVariantList{std::clamp(query.limit, 1, mostChanges)}))
        return readError(connection);
    QList<core::KnownChange> out;
    while (rows.next()) {
        out << core::KnownChange{rows.integer(0), QDateTime::fromMSecsSinceEpoch(rows.integer(1), Qt::UTC),
                                 rows.text(2),    rows.text(3),
                                 rows.text(4),    rows.text(5),
                                 rows.text(6)};
    }
    if (connection.failure().code != SqlFailure::None)
        return readError(connection);
    return out;
}

core::Result<QMap<QString, QString>> readFormer(Connection &connection, const QString &field,
                                                const QDateTime &at)
{
    // With min() the other columns are those of its row (SQLite, "Bare columns in an aggregate query").
    Statement rows(connection, QStringLiteral("SELECT subject, old, min(number) FROM change WHERE field = ? "
                                              "AND at >= ? GROUP BY subject"));
    if (!rows.runAll({field, at.toMSecsSinceEpoch()}))
        return readError(connection);
    QMap<QString, QString> out;
    while (rows.next())
        out.insert(rows.text(0), rows.text(1));
    if (connection.failure().code != SqlFailure::None)
        return readError(connection);
    return out;
}
} // namespace

QFuture<core::Result<void>> Changes::append(const QList<core::KnownChange> &changes)
{
    return change<void>(m_writer, [changes](Connection &connection) -> core::Result<void> {
        for (const core::KnownChange &each : changes) {
            Statement(connection,
                      QStringLiteral("INSERT INTO change(at, subject, field, old, new, source) VALUES (?, ?, "
                                     "?, ?, ?, ?)"))
                .run(each.at.toMSecsSinceEpoch(), present(each.subject), present(each.field),
                     present(each.from), present(each.to), present(each.source));
        }
        return {};
    });
}

QFuture<core::Result<QList<core::KnownChange>>> Changes::read(const core::ChangeQuery &query)
{
    return m_reader.ask<QList<core::KnownChange>>(
        Reader::File::Main, [query](Connection &connection) { return readChanges(connection, query); });
}

QFuture<core::Result<QMap<QString, QString>>> Changes::formerValues(const QString &field, const QDateTime &at)
{
    return m_reader.ask<QMap<QString, QString>>(Reader::File::Main, [field, at](Connection &connection) {
        return readFormer(connection, field, at);
    });
}

} // namespace store
