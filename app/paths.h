// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace app {

/// The folders of the XDG base directory specification that Belfry uses.
struct Paths
{
    QString config; ///< the configuration file
    QString data;   ///< database, keys
    QString state;  ///< window layout
    QString cache;

    static Paths standard();
    /// The folder of sockets, made when absent; empty: others may enter it, or it cannot be made.
    [[nodiscard]] static QString sockets();
    /// `key=value` lines.
    [[nodiscard]] QString text() const;
};

} // namespace app
