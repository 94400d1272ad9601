// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/identity.h"

namespace identity {

using core::field;

core::Fields User::fields()
{
    return {field("id", &User::id, "Stable id"),
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

core::Fields Done::fields() { return {}; }

core::Fields AccountChanged::fields()
{
    return {field("user_id", &AccountChanged::userId, "The account"),
            field("username", &AccountChanged::username, "Its name"),
            field("change", &AccountChanged::change,
                  "added, disabled, enabled, password, role, departments, otp, or "
                  "reuse (of a spent refresh token)"),
            field("by", &AccountChanged::by, "Who did it")};
}

core::Fields Authenticate::fields()
{
    return {field("token", &Authenticate::token, "Access token").atMost(8192)};
}

core::Fields Whoami::fields() { return {}; }

core::Fields ListUsers::Reply::fields() { return {field("users", &Reply::users, "Every account, by name")}; }

core::Fields ListUsers::fields() { return {}; }

core::Fields AddUser::fields()
{
    return {field("username", &AddUser::username, "1–64 of letters, digits and . _ - @").atMost(64),
            field("password", &AddUser::password, "At least 12 characters, not a common one").atMost(1024),
            field("role", &AddUser::role, "viewer, operator, admin or agent"),
            field("display_name", &AddUser::displayName, "Shown to people").atMost(128).defaulted(),
            field("email", &AddUser::email, "Unique, or empty").atMost(254).defaulted()};
}

core::Fields SetPassword::fields()
{
    return {
        field("username", &SetPassword::username, "Whose").atMost(64),
        field("password", &SetPassword::password, "At least 12 characters, not a common one").atMost(1024)};
}

core::Fields EnableUser::fields()
{
    return {field("username", &EnableUser::username, "Whose").atMost(64),
            field("enabled", &EnableUser::enabled, "False to switch off")};
}

core::Fields SetRole::fields()
{
    return {field("username", &SetRole::username, "Whose").atMost(64),
            field("role", &SetRole::role, "viewer, operator, admin or agent")};
}

core::Fields SetDepartments::fields()
{
    return {field("username", &SetDepartments::username, "Whose").atMost(64),
            field("departments", &SetDepartments::departments, "Their ids; empty: no limit").atMost(256)};
}

namespace {
User exampleUser()
{
    return {QStringLiteral("u-3f2a"),
            QStringLiteral("dana"),
            QStringLiteral("Dana K."),
            QStringLiteral("dana@example.org"),
            QStringLiteral("admin"),
            true,
            core::timeFromText(QStringLiteral("2026-11-20T08:00:00.000Z")),
            QStringList(),
            false};
}
} // namespace

void declare(core::Catalog &catalog)
{
    using namespace std::chrono_literals;
    const QString name = QStringLiteral("omar");
    const QString password = QStringLiteral("correct horse battery");
    catalog.event<AccountChanged>(
        {.priority = 4, .retention = std::chrono::days(730), .roles = core::roles::admins},
        {QStringLiteral("u-3f2a"), QStringLiteral("dana"), QStringLiteral("added"), QStringLiteral("local")});
    catalog.command<Authenticate>(core::roles::nobody, {QStringLiteral("eyJhbGciOiJIUzI1NiJ9.e30.c2ln")},
                                  exampleUser());
    catalog.command<Whoami>(core::roles::everyone, {}, exampleUser());
    catalog.command<ListUsers>(core::roles::admins, {}, {{exampleUser()}});
    catalog.command<AddUser>(core::roles::admins, {name, password, QStringLiteral("operator"), {}, {}},
                             exampleUser());
    catalog.command<SetPassword>(core::roles::admins, {name, password}, {});
    catalog.command<EnableUser>(core::roles::admins, {name, false}, {});
    catalog.command<SetRole>(core::roles::admins, {name, QStringLiteral("viewer")}, {});
    catalog.command<SetDepartments>(core::roles::admins, {name, QStringList{QStringLiteral("dept123")}}, {});
}

} // namespace identity
