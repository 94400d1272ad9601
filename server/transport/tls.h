// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/certificate.h"
#include "transport/turnstile.h"

#include <QObject>

namespace transport {

/// What all listeners of the house share to speak TLS: the certificate, and the line before its door.
class Tls final : public QObject
{
    Q_OBJECT
public:
    /// A handshake costs the engine thread about a millisecond, so newcomers must not come in a rush.
    static constexpr int handshakesPerSecond = 200;

    Tls(Certificate certificate, core::Clock &clock)
        : m_certificate(std::move(certificate)), m_turnstile(handshakesPerSecond, clock)
    {
    }

    [[nodiscard]] const Certificate &certificate() const { return m_certificate; }
    /// Connections that stand keep the one they were shown.
    void setCertificate(Certificate certificate)
    {
        m_certificate = std::move(certificate);
        Q_EMIT certificateChanged();
    }
    [[nodiscard]] Turnstile &turnstile() { return m_turnstile; }

Q_SIGNALS:
    void certificateChanged();

private:
    Certificate m_certificate;
    Turnstile m_turnstile;
};

} // namespace transport
