// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/streamplace.h"
#include "engine/wiresession.h"
#include "transport/socketiosocket.h"

namespace engine {

/// One namespace of one Socket.IO client.
class SocketIoSession final : public WireSession
{
    Q_OBJECT
public:
    /// What is kept of a client that lost its connection.
    struct Former
    {
        QString account;
        Interest interest;
    };

    SocketIoSession(Reception &reception, transport::Channel &channel, SocketIoSpeaker &speaker,
                    transport::SocketIoSocket &socket, QObject *parent);

    /// Begins, as `principal` or as nobody.
    void begin(const core::Principal &principal);
    /// Goes on where the client was, and says again what it missed since `place`.
    void resume(const Former &former, const StreamPlace &place);
    void end(transport::CloseCode code, const QString &reason) override;
    [[nodiscard]] QString socketId() const override { return m_socket ? m_socket->id() : QString(); }
    [[nodiscard]] Reach reach() const override;

protected:
    [[nodiscard]] bool hearsByDefault() const override { return true; }
    /// Remembered for when the client comes back.
    void adoptInterest() override;

private:
    /// An EVENT of the client; `arguments` begins with the word.
    void receive(const QJsonArray &arguments, std::optional<qint64> ackId);
    void acknowledge(qint64 ackId, const QByteArray &body);
    void reply(const SocketIoSpeaker::Hearing &hearing, std::optional<qint64> ackId,
               const core::Reply &reply);

    SocketIoSpeaker &m_speaker;
    QPointer<transport::SocketIoSocket> m_socket;
};

} // namespace engine
