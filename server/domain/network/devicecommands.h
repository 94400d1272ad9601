// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/command.h"
#include "domain/network/devices.h"

namespace network {

/// Answers what is asked about devices. The dispatcher has checked role and schema; what a caller may not see
/// is not there.
class DeviceCommands final : public QObject
{
    Q_OBJECT
public:
    DeviceCommands(Devices &devices, core::ChangeStore &changes, core::Clock &clock)
        : m_devices(devices), m_changes(changes), m_clock(clock)
    {
    }

    /// Errors: Invalid (the network).
    QFuture<core::Reply> list(const core::Command &command);
    /// Errors: NotFound.
    QFuture<core::Reply> get(const core::Command &command);
    /// Errors: NotFound (nothing is set then), Invalid (a type that is none, a parent that is its child).
    QFuture<core::Reply> set(const core::Command &command);
    /// Errors: Invalid (the address), Conflict (it is known).
    QFuture<core::Reply> add(const core::Command &command);
    /// Errors: NotFound.
    QFuture<core::Reply> forget(const core::Command &command);
    /// Errors: NotFound.
    QFuture<core::Reply> merge(const core::Command &command);
    /// Errors: NotFound, Unavailable.
    QFuture<core::Reply> history(const core::Command &command);
    /// Errors: NotFound, Invalid (an empty time, or more than two years), Unavailable.
    QFuture<core::Reply> presence(const core::Command &command);
    /// Errors: Unavailable.
    QFuture<core::Reply> states(const core::Command &command);

private:
    [[nodiscard]] const Known *visible(const QString &id, const core::Principal &caller) const;
    /// The error, where one of them is not there for the caller.
    [[nodiscard]] std::optional<core::Error> missing(const QStringList &ids,
                                                     const core::Principal &caller) const;
    [[nodiscard]] std::optional<core::Error> badWish(const SetDevices &wish) const;

    Devices &m_devices;
    core::ChangeStore &m_changes;
    core::Clock &m_clock;
};

} // namespace network
