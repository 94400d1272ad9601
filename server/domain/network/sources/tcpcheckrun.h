// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/sources/checkrun.h"

#include <QTcpSocket>

namespace network::sources {

/// A connection opened and closed.
class TcpCheckRun : public CheckRun
{
    Q_OBJECT
public:
    TcpCheckRun(TcpCheck check, core::Clock &clock, std::chrono::milliseconds patience,
                QObject *parent = nullptr);
    ~TcpCheckRun() override;

protected:
    void begin() override;
    void cease() override;

private:
    TcpCheck m_check;
    QTcpSocket m_socket;
};

} // namespace network::sources
