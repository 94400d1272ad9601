// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/place.h"
#include "core/result.h"

#include <optional>

namespace app {

/// What a second program asks of the window that runs: to show something, or only to come to the front.
struct Wish
{
    static constexpr qsizetype longestLine = 16 * 1024;

    std::optional<client::Place> place; ///< nothing: none was given
    QString page;                       ///< of the window; empty: as it is
    QByteArray token;                   ///< by which the desktop lets it come to the front; empty: none

    /// As it is sent, without the end of the line.
    [[nodiscard]] QByteArray line() const;
    /// Errors: Invalid, for whoever asked.
    [[nodiscard]] static core::Result<Wish> read(const QByteArray &line);
    /// The token that a desktop started this program with; Qt takes it away as it starts.
    [[nodiscard]] static QByteArray tokenOfDesktop();
};

} // namespace app
