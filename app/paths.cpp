// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paths.h"

#include <QDir>
#include <QFile>

#include <sys/stat.h>
#include <unistd.h>

namespace app {

namespace {
QString xdgFolder(const char *variable, const char *fallback)
{
    const QString set = qEnvironmentVariable(variable);
    const QString base =
        QDir::isAbsolutePath(set) ? set : QString(QDir::homePath() + QLatin1String(fallback));
    return QDir::cleanPath(base) + QStringLiteral("/belfry");
}
} // namespace

Paths Paths::standard()
{
    Paths paths;
    paths.config = xdgFolder("XDG_CONFIG_HOME", "/.config") + QStringLiteral("/belfry.conf");
    paths.data = xdgFolder("XDG_DATA_HOME", "/.local/share");
    paths.state = xdgFolder("XDG_STATE_HOME", "/.local/state");
    paths.cache = xdgFolder("XDG_CACHE_HOME", "/.cache");
    return paths;
}

QString Paths::sockets()
{
    const QString set = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QString folder = QDir::isAbsolutePath(set)
                               ? QString(QDir::cleanPath(set) + QStringLiteral("/belfry"))
                               : QStringLiteral("%1/belfry-%2").arg(QDir::tempPath()).arg(::geteuid());
    const QByteArray path = QFile::encodeName(folder);
    ::mkdir(path.constData(), S_IRWXU);
    struct stat entry = {};
    const bool isOurs = ::lstat(path.constData(), &entry) == 0 && S_ISDIR(entry.st_mode) &&
                        entry.st_uid == ::geteuid() && (entry.st_mode & (S_IRWXG | S_IRWXO)) == 0;
    return isOurs ? folder : QString();
}

QString Paths::text() const
{
    return QStringLiteral("config=%1\ndata=%2\nstate=%3\ncache=%4\n").arg(config, data, state, cache);
}

} // namespace app
