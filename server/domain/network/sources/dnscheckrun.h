// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/sources/checkrun.h"
#include "domain/network/sources/dnsclient.h"

namespace network::sources {

/// A name looked up.
class DnsCheckRun : public CheckRun
{
    Q_OBJECT
public:
    DnsCheckRun(DnsCheck check, DnsClient &client, core::Clock &clock, std::chrono::milliseconds patience,
                QObject *parent = nullptr);

protected:
    void begin() override;
    void cease() override {}

private:
    void judge(const DnsClient::Answer &answer);

    DnsCheck m_check;
    DnsClient &m_client;
};

} // namespace network::sources
