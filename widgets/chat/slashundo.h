// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chatcommands.h"
#include "catalog/chatrooms.h"
#include "client/alertlookup.h"

namespace chat {

/// A command that makes things as they were.
struct TakenBack
{
    QString command;
    QJsonObject params;
};

/// What takes a command back, once it is done and its reply is there. Made before, while it is known how
/// things are; nothing where it cannot be taken back.
using TakingBack = std::function<std::optional<TakenBack>(const core::Payload &reply)>;
[[nodiscard]] TakingBack takingBack(const PreviewSlash::Reply &planned, const client::AlertLookup &alerts,
                                    const Room &room);

} // namespace chat
