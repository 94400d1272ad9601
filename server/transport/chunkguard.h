// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArrayView>

namespace transport {

/// Follows a chunked body (RFC 9112 §7.1) byte for byte: the parser is lenient about sizes and about what
/// ends a trailer, and another server before or behind us might not be.
class ChunkGuard
{
public:
    /// How many bytes of `bytes` are as they must be; fewer than all are what comes before a fault, or the
    /// end.
    qsizetype follow(QByteArrayView bytes);
    /// True once the empty line behind the last chunk was seen.
    [[nodiscard]] bool isDone() const { return m_state == State::Done; }

private:
    enum class State {
        Size,
        Extension,
        SizeEnd,
        Data,
        DataReturn,
        DataEnd,
        TrailerStart,
        Trailer,
        TrailerEnd,
        End,
        Done
    };

    [[nodiscard]] bool step(char byte);
    [[nodiscard]] bool stepSize(char byte);

    State m_state = State::Size;
    int m_digits = 0;
    qint64 m_left = 0; // of the chunk
};

} // namespace transport
