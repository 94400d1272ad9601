// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/clientele.h"
#include "engine/envelopesession.h"

namespace engine {

/// A conversation of ThreatLens' contract: a client that bears an id, at `/ws` or `/ws/{client_id}`.
class ThreatLensSession final : public EnvelopeSession
{
    Q_OBJECT
public:
    /// `clientId`: as the client gives it; empty: it gets a fresh one.
    ThreatLensSession(Reception &reception, transport::Channel &channel, EnvelopeSpeaker &speaker,
                      const std::optional<QByteArray> &clientId);

    [[nodiscard]] const QString &clientId() const { return m_clientId; }
    /// Whether the client chose its id, and may come back by it.
    [[nodiscard]] bool isNamed() const { return m_isNamed; }
    /// Whom the id belongs to: an account; of guests, who prove nothing, those at the same address.
    [[nodiscard]] QString identity() const;
    [[nodiscard]] Reach reach() const override;
    [[nodiscard]] const QDateTime &connectedAt() const { return m_connectedAt; }
    [[nodiscard]] const QString &userAgent() const { return m_userAgent; }
    /// When the client last pinged, or answered a ping; invalid: never.
    [[nodiscard]] const QDateTime &lastPing() const { return m_lastPing; }
    /// Whether it is its own choice not to hear a fact.
    [[nodiscard]] bool isKeptFrom(const core::Event &event) const;

    using EnvelopeSession::begin;
    void begin(const QString &token) override;
    void ping(const transport::SharedFrame &frame) { send(frame); }
    void end(transport::CloseCode code, const QString &reason) override;

protected:
    void greet() override;
    void receive(const QByteArray &text) override;
    [[nodiscard]] core::Result<dialects::Request> read(const QByteArray &text) const override;
    void hear(const dialects::Request &request) override;
    void answer(const dialects::Request &request, const dialects::Heard *heard,
                const core::Reply &reply) override;
    void adoptInterest() override;
    void adoptEnd() override;

private:
    /// Whom a connection speaks for; the error is why it is closed.
    [[nodiscard]] core::Result<core::Principal> recognize(const QString &token) const;

    Clientele &m_clientele;
    bool m_isNamed;
    QString m_clientId; ///< empty: not one that may be borne
    QString m_address;
    QString m_userAgent;
    QDateTime m_connectedAt;
    QDateTime m_lastPing;
};

} // namespace engine
