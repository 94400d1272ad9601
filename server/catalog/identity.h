// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"

namespace identity {

using core::field;

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

    static constexpr auto fields()
    {
        return std::tuple{
            field("id", &User::id, "Stable id"),
            field("username", &User::username, "To sign in with"),
            field("display_name", &User::displayName, "Shown to people"),
            field("email", &User::email, "Or empty"),
            field("role", &User::role, "viewer, operator, admin, agent or guest"),
            field("is_active", &User::isActive, "False: may not sign in"),
            field("created_at", &User::createdAt, "When the account was made"),
            field("departments", &User::departments, "The only ones whose facts it sees; empty: no limit")
                .defaulted(),
            field("otp", &User::needsCode, "True: signing in needs a one-time code").defaulted()};
    }
};

/// What nothing else needs to be said about.
struct Done
{
    static constexpr auto fields() { return std::tuple{}; }
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
    static constexpr auto fields()
    {
        return std::tuple{field("user_id", &AccountChanged::userId, "The account"),
                          field("username", &AccountChanged::username, "Its name"),
                          field("change", &AccountChanged::change,
                                "added, disabled, enabled, password, role, departments, otp, or "
                                "reuse (of a spent refresh token)"),
                          field("by", &AccountChanged::by, "Who did it")};
    }
};

/// Proves who this connection speaks for.
struct Authenticate
{
    using Reply = User;

    QString token;

    static constexpr auto name = "identity.authenticate";
    static constexpr auto summary = "Signs this connection in with an access token";
    static constexpr auto fields()
    {
        return std::tuple{field("token", &Authenticate::token, "Access token").atMost(8192)};
    }
};

/// Asks whom this connection speaks for.
struct Whoami
{
    using Reply = User;

    static constexpr auto name = "identity.whoami";
    static constexpr auto summary = "Whom this connection speaks for";
    static constexpr auto fields() { return std::tuple{}; }
};

/// Lists the accounts.
struct ListUsers
{
    struct Reply
    {
        QList<User> users;

        static constexpr auto fields()
        {
            return std::tuple{field("users", &Reply::users, "Every account, by name")};
        }
    };

    static constexpr auto name = "identity.users.list";
    static constexpr auto summary = "Every account";
    static constexpr auto fields() { return std::tuple{}; }
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
    static constexpr auto fields()
    {
        return std::tuple{
            field("username", &AddUser::username, "1–64 of letters, digits and . _ - @").atMost(64),
            field("password", &AddUser::password, "At least 12 characters, not a common one").atMost(1024),
            field("role", &AddUser::role, "viewer, operator, admin or agent"),
            field("display_name", &AddUser::displayName, "Shown to people").atMost(128).defaulted(),
            field("email", &AddUser::email, "Unique, or empty").atMost(254).defaulted()};
    }
};

/// Gives an account a new password.
struct SetPassword
{
    using Reply = Done;

    QString username;
    QString password;

    static constexpr auto name = "identity.users.passwd";
    static constexpr auto summary = "Gives an account a new password and ends its sessions";
    static constexpr auto fields()
    {
        return std::tuple{
            field("username", &SetPassword::username, "Whose").atMost(64),
            field("password", &SetPassword::password, "At least 12 characters, not a common one")
                .atMost(1024)};
    }
};

/// Switches an account off or on.
struct EnableUser
{
    using Reply = Done;

    QString username;
    bool enabled = false;

    static constexpr auto name = "identity.users.enable";
    static constexpr auto summary = "Switches an account on or off; off ends its sessions";
    static constexpr auto fields()
    {
        return std::tuple{field("username", &EnableUser::username, "Whose").atMost(64),
                          field("enabled", &EnableUser::enabled, "False to switch off")};
    }
};

/// Gives an account another role.
struct SetRole
{
    using Reply = Done;

    QString username;
    QString role;

    static constexpr auto name = "identity.users.role";
    static constexpr auto summary = "Gives an account another role and ends its sessions";
    static constexpr auto fields()
    {
        return std::tuple{field("username", &SetRole::username, "Whose").atMost(64),
                          field("role", &SetRole::role, "viewer, operator, admin or agent")};
    }
};

/// Limits what an account sees to some departments.
struct SetDepartments
{
    using Reply = Done;

    QString username;
    QStringList departments;

    static constexpr auto name = "identity.users.departments";
    static constexpr auto summary = "Limits what an account sees to some departments and ends its sessions";
    static constexpr auto fields()
    {
        return std::tuple{
            field("username", &SetDepartments::username, "Whose").atMost(64),
            field("departments", &SetDepartments::departments, "Their ids; empty: no limit").atMost(256)};
    }
};

/// Declares the facts and commands of this room.
void declare(core::Catalog &catalog);

} // namespace identity
