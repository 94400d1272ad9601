// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/socketiosession.h"
#include "transport/socketiopeer.h"

#include <map>

namespace engine {

/// The namespaces an Engine.IO mount offers, each with its speaker.
using Namespaces = std::map<QString, std::shared_ptr<SocketIoSpeaker>>;

/// Lets one Socket.IO client into the namespaces it asks for, and opens a session in each.
class SocketIoGate final : public QObject
{
    Q_OBJECT
public:
    /// Belongs to the channel.
    SocketIoGate(Reception &reception, transport::Channel &channel,
                 std::shared_ptr<const Namespaces> namespaces);

private:
    void admit(const QString &nsp, const QJsonObject &auth);
    /// Whether a client may take the place of who it was, having heard the stream up to `place`.
    [[nodiscard]] bool canResume(const transport::SocketIoRecovery::Memory &former,
                                 const core::Principal &principal,
                                 const std::optional<StreamPlace> &place) const;

    Reception &m_reception;
    std::shared_ptr<const Namespaces> m_namespaces;
    transport::SocketIoPeer *m_peer;
    core::RateLimit m_connects;
};

} // namespace engine
