// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/premises.h"

#include "core/log.h"
#include "store/ballast.h"
#include "store/copies.h"
#include "store/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

namespace store {

namespace {
Refusal refusal(OpenFailure kind, const QString &sentence)
{
    return {kind, {core::ErrorCode::Unavailable, sentence}};
}

} // namespace

std::optional<Refusal> Premises::prepare(const Options &options, const QDateTime &now)
{
    if (auto refused = makeDirectory(options.directory))
        return refused;
    std::optional<Refusal> refused;
    m_lock = DirectoryLock::take(options.directory, refused);
    if (refused)
        return refused;
    const qint64 freeBytes =
        options.freeBytes ? options.freeBytes(options.directory) : files::freeBytes(options.directory);
    if (freeBytes >= 0 && freeBytes < options.fullBytes)
        Ballast(options).drop(); // even reading takes some bytes, for SQLite's shared index
    const QString stamp = now.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss"));
    const std::array schemas{&mainSchema(), &metricsSchema()};
    const QDir directory(options.directory);
    // Both are looked at before either is touched: a newer Belfry's directory stays as it is.
    for (const Schema *schema : schemas) {
        if ((refused = inspect(DataFile(directory.filePath(schema->file), *schema))))
            return refused;
    }
    for (const Schema *schema : schemas) {
        if ((refused = ready(DataFile(directory.filePath(schema->file), *schema), *schema, options, stamp)))
            return refused;
    }
    return std::nullopt;
}

std::optional<Refusal> Premises::makeDirectory(const QString &directory)
{
    const QByteArray name = QFile::encodeName(directory);
    const bool isMade = QDir().mkpath(directory);
    struct stat found = {};
    if (isMade && ::stat(name.constData(), &found) == 0 && found.st_uid == ::geteuid())
        ::chmod(name.constData(), 0700);
    if (isMade && ::access(name.constData(), R_OK | W_OK | X_OK) == 0)
        return std::nullopt;
    return refusal(OpenFailure::Unwritable,
                   QCoreApplication::translate("store",
                                               "The data directory %1 cannot be made or written. Give it to "
                                               "the user Belfry runs as, or choose another with --data-dir.")
                       .arg(directory));
}

std::optional<Refusal> Premises::inspect(const DataFile &file) const
{
    switch (file.condition()) {
    case DataFile::Condition::Newer:
        return refusal(OpenFailure::Newer,
                       QCoreApplication::translate("store",
                                                   "%1 was written by a newer Belfry (version %2 of the "
                                                   "file). It was not touched. Install that Belfry again, or "
                                                   "choose another directory with --data-dir.")
                           .arg(file.path())
                           .arg(file.version()));
    case DataFile::Condition::Unreadable:
        return refusal(OpenFailure::Unwritable,
                       QCoreApplication::translate("store",
                                                   "%1 cannot be read by this user. Give it to the user "
                                                   "Belfry runs as.")
                           .arg(file.path()));
    case DataFile::Condition::Missing:
    case DataFile::Condition::Usable:
    case DataFile::Condition::Damaged:
        break;
    }
    if (QFileInfo::exists(file.path()) && ::access(QFile::encodeName(file.path()).constData(), W_OK) != 0)
        return refusal(OpenFailure::Unwritable,
                       QCoreApplication::translate("store",
                                                   "%1 cannot be written by this user. Give it to the user "
                                                   "Belfry runs as.")
                           .arg(file.path()));
    return std::nullopt;
}

std::optional<Refusal> Premises::ready(const DataFile &file, const Schema &schema, const Options &options,
                                       const QString &stamp)
{
    const DataFile::Condition condition = file.condition();
    const bool isMissing = condition == DataFile::Condition::Missing;
    if (isMissing && Copies(options.directory, schema).list().isEmpty()) {
        for (const char *beside : {"-wal", "-shm", "-journal"})
            QFile::remove(file.path() +
                          QLatin1String(beside)); // of a file that is gone; never of the new one
        core::Result<void> created = file.stageEmpty();
        if (created)
            created = file.place();
        if (!created)
            return Refusal{OpenFailure::Failed, created.error()};
        return std::nullopt;
    }
    core::Result<bool> sound = !isMissing && condition != DataFile::Condition::Damaged;
    if (*sound)
        sound = file.isSound(options.quickCheckBytes);
    if (!sound)
        return Refusal{OpenFailure::Failed, sound.error()};
    if (!*sound) {
        if (auto refused = replaceDamaged(file, schema, options, stamp))
            return refused;
    }
    if (file.version() < schema.version()) {
        const QString keep = options.directory + QStringLiteral("/copies");
        if (const core::Result<void> migrated = file.migrate(keep); !migrated)
            return Refusal{OpenFailure::Failed, migrated.error()};
    }
    return std::nullopt;
}

std::optional<Refusal> Premises::replaceDamaged(const DataFile &file, const Schema &schema,
                                                const Options &options, const QString &stamp)
{
    const QString copy = Copies(options.directory, schema).newestGood();
    if (copy.isEmpty() && !options.startEmpty)
        return refusal(
            OpenFailure::Corrupt,
            QCoreApplication::translate("store", "The database %1 is damaged or missing, and there is no "
                                                 "good copy of it. Nothing was changed. Put a backup in its "
                                                 "place, or move it away to start empty.")
                .arg(file.path()));
    // The new one lies ready before the old one is moved: a full disk changes nothing.
    if (const core::Result<void> staged = copy.isEmpty() ? file.stageEmpty() : file.stageCopy(copy); !staged)
        return Refusal{OpenFailure::Failed, staged.error()};
    const core::Result<QString> aside = file.setAside(stamp);
    if (!aside)
        return Refusal{OpenFailure::Failed, aside.error()};
    if (const core::Result<void> placed = file.place(); !placed)
        return Refusal{OpenFailure::Failed, placed.error()};
    QString note = copy.isEmpty()
                       ? QCoreApplication::translate(
                             "store", "The database %1 was damaged, and a new, empty one was made.")
                             .arg(file.path())
                       : QCoreApplication::translate(
                             "store", "The database %1 was damaged or missing and was restored from the copy "
                                      "%2; what was saved after that copy is not in it.")
                             .arg(file.path(), copy);
    if (!aside->isEmpty())
        note += QLatin1Char(' ') +
                QCoreApplication::translate("store", "The damaged file is kept as %1.").arg(*aside);
    qCWarning(logStore).noquote() << note;
    m_notes += note;
    return std::nullopt;
}

} // namespace store
