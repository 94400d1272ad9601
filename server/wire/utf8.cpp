// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/utf8.h"

#include <cstring>

namespace wire {

bool Utf8Check::feedByte(uchar byte)
{
    if (m_missing > 0) {
        if (byte < m_lowest || byte > m_highest)
            return false;
        --m_missing;
        m_lowest = 0x80;
        m_highest = 0xBF;
        return true;
    }
    if (byte < 0x80)
        return true;
    if (byte < 0xC2 || byte > 0xF4)
        return false;
    m_missing = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
    if (byte == 0xE0)
        m_lowest = 0xA0;
    else if (byte == 0xED)
        m_highest = 0x9F;
    else if (byte == 0xF0)
        m_lowest = 0x90;
    else if (byte == 0xF4)
        m_highest = 0x8F;
    return true;
}

bool Utf8Check::feed(QByteArrayView piece)
{
    const char *at = piece.data();
    const char *const end = at + piece.size();
    while (m_isValid && at < end) {
        if (m_missing == 0) {
            // Most text is ASCII: pass it eight bytes at a time.
            quint64 word = 0;
            while (end - at >= 8 && (std::memcpy(&word, at, 8), (word & 0x8080808080808080ULL) == 0))
                at += 8;
            if (at == end)
                break;
        }
        m_isValid = feedByte(uchar(*at++));
    }
    return m_isValid;
}

bool isUtf8(QByteArrayView bytes)
{
    Utf8Check check;
    check.feed(bytes);
    return check.isComplete();
}

} // namespace wire
