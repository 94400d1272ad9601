// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/principal.h"

#include <algorithm>

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

namespace {
bool isAmong(const QStringList &patterns, const QString &name)
{
    return std::any_of(patterns.begin(), patterns.end(), [&name](const QString &pattern) {
        return pattern == u"*" || pattern == name ||
               (pattern.endsWith(u".*") && QStringView(name).startsWith(QStringView(pattern).chopped(1)));
    });
}
} // namespace

bool Principal::mayRun(const QString &command) const
{
    // What a connection is made of is no power over anything, and what is published is ruled by its topics.
    const bool isHarmless = command.startsWith(u"session.") || command == u"identity.authenticate" ||
                            command == u"identity.whoami" || command == u"events.publish";
    return !commands || isHarmless || isAmong(*commands, command);
}

bool Principal::mayPublish(const QString &topic) const { return !topics || isAmong(*topics, topic); }

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
