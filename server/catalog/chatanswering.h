// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"

namespace chat {

/// The assistant writes an answer; told to those in the room while it comes, and kept nowhere. The message
/// that comes of it has its id; where none comes, the last that is told of it has no text.
struct Answering
{
    QString roomName;
    QString answerId;
    QString askedBy; ///< account id
    QString text;    ///< all of it so far

    static constexpr auto topic = "chat.answering";
    static constexpr auto summary = "The assistant writes an answer, and this is there of it so far";
    static core::Fields fields();
};

/// Declares the fact.
void declareAnswering(core::Catalog &catalog);

} // namespace chat
