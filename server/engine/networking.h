// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "core/entropy.h"
#include "core/result.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace automation {
class Registry;
} // namespace automation
namespace identity {
class Service;
} // namespace identity
namespace store {
class Store;
} // namespace store
namespace usage {
class Departments;
} // namespace usage

namespace engine {

class Dispatcher;
class EventBus;

/// What this house knows of the network: its grounds, its devices, and who looks at them.
class Networking final : public QObject
{
    Q_OBJECT
public:
    struct Surroundings
    {
        store::Store &store;
        EventBus &bus;
        identity::Service &identity;
        usage::Departments &departments;
        automation::Registry &registry;
        core::Clock &clock;
        core::Entropy &entropy;
        QString machine;    ///< what this machine is called
        QString scanHelper; ///< socket of the helper with raw sockets
    };

    explicit Networking(const Surroundings &around);
    ~Networking() override;

    /// Loads what the rooms remember. Errors: Unavailable.
    QFuture<core::Result<void>> load();
    /// Looks at the network from now on.
    void start();
    void stop();
    /// How far apart the readings of a device are kept; nothing: it is not there, or not for this caller.
    [[nodiscard]] std::optional<std::chrono::milliseconds> spacingOf(const QString &device,
                                                                     const core::Principal &caller) const;
    void registerAt(Dispatcher &dispatcher);

private:
    struct Rooms;

    Surroundings m_around;
    std::unique_ptr<Rooms> m_rooms;
};

} // namespace engine
