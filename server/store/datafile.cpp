// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/datafile.h"

#include "store/connection.h"
#include "store/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QtEndian>

#include <limits>
#include <sys/stat.h>

namespace store {

namespace {
// Places in the first page: https://www.sqlite.org/fileformat2.html §1.3
constexpr int headerSize = 100;
constexpr int versionPlace = 60;
constexpr int applicationPlace = 68;

QByteArray headerOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(headerSize) : QByteArray();
}

/// A light look, for files that take long to check.
bool canReadTables(Connection &connection)
{
    QStringList tables;
    {
        Statement list(connection, QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table'"));
        if (!list.run())
            return false;
        while (list.next())
            tables += list.text(0);
    }
    for (const QString &table : std::as_const(tables))
        connection.ask(QStringLiteral("SELECT * FROM \"%1\" LIMIT 1").arg(table));
    return !tables.isEmpty() && connection.failure().code == SqlFailure::None;
}

bool looksSound(const QString &path, qint64 fully, SqlFailure &failure)
{
    failure = {};
    const auto opened = Connection::open(path, Connection::Use::Check, &failure);
    if (!opened)
        return false;
    Connection &connection = **opened;
    const bool isFine = QFileInfo(path).size() <= fully
                            ? connection.ask(QStringLiteral("PRAGMA quick_check(1)")).toString() == u"ok"
                            : canReadTables(connection);
    failure = connection.failure();
    return isFine && failure.code == SqlFailure::None;
}
} // namespace

DataFile::Condition DataFile::condition() const
{
    const QFileInfo info(m_path);
    if (!info.exists())
        return Condition::Missing;
    QFile file(m_path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return Condition::Unreadable;
    const QByteArray header = file.read(headerSize);
    if (header.size() < headerSize || !header.startsWith(QByteArray("SQLite format 3\0", 16)))
        return Condition::Damaged;
    if (qFromBigEndian<quint32>(header.constData() + applicationPlace) != m_schema.applicationId)
        return Condition::Damaged;
    const int found = version();
    if (found < 1)
        return Condition::Damaged;
    return found > m_schema.version() ? Condition::Newer : Condition::Usable;
}

int DataFile::version() const
{
    const QByteArray header = headerOf(m_path);
    return header.size() < headerSize ? 0 : qFromBigEndian<qint32>(header.constData() + versionPlace);
}

core::Result<bool> DataFile::isSound(qint64 fully) const
{
    SqlFailure failure;
    bool isFine = looksSound(m_path, fully, failure);
    if (failure.code == SqlFailure::ReadOnly) {
        // A killed process left a transaction to roll back, which only a connection that may write can do.
        if (const auto opened = Connection::open(m_path, Connection::Use::Copy))
            (*opened)->ask(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
        isFine = looksSound(m_path, fully, failure);
    }
    const bool isVerdict = failure.code == SqlFailure::None || failure.code == SqlFailure::Corrupt ||
                           failure.code == SqlFailure::NotADatabase;
    if (isFine || isVerdict)
        return isFine;
    return failed(m_path, failure.text);
}

bool DataFile::isGood() const
{
    if (condition() != Condition::Usable)
        return false;
    const core::Result<bool> sound = isSound(std::numeric_limits<qint64>::max());
    return sound && *sound;
}

core::Result<void> DataFile::stageEmpty() const
{
    files::removeDatabase(staged());
    if (!files::makePrivate(staged()))
        return failed(m_path, QCoreApplication::translate("store", "it could not be made"));
    return runSteps(staged(), 0);
}

core::Result<void> DataFile::stageCopy(const QString &copy) const
{
    files::removeDatabase(staged());
    if (!files::copyDurably(copy, staged()))
        return failed(m_path,
                      QCoreApplication::translate("store", "the copy %1 could not be read").arg(copy));
    return {};
}

core::Result<void> DataFile::migrate(const QString &keep) const
{
    const int from = version();
    {
        // Back to a rollback journal: the log's rows go into the file, and no log is left to be taken for the
        // new file's.
        const auto opened = Connection::open(m_path, Connection::Use::Stage);
        if (!opened)
            return opened.error();
        if ((*opened)->ask(QStringLiteral("PRAGMA journal_mode")).toString() != u"delete")
            return failed(m_path, QCoreApplication::translate("store", "another program uses it"));
    }
    QDir().mkpath(keep);
    ::chmod(QFile::encodeName(keep).constData(), 0700);
    const QString kept =
        QStringLiteral("%1/%2-before-version-%3.db").arg(keep, m_schema.stem()).arg(from + 1);
    if (core::Result<void> written = copyTo(kept); !written)
        return written;
    if (!DataFile(kept, m_schema).isGood())
        return failed(kept, QCoreApplication::translate("store", "it did not pass its check"));
    files::removeDatabase(staged());
    if (!files::copyDurably(kept, staged()))
        return failed(staged(), QCoreApplication::translate("store", "it could not be written"));
    if (core::Result<void> done = runSteps(staged(), from); !done)
        return done;
    return place();
}

core::Result<void> DataFile::copyTo(const QString &target) const
{
    files::removeDatabase(target);
    if (!files::makePrivate(target))
        return failed(target, QCoreApplication::translate("store", "it could not be made"));
    const auto opened = Connection::open(m_path, Connection::Use::Copy);
    if (!opened)
        return opened.error();
    QString quoted = target;
    quoted.replace(QLatin1Char('\''), QStringLiteral("''"));
    if (!(*opened)->run(QStringLiteral("VACUUM INTO '%1'").arg(quoted)))
        return failed(target, (*opened)->failure().text);
    if (!files::sync(target))
        return failed(target, QCoreApplication::translate("store", "it could not be flushed to the disk"));
    return {};
}

core::Result<QString> DataFile::setAside(const QString &stamp) const
{
    QString aside = m_path + QStringLiteral(".corrupt-") + stamp;
    for (int again = 2; QFileInfo::exists(aside); ++again)
        aside = m_path + QStringLiteral(".corrupt-%1-%2").arg(stamp).arg(again);
    bool isAnything = false;
    for (const char *beside : {"-wal", "-shm", ""}) {
        const QString from = m_path + QLatin1String(beside);
        if (!QFileInfo::exists(from))
            continue;
        if (!QFile::rename(from, aside + QLatin1String(beside)))
            return failed(from, QCoreApplication::translate("store", "it could not be moved away"));
        isAnything = true;
    }
    return isAnything ? aside : QString();
}

core::Result<void> DataFile::runSteps(const QString &path, int from) const
{
    const auto opened = Connection::open(path, Connection::Use::Stage);
    if (!opened)
        return opened.error();
    Connection &connection = **opened;
    if (from == 0) {
        connection.run(QStringLiteral("PRAGMA page_size=%1").arg(m_schema.pageSize));
        connection.run(QStringLiteral("PRAGMA application_id=%1").arg(m_schema.applicationId));
    }
    for (int step = from; step < m_schema.version(); ++step) {
        bool done = connection.run(QStringLiteral("BEGIN IMMEDIATE"));
        for (const QString &sql : m_schema.steps.at(step))
            done = done && connection.run(sql);
        done = done && connection.run(QStringLiteral("PRAGMA user_version=%1").arg(step + 1)) &&
               connection.run(QStringLiteral("COMMIT"));
        if (!done)
            return failed(path, connection.failure().text);
    }
    return {};
}

core::Result<void> DataFile::place() const
{
    if (!files::sync(staged()) || !files::replace(staged(), m_path))
        return failed(m_path,
                      QCoreApplication::translate("store", "the new file could not be put in its place"));
    return {};
}

core::Error DataFile::failed(const QString &what, const QString &why) const
{
    return {core::ErrorCode::Unavailable,
            QCoreApplication::translate(
                "store", "The database file %1 could not be prepared: %2. Check the free space "
                         "and the permissions of the data directory, then start again.")
                .arg(what, why)};
}

} // namespace store
