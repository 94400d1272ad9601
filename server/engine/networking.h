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
namespace core {
struct Principal;
class SampleStore;
} // namespace core
namespace identity {
class Service;
} // namespace identity
namespace network {
struct Known;
} // namespace network
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
        core::SampleStore &samples;
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

    /// As it is known; null: there is none.
    [[nodiscard]] const network::Known *device(const QString &id) const;
    [[nodiscard]] QStringList devices() const;
    [[nodiscard]] bool isVisible(const QString &device, const core::Principal &caller) const;
    /// Those with that name (the whole one, or the first label of a host's), address or id; the caller sees
    /// them.
    [[nodiscard]] QStringList called(const QString &said, const core::Principal &caller) const;

Q_SIGNALS:
    /// What is known of it, or how it is, is not as it was; or it is new.
    void deviceChanged(const QString &id);
    /// How it is, and behind what it stands; `deviceChanged` follows.
    void deviceJudged(const QString &id, const QString &cause);
    void deviceVanished(const QString &id);

private:
    struct Rooms;

    Surroundings m_around;
    std::unique_ptr<Rooms> m_rooms;
};

} // namespace engine
