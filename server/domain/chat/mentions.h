// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/chat/people.h"

namespace chat {

/// Most people one message calls by name.
inline constexpr int mostMentions = 20;

/// Who is called in a text: @name, @display name (the longest that fits), and @here. Each once, in the order
/// of the text; an e-mail address calls nobody.
QList<Mention> mentionsIn(const QString &text, const People &people);

} // namespace chat
