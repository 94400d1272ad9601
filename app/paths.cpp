// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paths.h"

#include <QDir>

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

QString Paths::text() const
{
    return QStringLiteral("config=%1\ndata=%2\nstate=%3\ncache=%4\n").arg(config, data, state, cache);
}

} // namespace app
