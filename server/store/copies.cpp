// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/copies.h"

#include "store/connection.h"
#include "store/datafile.h"
#include "store/files.h"

#include <QCoreApplication>
#include <QDir>

#include <sys/stat.h>

namespace store {

namespace {
constexpr int copiesKept = 7;
constexpr int copyHour = 3;
} // namespace

QStringList Copies::list() const
{
    const QDir directory(m_directory);
    QStringList found;
    // Eight digits: what was kept before a migration has another name and is not restored by itself.
    const QString pattern = m_schema.stem() + QStringLiteral("-????????.db");
    const QStringList names = directory.entryList({pattern}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QString &name : names)
        found += directory.filePath(name);
    return found;
}

QString Copies::newestGood() const
{
    const QStringList copies = list();
    for (const QString &copy : copies) {
        if (DataFile(copy, m_schema).isGood())
            return copy;
    }
    return {};
}

QDate Copies::newestDay() const
{
    const QStringList copies = list();
    if (copies.isEmpty())
        return {};
    return QDate::fromString(copies.first().chopped(3).right(8), QStringLiteral("yyyyMMdd"));
}

core::Result<QString> Copies::take(const QString &database, const QDate &day) const
{
    const auto failed = [&database](const QString &why) {
        return core::Error{core::ErrorCode::Unavailable,
                           QCoreApplication::translate("store",
                                                       "No copy of %1 could be made: %2. The next try is "
                                                       "within the hour.")
                               .arg(database, why)};
    };
    QDir().mkpath(m_directory);
    ::chmod(QFile::encodeName(m_directory).constData(), 0700);
    const QString target =
        m_directory +
        QStringLiteral("/%1-%2.db").arg(m_schema.stem(), day.toString(QStringLiteral("yyyyMMdd")));
    const QString part = target + QStringLiteral(".part");
    if (core::Result<void> written = DataFile(database, m_schema).copyTo(part); !written) {
        files::removeDatabase(part);
        return failed(written.error().message);
    }
    if (!DataFile(part, m_schema).isGood()) {
        files::removeDatabase(part);
        return failed(QCoreApplication::translate("store", "the copy did not pass its check"));
    }
    if (!files::replace(part, target)) {
        files::removeDatabase(part);
        return failed(QCoreApplication::translate("store", "it could not be put in place"));
    }
    const QStringList copies = list();
    for (const QString &old : copies.mid(copiesKept))
        QFile::remove(old);
    return target;
}

QDate Copies::dueDay(const QDateTime &local)
{
    return local.time().hour() >= copyHour ? local.date() : local.date().addDays(-1);
}

} // namespace store
