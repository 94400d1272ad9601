// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/tlscheckrun.h"

#include <QNetworkProxy>
#include <QSslCertificate>

namespace network::sources {

TlsCheckRun::TlsCheckRun(TlsCheck check, core::Clock &clock, std::chrono::milliseconds patience,
                         QObject *parent)
    : CheckRun(clock, patience, parent), m_check(std::move(check))
{
}

TlsCheckRun::~TlsCheckRun() { TlsCheckRun::cease(); }

void TlsCheckRun::begin()
{
    if (m_check.host.isEmpty() || m_check.port == 0) {
        fail(tr("A machine and a port are needed to look at a certificate."));
        return;
    }
    m_socket.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    m_socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    connect(&m_socket, &QSslSocket::encrypted, this, &TlsCheckRun::judge);
    connect(&m_socket, &QSslSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        if (error == QAbstractSocket::SslHandshakeFailedError)
            fail(tr("%1 port %2 does not agree on TLS: %3.")
                     .arg(m_check.host)
                     .arg(m_check.port)
                     .arg(m_socket.errorString()));
        else
            fail(tr("%1 port %2 cannot be reached: %3.")
                     .arg(m_check.host)
                     .arg(m_check.port)
                     .arg(m_socket.errorString()));
    });
    m_socket.connectToHostEncrypted(m_check.host, m_check.port,
                                    m_check.serverName.isEmpty() ? m_check.host : m_check.serverName);
}

void TlsCheckRun::cease()
{
    disconnect(&m_socket, nullptr, this, nullptr);
    m_socket.abort();
}

void TlsCheckRun::judge()
{
    const QSslCertificate certificate = m_socket.peerCertificate();
    CheckResult result;
    result.expiry = certificate.expiryDate();
    const QDateTime now = clock().now();
    const qint64 days = now.daysTo(result.expiry);
    const QString day = result.expiry.toUTC().date().toString(Qt::ISODate);
    if (certificate.isNull() || !result.expiry.isValid())
        result.sentence = tr("%1 port %2 shows no certificate.").arg(m_check.host).arg(m_check.port);
    else if (result.expiry <= now)
        result.sentence = tr("The certificate expired on %1. Renew it.").arg(day);
    else if (certificate.effectiveDate() > now)
        result.sentence = tr("The certificate is valid only from %1 on. Look at the clocks.")
                              .arg(certificate.effectiveDate().toUTC().date().toString(Qt::ISODate));
    else if (result.expiry <= now.addDays(m_check.days))
        result.sentence =
            tr("The certificate expires on %1, in %n day(s). Renew it.", nullptr, int(days)).arg(day);
    else {
        result.isOk = true;
        result.sentence =
            tr("The certificate is valid until %1, for %n day(s).", nullptr, int(days)).arg(day);
    }
    finish(result);
}

} // namespace network::sources
