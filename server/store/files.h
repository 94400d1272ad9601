// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace store::files {

/// Makes an empty file only its owner can read (0600), in place of any other.
bool makePrivate(const QString &path);
/// Copies the bytes into a new private file and flushes them to the disk.
bool copyDurably(const QString &from, const QString &to);
/// Flushes what was written to the file, or to the entries of the directory.
bool sync(const QString &path);
/// Renames over any existing file and flushes the directory: afterwards the old or the new one is there,
/// never neither.
bool replace(const QString &from, const QString &to);
/// Removes a database and what SQLite keeps beside it.
void removeDatabase(const QString &path);
/// Bytes of a database and what SQLite keeps beside it.
qint64 databaseBytes(const QString &path);
/// Bytes an ordinary user can still write where the path lies; -1 when nobody can tell.
qint64 freeBytes(const QString &path);
/// "3.2 MiB", for sentences.
QString sizeText(qint64 bytes);

} // namespace store::files
