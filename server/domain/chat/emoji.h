// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace chat {

/// Whether a text is one sign of at most eight code points that people react with: no letters, nothing that
/// turns the direction of a text, nothing invisible alone.
bool isEmoji(const QString &text);

} // namespace chat
