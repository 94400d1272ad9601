// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/wiresession.h"
#include "wire/socketio.h"

#include <QJsonArray>

#include <optional>

namespace engine {

/// One namespace of one Socket.IO client.
class SocketIoSession final : public WireSession
{
    Q_OBJECT
public:
    SocketIoSession(Reception &reception, transport::Channel &channel, SocketIoSpeaker &speaker, QString sid,
                    QObject *parent);

    [[nodiscard]] const QString &sid() const { return m_sid; }
    /// Says CONNECT and begins, as `principal` or as nobody.
    void begin(const core::Principal &principal);
    /// An EVENT of the client; `arguments` begins with the word.
    void receive(const QJsonArray &arguments, std::optional<qint64> ackId);
    /// The client left the namespace, or its connection is gone.
    void leave() { finish(); }
    void end(transport::CloseCode code, const QString &reason) override;

protected:
    [[nodiscard]] bool hearsByDefault() const override { return true; }

private:
    [[nodiscard]] transport::SharedFrame packet(wire::SocketIoType type, const QJsonValue &data,
                                                std::optional<qint64> ackId = {}) const;
    void acknowledge(qint64 ackId, const QJsonObject &body);
    void reply(const SocketIoSpeaker::Hearing &hearing, std::optional<qint64> ackId,
               const core::Reply &reply);

    SocketIoSpeaker &m_speaker;
    QString m_sid;
};

} // namespace engine
