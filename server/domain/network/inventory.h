// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/changestore.h"
#include "core/entropy.h"
#include "domain/network/known.h"

#include <QCoreApplication>
#include <QHash>

#include <functional>
#include <map>
#include <memory>

namespace network {

/// As it is written in the history.
QString stateWord(State state);

/// What came of a sighting, or of something a person said.
struct Outcome
{
    QString id; ///< the device; empty: none
    bool isNew = false;
    bool isChanged = false; ///< what lists show is not as it was
    QList<core::KnownChange> changes;
    QStringList merged;  ///< devices that turned out to be this one, and are gone
    QStringList touched; ///< other devices that are not as they were either
    QString sharedWith;  ///< the other device that answers for its address, when that is news
};

/// The devices of the house: tells by what was seen which one it was, and keeps all that is known of each.
///
/// A fixed hardware address is a device. Where there is none, what only that device can say of itself is (an
/// SNMP engine, a serial number), then a made-up hardware address, then the holder of the network address.
class Inventory
{
    Q_DECLARE_TR_FUNCTIONS(network::Inventory)
public:
    struct Surroundings
    {
        core::Entropy &entropy;
        std::function<Verdict(const Known &)> judge;
        /// The network an address is in, in its canonical form; empty: none that is known.
        std::function<QString(const core::Address &)> subnetOf;
        std::function<QString(const core::Address &)> departmentOf;
    };
    /// An address that goes back to its former holder within this time is used by both.
    static constexpr std::chrono::minutes sharedWithin{10};
    /// … and no longer, when that did not happen for so long.
    static constexpr std::chrono::minutes quietFor{30};

    explicit Inventory(Surroundings around) : m_around(std::move(around)) {}

    /// Takes over what was kept; before anything else.
    void restore(const QList<Known> &devices);

    Outcome see(const Sighting &sighting);
    /// Sets the state; nothing changes where it is that already.
    Outcome setState(const QString &id, State state, bool isFlapping, const QDateTime &at,
                     const QString &reason);
    /// It answered lately as fast as that (ms), or not at all, and so large a share was lost.
    void measure(const QString &id, std::optional<double> latency, double loss, const QDateTime &at);
    /// What people set. Errors: NotFound.
    core::Result<Outcome> set(const QString &id, const SetDevices &wish, const QDateTime &at,
                              const QString &by);
    /// Errors: NotFound.
    core::Result<Outcome> merge(const QString &into, const QString &id, const QDateTime &at,
                                const QString &by);
    bool forget(const QString &id);
    /// Networks or departments were set anew: what follows from them is found again. The ids of those that
    /// changed.
    QStringList settle();
    /// Addresses nobody disputed lately are their holders' alone. The ids of those that changed.
    QStringList unshare(const QDateTime &now);

    [[nodiscard]] const Known *find(const QString &id) const;
    [[nodiscard]] const Known *holder(const core::Address &address) const;
    [[nodiscard]] const Known *owner(const core::MacAddress &mac) const;
    [[nodiscard]] qsizetype size() const { return qsizetype(m_devices.size()); }
    /// How many are in a network, as subnetOf names it.
    [[nodiscard]] int count(const QString &subnet) const;
    /// Calls `each` with every device behind `after`, in the order of their ids, until it answers false.
    void walk(const QString &after, const std::function<bool(const Known &)> &each) const;

private:
    struct Loss
    {
        QString id;
        QDateTime at;
    };

    Known *recognise(const Sighting &sighting);
    Known *byIdentity(const Sighting &sighting);
    Known &make(const QDateTime &at);
    void absorb(Known &device, const Known &other, Outcome &outcome);
    void takeAddress(Known &device, const core::Address &address, const Sighting &sighting, Outcome &outcome);
    void loseAddress(Known &device, const core::Address &address, const Sighting &sighting, Outcome &outcome);
    void takeMac(Known &device, const core::MacAddress &mac, const Sighting &sighting, Outcome &outcome);
    void takeIdentities(Known &device, const Sighting &sighting, Outcome &outcome);
    void takeOwn(Known &device, const Sighting &sighting, Outcome &outcome);
    bool takeEvidence(Known &device, const Sighting &sighting, Outcome &outcome);
    /// Finds again what follows from what is known.
    void conclude(Known &device, bool isJudged);
    [[nodiscard]] Known *at(const QString &id) const;
    void index(const Known &device);
    void unindex(const Known &device);

    Surroundings m_around;
    // Places that stay: what is pointed at may not move when another device comes.
    std::map<QString, std::unique_ptr<Known>> m_devices;
    QHash<core::MacAddress, QString> m_byMac;
    QHash<core::Address, QString> m_byAddress;
    QHash<QString, QString> m_byIdentity;
    QHash<core::Address, Loss> m_losses; ///< who held an address last, and until when
};

} // namespace network
