// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"
#include "core/clock.h"
#include "core/entropy.h"
#include "core/result.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace core {
struct Event;
} // namespace core
namespace alerts {
class Notices;
} // namespace alerts
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

class Chatting;
class Dispatcher;
class EventBus;
class Sessions;

/// What people and programs do with each other: presence, rooms, chat, notifications, apps and agents,
/// departments; and what follows for one of these rooms from what another said.
class Company final : public QObject
{
    Q_OBJECT
public:
    struct Surroundings
    {
        store::Store &store;
        Sessions &sessions;
        EventBus &bus;
        const core::Catalog &catalog;
        identity::Service &identity;
        core::Clock &clock;
        core::Entropy &entropy;
    };

    explicit Company(const Surroundings &around);
    ~Company() override;

    /// Loads what the rooms remember. Errors: Unavailable.
    QFuture<core::Result<void>> start();
    void registerAt(Dispatcher &dispatcher);
    [[nodiscard]] usage::Departments &departments();
    [[nodiscard]] automation::Registry &registry();
    [[nodiscard]] Chatting &chatting();
    [[nodiscard]] alerts::Notices &notices();

private:
    struct Rooms;

    void react();
    void registerDepartments(Dispatcher &dispatcher);

    Surroundings m_around;
    std::unique_ptr<Rooms> m_rooms;
};

} // namespace engine
