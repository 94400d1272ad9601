// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/wiresession.h"

namespace engine {

/// A conversation in a JSON-envelope dialect: one WebSocket, one session.
class EnvelopeSession : public WireSession
{
    Q_OBJECT
public:
    /// What happens to a connection that shows no credential.
    enum class SignIn { AtOnce, WithinTenSeconds };

    EnvelopeSession(Reception &reception, transport::Channel &channel, EnvelopeSpeaker &speaker,
                    SignIn signIn, bool isGreeted, bool hearsByDefault);

    /// Takes the credential of the handshake (empty: none) and begins.
    virtual void begin(const QString &token);
    /// Begins as somebody already known.
    void begin(const core::Principal &principal);
    void end(transport::CloseCode code, const QString &reason) override;

protected:
    [[nodiscard]] bool hearsByDefault() const override { return m_hearsByDefault; }
    [[nodiscard]] QStringList topicsByDefault() const override;
    void adoptPrincipal() override;
    virtual void greet();
    /// A text message of the client.
    virtual void receive(const QByteArray &text);
    [[nodiscard]] virtual core::Result<dialects::Request> read(const QByteArray &text) const;
    virtual void hear(const dialects::Request &request);
    virtual void answer(const dialects::Request &request, const dialects::Heard *heard,
                        const core::Reply &reply);
    void complain(const core::Error &error);
    [[nodiscard]] const dialects::EnvelopeDialect &dialect() const { return m_speaker.dialect(); }

private:
    void turnAway(const QString &reason);

    EnvelopeSpeaker &m_speaker;
    SignIn m_signIn;
    bool m_isGreeted;
    bool m_hearsByDefault;
    std::unique_ptr<core::Timer> m_signInTimeout;
};

} // namespace engine
