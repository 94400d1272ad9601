// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/tokens.h"

namespace identity {

using core::field;

core::Fields ApiToken::fields()
{
    return {field("id", &ApiToken::id, "Stable id"),
            field("name", &ApiToken::name, "What it is for"),
            field("role", &ApiToken::role, "viewer, operator, admin or agent"),
            field("commands", &ApiToken::commands, "The only commands it may run; absent: all of its role"),
            field("topics", &ApiToken::topics, "The only facts it may publish; absent: all of its role"),
            field("created_at", &ApiToken::createdAt, "When it was made"),
            field("created_by", &ApiToken::createdBy, "Who made it"),
            field("expires_at", &ApiToken::expiresAt, "When it ends; absent: when it is revoked")};
}

core::Fields ListTokens::Reply::fields()
{
    return {field("tokens", &Reply::tokens, "Every one, the oldest first")};
}

core::Fields ListTokens::fields() { return {}; }

core::Fields AddToken::Reply::fields()
{
    return {field("token", &Reply::token, "What was made"),
            field("secret", &Reply::secret, "Sent where an access token is; shown only here")};
}

core::Fields AddToken::fields()
{
    return {field("name", &AddToken::tokenName, "What it is for; unique").atMost(64),
            field("role", &AddToken::role, "viewer, operator, admin or agent"),
            field("commands", &AddToken::commands, "Names, \"room.*\" or \"*\"; absent: all of its role")
                .atMost(256),
            field("topics", &AddToken::topics, "Topics, \"room.*\" or \"*\"; absent: all of its role")
                .atMost(256),
            field("expires_at", &AddToken::expiresAt, "Absent: it lasts until it is revoked")};
}

core::Fields RevokeToken::fields() { return {field("id", &RevokeToken::id, "Which").atMost(64)}; }

void declareTokens(core::Catalog &catalog)
{
    const QString name = QStringLiteral("weather station");
    const QString role = QStringLiteral("agent");
    const QStringList topics{QStringLiteral("metrics.*")};
    const ApiToken token{QStringLiteral("t-mC3kq0Zs1vYbT2aQ"),
                         name,
                         role,
                         QStringList(),
                         topics,
                         core::timeFromText(QStringLiteral("2026-11-20T08:00:00.000Z")),
                         QStringLiteral("dana"),
                         core::timeFromText(QStringLiteral("2027-11-20T08:00:00.000Z"))};
    catalog.command<ListTokens>(core::roles::admins, {}, {{token}});
    catalog.command<AddToken>(core::roles::admins, {name, role, QStringList(), topics, token.expiresAt},
                              {token, QStringLiteral("bft_mC3kq0Zs1vYbT2aQ…")});
    catalog.command<RevokeToken>(core::roles::admins, {token.id}, {});
}

} // namespace identity
