// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/checks.h"
#include "core/entropy.h"
#include "domain/network/devices.h"
#include "domain/network/sources/checks.h"

namespace network {

/// What came of asking a service.
struct ServiceAnswer
{
    bool isOk = false;
    QString sentence;
    double milliseconds = 0;
    std::optional<QDateTime> expiresAt;
};

/// Asks services whether they work.
class ServiceAsker final : public QObject
{
    Q_OBJECT
public:
    ServiceAsker(const Devices &devices, const QList<sources::DnsServer> &servers, core::Clock &clock,
                 core::Entropy &entropy);

    /// What speaks against a check. Errors: Invalid.
    [[nodiscard]] core::Result<void> judge(const automation::Check &check) const;
    /// Asks once; the answer comes once, and not before this has returned.
    void ask(const automation::Check &check, std::function<void(const ServiceAnswer &)> listener);
    void stop() { m_checks.stop(); }

private:
    [[nodiscard]] core::Result<sources::Check> sourceOf(const automation::Check &check) const;
    [[nodiscard]] ServiceAnswer ping(const QString &target) const;

    const Devices &m_devices;
    sources::DnsClient m_names;
    sources::Checks m_checks;
};

} // namespace network
