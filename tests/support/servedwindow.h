// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/remotelink.h"
#include "core/entropy.h"
#include "shell/mainwindow.h"

namespace support {

/// A window on the server of BELFRY_URL, for the bearer of BELFRY_TOKEN, who is good for the whole run.
class ServedWindow
{
public:
    explicit ServedWindow(const client::ServerAddress &address)
        : link(address, bearer, trust, clock, entropy), window(link, {})
    {
        window.resize(1366, 768);
        link.open();
        window.show();
    }

private:
    class Bearer final : public client::Credentials
    {
    public:
        [[nodiscard]] QString accessToken() const override { return qEnvironmentVariable("BELFRY_TOKEN"); }
        bool renew() override { return false; }
    };

public:
    core::SystemClock clock;
    core::SystemEntropy entropy;
    Bearer bearer;
    client::Trust trust{client::KnownServers()};
    client::RemoteLink link;
    shell::MainWindow window;
};

} // namespace support
