// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "store/schema.h"

namespace store {

/// One database file before anybody works with it: what state it is in, and how it is made, copied and
/// migrated.
class DataFile
{
public:
    enum class Condition {
        Missing,
        Usable,     ///< by its first page; isSound() looks further
        Damaged,    ///< empty, not a database, or not ours
        Newer,      ///< a newer Belfry wrote it
        Unreadable, ///< not for this user
    };

    DataFile(QString path, const Schema &schema) : m_path(std::move(path)), m_schema(schema) {}

    [[nodiscard]] const QString &path() const { return m_path; }
    /// Reads the first page without SQLite, so that nothing is touched.
    [[nodiscard]] Condition condition() const;
    /// The schema version in the first page; 0 when there is none. Versions only ever change in a staged
    /// file, so no write-ahead log can know better.
    [[nodiscard]] int version() const;
    /// Looks with SQLite, without writing: at all of a file up to `fully` bytes, else whether its tables can
    /// be read. Errors: Unavailable when it cannot be told, such as on a full disk; that is no damage.
    [[nodiscard]] core::Result<bool> isSound(qint64 fully) const;
    /// Usable and wholly sound.
    [[nodiscard]] bool isGood() const;

    /// Makes a file with the newest schema beside it, so that a kill leaves no half file.
    core::Result<void> stageEmpty() const;
    /// Puts a copy beside it.
    core::Result<void> stageCopy(const QString &copy) const;
    /// Lets the staged file take its place.
    core::Result<void> place() const;
    /// Brings an older file to the newest schema: a verified copy stays in `keep`, the steps are run on a
    /// second copy, one transaction each, and that takes the file's place. A kill leaves the old file or the
    /// new one.
    core::Result<void> migrate(const QString &keep) const;
    /// Writes a consistent copy to a new file, while others may write.
    core::Result<void> copyTo(const QString &target) const;
    /// Moves the file, and what SQLite keeps beside it, to `*.corrupt-STAMP`; answers the new name, empty
    /// when there was nothing.
    core::Result<QString> setAside(const QString &stamp) const;

private:
    [[nodiscard]] QString staged() const { return m_path + QStringLiteral(".new"); }
    core::Result<void> runSteps(const QString &path, int from) const;
    [[nodiscard]] core::Error failed(const QString &what, const QString &why) const;

    QString m_path;
    const Schema &m_schema;
};

} // namespace store
