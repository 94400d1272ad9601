// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QString>
#include <QStringList>

namespace engine {

/// One door: where it is, and which dialect the Socket.IO namespace "/" is narrowed to there.
struct ListenAddress
{
    QString address = QStringLiteral("127.0.0.1"); ///< an IP address or "localhost"
    quint16 port = 8000;
    QString dialect; ///< empty: all of them

    [[nodiscard]] bool isLoopback() const;
    bool operator==(const ListenAddress &) const = default;
};

/// Reads `[ADDR:]PORT[=DIALECT]`; IPv6 in brackets; port 0 picks a free one. Errors: Invalid, naming the
/// part.
core::Result<ListenAddress> parseListenAddress(const QString &text, const QStringList &dialects);

} // namespace engine
