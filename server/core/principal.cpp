// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/principal.h"

namespace core {

namespace {
struct RoleWord
{
    Role role;
    const char *word;
};
constexpr std::array roleWords{RoleWord{Role::Guest, "guest"}, RoleWord{Role::Viewer, "viewer"},
                               RoleWord{Role::Operator, "operator"}, RoleWord{Role::Admin, "admin"},
                               RoleWord{Role::Agent, "agent"}};
} // namespace

QLatin1String roleWord(Role role)
{
    for (const RoleWord &entry : roleWords) {
        if (entry.role == role)
            return QLatin1String(entry.word);
    }
    return QLatin1String("guest");
}

std::optional<Role> roleFromWord(QStringView word)
{
    for (const RoleWord &entry : roleWords) {
        if (word == QLatin1String(entry.word))
            return entry.role;
    }
    return std::nullopt;
}

Principal localAdministrator()
{
    Principal principal;
    principal.id = QStringLiteral("local");
    principal.name = QStringLiteral("local");
    principal.displayName = QStringLiteral("Local administrator");
    principal.role = Role::Admin;
    return principal;
}

} // namespace core
