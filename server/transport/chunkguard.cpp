// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/chunkguard.h"

#include <algorithm>

namespace transport {

namespace {
constexpr int mostDigits = 8; // 4 GiB; a body may have far less

int hexValue(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    const char lower = char(digit | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool isText(char byte) { return byte == '\t' || (uchar(byte) >= 0x20 && byte != 0x7F); }
} // namespace

qsizetype ChunkGuard::follow(QByteArrayView bytes)
{
    qsizetype at = 0;
    while (at < bytes.size() && m_state != State::Done) {
        if (m_state == State::Data) {
            const qint64 taken = std::min<qint64>(m_left, bytes.size() - at);
            at += taken;
            m_left -= taken;
            if (m_left == 0)
                m_state = State::DataReturn;
        } else if (step(bytes[at])) {
            ++at;
        } else {
            break;
        }
    }
    return at;
}

bool ChunkGuard::stepSize(char byte)
{
    const int value = hexValue(byte);
    if (value >= 0) {
        m_left = m_left * 16 + value;
        return ++m_digits <= mostDigits;
    }
    if (m_digits == 0 || (byte != ';' && byte != '\r'))
        return false;
    m_state = byte == ';' ? State::Extension : State::SizeEnd;
    return true;
}

bool ChunkGuard::step(char byte)
{
    const auto goOn = [&](char wanted, State next) {
        if (byte != wanted)
            return false;
        m_state = next;
        return true;
    };
    switch (m_state) {
    case State::Size:
        return stepSize(byte);
    case State::Extension:
        return isText(byte) || goOn('\r', State::SizeEnd);
    case State::SizeEnd:
        m_digits = 0;
        return goOn('\n', m_left == 0 ? State::TrailerStart : State::Data);
    case State::DataReturn:
        return goOn('\r', State::DataEnd);
    case State::DataEnd:
        return goOn('\n', State::Size);
    case State::TrailerStart:
        if (byte == '\r')
            return goOn('\r', State::End);
        m_state = State::Trailer;
        return isText(byte) && byte != ' ' && byte != '\t'; // a folded line is none
    case State::Trailer:
        return isText(byte) || goOn('\r', State::TrailerEnd);
    case State::TrailerEnd:
        return goOn('\n', State::TrailerStart);
    case State::End:
        return goOn('\n', State::Done);
    case State::Data:
    case State::Done:
        break;
    }
    return false;
}

} // namespace transport
