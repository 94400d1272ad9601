// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include <chrono>
#include <optional>

namespace alerts::channels {

/// What became of an attempt to deliver a message.
struct Outcome
{
    enum class Kind {
        Delivered,
        Later,   ///< this message did not go now
        Closed,  ///< none goes by this channel now
        Refused, ///< it will never go
    };

    Kind kind = Kind::Closed;
    QString sentence;
    std::optional<std::chrono::seconds> after; ///< not before; the server asked for it

    [[nodiscard]] bool isDelivered() const { return kind == Kind::Delivered; }
};

} // namespace alerts::channels
