// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"

namespace identity {

/// An account as it is shown; never with its password.
struct User
{
    QString id;
    QString username;
    QString displayName;
    QString email;
    QString role;
    bool isActive = true;
    QDateTime createdAt;
    QStringList departments;
    bool needsCode = false;

    static core::Fields fields();
};

/// What nothing else needs to be said about.
struct Done
{
    static core::Fields fields();
};

/// Somebody changed, was added or switched off; for administrators.
struct AccountChanged
{
    QString userId;
    QString username;
    QString change;
    QString by;

    static constexpr auto topic = "identity.account.changed";
    static constexpr auto summary = "An account was added, changed, disabled or got a new password";
    static core::Fields fields();
};

/// Proves who this connection speaks for.
struct Authenticate
{
    using Reply = User;

    QString token;

    static constexpr auto name = "identity.authenticate";
    static constexpr auto summary = "Signs this connection in with an access token";
    static core::Fields fields();
};

/// Asks whom this connection speaks for.
struct Whoami
{
    using Reply = User;

    static constexpr auto name = "identity.whoami";
    static constexpr auto summary = "Whom this connection speaks for";
    static core::Fields fields();
};

/// Lists the accounts.
struct ListUsers
{
    struct Reply
    {
        QList<User> users;

        static core::Fields fields();
    };

    static constexpr auto name = "identity.users.list";
    static constexpr auto summary = "Every account";
    static core::Fields fields();
};

/// Makes an account.
struct AddUser
{
    using Reply = User;

    QString username;
    QString password;
    QString role;
    QString displayName;
    QString email;

    static constexpr auto name = "identity.users.add";
    static constexpr auto summary = "Makes an account";
    static core::Fields fields();
};

/// Gives an account a new password.
struct SetPassword
{
    using Reply = Done;

    QString username;
    QString password;

    static constexpr auto name = "identity.users.passwd";
    static constexpr auto summary = "Gives an account a new password and ends its sessions";
    static core::Fields fields();
};

/// Switches an account off or on.
struct EnableUser
{
    using Reply = Done;

    QString username;
    bool enabled = false;

    static constexpr auto name = "identity.users.enable";
    static constexpr auto summary = "Switches an account on or off; off ends its sessions";
    static core::Fields fields();
};

/// Gives an account another role.
struct SetRole
{
    using Reply = Done;

    QString username;
    QString role;

    static constexpr auto name = "identity.users.role";
    static constexpr auto summary = "Gives an account another role and ends its sessions";
    static core::Fields fields();
};

/// Limits what an account sees to some departments.
struct SetDepartments
{
    using Reply = Done;

    QString username;
    QStringList departments;

    static constexpr auto name = "identity.users.departments";
    static constexpr auto summary = "Limits what an account sees to some departments and ends its sessions";
    static core::Fields fields();
};

/// Declares the facts and commands of this room.
void declare(core::Catalog &catalog);

} // namespace identity
