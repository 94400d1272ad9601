// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QString>

namespace shell {

/// How the window was left: its place, its parts and what it showed.
struct WindowState
{
    QByteArray geometry;
    QByteArray docks;
    QString page;
    QString preset;
    bool railCollapsed = false;
    bool perCore = false;
    QString map;        ///< how the map is looked at
    QByteArray devices; ///< and the list of devices
    QByteArray alerts;  ///< and that of alerts
    QByteArray chat;    ///< what was begun to be written

    /// Reads the file; what is missing, foreign or broken is the default.
    static WindowState load(const QString &file);
    /// Makes the folder when there is none. Answers false when it could not be written.
    bool save(const QString &file) const;
};

/// What a person prefers.
struct Preferences
{
    QString theme = QStringLiteral("system"); ///< system, light, dark or contrast
    int zoom = 100;                           ///< text size in percent, 75–125
    bool singleKeys = true;                   ///< letters alone act on what has the focus

    static Preferences load(const QString &file);
    bool save(const QString &file) const;
};

/// $XDG_STATE_HOME/belfry, by default ~/.local/state/belfry.
QString stateFolder();

} // namespace shell
