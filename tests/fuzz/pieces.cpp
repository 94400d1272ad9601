// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/pieces.h"

#include <algorithm>

namespace fuzz {

Pieces::Pieces(QByteArrayView bytes) : m_rest(bytes)
{
    for (const char byte : bytes)
        m_state = (m_state ^ uchar(byte)) * 16777619U;
    m_state |= 1;
    static constexpr quint32 shortPieces = 5;
    static constexpr quint32 longPieces = 60;
    const quint32 manner = random() % 4;
    if (manner == 1)
        m_longest = shortPieces;
    else if (manner == 2)
        m_longest = longPieces;
    else if (manner == 3)
        m_longest = quint32(bytes.size());
}

QByteArrayView Pieces::next()
{
    const qsizetype length = std::min<qsizetype>(1 + random() % std::max(1U, m_longest), m_rest.size());
    const QByteArrayView piece = m_rest.first(length);
    m_rest = m_rest.sliced(length);
    return piece;
}

quint32 Pieces::random()
{
    m_state ^= m_state << 13;
    m_state ^= m_state >> 17;
    m_state ^= m_state << 5;
    return m_state >> 7;
}

} // namespace fuzz
