// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace bench {

/// Opcodes of RFC 6455 the bench speaks.
enum class Opcode : uint8_t { Text = 1, Close = 8, Ping = 9, Pong = 10 };

/// Where a frame of a byte stream lies.
struct FrameAt
{
    Opcode opcode = Opcode::Text;
    size_t payload = 0; ///< offset of the payload
    size_t size = 0;    ///< of the payload
    bool isMasked = false;
    /// Bytes up to the end of the frame.
    [[nodiscard]] size_t end() const { return payload + size; }
};

/// The frame `bytes` begin with; false while it is incomplete. Both ends are ours: nothing is checked.
inline bool frameAt(std::string_view bytes, FrameAt &frame)
{
    if (bytes.size() < 2)
        return false;
    const auto byte = [&](size_t at) { return uint8_t(bytes[at]); };
    frame.opcode = Opcode(byte(0) & 0x0F);
    frame.isMasked = (byte(1) & 0x80) != 0;
    size_t size = byte(1) & 0x7F;
    size_t at = 2;
    if (size >= 126) {
        const size_t width = size == 126 ? 2 : 8;
        if (bytes.size() < at + width)
            return false;
        size = 0;
        for (const size_t end = at + width; at < end; ++at)
            size = size << 8 | byte(at);
    }
    frame.payload = at + (frame.isMasked ? 4 : 0);
    frame.size = size;
    return bytes.size() >= frame.end();
}

/// A final frame. A client's is masked with zeroes, which costs it nothing.
inline std::string frame(Opcode opcode, std::string_view payload, bool isClient)
{
    std::string out;
    out += char(0x80 | uint8_t(opcode));
    const char mask = isClient ? char(0x80) : char(0);
    if (payload.size() < 126) {
        out += char(mask | char(payload.size()));
    } else if (payload.size() <= 0xFFFF) {
        out += char(mask | 126);
        out += char(payload.size() >> 8);
        out += char(payload.size() & 0xFF);
    } else {
        out += char(mask | 127);
        for (int shift = 56; shift >= 0; shift -= 8)
            out += char(payload.size() >> shift & 0xFF);
    }
    if (isClient)
        out.append(4, '\0');
    return out.append(payload);
}

} // namespace bench
