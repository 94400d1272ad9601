// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "core/publisher.h"
#include "core/recordstore.h"
#include "domain/network/inventory.h"
#include "domain/network/watch.h"

#include <QObject>

namespace network {

/// The devices, told of and kept: what the inventory makes of what is seen is published as facts, written to
/// the history and saved, once a second together.
class Devices final : public QObject
{
    Q_OBJECT
public:
    struct Surroundings
    {
        core::RecordStore &records;
        core::ChangeStore &changes;
        core::Publisher &publisher;
        core::Clock &clock;
        core::Entropy &entropy;
        std::function<Verdict(const Known &)> judge;
        std::function<QString(const core::Address &)> subnetOf;
        std::function<QString(const core::Address &)> departmentOf;
    };

    explicit Devices(const Surroundings &around);
    /// Saves what was not saved yet, as far as the store still takes it.
    ~Devices() override;

    /// Before anything else. Errors: Unavailable. Records that cannot be read are passed over, and logged.
    QFuture<core::Result<void>> load();

    /// The device it was; empty: nobody can tell.
    QString see(const Sighting &sighting);
    void become(const Watch::Verdict &verdict, const QString &reason);
    /// How fast it answers lately (ms) and which share of the answers is lost; nothing is told of that.
    void measure(const QString &id, std::optional<double> latency, double loss);
    /// Errors: NotFound.
    core::Result<bool> set(const QString &id, const SetDevices &wish, const QString &by);
    /// Errors: NotFound.
    core::Result<void> merge(const QString &into, const QString &id, const QString &by);
    bool forget(const QString &id);
    /// Networks or departments were set anew.
    void settle();
    /// Now, and not within a second.
    void save();

    [[nodiscard]] const Inventory &inventory() const { return m_inventory; }
    /// As searchText has it.
    [[nodiscard]] const QByteArray &searched(const QString &id);

Q_SIGNALS:
    /// It is another state than it was, and behind what it stands (empty: nothing that is down); `changed`
    /// follows.
    void judged(const QString &id, const QString &cause);
    void appeared(const QString &id);
    void changed(const QString &id);
    /// `into`: the device it turned out to be, or empty.
    void vanished(const QString &id, const QString &into);

private:
    void handle(const Outcome &outcome);
    void tellChanged(const QString &id);
    void tellGone(const QString &id, const QString &departmentId, const QString &into);
    void tellConfigured(const Known &device, const QList<core::KnownChange> &changes);
    template <class Fact>
    void tell(const Fact &fact, const QString &departmentId, std::optional<int> priority = {});
    void keep(const QString &id);
    QFuture<core::Result<void>> writeDevices() const;
    void writeChanges();
    void calmDown();

    Surroundings m_around;
    Inventory m_inventory;
    QHash<QString, QByteArray> m_searched;
    QSet<QString> m_unsaved;
    QSet<QString> m_gone;
    QList<core::KnownChange> m_unwritten;
    std::unique_ptr<core::Timer> m_saving;
    std::unique_ptr<core::Timer> m_calming;
};

} // namespace network
