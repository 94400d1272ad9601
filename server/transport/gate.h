// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/handshake.h"

#include <QStringList>

namespace transport {

/// Decides by Host and Origin who may talk to us: against DNS rebinding and foreign web pages.
class Gate
{
public:
    /// `allowedHosts` besides address literals, localhost and the machine's names; `allowedOrigins` besides
    /// the same origin, exact.
    Gate(const QStringList &allowedHosts, const QStringList &allowedOrigins);

    /// The names of our certificate are ours as well; one may begin with "*.".
    void setCertificateNames(const QStringList &names);
    /// `host` is a Host header's value, with or without a port.
    [[nodiscard]] bool allowsHost(const QByteArray &host) const;
    /// A request without Origin is let in; another's origin must be the request's own or on the list.
    [[nodiscard]] bool allowsOrigin(const Handshake &handshake) const;

private:
    QList<QByteArray> m_hosts;            // lower case
    QList<QByteArray> m_certificateHosts; // lower case
    QList<QByteArray> m_origins;
};

} // namespace transport
