// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <memory>
#include <unordered_map>

namespace store {

/// What SQLite said when something went wrong; the primary result codes that matter here.
struct SqlFailure
{
    enum Code {
        None = 0,
        Busy = 5,
        ReadOnly = 8,
        IoError = 10,
        Corrupt = 11,
        Full = 13,
        Constraint = 19,
        NotADatabase = 26
    };

    int code = None;
    QString text;
};

/// One SQLite connection, used by the thread that opened it; remembers its last failure.
class Connection
{
public:
    enum class Use {
        Durable, ///< the writer of belfry.db: WAL, synchronous FULL
        Brisk,   ///< the writer of metrics.db: WAL, synchronous NORMAL
        Query,   ///< reads only; never checkpoints
        Copy,    ///< reads only by habit: VACUUM INTO is refused under query_only
        Check,   ///< read-only at the file level, so that a damaged file stays as it is
        Stage,   ///< a file nobody else sees yet: rollback journal, so that one file is everything
    };

    /// Errors: Unavailable with SQLite's words; `failure`, when given, gets the code.
    static core::Result<std::unique_ptr<Connection>> open(const QString &path, Use use,
                                                          SqlFailure *failure = nullptr);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Runs one statement without values; false on failure.
    bool run(const QString &sql);
    /// The first column of the first row; invalid on failure or without a row.
    QVariant ask(const QString &sql);

    [[nodiscard]] const SqlFailure &failure() const { return m_failure; }
    void clearFailure() { m_failure = {}; }
    /// Before a piece of work, while no Statement lives: forgets the last failure, and the prepared
    /// statements when questions of many shapes have made them many.
    void refresh();
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    friend class Statement;
    Connection(QString path, QString name) : m_path(std::move(path)), m_name(std::move(name)) {}

    bool begin(Use use);
    QSqlQuery &prepared(const QString &sql);
    void fail(const QSqlQuery &query);

    QString m_path;
    QString m_name;
    SqlFailure m_failure;
    std::unordered_map<QString, QSqlQuery> m_prepared;
};

/// One run of a prepared statement; resets it when it goes out of scope, so that no snapshot is held.
class Statement
{
public:
    Statement(Connection &connection, const QString &sql)
        : m_connection(connection), m_query(connection.prepared(sql))
    {
    }
    ~Statement() { m_query.finish(); }
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    template <class... Values>
    bool run(const Values &...values)
    {
        int place = 0;
        (m_query.bindValue(place++, QVariant(values)), ...);
        return execute();
    }
    bool runAll(const QVariantList &values);
    /// False at the end and on failure; the connection tells which.
    bool next();
    [[nodiscard]] QVariant value(int column) const { return m_query.value(column); }
    [[nodiscard]] qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] QByteArray blob(int column) const { return m_query.value(column).toByteArray(); }
    /// Rows the statement changed.
    [[nodiscard]] int changed() const { return m_query.numRowsAffected(); }

private:
    bool execute();

    Connection &m_connection;
    QSqlQuery &m_query;
};

} // namespace store
