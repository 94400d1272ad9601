// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArrayView>

namespace wire {

/// Checks UTF-8 (RFC 3629) piece by piece, so that a code point may be split between pieces.
class Utf8Check
{
public:
    /// False from the first byte on that cannot be part of valid UTF-8.
    bool feed(QByteArrayView piece);
    /// True when nothing wrong was fed and no code point is left unfinished.
    [[nodiscard]] bool isComplete() const { return m_isValid && m_missing == 0; }
    void reset() { *this = Utf8Check(); }

private:
    bool feedByte(uchar byte);

    int m_missing = 0;     // continuation bytes still due
    uchar m_lowest = 0x80; // bounds of the next continuation byte: they exclude overlong forms and surrogates
    uchar m_highest = 0xBF;
    bool m_isValid = true;
};

/// True when `bytes` is whole, valid UTF-8.
bool isUtf8(QByteArrayView bytes);

} // namespace wire
