// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "core/entropy.h"
#include "core/result.h"
#include "domain/chat/people.h"

#include <QFuture>
#include <QObject>

#include <memory>
#include <optional>

namespace alerts {
struct Alert;
struct Condition;
struct Occurrence;
enum class MaintenanceState;
class Notices;
} // namespace alerts
namespace core {
struct Event;
} // namespace core
namespace identity {
class Service;
} // namespace identity
namespace store {
class Store;
} // namespace store

namespace engine {

class Chatting;
class Dispatcher;
class EventBus;
class Networking;
class SampleTap;

/// What needs attention: rules over readings and states, the alerts they raise, and who is told.
class Alerting final : public QObject
{
    Q_OBJECT
public:
    struct Surroundings
    {
        store::Store &store;
        SampleTap &samples;
        EventBus &bus;
        identity::Service &identity;
        Networking &networking;
        alerts::Notices &notices;
        Chatting &chatting;
        core::Clock &clock;
        core::Entropy &entropy;
        QString machine; ///< what this machine is called
    };

    explicit Alerting(const Surroundings &around);
    ~Alerting() override;

    /// Loads rules and alerts; the devices are known by then. Errors: Unavailable.
    QFuture<core::Result<void>> load();
    void start();
    void stop();
    void registerAt(Dispatcher &dispatcher);
    /// What a chat room about an alert needs to know of it; nothing: there is none, or not for this caller.
    [[nodiscard]] std::optional<chat::AlertFacts> factsOf(const QString &id,
                                                          const core::Principal &caller) const;
    /// What other programs found to be so; finished once it is durable. Errors: Limited.
    QFuture<core::Result<void>> take(const QList<alerts::Condition> &conditions);

private:
    struct Rooms;

    void listen();
    /// What others told of, as an alert; nothing: it is not of that kind, or one of ours.
    [[nodiscard]] std::optional<alerts::Condition> strangersIn(const core::Event &event) const;
    void hear(const core::Event &event);
    /// What was told shortly before the end may not have become an alert any more.
    QFuture<core::Result<void>> hearWhatWasTold();
    void tellChanged(const QList<alerts::Alert> &changed);
    void tellRaised(const alerts::Alert &alert);
    void tellMaintenance(const alerts::Occurrence &occurrence, alerts::MaintenanceState state);

    Surroundings m_around;
    std::unique_ptr<Rooms> m_rooms;
};

} // namespace engine
