// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/cardbook.h"
#include "client/chat.h"

namespace chat {

/// Something that may be meant by what is being typed.
struct Proposal
{
    QString text; ///< what is put in its place
    QString title;
    QString detail;
    std::optional<Card> card = std::nullopt; ///< what goes along with the message
};

/// What may be meant by the word before the cursor: people after @, things after #, commands after a slash
/// that begins the text. Best first, a few of them.
[[nodiscard]] QList<Proposal> proposalsFor(const QString &word, bool isFirst, const client::Chat &chat,
                                           const CardBook &cards);

} // namespace chat
