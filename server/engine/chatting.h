// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/attendance.h"
#include "core/catalog.h"
#include "core/clock.h"
#include "core/command.h"
#include "core/entropy.h"
#include "core/publisher.h"
#include "core/result.h"
#include "domain/chat/people.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace alerts {
class Notices;
} // namespace alerts
namespace chat {
class Service;
class Slash;
} // namespace chat
namespace identity {
class Profiles;
class Service;
} // namespace identity
namespace store {
class Store;
} // namespace store

namespace engine {

class Dispatcher;

/// Chat, and whom it asks: who people are, what alerts are called, and how somebody who is away is told.
class Chatting final : public QObject
{
    Q_OBJECT
public:
    struct Surroundings
    {
        store::Store &store;
        core::Attendance &attendance;
        core::Publisher &publisher;
        const core::Catalog &catalog;
        identity::Service &identity;
        identity::Profiles &profiles;
        alerts::Notices &notices;
        core::Clock &clock;
        core::Entropy &entropy;
    };
    explicit Chatting(const Surroundings &around);
    ~Chatting() override;

    /// Loads the rooms. Errors: Unavailable.
    QFuture<core::Result<void>> start();
    void registerAt(Dispatcher &dispatcher);
    /// Whom chat asks about alerts.
    void setAlerts(chat::Alerts alerts) { m_alerts = std::move(alerts); }
    /// Whom it asks about devices.
    void setDevices(chat::Devices devices) { m_devices = std::move(devices); }
    /// Where rooms of the house write what happened (`note`).
    [[nodiscard]] chat::Service &service();
    /// The room about an alert; empty: there is none.
    [[nodiscard]] QString roomOfAlert(const QString &alert) const;
    /// Where rooms of the house offer words to follow a slash.
    [[nodiscard]] chat::Slash &slash();

private:
    struct Rooms;

    Surroundings m_around;
    chat::Alerts m_alerts;
    chat::Devices m_devices;
    std::unique_ptr<Rooms> m_rooms;
};

} // namespace engine
