// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/files.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <array>
#include <cstdio>
#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace store::files {

namespace {
constexpr std::array besides{"", "-wal", "-shm", "-journal"};
}

bool makePrivate(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    ::unlink(name.constData());
    const int descriptor = ::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return false;
    ::close(descriptor);
    return true;
}

bool copyDurably(const QString &from, const QString &to)
{
    QFile source(from);
    QFile target(to);
    if (!source.open(QIODevice::ReadOnly) || !makePrivate(to) ||
        !target.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return false;
    while (!source.atEnd()) {
        const QByteArray piece = source.read(1 << 20);
        if (piece.isEmpty() || target.write(piece) != piece.size())
            return false;
    }
    target.close();
    return sync(to);
}

bool sync(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool done = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return done;
}

bool replace(const QString &from, const QString &to)
{
    return std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0 &&
           sync(QFileInfo(to).absolutePath());
}

void removeDatabase(const QString &path)
{
    for (const char *beside : besides)
        QFile::remove(path + QLatin1String(beside));
}

qint64 databaseBytes(const QString &path)
{
    qint64 bytes = 0;
    for (const char *beside : besides)
        bytes += QFileInfo(path + QLatin1String(beside)).size();
    return bytes;
}

qint64 freeBytes(const QString &path)
{
    struct statvfs disk = {};
    if (::statvfs(QFile::encodeName(path).constData(), &disk) != 0)
        return -1;
    return qint64(disk.f_bavail) * qint64(disk.f_frsize);
}

QString sizeText(qint64 bytes) { return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeIecFormat); }

} // namespace store::files
