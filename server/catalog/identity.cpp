// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/identity.h"

namespace identity {

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
