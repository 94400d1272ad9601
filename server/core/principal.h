// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDateTime>
#include <QFlags>
#include <QSet>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace core {

/// What somebody may do. Not a ladder: an agent feeds data and may not look around.
enum class Role { Guest = 1, Viewer = 2, Operator = 4, Admin = 8, Agent = 16 };
Q_DECLARE_FLAGS(Roles, Role)
Q_DECLARE_OPERATORS_FOR_FLAGS(Roles)

/// The roles as they are written everywhere.
QLatin1String roleWord(Role role);
std::optional<Role> roleFromWord(QStringView word);

namespace roles {
/// No sign-in needed.
inline constexpr Roles nobody{};
inline constexpr Roles viewers{
    QFlag(int(Role::Guest) | int(Role::Viewer) | int(Role::Operator) | int(Role::Admin))};
inline constexpr Roles operators{QFlag(int(Role::Operator) | int(Role::Admin))};
inline constexpr Roles admins{QFlag(int(Role::Admin))};
inline constexpr Roles agents{QFlag(int(Role::Agent) | int(Role::Operator) | int(Role::Admin))};
inline constexpr Roles everyone{QFlag(31)};
} // namespace roles

/// Stands where a list of departments would mean no limit by being empty: none of them. No department has
/// this id.
inline constexpr auto noDepartment = "/";

/// Whom a session or a command speaks for. Made from a token or the guest rule, never from a payload.
struct Principal
{
    QString id;          ///< account id; empty while nobody has signed in
    QString name;        ///< the name used to sign in
    QString displayName; ///< the name shown to people
    std::optional<Role> role;
    QStringList departments;            ///< limits the view to these; empty: no limit
    std::optional<QDateTime> expiresAt; ///< UTC; when the token that proves this ends
    QString tokenId;                    ///< the sign-in (`fam`) or the API token that proves this
    bool isGuest = false;               ///< let in without a token
    /// Of a narrowed API token: the commands it may run and the facts it may publish, as patterns. Absent:
    /// all its role may.
    std::optional<QStringList> commands;
    std::optional<QStringList> topics;

    [[nodiscard]] bool isKnown() const { return role.has_value(); }
    /// True when this role is among `needed`, or nothing is needed.
    [[nodiscard]] bool may(Roles needed) const { return !needed || (role && needed.testFlag(*role)); }
    /// Whether its token, if it is narrowed, is for this command.
    [[nodiscard]] bool mayRun(const QString &command) const;
    /// Whether its token, if it is narrowed, is for facts of this topic.
    [[nodiscard]] bool mayPublish(const QString &topic) const;
    /// What a program is called where it is named: an API token by its own name, an account by its user name.
    [[nodiscard]] QString programName() const
    {
        const bool isApiToken = !tokenId.isEmpty() && tokenId == id;
        return isApiToken ? displayName : name;
    }
    bool operator==(const Principal &) const = default;
};

/// The administrator at the machine: whoever may read the data directory.
Principal localAdministrator();

} // namespace core

Q_DECLARE_METATYPE(core::Principal)
