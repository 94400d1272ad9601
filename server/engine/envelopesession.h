// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/wiresession.h"

namespace engine {

/// A conversation in a JSON-envelope dialect: one WebSocket, one session.
class EnvelopeSession final : public WireSession
{
    Q_OBJECT
public:
    /// What happens to a connection that shows no credential.
    enum class SignIn { AtOnce, WithinTenSeconds };

    EnvelopeSession(Reception &reception, transport::Channel &channel, EnvelopeSpeaker &speaker,
                    SignIn signIn, bool isGreeted, bool hearsByDefault);

    /// Takes the credential of the handshake (empty: none) and begins.
    void begin(const QString &token);
    /// Begins as somebody already known.
    void begin(const core::Principal &principal);
    void end(transport::CloseCode code, const QString &reason) override;

protected:
    [[nodiscard]] bool hearsByDefault() const override { return m_hearsByDefault; }
    void adoptPrincipal() override;

private:
    void greet();
    void turnAway(const QString &reason);
    void receive(const QByteArray &text);
    void hear(const dialects::Request &request);
    void answer(const dialects::Request &request, const dialects::Heard *heard, const core::Reply &reply);

    EnvelopeSpeaker &m_speaker;
    SignIn m_signIn;
    bool m_isGreeted;
    bool m_hearsByDefault;
    std::unique_ptr<core::Timer> m_signInTimeout;
};

} // namespace engine
