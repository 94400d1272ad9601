// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/engineiosession.h"

#include "transport/engineiofault.h"

#include <algorithm>

namespace transport {

namespace {
constexpr int closeLost = 1006;
constexpr qsizetype maxPackets = 16384; // of one POST: a megabyte of empty ones would hold everybody up
constexpr std::chrono::milliseconds probeTick{100};
constexpr std::chrono::milliseconds lastPollTimeout{30'000};

QByteArray controlPacket(wire::EngineIoType type) { return QByteArray(1, char(type)); }

QByteArray textFrame(const QByteArray &text)
{
    return wire::webSocketFrame(wire::WebSocketOpcode::Text, text);
}

HttpResponse payloadResponse(const QByteArray &payload)
{
    HttpResponse response;
    response.contentType = QByteArrayLiteral("text/plain; charset=UTF-8");
    response.body = payload;
    response.mayCompress = true; // as the reference server does
    return response;
}
} // namespace

EngineIoSession::EngineIoSession(QByteArray sid, Handshake handshake, const EngineIoOptions &options,
                                 core::Clock &clock, Turn &turn, QObject *parent)
    : Channel(parent), m_sid(std::move(sid)), m_handshake(std::move(handshake)), m_options(options),
      m_clock(clock), m_turn(turn)
{
    m_handshake.tongue = QByteArrayLiteral("engine.io");
    rest();
}

EngineIoSession::~EngineIoSession()
{
    for (const auto &connection : {m_webSocket, m_probe}) {
        if (connection)
            connection->disconnect(this);
    }
    if (m_poll)
        m_poll->setAbandoned({});
}

QByteArray EngineIoSession::openPacket() const
{
    return wire::encodeEngineIoOpen({m_sid, isPolling(), m_options.pingInterval.count(),
                                     m_options.pingTimeout.count(), m_options.maxPayload});
}

void EngineIoSession::begin(WebSocketConnection *connection)
{
    adopt(connection);
    connection->write(textFrame(openPacket()));
}

// --- what the server says
// -------------------------------------------------------------------------------------------

void EngineIoSession::send(const SharedFrame &frame)
{
    if (!isOpen() || frame.isNull())
        return;
    if (m_out) {
        m_out->write(frame.engineIoFrame());
        return;
    }
    m_waiting.append(Waiting{frame, {}});
    m_waitingBytes += frame.size();
    m_turn.add(this);
}

void EngineIoSession::sendAll(std::span<const SharedFrame *const> frames)
{
    if (!m_out) {
        Channel::sendAll(frames);
        return;
    }
    QVarLengthArray<const QByteArray *, usualBurst> encoded;
    for (const SharedFrame *frame : frames)
        encoded.append(&frame->engineIoFrame());
    m_out->write(encoded);
}

void EngineIoSession::flush()
{
    if (m_out)
        m_out->flush();
    else
        m_turn.sendNow(this);
}

void EngineIoSession::sendControl(const QByteArray &packet)
{
    if (m_webSocket) {
        m_webSocket->write(textFrame(packet));
        return;
    }
    m_waiting.append(Waiting{{}, packet});
    m_turn.add(this);
}

void EngineIoSession::sendNow()
{
    if (m_state == State::Closed || m_webSocket)
        return;
    if (m_waitingBytes > WebSocketConnection::maxUnsent)
        end(int(CloseCode::Policy), QByteArrayLiteral("too slow: 17 MiB were waiting"));
    else if (m_poll && (!m_waiting.isEmpty() || m_state == State::Closing))
        flushPoll(m_state == State::Closing);
}

void EngineIoSession::flushPoll(bool withClose)
{
    QByteArray payload;
    for (const Waiting &each : std::as_const(m_waiting)) {
        if (!payload.isEmpty())
            payload += wire::engineIoSeparator;
        payload += each.frame.isNull() ? each.control
                                       : wire::encodeEngineIo({wire::EngineIoType::Message,
                                                               each.frame.message(), each.frame.isBinary()});
    }
    m_waiting.clear();
    m_waitingBytes = 0;
    if (withClose) {
        if (!payload.isEmpty())
            payload += wire::engineIoSeparator;
        // Told `close`, python-engineio stays away for good. Who polls a server that went away looks for it.
        payload +=
            char(m_closeCode == CloseCode::GoingAway ? wire::EngineIoType::Noop : wire::EngineIoType::Close);
    }
    answerPoll(payload);
    if (withClose)
        end(int(m_closeCode), m_closeReason);
    else if (isOpen())
        Q_EMIT drained();
}

void EngineIoSession::answerPoll(const QByteArray &payload)
{
    if (const Exchange poll = std::exchange(m_poll, nullptr))
        poll->answer(payloadResponse(payload));
}

void EngineIoSession::close(CloseCode code, const QByteArray &reason)
{
    if (!isOpen())
        return;
    m_state = State::Closing;
    m_out = nullptr;
    m_closeCode = code;
    m_closeReason = reason;
    m_heartbeat.reset();
    dropProbe();
    if (m_webSocket) {
        m_webSocket->close(quint16(code), reason);
        return;
    }
    // Answered at the end of the turn or by the next poll; a client that polls no more is let go.
    m_turn.add(this);
    m_closeLimit = m_clock.after(lastPollTimeout, [this] { end(int(m_closeCode), m_closeReason); });
}

void EngineIoSession::end(int code, const QByteArray &reason)
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    m_out = nullptr;
    m_heartbeat.reset();
    m_closeLimit.reset();
    dropProbe();
    answerPoll(controlPacket(wire::EngineIoType::Close));
    m_waiting.clear();
    if (m_webSocket) {
        m_webSocket->disconnect(this);
        m_webSocket->close(code == closeLost ? quint16(CloseCode::Normal) : quint16(code), reason);
    }
    deleteLater();
    Q_EMIT closed(code, reason);
}

qint64 EngineIoSession::bytesUnsent() const
{
    if (m_out)
        return m_out->bytesUnsent();
    return m_webSocket ? m_webSocket->bytesUnsent() : m_waitingBytes;
}

bool EngineIoSession::isWritable() const
{
    return isOpen() && (m_webSocket ? !m_webSocket->isCongested() : m_poll != nullptr);
}

void EngineIoSession::setMessageLimit(qint64 bytes)
{
    m_messageLimit = std::min(bytes, m_options.maxPayload);
    if (m_webSocket)
        m_webSocket->setMessageLimit(m_messageLimit + 1); // the type digit
}

void EngineIoSession::rest()
{
    m_overdue = m_clock.steady() + m_options.pingInterval + m_options.pingTimeout;
    m_heartbeat = m_clock.after(m_options.pingInterval, [this] { beat(); });
}

QByteArray EngineIoSession::carrier() const
{
    return isPolling() ? QByteArrayLiteral("polling") : QByteArrayLiteral("websocket");
}

void EngineIoSession::beat()
{
    sendControl(controlPacket(wire::EngineIoType::Ping));
    // A ping that is late leaves the client half of its time all the same.
    m_overdue = std::max(m_overdue, m_clock.steady() + m_options.pingTimeout / 2);
    m_heartbeat = m_clock.after(m_overdue - m_clock.steady(), [this] { lose(); });
}

void EngineIoSession::expire()
{
    // Both times are cut to whole milliseconds, so the last one counts as over when it begins.
    if (isOpen() && m_clock.steady() + std::chrono::milliseconds(1) >= m_overdue)
        lose();
}

void EngineIoSession::lose()
{
    // What a later poll would hear: the client comes back, as it might not after a `close` (see flushPoll).
    if (const Exchange poll = std::exchange(m_poll, nullptr))
        poll->answer(engineIoError(EngineIoFault::UnknownSession));
    end(closeLost, QByteArrayLiteral("ping timeout"));
}

// --- what the client says
// -------------------------------------------------------------------------------------------

void EngineIoSession::poll(const Exchange &exchange)
{
    if (m_poll) {
        exchange->answer(engineIoError(EngineIoFault::BadRequest));
        end(closeLost, QByteArrayLiteral("two polls at once"));
        return;
    }
    m_poll = exchange;
    exchange->setAbandoned([this] {
        m_poll = nullptr;
        end(closeLost, QByteArrayLiteral("poll connection closed prematurely"));
    });
    if (m_state == State::Closing)
        flushPoll(true);
    else if (!m_waiting.isEmpty())
        flushPoll(false);
}

void EngineIoSession::post(const Exchange &exchange)
{
    const HttpRequest &request = exchange->request();
    HttpResponse response;
    if (request.body.size() > m_options.maxPayload) {
        response.status = 413;
        exchange->answer(response);
        return;
    }
    if (request.header(QByteArrayLiteral("content-type")).startsWith("application/octet-stream")) {
        exchange->answer(engineIoError(EngineIoFault::BadRequest));
        end(int(CloseCode::ProtocolError), QByteArrayLiteral("invalid content"));
        return;
    }
    wire::EngineIoPayload payload(request.body);
    if (request.body.count(wire::engineIoSeparator) >= maxPackets) {
        exchange->answer(engineIoError(EngineIoFault::BadRequest));
        end(int(CloseCode::Policy), QByteArrayLiteral("too many packets in one payload"));
        return;
    }
    while (isOpen() && !payload.atEnd()) {
        const auto packet = payload.next();
        if (!packet || packet->data.size() > m_messageLimit) {
            exchange->answer(engineIoError(EngineIoFault::BadRequest));
            end(int(packet ? CloseCode::TooBig : CloseCode::ProtocolError),
                packet ? QByteArrayLiteral("message too big") : QByteArrayLiteral("parse error"));
            return;
        }
        receive(*packet);
    }
    response.contentType = QByteArrayLiteral("text/html");
    response.body = QByteArrayLiteral("ok");
    exchange->answer(response);
}

void EngineIoSession::losePost()
{
    if (isOpen())
        end(closeLost, QByteArrayLiteral("data request connection closed prematurely"));
}

void EngineIoSession::receive(const wire::EngineIoPacket &packet)
{
    switch (packet.type) {
    case wire::EngineIoType::Message:
        if (packet.isBinary)
            Q_EMIT binaryReceived(packet.data);
        else
            Q_EMIT textReceived(packet.data);
        break;
    case wire::EngineIoType::Pong:
        rest();
        break;
    case wire::EngineIoType::Close:
        receiveGoodbye();
        break;
    case wire::EngineIoType::Ping:
        end(int(CloseCode::ProtocolError), QByteArrayLiteral("invalid heartbeat direction"));
        break;
    case wire::EngineIoType::Open:
    case wire::EngineIoType::Upgrade:
    case wire::EngineIoType::Noop:
        break;
    }
}

void EngineIoSession::receiveGoodbye()
{
    m_owesNoop = isPolling() && !m_poll;
    answerPoll(controlPacket(wire::EngineIoType::Noop));
    end(int(CloseCode::Normal), QByteArrayLiteral("closed by the client"));
}

// --- WebSocket
// ------------------------------------------------------------------------------------------------------

void EngineIoSession::adopt(WebSocketConnection *connection)
{
    m_webSocket = connection;
    m_out = connection;
    connection->disconnect(this);
    connection->setMessageLimit(m_messageLimit + 1);
    connect(connection, &WebSocketConnection::textReceived, this, [this](const QByteArray &text) {
        const auto packet = wire::decodeEngineIo(text);
        if (!isOpen())
            return;
        if (packet)
            receive(*packet);
        else
            end(int(CloseCode::ProtocolError), QByteArrayLiteral("parse error"));
    });
    connect(connection, &WebSocketConnection::binaryReceived, this, [this](const QByteArray &bytes) {
        if (isOpen())
            receive({wire::EngineIoType::Message, bytes, true});
    });
    if (m_isDrainedHeard)
        connectDrained();
    connect(connection, &WebSocketConnection::closed, this,
            [this](int code, const QByteArray &reason) { end(code, reason); });
}

void EngineIoSession::forwardDrained()
{
    if (!std::exchange(m_isDrainedHeard, true) && m_webSocket)
        connectDrained();
}

void EngineIoSession::connectDrained()
{
    connect(m_webSocket, &WebSocketConnection::drained, this, [this] {
        if (isOpen())
            Q_EMIT drained();
    });
}

void EngineIoSession::probe(WebSocketConnection *connection)
{
    if (!isOpen() || !isPolling() || m_probe) {
        connection->close(quint16(CloseCode::Normal), QByteArrayLiteral("already upgraded"));
        return;
    }
    m_probe = connection;
    m_isProbed = false;
    connect(connection, &WebSocketConnection::textReceived, this, &EngineIoSession::receiveProbe);
    connect(connection, &WebSocketConnection::binaryReceived, this, &EngineIoSession::dropProbe);
    connect(connection, &WebSocketConnection::closed, this, &EngineIoSession::dropProbe);
    m_probeLimit = m_clock.after(m_options.upgradeTimeout, [this] { dropProbe(); });
}

void EngineIoSession::receiveProbe(const QByteArray &text)
{
    if (text == "2probe" && !m_isProbed) {
        m_isProbed = true;
        m_probe->write(textFrame(QByteArrayLiteral("3probe")));
        // Each tick ends a waiting poll, so that the client can pause polling; at once would make it poll in
        // a circle.
        m_probeTick =
            m_clock.every(probeTick, [this] { answerPoll(controlPacket(wire::EngineIoType::Noop)); });
        return;
    }
    if (text != "5" || !m_isProbed) {
        dropProbe();
        return;
    }
    m_probeLimit.reset();
    m_probeTick.reset();
    answerPoll(controlPacket(wire::EngineIoType::Noop));
    adopt(std::exchange(m_probe, nullptr));
    const QList<Waiting> waiting = std::exchange(m_waiting, {});
    for (const Waiting &each : waiting)
        m_webSocket->write(each.frame.isNull() ? textFrame(each.control) : each.frame.engineIoFrame());
    m_waitingBytes = 0;
}

void EngineIoSession::dropProbe()
{
    m_probeLimit.reset();
    m_probeTick.reset();
    if (const auto probe = std::exchange(m_probe, nullptr)) {
        probe->disconnect(this);
        probe->close(quint16(CloseCode::Normal), QByteArrayLiteral("upgrade refused"));
    }
}

} // namespace transport
