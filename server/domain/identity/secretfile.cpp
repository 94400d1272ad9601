// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identity/secretfile.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace identity {

namespace {
constexpr qint64 largestKey = 4096;

core::Error secretFileError(const char *sentence, const QString &path)
{
    return {core::ErrorCode::Unavailable, QCoreApplication::translate("identity", sentence).arg(path)};
}

bool writeWhole(int descriptor, const QByteArray &content)
{
    qsizetype done = 0;
    while (done < content.size()) {
        const ssize_t wrote = ::write(descriptor, content.constData() + done, size_t(content.size() - done));
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0)
            return false;
        done += wrote;
    }
    return ::fsync(descriptor) == 0;
}

/// Why an opened key file must not be used.
const char *keyFileFault(const struct stat &entry)
{
    if (!S_ISREG(entry.st_mode))
        return QT_TRANSLATE_NOOP("identity",
                                 "The key file %1 is not a plain file. Remove it; a new key is made.");
    if (entry.st_uid != ::geteuid())
        return QT_TRANSLATE_NOOP(
            "identity", "The key file %1 belongs to another user. Give it to the user that runs Belfry.");
    if ((entry.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return QT_TRANSLATE_NOOP("identity",
                                 "The key file %1 may be used by other users of this machine. Remove it, "
                                 "so that a new key is made, or run chmod 600 on it.");
    if (entry.st_size < tokenKeyBytes || entry.st_size > largestKey)
        return QT_TRANSLATE_NOOP("identity",
                                 "The key file %1 does not hold 32 to 4096 bytes. Remove it; a new key is "
                                 "made, and everybody signs in again.");
    return nullptr;
}
} // namespace

core::Result<void> writeSecretFile(const QString &path, const QByteArray &content)
{
    const QByteArray target = QFile::encodeName(path);
    const QByteArray draft = target + ".new";
    ::unlink(draft.constData());
    const int descriptor =
        ::open(draft.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return secretFileError(
            QT_TRANSLATE_NOOP("identity", "%1 cannot be written. Check the data directory."), path);
    const bool isWritten = writeWhole(descriptor, content);
    ::close(descriptor);
    if (!isWritten || ::rename(draft.constData(), target.constData()) != 0) {
        ::unlink(draft.constData());
        return secretFileError(QT_TRANSLATE_NOOP("identity", "%1 cannot be written. Is the disk full?"),
                               path);
    }
    return {};
}

core::Result<QByteArray> tokenKey(const QString &path, core::Entropy &entropy)
{
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0 && errno == ENOENT) {
        const QByteArray key = entropy.bytes(tokenKeyBytes);
        const core::Result<void> written = writeSecretFile(path, key);
        if (!written)
            return written.error();
        return key;
    }
    if (descriptor < 0)
        return secretFileError(
            QT_TRANSLATE_NOOP("identity",
                              "The key file %1 cannot be opened, or is a link. Check the data directory."),
            path);
    struct stat entry
    {
    };
    QByteArray key;
    const char *fault = ::fstat(descriptor, &entry) == 0
                            ? keyFileFault(entry)
                            : QT_TRANSLATE_NOOP("identity", "%1 cannot be read.");
    if (fault == nullptr) {
        key.resize(qsizetype(entry.st_size));
        if (::read(descriptor, key.data(), size_t(key.size())) != key.size())
            fault = QT_TRANSLATE_NOOP("identity", "The key file %1 cannot be read. Check the disk.");
    }
    ::close(descriptor);
    if (fault != nullptr)
        return secretFileError(fault, path);
    return key;
}

} // namespace identity
