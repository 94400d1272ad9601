// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/engineio.h"

#include "fuzz/heap.h"
#include "fuzz/require.h"
#include "fuzz/seed.h"
#include "fuzz/targets.h"
#include "wire/utf8.h"

#include <QJsonDocument>
#include <QList>

using wire::EngineIoPacket;
using wire::EngineIoPayload;
using wire::EngineIoType;

namespace fuzz {

namespace {
struct Reading
{
    QList<EngineIoPacket> packets;
    bool hasFailed = false;
};

Reading read(const QByteArray &payload)
{
    Reading reading;
    EngineIoPayload reader(payload);
    while (!reader.atEnd() && !reading.hasFailed) {
        const auto packet = reader.next();
        if (packet)
            reading.packets.append(*packet);
        else
            require(packet.error().code == core::ErrorCode::Invalid && !packet.error().message.isEmpty(),
                    "a refusal is Invalid and says why");
        reading.hasFailed = !packet;
    }
    return reading;
}

QByteArray join(const QList<EngineIoPacket> &packets)
{
    QByteArrayList texts;
    for (const EngineIoPacket &packet : packets)
        texts.append(wire::encodeEngineIo(packet));
    return texts.join(wire::engineIoSeparator);
}

void checkPacket(const EngineIoPacket &packet, const QByteArray &text)
{
    require(packet.type >= EngineIoType::Open && packet.type <= EngineIoType::Noop, "the type is known");
    if (packet.isBinary) {
        require(packet.type == EngineIoType::Message, "what is binary is a message");
        QByteArray shortest = text.mid(1);
        while (shortest.endsWith('='))
            shortest.chop(1);
        require(shortest.size() % 4 != 1, "base64 holds whole bytes");
        require(packet.data.size() == shortest.size() * 3 / 4, "base64 is read to its end");
        return;
    }
    require(packet.data.isValidUtf8(), "text is UTF-8");
    require(wire::encodeEngineIo(packet) == text, "text is encoded as it came");
    const auto alone = wire::decodeEngineIo(text);
    require(alone && *alone == packet, "a text is read alike over polling and WebSocket");
}

void checkFrame(const QByteArray &text)
{
    const auto packet = wire::decodeEngineIo(text);
    const bool isKnown = !text.isEmpty() && text.front() >= '0' && text.front() <= '6';
    require(bool(packet) == isKnown, "a text with a type digit is a packet");
    if (packet)
        require(!packet->isBinary && wire::encodeEngineIo(*packet) == text, "a text is encoded as it came");
}

void checkOpen(Seed seed)
{
    const QByteArray sid = seed.bytes().toHex();
    const wire::EngineIoHandshake handshake{sid, seed.byte() % 2 == 0, qint64(seed.number() >> 12),
                                            qint64(seed.number() >> 12), qint64(seed.number() >> 12)};
    const auto packet = wire::decodeEngineIo(wire::encodeEngineIoOpen(handshake));
    require(packet && packet->type == EngineIoType::Open, "the handshake is an open packet");
    const QJsonObject keys = QJsonDocument::fromJson(packet->data).object();
    require(keys.size() == 5 && keys.value(QLatin1String("sid")) == QString::fromLatin1(sid) &&
                keys.value(QLatin1String("upgrades")).toArray().size() == int(handshake.canUpgrade) &&
                keys.value(QLatin1String("pingInterval")).toInteger() == handshake.pingInterval &&
                keys.value(QLatin1String("pingTimeout")).toInteger() == handshake.pingTimeout &&
                keys.value(QLatin1String("maxPayload")).toInteger() == handshake.maxPayload,
            "the handshake has its five keys");
}
} // namespace

void engineio(QByteArrayView input)
{
    const QByteArray payload = input.toByteArray();
    const QByteArrayList texts = payload.split(wire::engineIoSeparator);

    const HeapWatch heap;
    const Reading reading = read(payload);
    require(HeapWatch::peak() <= size_t(64 * payload.size()) + 1024, "memory is bounded by what came");
    require(reading.packets.size() + int(reading.hasFailed) <= texts.size() &&
                (reading.hasFailed || reading.packets.size() == texts.size()),
            "there is a packet to a separator");
    qsizetype size = 0;
    for (qsizetype i = 0; i < reading.packets.size(); ++i) {
        checkPacket(reading.packets[i], texts[i]);
        size += reading.packets[i].data.size();
    }
    require(size <= payload.size(), "packets hold no more than came");
    if (!reading.packets.isEmpty()) {
        const Reading again = read(join(reading.packets));
        require(!again.hasFailed && again.packets == reading.packets,
                "what is encoded is decoded to the same");
    }

    const EngineIoPacket binary{EngineIoType::Message, payload, true};
    const Reading back = read(wire::encodeEngineIo(binary));
    require(!back.hasFailed && back.packets == QList{binary}, "any bytes survive as a binary message");
    checkFrame(payload);
    if (payload.size() % 8 == 0) // seldom, for the fuzzer's speed
        checkOpen(Seed(input));
}

} // namespace fuzz
