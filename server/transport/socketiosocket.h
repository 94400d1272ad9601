// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "transport/sharedframe.h"
#include "wire/socketio.h"

#include <QObject>
#include <QVariant>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace transport {

class Channel;

/// A Socket.IO packet as what goes over the channel: its text, and each attachment right behind.
QList<SharedFrame> socketIoFrames(const wire::SocketIoPacket &packet);

/// One namespace that a Socket.IO client has joined. Deletes itself later once it has left.
class SocketIoSocket final : public QObject
{
    Q_OBJECT
public:
    /// Who ended it: the client, the server, nobody (the connection is gone), or a breach of the protocol.
    enum class Leaving { ByClient, ByServer, ConnectionLost, Broken };
    /// What the client acknowledged with; nothing when it did not in time, or left.
    using Answered = std::function<void(const std::optional<wire::SocketIoPacket> &)>;

    SocketIoSocket(Channel &channel, core::Clock &clock, QString nsp, QString id, QObject *parent);

    [[nodiscard]] const QString &nsp() const { return m_namespace; }
    /// The public id of this client in this namespace; another one than the Engine.IO session's.
    [[nodiscard]] const QString &id() const { return m_id; }
    [[nodiscard]] bool isJoined() const { return m_isJoined; }
    /// What is kept of this client should it lose the connection, where the server offers recovery.
    void setState(QVariant state) { m_state = std::move(state); }
    [[nodiscard]] const QVariant &state() const { return m_state; }

    /// Says an event; `arguments` begins with its name, which must not be a reserved one.
    void say(const QJsonArray &arguments, const QList<QByteArray> &attachments = {});
    /// The same, but dropped while nothing can carry it at once.
    void sayVolatile(const QJsonArray &arguments, const QList<QByteArray> &attachments = {});
    /// Says an event that wants an answer; `answered` is called once.
    void ask(const QJsonArray &arguments, std::chrono::milliseconds patience, Answered answered,
             const QList<QByteArray> &attachments = {});
    /// Answers an event that came with an id.
    void acknowledge(qint64 id, const QJsonArray &arguments, const QList<QByteArray> &attachments = {});
    /// Sends what was encoded once for many: whole packets of this namespace.
    void send(const QList<SharedFrame> &frames);
    /// Tells the client that it is out (it will not come back by itself). The connection stays.
    void leave();

    /// For the peer: a packet of the client, not CONNECT nor DISCONNECT.
    void receive(const wire::SocketIoPacket &packet);
    /// For the peer: the client is out, for this reason.
    void end(Leaving reason);

Q_SIGNALS:
    /// An event of the client: its array begins with the name.
    void eventReceived(const wire::SocketIoPacket &event);
    /// Emitted once.
    void left(transport::SocketIoSocket::Leaving reason);

private:
    struct Asked
    {
        Answered answered;
        std::unique_ptr<core::Timer> limit;
    };

    [[nodiscard]] wire::SocketIoPacket packet(wire::SocketIoType type, QJsonValue data,
                                              const QList<QByteArray> &attachments) const;
    void settle(qint64 id, const std::optional<wire::SocketIoPacket> &answer);

    Channel &m_channel;
    core::Clock &m_clock;
    const QString m_namespace;
    const QString m_id;
    bool m_isJoined = true;
    QVariant m_state;
    qint64 m_nextAsked = 0;
    std::map<qint64, Asked> m_asked;
};

} // namespace transport
