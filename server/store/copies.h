// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "store/schema.h"

#include <QDate>

namespace store {

/// The nightly verified copies of one database: `copies/belfry-YYYYMMDD.db`, the last seven.
class Copies
{
public:
    Copies(const QString &directory, const Schema &schema)
        : m_directory(directory + QStringLiteral("/copies")), m_schema(schema)
    {
    }

    /// Paths, newest first.
    [[nodiscard]] QStringList list() const;
    /// The newest copy that can be restored by this version; empty without one.
    [[nodiscard]] QString newestGood() const;
    /// The day of the newest copy; invalid without one.
    [[nodiscard]] QDate newestDay() const;
    /// Copies the database while others write to it, checks the copy, and lets the eighth go. Replaces a copy
    /// of the same day. Errors: Unavailable, and nothing is left behind.
    core::Result<QString> take(const QString &database, const QDate &day) const;
    /// The day whose copy is due at this local time: copies are made at 03:00.
    static QDate dueDay(const QDateTime &local);

private:
    QString m_directory;
    const Schema &m_schema;
};

} // namespace store
