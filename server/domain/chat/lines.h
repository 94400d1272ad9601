// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chat.h"
#include "core/chatstore.h"

namespace chat {

/// A message as it is kept; what people think of it is kept apart.
core::ChatLine lineOf(const Message &message);
/// Errors: Internal, when it is unreadable; the log has it, too.
core::Result<Message> messageOf(const core::ChatLine &line);
/// Those that can be read.
QList<Message> messagesOf(const QList<core::ChatLine> &lines);
QList<Reaction> reactionsOf(const QList<core::ChatReaction> &kept);

} // namespace chat
