// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"

#include <QCoreApplication>
#include <QSqlError>

#include <atomic>

namespace store {

namespace {
constexpr size_t mostPrepared = 100;

QString newConnectionName()
{
    static std::atomic<quint64> count{0};
    return QStringLiteral("belfry-store-%1").arg(++count);
}

QStringList pragmasFor(Connection::Use use)
{
    switch (use) {
    case Connection::Use::Durable:
    case Connection::Use::Brisk:
        return {QStringLiteral("PRAGMA journal_mode=WAL"),
                use == Connection::Use::Durable ? QStringLiteral("PRAGMA synchronous=FULL")
                                                : QStringLiteral("PRAGMA synchronous=NORMAL"),
                QStringLiteral("PRAGMA wal_autocheckpoint=1000"),
                QStringLiteral("PRAGMA journal_size_limit=16777216"),
                QStringLiteral("PRAGMA temp_store=MEMORY")};
    case Connection::Use::Query:
        return {QStringLiteral("PRAGMA wal_autocheckpoint=0"), QStringLiteral("PRAGMA query_only=ON"),
                QStringLiteral("PRAGMA temp_store=MEMORY")};
    case Connection::Use::Copy:
        return {QStringLiteral("PRAGMA wal_autocheckpoint=0"), QStringLiteral("PRAGMA temp_store=MEMORY")};
    case Connection::Use::Check:
        return {};
    case Connection::Use::Stage:
        return {QStringLiteral("PRAGMA journal_mode=DELETE"), QStringLiteral("PRAGMA synchronous=FULL")};
    }
    return {};
}
} // namespace

core::Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Use use, SqlFailure *failure)
{
    std::unique_ptr<Connection> connection(new Connection(path, newConnectionName()));
    if (connection->begin(use))
        return connection;
    if (failure != nullptr)
        *failure = connection->failure();
    return core::Error{core::ErrorCode::Unavailable,
                       QCoreApplication::translate("store",
                                                   "The database %1 cannot be opened: %2. Check the disk "
                                                   "and the permissions of the data directory.")
                           .arg(path, connection->failure().text)};
}

bool Connection::begin(Use use)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    database.setDatabaseName(m_path);
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000");
    if (use == Use::Check)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    database.setConnectOptions(options);
    if (!database.open()) {
        m_failure = {database.lastError().nativeErrorCode().toInt() & 0xff, database.lastError().text()};
        return false;
    }
    const QStringList pragmas = pragmasFor(use);
    return std::all_of(pragmas.begin(), pragmas.end(), [this](const QString &pragma) { return run(pragma); });
}

Connection::~Connection()
{
    m_prepared.clear();
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

bool Connection::run(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    if (query.exec(sql))
        return true;
    fail(query);
    return false;
}

QVariant Connection::ask(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    if (query.exec(sql) && query.next())
        return query.value(0);
    if (query.lastError().isValid())
        fail(query);
    return {};
}

void Connection::refresh()
{
    clearFailure();
    if (m_prepared.size() > mostPrepared)
        m_prepared.clear();
}

QSqlQuery &Connection::prepared(const QString &sql)
{
    const auto found = m_prepared.find(sql);
    if (found != m_prepared.end())
        return found->second;
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        fail(query);
    return m_prepared.emplace(sql, std::move(query)).first->second;
}

void Connection::fail(const QSqlQuery &query)
{
    const QSqlError error = query.lastError();
    m_failure = {error.nativeErrorCode().toInt() & 0xff, error.databaseText().trimmed()};
    if (m_failure.code == SqlFailure::None)
        m_failure.code = SqlFailure::IoError; // a failure without a code must not look like success
}

bool Statement::execute()
{
    if (m_query.exec())
        return true;
    m_connection.fail(m_query);
    return false;
}

bool Statement::runAll(const QVariantList &values)
{
    for (int place = 0; place < values.size(); ++place)
        m_query.bindValue(place, values.at(place));
    return execute();
}

bool Statement::next()
{
    if (m_query.next())
        return true;
    if (m_query.lastError().isValid())
        m_connection.fail(m_query);
    return false;
}

} // namespace store
