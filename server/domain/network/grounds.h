// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/scope.h"
#include "core/command.h"
#include "core/recordstore.h"
#include "core/subnet.h"

#include <QMap>
#include <QObject>

#include <functional>

namespace network {

/// A network this machine is in.
struct OwnNetwork
{
    core::Subnet subnet;
    QString interfaceName;

    friend bool operator==(const OwnNetwork &, const OwnNetwork &) = default;
};

/// Which networks are ours: what is in a ticked one is taken into the list of devices, and may be scanned.
class Grounds final : public QObject
{
    Q_OBJECT
public:
    static constexpr int most = 256;

    explicit Grounds(core::RecordStore &records) : m_records(records) {}

    /// Errors: Unavailable.
    QFuture<core::Result<void>> load();
    /// The networks this machine is in now: they are offered, not ticked.
    void setOwn(const QList<OwnNetwork> &own);
    /// What scans them, as people are told, and what is missing for more.
    void setScanner(const QString &scanner, const QStringList &missing);
    /// How many devices are known in a network.
    void setCounter(std::function<int(const core::Subnet &)> counter) { m_counter = std::move(counter); }

    /// The smallest ticked network that holds it, in its canonical form; empty: it is not ours.
    [[nodiscard]] QString subnetOf(const core::Address &address) const;
    [[nodiscard]] bool isWatched(const core::Address &address) const;
    [[nodiscard]] QList<core::Subnet> ticked() const;
    /// It is in a network this machine is in.
    [[nodiscard]] bool isNear(const core::Address &address) const;

    // Handlers; the dispatcher has checked role and schema.
    QFuture<core::Reply> list(const core::Command &command);
    /// Errors: Invalid (no network, or one nobody should scan), Limited, Unavailable.
    QFuture<core::Reply> set(const core::Command &command);
    /// Errors: NotFound, Unavailable.
    QFuture<core::Reply> remove(const core::Command &command);

Q_SIGNALS:
    /// Other networks are ours now, or are watched.
    void changed();
    /// Somebody has ticked a network that was not ticked, to be watched.
    void joined(const core::Subnet &subnet);

private:
    [[nodiscard]] const ScopeNetwork *smallest(const core::Address &address) const;
    [[nodiscard]] core::Result<core::Subnet> checked(const QString &text) const;

    core::RecordStore &m_records;
    QMap<core::Subnet, ScopeNetwork> m_networks; ///< ticked, or named by somebody
    QList<OwnNetwork> m_own;
    QString m_scanner;
    QStringList m_missing;
    std::function<int(const core::Subnet &)> m_counter = [](const core::Subnet &) { return 0; };
};

} // namespace network
