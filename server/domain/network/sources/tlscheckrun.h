// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/sources/checkrun.h"

#include <QSslSocket>

namespace network::sources {

/// A certificate looked at: whoever shows it, whoever signed it. Nothing is sent behind the handshake.
class TlsCheckRun : public CheckRun
{
    Q_OBJECT
public:
    TlsCheckRun(TlsCheck check, core::Clock &clock, std::chrono::milliseconds patience,
                QObject *parent = nullptr);
    ~TlsCheckRun() override;

protected:
    void begin() override;
    void cease() override;

private:
    void judge();

    TlsCheck m_check;
    QSslSocket m_socket;
};

} // namespace network::sources
