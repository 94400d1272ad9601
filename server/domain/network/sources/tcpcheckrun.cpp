// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/tcpcheckrun.h"

#include <QNetworkProxy>

namespace network::sources {

TcpCheckRun::TcpCheckRun(TcpCheck check, core::Clock &clock, std::chrono::milliseconds patience,
                         QObject *parent)
    : CheckRun(clock, patience, parent), m_check(std::move(check))
{
}

TcpCheckRun::~TcpCheckRun() { TcpCheckRun::cease(); }

void TcpCheckRun::begin()
{
    if (m_check.host.isEmpty() || m_check.port == 0) {
        fail(tr("A machine and a port are needed to open a connection."));
        return;
    }
    m_socket.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    connect(&m_socket, &QTcpSocket::connected, this, [this] {
        CheckResult result;
        result.isOk = true;
        result.sentence = tr("Port %1 is open.").arg(m_check.port);
        finish(result);
    });
    connect(&m_socket, &QTcpSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        if (error == QAbstractSocket::ConnectionRefusedError)
            fail(tr("Port %1 is closed. Look whether the service runs.").arg(m_check.port));
        else
            fail(tr("%1 port %2 cannot be reached: %3.")
                     .arg(m_check.host)
                     .arg(m_check.port)
                     .arg(m_socket.errorString()));
    });
    m_socket.connectToHost(m_check.host, m_check.port);
}

void TcpCheckRun::cease()
{
    disconnect(&m_socket, nullptr, this, nullptr);
    m_socket.abort();
}

} // namespace network::sources
