// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/departments.h"

#include "store/listcolumn.h"

namespace store {

namespace {
core::Result<QList<core::KnownDepartment>> readDepartments(Connection &connection)
{
    QList<core::KnownDepartment> out;
    Statement rows(connection, QStringLiteral("SELECT id, name, networks FROM department ORDER BY id"));
    if (!rows.run())
        return readError(connection);
    while (rows.next())
        out << core::KnownDepartment{rows.text(0), rows.text(1), listOf(rows.blob(2))};
    if (connection.failure().code != SqlFailure::None)
        return readError(connection);
    return out;
}
} // namespace

QFuture<core::Result<QList<core::KnownDepartment>>> Departments::departments()
{
    return m_reader.ask<QList<core::KnownDepartment>>(Reader::File::Main, readDepartments);
}

QFuture<core::Result<void>> Departments::save(const core::KnownDepartment &department)
{
    return change<void>(m_writer, [department](Connection &connection) -> core::Result<void> {
        Statement(
            connection,
            QStringLiteral("INSERT INTO department(id, name, networks) VALUES (?, ?, ?) ON CONFLICT(id) "
                           "DO UPDATE SET name = excluded.name, networks = excluded.networks"))
            .run(present(department.id), present(department.name), listColumn(department.networks));
        return {};
    });
}

QFuture<core::Result<void>> Departments::remove(const QString &id)
{
    return change<void>(m_writer, [id](Connection &connection) -> core::Result<void> {
        Statement(connection, QStringLiteral("DELETE FROM department WHERE id = ?")).run(present(id));
        return {};
    });
}

} // namespace store
