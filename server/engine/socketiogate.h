// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/socketiosession.h"
#include "wire/socketio.h"

#include <map>

namespace engine {

/// The namespaces an Engine.IO mount offers, each with its speaker.
using Namespaces = std::map<QString, std::shared_ptr<SocketIoSpeaker>>;

/// One Socket.IO client: its packets, and its sessions in the namespaces it joined (Socket.IO protocol v5).
class SocketIoGate final : public QObject
{
    Q_OBJECT
public:
    /// Belongs to the channel.
    SocketIoGate(Reception &reception, transport::Channel &channel,
                 std::shared_ptr<const Namespaces> namespaces);

private:
    void take(const wire::SocketIoDecoder::Decoded &outcome);
    void receive(const wire::SocketIoPacket &packet);
    void connectTo(const wire::SocketIoPacket &packet);
    void refuse(const QString &nsp, const QString &message);
    void closeAsBroken(const QByteArray &why);

    Reception &m_reception;
    transport::Channel &m_channel;
    std::shared_ptr<const Namespaces> m_namespaces;
    wire::SocketIoDecoder m_decoder;
    std::map<QString, SocketIoSession *> m_sessions;
    RateLimit m_connects;
    std::unique_ptr<core::Timer> m_connectTimeout;
    std::unique_ptr<core::Timer> m_attachmentTimeout;
};

} // namespace engine
