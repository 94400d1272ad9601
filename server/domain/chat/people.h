// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chat.h"

#include <functional>

namespace chat {

/// Somebody with an account.
struct Person
{
    QString id;
    QString name; ///< used to sign in
    QString displayName;
};

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
