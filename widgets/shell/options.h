// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/place.h"

#include <QList>
#include <QString>

#include <functional>
#include <utility>

namespace client {
class SignIn;
} // namespace client
namespace core {
class Clock;
} // namespace core

namespace shell {

class Desktop;

/// What a window is told at its start; every part may be left out.
struct Options
{
    core::Clock *clock = nullptr;     ///< outlives the window; null: the machine's
    client::SignIn *signIn = nullptr; ///< how to sign in again; null where nobody has to
    Desktop *desktop = nullptr;  ///< for alerts; outlives the window; null: there is none that shows pop-ups
    Desktop *messages = nullptr; ///< for all else, so that it does not take the place of an alert; likewise
    std::function<bool()> isTrayThere;          ///< null: as the desktop says
    std::function<void()> beep;                 ///< null: as the machine does
    QString settingsFile;                       ///< preferences, INI; empty: not kept
    QString stateFile;                          ///< layout and last view, INI; empty: not kept
    QString theme;                              ///< for this run: system, light, dark or contrast
    QString page;                               ///< to begin with; empty: as left
    std::optional<client::Place> place;         ///< to be shown once there is a server to ask for it
    QString version;                            ///< of this program
    QList<std::pair<QString, QString>> folders; ///< what is kept where, for the About window
};

} // namespace shell
