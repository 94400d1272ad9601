// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/windowstate.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace shell {

namespace {

constexpr qsizetype longestState = 64LL * 1024;

bool makeFolderOf(const QString &file)
{
    const QString folder = QFileInfo(file).absolutePath();
    return QDir().mkpath(folder);
}

QByteArray stateBytes(const QSettings &settings, const QString &key)
{
    const QByteArray bytes = QByteArray::fromBase64(settings.value(key).toString().toLatin1());
    return bytes.size() <= longestState ? bytes : QByteArray();
}

} // namespace

WindowState WindowState::load(const QString &file)
{
    if (file.isEmpty())
        return {};
    const QSettings settings(file, QSettings::IniFormat);
    return {stateBytes(settings, QStringLiteral("window/geometry")),
            stateBytes(settings, QStringLiteral("window/docks")),
            settings.value(QStringLiteral("view/page")).toString(),
            settings.value(QStringLiteral("view/range")).toString(),
            settings.value(QStringLiteral("window/rail_collapsed")).toBool(),
            settings.value(QStringLiteral("view/per_core")).toBool(),
            settings.value(QStringLiteral("view/map")).toString(),
            stateBytes(settings, QStringLiteral("view/devices")),
            stateBytes(settings, QStringLiteral("view/alerts")),
            stateBytes(settings, QStringLiteral("view/chat"))};
}

bool WindowState::save(const QString &file) const
{
    if (file.isEmpty() || !makeFolderOf(file))
        return false;
    QSettings settings(file, QSettings::IniFormat);
    settings.setValue(QStringLiteral("window/geometry"), QString::fromLatin1(geometry.toBase64()));
    settings.setValue(QStringLiteral("window/docks"), QString::fromLatin1(docks.toBase64()));
    settings.setValue(QStringLiteral("window/rail_collapsed"), railCollapsed);
    settings.setValue(QStringLiteral("view/page"), page);
    settings.setValue(QStringLiteral("view/range"), preset);
    settings.setValue(QStringLiteral("view/per_core"), perCore);
    settings.setValue(QStringLiteral("view/map"), map);
    settings.setValue(QStringLiteral("view/devices"), QString::fromLatin1(devices.toBase64()));
    settings.setValue(QStringLiteral("view/alerts"), QString::fromLatin1(alerts.toBase64()));
    settings.setValue(QStringLiteral("view/chat"), QString::fromLatin1(chat.toBase64()));
    settings.sync();
    return settings.status() == QSettings::NoError;
}

Preferences Preferences::load(const QString &file)
{
    if (file.isEmpty())
        return {};
    const QSettings settings(file, QSettings::IniFormat);
    Preferences read;
    read.theme = settings.value(QStringLiteral("appearance/theme"), read.theme).toString();
    read.zoom = qBound(75, settings.value(QStringLiteral("appearance/zoom"), read.zoom).toInt(), 125);
    read.singleKeys = settings.value(QStringLiteral("keyboard/single_keys"), read.singleKeys).toBool();
    return read;
}

bool Preferences::save(const QString &file) const
{
    if (file.isEmpty() || !makeFolderOf(file))
        return false;
    QSettings settings(file, QSettings::IniFormat);
    settings.setValue(QStringLiteral("appearance/theme"), theme);
    settings.setValue(QStringLiteral("appearance/zoom"), zoom);
    settings.setValue(QStringLiteral("keyboard/single_keys"), singleKeys);
    settings.sync();
    return settings.status() == QSettings::NoError;
}

QString stateFolder()
{
    // QStandardPaths knows a state folder from Qt 6.7 on only.
    const QString base = qEnvironmentVariable("XDG_STATE_HOME");
    const QString root =
        QDir::isAbsolutePath(base) ? base : QDir::homePath() + QStringLiteral("/.local/state");
    return root + QStringLiteral("/belfry");
}

} // namespace shell
