// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/wiresession.h"
#include "transport/socketiosocket.h"

namespace engine {

/// One namespace of one Socket.IO client.
class SocketIoSession final : public WireSession
{
    Q_OBJECT
public:
    SocketIoSession(Reception &reception, transport::Channel &channel, SocketIoSpeaker &speaker,
                    transport::SocketIoSocket &socket, QObject *parent);

    /// Begins, as `principal` or as nobody.
    void begin(const core::Principal &principal);
    void end(transport::CloseCode code, const QString &reason) override;

protected:
    [[nodiscard]] bool hearsByDefault() const override { return true; }

private:
    /// An EVENT of the client; `arguments` begins with the word.
    void receive(const QJsonArray &arguments, std::optional<qint64> ackId);
    void acknowledge(qint64 ackId, const QJsonObject &body);
    void reply(const SocketIoSpeaker::Hearing &hearing, std::optional<qint64> ackId,
               const core::Reply &reply);

    SocketIoSpeaker &m_speaker;
    QPointer<transport::SocketIoSocket> m_socket;
};

} // namespace engine
