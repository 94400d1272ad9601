// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chat.h"
#include "core/principal.h"

#include <functional>

namespace chat {

/// Somebody with an account.
struct Person
{
    QString id;
    QString name; ///< used to sign in
    QString displayName;
    QStringList departments = {}; ///< limits the view to these; empty: no limit
    core::Role role = core::Role::Viewer;
};

/// What chat knows of an alert.
struct AlertFacts
{
    QString id; ///< as everybody writes it
    QString title;
    QString departmentId;
    QString matchers; ///< those that its labels fit, as Prometheus writes them
};
/// The alert of an id, as far as the caller may see it.
using Alerts = std::function<std::optional<AlertFacts>(const QString &id, const core::Principal &caller)>;

/// What chat knows of a device.
struct DeviceFacts
{
    QString id;
    QString name;
};
/// The devices somebody means by a name, an address or an id, as far as the caller may see them.
using Devices = std::function<QList<DeviceFacts>(const QString &said, const core::Principal &caller)>;

/// What chat asks of those who know people.
struct People
{
    std::function<QList<Person>()> everybody;
    /// By account id or user name.
    std::function<std::optional<Person>(const QString &mark)> find;
    /// Somebody is called in a room that none of their connections hears.
    std::function<void(const QString &account, const Message &message)> mentioned;
};

} // namespace chat
