// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/socketio.h"

#include "fuzz/heap.h"
#include "fuzz/require.h"
#include "fuzz/seed.h"
#include "fuzz/targets.h"

using wire::SocketIoDecoder;
using wire::SocketIoPacket;
using wire::SocketIoType;

namespace fuzz {

namespace {
constexpr qint64 attachmentLimit = 64;
constexpr qint64 largestId = (qint64(1) << 53) - 1;

SocketIoDecoder::Decoded feed(SocketIoDecoder &decoder, const QByteArray &message)
{
    const HeapWatch heap;
    auto decoded = message.startsWith('b') ? decoder.binary(message.mid(1)) : decoder.text(message);
    // An opened array, one byte, is a tree of its own in Qt's JSON.
    require(HeapWatch::peak() <= size_t(200 * message.size()) + 4096, "memory is bounded by what came");
    return decoded;
}

bool isSame(const SocketIoDecoder::Decoded &decoded, const SocketIoPacket &packet)
{
    if (!decoded || !decoded->has_value())
        return false;
    const SocketIoPacket &read = **decoded;
    return read.type == packet.type && read.nsp == packet.nsp && read.id == packet.id &&
           isSameJson(read.data, packet.data) && read.attachments == packet.attachments;
}

/// Feeds a packet as it is sent, and returns what comes out at its end.
SocketIoDecoder::Decoded sent(const SocketIoPacket &packet, const QByteArray &text)
{
    SocketIoDecoder decoder(attachmentLimit);
    auto decoded = decoder.text(text);
    for (const QByteArray &attachment : packet.attachments) {
        require(decoded && !decoded->has_value() && decoder.isWaiting(),
                "a packet waits for its attachments");
        decoded = decoder.binary(attachment);
    }
    require(!decoder.isWaiting(), "a packet waits for no more than its attachments");
    return decoded;
}

bool isPayloadFit(const SocketIoPacket &packet)
{
    switch (packet.type) {
    case SocketIoType::Connect:
        return packet.data.isUndefined() || packet.data.isObject();
    case SocketIoType::Disconnect:
        return packet.data.isUndefined();
    case SocketIoType::Event:
        return !packet.array().isEmpty() &&
               (packet.array().first().isString() || packet.array().first().isDouble());
    case SocketIoType::Ack:
        return packet.data.isArray();
    case SocketIoType::ConnectError:
        return packet.data.isObject() || packet.data.isString();
    }
    return false;
}

void checkPacket(const SocketIoPacket &packet)
{
    require(isPayloadFit(packet), "the payload fits the type");
    require(packet.nsp.startsWith(QLatin1Char('/')) && !packet.nsp.contains(QLatin1Char(',')),
            "a namespace begins with a slash and has no comma");
    require(!packet.id || (*packet.id >= 0 && *packet.id <= largestId), "an id is a safe integer");
    require(packet.attachments.size() <= SocketIoDecoder::maxAttachments, "attachments never exceed 10");
    require(packet.attachments.isEmpty() || packet.type == SocketIoType::Event ||
                packet.type == SocketIoType::Ack,
            "only events and acknowledgements have attachments");
    qsizetype size = 0;
    for (const QByteArray &attachment : packet.attachments)
        size += attachment.size();
    require(size <= attachmentLimit, "attachments keep to the limit");

    const QByteArray text = wire::encodeSocketIo(packet);
    const auto again = sent(packet, text);
    require(isSame(again, packet), "what is encoded is decoded to the same");
    require(**again != packet || wire::encodeSocketIo(**again) == text, "the encoding is one");
}

void readAll(const QByteArrayList &messages)
{
    SocketIoDecoder decoder(attachmentLimit);
    QByteArrayList attachments;
    bool hasFailed = false;
    for (const QByteArray &message : messages) {
        const bool wasWaiting = decoder.isWaiting();
        const auto decoded = feed(decoder, message);
        require(!hasFailed || !decoded, "nothing comes out after a failure");
        hasFailed = !decoded;
        if (hasFailed) {
            require(decoded.error().code == core::ErrorCode::Invalid && !decoded.error().message.isEmpty(),
                    "a refusal is Invalid and says why");
            continue;
        }
        require(wasWaiting == message.startsWith('b'), "attachments come when they are due, and only then");
        require(decoder.isWaiting() == !decoded->has_value(), "a packet comes out once it is whole");
        if (wasWaiting)
            attachments.append(message.mid(1));
        if (!decoded->has_value())
            continue;
        require((**decoded).attachments == attachments, "attachments are what came, in order");
        attachments.clear();
        checkPacket(**decoded);
    }
}

SocketIoPacket packetFrom(Seed &seed)
{
    SocketIoPacket packet;
    packet.type = SocketIoType('0' + seed.byte() % 5);
    const quint8 shape = seed.byte();
    if ((shape & 1) != 0)
        packet.nsp += seed.text().remove(QLatin1Char(','));
    if ((shape & 2) != 0)
        packet.id = qint64(seed.number() & quint64(largestId));
    if (packet.type == SocketIoType::Connect && (shape & 4) != 0)
        packet.data = seed.object(3);
    if (packet.type == SocketIoType::ConnectError)
        packet.data = (shape & 4) != 0 ? QJsonValue(seed.object(3)) : QJsonValue(seed.text());
    if (packet.type != SocketIoType::Event && packet.type != SocketIoType::Ack)
        return packet;
    QJsonArray args;
    if (packet.type == SocketIoType::Event)
        args.append((shape & 4) != 0 ? QJsonValue(QLatin1Char('e') + seed.text()) : QJsonValue(seed.byte()));
    for (const QJsonValue &arg : seed.array(3))
        args.append(arg);
    for (int i = 0; i < (shape >> 3) % (SocketIoDecoder::maxAttachments + 1); ++i) {
        packet.attachments.append(seed.bytes().left(attachmentLimit / SocketIoDecoder::maxAttachments));
        args.append(QJsonObject{{QStringLiteral("_placeholder"), true}, {QStringLiteral("num"), i}});
    }
    packet.data = args;
    return packet;
}
} // namespace

void socketio(QByteArrayView input)
{
    const QByteArrayList messages = input.toByteArray().split('\n');
    readAll(messages);

    if (input.size() % 2 == 0) // not always, for the fuzzer's speed
        return;
    Seed seed(input);
    const SocketIoPacket packet = packetFrom(seed);
    const auto decoded = sent(packet, wire::encodeSocketIo(packet));
    require(isSame(decoded, packet), "any packet survives being sent");
}

} // namespace fuzz
