// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/automation/servicechecks.h"
#include "domain/network/devices.h"
#include "domain/network/sources/checks.h"

namespace engine {

/// Lets the sources of the network room make the checks of the automation room.
class Checking final : public QObject
{
    Q_OBJECT
public:
    Checking(const network::Devices &devices, const QList<network::sources::DnsServer> &servers,
             core::Clock &clock, core::Entropy &entropy);

    /// What speaks against a check. Errors: Invalid.
    [[nodiscard]] core::Result<void> judge(const automation::Check &check) const;
    /// As automation::ServiceChecks::Asker has it.
    void ask(const automation::Check &check, std::function<void(const automation::CheckOutcome &)> listener);
    void stop() { m_checks.stop(); }

private:
    [[nodiscard]] core::Result<network::sources::Check> sourceOf(const automation::Check &check) const;
    [[nodiscard]] automation::CheckOutcome ping(const QString &target) const;

    const network::Devices &m_devices;
    network::sources::DnsClient m_names;
    network::sources::Checks m_checks;
};

} // namespace engine
