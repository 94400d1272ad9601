// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/chat/emoji.h"

#include "catalog/chatparts.h"

#include <algorithm>

namespace chat {

namespace {
constexpr char32_t joiner = 0x200D;
constexpr char32_t pictureSelector = 0xFE0F;
constexpr char32_t keycap = 0x20E3;

/// Those that say which flag of a part of a country it is.
bool isTag(char32_t c) { return c >= 0xE0020 && c <= 0xE007F; }
bool isKeycapBase(char32_t c) { return (c >= U'0' && c <= U'9') || c == U'#' || c == U'*'; }
bool isPicture(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    // Newer signs than this Qt knows are in the blocks that are set aside for them.
    const bool isSetAside = c >= 0x1F300 && c <= 0x1FAFF;
    return category == QChar::Symbol_Other || (category == QChar::Symbol_Math && c > 0x7F) || isSetAside ||
           c == 0x203C || c == 0x2049;
}
} // namespace

bool isEmoji(const QString &text)
{
    const QList<uint> points = text.toUcs4();
    if (points.isEmpty() || points.size() > longestReaction || !text.isValidUtf16())
        return false;
    if (isKeycapBase(points.first())) {
        const QList<uint> rest = points.mid(1);
        return rest == QList<uint>{keycap} || rest == QList<uint>{pictureSelector, keycap};
    }
    const bool isKnown = std::all_of(points.begin(), points.end(), [](char32_t c) {
        return isPicture(c) || c == joiner || c == pictureSelector || isTag(c) ||
               QChar::category(c) == QChar::Symbol_Modifier;
    });
    return isKnown && isPicture(points.first());
}

} // namespace chat
