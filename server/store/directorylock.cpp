// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/directorylock.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace store {

namespace {
QString lockHolder(int descriptor)
{
    char text[32] = {};
    const ssize_t size = ::pread(descriptor, text, sizeof text - 1, 0);
    const QString process = QString::fromLatin1(text, size > 0 ? int(size) : 0).trimmed();
    return process.isEmpty() ? QStringLiteral("?") : process;
}

Refusal unwritableDirectory(const QString &directory, int error)
{
    return {OpenFailure::Unwritable,
            {core::ErrorCode::Unavailable,
             QCoreApplication::translate("store",
                                         "The data directory %1 cannot be written: %2. Give it to the user "
                                         "Belfry runs as, or choose another with --data-dir.")
                 .arg(directory, QString::fromLocal8Bit(std::strerror(error)))}};
}
} // namespace

std::unique_ptr<DirectoryLock> DirectoryLock::take(const QString &directory, std::optional<Refusal> &refusal)
{
    const QByteArray path = QFile::encodeName(directory + QStringLiteral("/lock"));
    const int descriptor = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        refusal = unwritableDirectory(directory, errno);
        return nullptr;
    }
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const QString process = lockHolder(descriptor);
        ::close(descriptor);
        refusal = Refusal{OpenFailure::Locked,
                          {core::ErrorCode::Unavailable,
                           QCoreApplication::translate(
                               "store", "Another Belfry (process %1) uses the data directory %2. Close it, "
                                        "connect to it with --connect, or choose another directory with "
                                        "--data-dir.")
                               .arg(process, directory)}};
        return nullptr;
    }
    const QByteArray process = QByteArray::number(qint64(::getpid())) + '\n';
    if (::ftruncate(descriptor, 0) != 0 ||
        ::pwrite(descriptor, process.constData(), size_t(process.size()), 0) < 0) {
        // The number only makes the other's message better; a full disk must not keep us from reading.
    }
    return std::unique_ptr<DirectoryLock>(new DirectoryLock(descriptor));
}

DirectoryLock::~DirectoryLock() { ::close(m_descriptor); }

} // namespace store
