// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/socketio.h"

#include "core/jsontext.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace wire {

namespace {
constexpr qint64 largestAckId = (qint64(1) << 53) - 1;
constexpr int maxAckDigits = 16;
constexpr qsizetype usualSize = 384; ///< of a packet
constexpr qsizetype addressSize = 48;

/// Names a client's library keeps for itself; a server that passed them on would look like its own events.
constexpr std::array reservedEvents{"connect",       "connect_error", "disconnect",
                                    "disconnecting", "newListener",   "removeListener"};

core::Error badSocketIo(const char *message)
{
    return {core::ErrorCode::Invalid, QString::fromLatin1(message)};
}

core::Error failedBefore()
{
    return badSocketIo("An earlier message could not be read; close the connection and begin anew.");
}

bool isDigit(char byte) { return byte >= '0' && byte <= '9'; }

/// The run of digits at `at`, or nothing when there is none or it exceeds `limit`.
std::optional<qint64> takeNumber(const QByteArray &text, qsizetype &at, qint64 limit)
{
    const qsizetype begin = at;
    qint64 number = 0;
    for (; at < text.size() && isDigit(text[at]); ++at) {
        if (at - begin >= maxAckDigits)
            return std::nullopt;
        number = number * 10 + (text[at] - '0');
    }
    if (at == begin || number > limit)
        return std::nullopt;
    return number;
}

/// Any JSON value: QJsonDocument alone reads only arrays and objects.
std::optional<QJsonValue> parseJson(const QByteArray &json)
{
    QJsonParseError error;
    if (json.startsWith('[')) {
        const QJsonDocument document = QJsonDocument::fromJson(json, &error);
        return error.error == QJsonParseError::NoError ? std::optional<QJsonValue>(document.array())
                                                       : std::nullopt;
    }
    const QJsonDocument document = QJsonDocument::fromJson('[' + json + ']', &error);
    if (error.error != QJsonParseError::NoError || document.array().size() != 1)
        return std::nullopt;
    return document.array().first();
}

bool isPayloadAllowed(SocketIoType type, const QJsonValue &data)
{
    switch (type) {
    case SocketIoType::Connect:
        return data.isUndefined() || data.isObject();
    case SocketIoType::Disconnect:
        return data.isUndefined();
    case SocketIoType::Event:
        return data.isArray() && !data.toArray().isEmpty() && isSocketIoEventName(data.toArray().first());
    case SocketIoType::Ack:
        return data.isArray();
    case SocketIoType::ConnectError:
        return data.isString() || data.isObject();
    }
    return false;
}

/// Every placeholder must name one of `count` attachments. The parser bounds the depth.
bool arePlaceholdersValid(const QJsonValue &value, int count)
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::all_of(array.begin(), array.end(),
                           [count](const QJsonValue &item) { return arePlaceholdersValid(item, count); });
    }
    if (!value.isObject())
        return true;
    const QJsonObject object = value.toObject();
    if (object.value(QLatin1String("_placeholder")) == QJsonValue(true)) {
        const QJsonValue num = object.value(QLatin1String("num"));
        const double index = num.toDouble(-1);
        return num.isDouble() && index >= 0 && index < count && index == double(int(index));
    }
    return std::all_of(object.begin(), object.end(),
                       [count](const QJsonValue &item) { return arePlaceholdersValid(item, count); });
}

/// The namespace, unless it is the main one, and the id of an acknowledgement.
void appendAddress(QByteArray &out, const QString &nsp, std::optional<qint64> id)
{
    if (nsp != QLatin1String("/"))
        out.append(nsp.toUtf8()).append(',');
    if (id)
        out.append(QByteArray::number(*id));
}

/// `/name,` at `at`; the comma may be missing at the very end.
QString takeNamespace(const QByteArray &text, qsizetype &at)
{
    if (at >= text.size() || text[at] != '/')
        return QStringLiteral("/");
    qsizetype end = text.indexOf(',', at);
    if (end < 0)
        end = text.size();
    QString nsp = QString::fromUtf8(text.mid(at, end - at));
    at = std::min(end + 1, text.size());
    return nsp;
}
} // namespace

bool isSocketIoEventName(const QJsonValue &name)
{
    if (name.isDouble())
        return true;
    const QString word = name.toString();
    return name.isString() &&
           std::none_of(reservedEvents.begin(), reservedEvents.end(),
                        [&](const char *reserved) { return word == QLatin1String(reserved); });
}

QByteArray encodeSocketIo(const SocketIoPacket &packet)
{
    QByteArray out;
    out.reserve(usualSize);
    if (packet.attachments.isEmpty()) {
        out.append(char(packet.type));
    } else {
        out.append(packet.type == SocketIoType::Event ? '5' : '6');
        out.append(QByteArray::number(packet.attachments.size()) + '-');
    }
    appendAddress(out, packet.nsp, packet.id);
    if (!packet.data.isUndefined())
        core::JsonText(out).value(packet.data);
    return out;
}

QByteArray encodeSocketIoEvent(const QString &nsp, const QString &name, QByteArrayView argument,
                               const QString &last)
{
    QByteArray out;
    out.reserve(argument.size() + nsp.size() + name.size() + last.size() + addressSize);
    out.append(char(SocketIoType::Event));
    appendAddress(out, nsp, {});
    core::JsonText text(out);
    text.begin('[');
    text.value(name);
    text.bare(argument);
    if (!last.isEmpty())
        text.value(last);
    text.end(']');
    return out;
}

QByteArray encodeSocketIoAck(const QString &nsp, qint64 id, QByteArrayView argument)
{
    QByteArray out;
    out.reserve(argument.size() + nsp.size() + addressSize);
    out.append(char(SocketIoType::Ack));
    appendAddress(out, nsp, id);
    out.append('[');
    out.append(argument);
    out.append(']');
    return out;
}

SocketIoDecoder::Decoded SocketIoDecoder::text(const QByteArray &message)
{
    return m_hasFailed ? failedBefore() : remember(readText(message));
}

SocketIoDecoder::Decoded SocketIoDecoder::binary(const QByteArray &message)
{
    return m_hasFailed ? failedBefore() : remember(readBinary(message));
}

SocketIoDecoder::Decoded SocketIoDecoder::remember(Decoded decoded)
{
    m_hasFailed = !decoded;
    if (m_hasFailed) {
        m_packet = {};
        m_due = 0;
    }
    return decoded;
}

SocketIoDecoder::Decoded SocketIoDecoder::readText(const QByteArray &message)
{
    if (m_due > 0)
        return badSocketIo("A text came while attachments were due; send all attachments first.");
    if (message.isEmpty() || message.front() < '0' || message.front() > '6')
        return badSocketIo("The Socket.IO packet type is unknown; types are 0 to 6.");
    const bool isBinary = message.front() >= '5';
    SocketIoPacket packet;
    packet.type = SocketIoType(isBinary ? message.front() - 3 : message.front());
    qsizetype at = 1;
    int attachments = 0;
    if (isBinary) {
        const auto count = takeNumber(message, at, maxAttachments);
        if (!count || at >= message.size() || message[at] != '-')
            return badSocketIo("The number of attachments is missing or above 10.");
        attachments = int(*count);
        ++at;
    }
    packet.nsp = takeNamespace(message, at);
    if (at < message.size() && isDigit(message[at])) {
        packet.id = takeNumber(message, at, largestAckId);
        if (!packet.id)
            return badSocketIo("The acknowledgement id is too large.");
    }
    if (at < message.size()) {
        const auto data = parseJson(message.mid(at));
        if (!data)
            return badSocketIo("The payload is not valid JSON.");
        packet.data = *data;
    }
    if (!isPayloadAllowed(packet.type, packet.data))
        return badSocketIo("The payload does not fit the packet type, or the event name is reserved.");
    if (isBinary && !arePlaceholdersValid(packet.data, attachments))
        return badSocketIo("A placeholder names an attachment that does not exist.");
    if (attachments == 0)
        return std::optional<SocketIoPacket>(std::move(packet));
    m_packet = std::move(packet);
    m_due = attachments;
    m_size = 0;
    return std::optional<SocketIoPacket>();
}

SocketIoDecoder::Decoded SocketIoDecoder::readBinary(const QByteArray &message)
{
    if (m_due == 0)
        return badSocketIo("A binary message came though no attachment was due.");
    m_size += message.size();
    if (m_size > m_limit)
        return badSocketIo("The attachments of one packet are too big together.");
    m_packet.attachments.append(message);
    if (--m_due > 0)
        return std::optional<SocketIoPacket>();
    return std::optional<SocketIoPacket>(std::exchange(m_packet, {}));
}

} // namespace wire
