// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/websocket.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace wire {

namespace {
constexpr quint16 closeProtocolError = 1002;
constexpr quint16 closeNoStatus = 1005;
constexpr quint16 closeInvalidData = 1007;
constexpr quint16 closePolicy = 1008;
constexpr quint16 closeTooBig = 1009;
constexpr qsizetype maxControlPayload = 125;

bool isControl(WebSocketOpcode opcode) { return quint8(opcode) >= quint8(WebSocketOpcode::Close); }

bool isKnownOpcode(quint8 opcode) { return opcode <= 2 || (opcode >= 8 && opcode <= 10); }
} // namespace

QByteArray webSocketFrame(WebSocketOpcode opcode, QByteArrayView payload)
{
    QByteArray frame;
    frame.reserve(payload.size() + 10);
    frame.append(char(0x80 | quint8(opcode)));
    if (payload.size() < 126) {
        frame.append(char(payload.size()));
    } else if (payload.size() <= 0xFFFF) {
        frame.append(char(126));
        const auto length = qToBigEndian(quint16(payload.size()));
        frame.append(reinterpret_cast<const char *>(&length), sizeof length);
    } else {
        frame.append(char(127));
        const auto length = qToBigEndian(quint64(payload.size()));
        frame.append(reinterpret_cast<const char *>(&length), sizeof length);
    }
    frame.append(payload);
    return frame;
}

QByteArray webSocketCloseFrame(quint16 code, QByteArrayView reason)
{
    qsizetype length = std::min(reason.size(), maxControlPayload - 2);
    while (length < reason.size() && length > 0 && (uchar(reason[length]) & 0xC0) == 0x80)
        --length;
    QByteArray payload;
    const auto bigEndian = qToBigEndian(code);
    payload.append(reinterpret_cast<const char *>(&bigEndian), sizeof bigEndian);
    payload.append(reason.first(length));
    return webSocketFrame(WebSocketOpcode::Close, payload);
}

bool isWebSocketCloseCode(quint16 code)
{
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}

void WebSocketDecoder::feed(QByteArrayView bytes)
{
    if (m_state == State::Finished)
        return;
    if (m_at > 0) {
        m_input.remove(0, m_at);
        m_at = 0;
    }
    m_input.append(bytes);
}

std::optional<WebSocketEvent> WebSocketDecoder::next()
{
    while (m_state != State::Finished) {
        if (m_state == State::Header && !readHeader())
            break;
        readPayload();
        if (m_state == State::Finished || m_missing > 0)
            break;
        m_state = State::Header;
        if (auto event = finishFrame())
            return event;
    }
    if (m_state == State::Finished || m_at == m_input.size()) {
        m_input.clear();
        m_at = 0;
    }
    return std::nullopt;
}

bool WebSocketDecoder::readHeader()
{
    const qsizetype available = m_input.size() - m_at;
    if (available < 2)
        return false;
    const auto *head = reinterpret_cast<const uchar *>(m_input.constData()) + m_at;
    if ((head[1] & 0x80) == 0)
        return fail(closeProtocolError, "client frames must be masked");
    const int shortLength = head[1] & 0x7F;
    const int lengthBytes = shortLength == 126 ? 2 : shortLength == 127 ? 8 : 0;
    if (available < 2 + lengthBytes + 4)
        return false;
    quint64 length = quint64(shortLength);
    if (lengthBytes == 2)
        length = qFromBigEndian<quint16>(head + 2);
    else if (lengthBytes == 8)
        length = qFromBigEndian<quint64>(head + 2);
    if ((lengthBytes == 2 && length < 126) || (lengthBytes == 8 && length <= 0xFFFF) || (length >> 63) != 0)
        return fail(closeProtocolError, "frame length not in its shortest form");
    if (!acceptHeader(head[0], head[1], length))
        return false;
    std::copy_n(head + 2 + lengthBytes, 4, m_mask.begin());
    m_maskAt = 0;
    m_missing = length;
    m_at += 2 + lengthBytes + 4;
    m_state = State::Payload;
    return true;
}

bool WebSocketDecoder::acceptHeader(uchar first, uchar second, quint64 length)
{
    if ((first & 0x70) != 0)
        return fail(closeProtocolError, "reserved bits set without an extension");
    if (!isKnownOpcode(first & 0x0F))
        return fail(closeProtocolError, "reserved opcode");
    m_opcode = WebSocketOpcode(first & 0x0F);
    m_isFinal = (first & 0x80) != 0;
    if (isControl(m_opcode)) {
        if (!m_isFinal || (second & 0x7F) > maxControlPayload)
            return fail(closeProtocolError, "control frame fragmented or longer than 125 bytes");
        return true;
    }
    const bool isUnderWay = m_messageOpcode != WebSocketOpcode::Continuation;
    if ((m_opcode == WebSocketOpcode::Continuation) != isUnderWay)
        return fail(closeProtocolError,
                    isUnderWay ? "new message inside another" : "continuation of nothing");
    if (!isUnderWay)
        m_messageOpcode = m_opcode;
    if (++m_fragments > maxFragments)
        return fail(closePolicy, "too many fragments");
    if (length > quint64(std::max<qint64>(0, m_limit - m_message.size())))
        return fail(closeTooBig, "message too big");
    return true;
}

void WebSocketDecoder::readPayload()
{
    const qsizetype count = qsizetype(std::min<quint64>(m_missing, quint64(m_input.size() - m_at)));
    QByteArray &target = isControl(m_opcode) ? m_control : m_message;
    const qsizetype before = target.size();
    target.append(m_input.constData() + m_at, count);
    unmask(target.data() + before, count);
    m_maskAt = (m_maskAt + uint(count)) & 3;
    m_missing -= quint64(count);
    m_at += count;
    if (!isControl(m_opcode) && m_messageOpcode == WebSocketOpcode::Text &&
        !m_utf8.feed(QByteArrayView(target).sliced(before)))
        fail(closeInvalidData, "text is not valid UTF-8");
}

/// RFC 6455 §5.3, a word at a time.
void WebSocketDecoder::unmask(char *bytes, qsizetype count) const
{
    std::array<uchar, sizeof(quint64)> mask;
    for (uint i = 0; i < mask.size(); ++i)
        mask[i] = m_mask[(m_maskAt + i) & 3];
    quint64 maskWord = 0;
    std::memcpy(&maskWord, mask.data(), sizeof maskWord);
    qsizetype at = 0;
    for (; at + qsizetype(sizeof maskWord) <= count; at += qsizetype(sizeof maskWord)) {
        quint64 word = 0;
        std::memcpy(&word, bytes + at, sizeof word);
        word ^= maskWord;
        std::memcpy(bytes + at, &word, sizeof word);
    }
    for (uint i = 0; at < count; ++at, ++i)
        bytes[at] = char(uchar(bytes[at]) ^ mask[i]);
}

std::optional<WebSocketEvent> WebSocketDecoder::finishFrame()
{
    if (m_opcode == WebSocketOpcode::Close)
        return finishClose();
    if (isControl(m_opcode))
        return WebSocketEvent{m_opcode, std::exchange(m_control, {}), 0};
    if (!m_isFinal)
        return std::nullopt;
    if (m_messageOpcode == WebSocketOpcode::Text && !m_utf8.isComplete()) {
        fail(closeInvalidData, "text ends inside a UTF-8 sequence");
        return std::nullopt;
    }
    m_utf8.reset();
    m_fragments = 0;
    return WebSocketEvent{std::exchange(m_messageOpcode, WebSocketOpcode::Continuation),
                          std::exchange(m_message, {}), 0};
}

std::optional<WebSocketEvent> WebSocketDecoder::finishClose()
{
    const QByteArray payload = std::exchange(m_control, {});
    WebSocketEvent event{WebSocketOpcode::Close, payload.mid(2), closeNoStatus};
    if (payload.size() >= 2)
        event.closeCode = qFromBigEndian<quint16>(payload.constData());
    if (payload.size() == 1 || (payload.size() >= 2 && !isWebSocketCloseCode(event.closeCode))) {
        fail(closeProtocolError, "invalid close code");
        return std::nullopt;
    }
    if (!isUtf8(event.payload)) {
        fail(closeInvalidData, "close reason is not valid UTF-8");
        return std::nullopt;
    }
    m_state = State::Finished;
    return event;
}

bool WebSocketDecoder::fail(quint16 code, const char *reason)
{
    m_failure = WebSocketFailure{code, QByteArray(reason)};
    m_state = State::Finished;
    m_input.clear();
    m_message.clear();
    m_at = 0;
    return false;
}

} // namespace wire
