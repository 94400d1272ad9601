// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/engineio.h"

#include "wire/utf8.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace wire {

namespace {
core::Error badEngineIo(const char *message)
{
    return {core::ErrorCode::Invalid, QString::fromLatin1(message)};
}

/// Qt drops a last digit of base64 that is too little for a byte. `text` begins with the `b`.
bool isWholeBytes(const QByteArray &text)
{
    qsizetype end = text.size();
    while (text[end - 1] == '=')
        --end;
    return (end - 1) % 4 != 1;
}
} // namespace

QByteArray encodeEngineIoOpen(const EngineIoHandshake &handshake)
{
    QJsonArray upgrades;
    if (handshake.canUpgrade)
        upgrades.append(QStringLiteral("websocket"));
    const QJsonObject open{{QStringLiteral("sid"), QString::fromLatin1(handshake.sid)},
                           {QStringLiteral("upgrades"), upgrades},
                           {QStringLiteral("pingInterval"), handshake.pingInterval},
                           {QStringLiteral("pingTimeout"), handshake.pingTimeout},
                           {QStringLiteral("maxPayload"), handshake.maxPayload}};
    return char(EngineIoType::Open) + QJsonDocument(open).toJson(QJsonDocument::Compact);
}

QByteArray encodeEngineIo(const EngineIoPacket &packet)
{
    if (packet.isBinary)
        return 'b' + packet.data.toBase64();
    return char(packet.type) + packet.data;
}

core::Result<EngineIoPacket> decodeEngineIo(const QByteArray &text)
{
    if (text.isEmpty())
        return badEngineIo("The Engine.IO packet is empty; send a type digit.");
    if (text.front() < '0' || text.front() > '6')
        return badEngineIo("The Engine.IO packet type is unknown; types are 0 to 6.");
    return EngineIoPacket{EngineIoType(text.front()), text.mid(1), false};
}

core::Result<EngineIoPacket> EngineIoPayload::next()
{
    qsizetype end = m_payload.indexOf(engineIoSeparator, m_at);
    if (end < 0)
        end = m_payload.size();
    const QByteArray text = m_payload.mid(m_at, end - m_at);
    m_at = end + 1;
    if (!text.startsWith('b')) {
        if (!isUtf8(text))
            return badEngineIo("The Engine.IO packet is not valid UTF-8.");
        return decodeEngineIo(text);
    }
    auto bytes = QByteArray::fromBase64Encoding(text.mid(1), QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes || !isWholeBytes(text))
        return badEngineIo("The binary Engine.IO packet is not valid base64.");
    return EngineIoPacket{EngineIoType::Message, std::move(bytes.decoded), true};
}

} // namespace wire
