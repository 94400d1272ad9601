// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace identity {

/// What a program signs in with instead of a password; never with its secret.
struct ApiToken
{
    QString id;
    QString name;
    QString role;
    std::optional<QStringList> commands;
    std::optional<QStringList> topics;
    QDateTime createdAt;
    QString createdBy;
    std::optional<QDateTime> expiresAt;

    static constexpr auto fields()
    {
        return std::tuple{
            field("id", &ApiToken::id, "Stable id"),
            field("name", &ApiToken::name, "What it is for"),
            field("role", &ApiToken::role, "viewer, operator, admin or agent"),
            field("commands", &ApiToken::commands, "The only commands it may run; absent: all of its role"),
            field("topics", &ApiToken::topics, "The only facts it may publish; absent: all of its role"),
            field("created_at", &ApiToken::createdAt, "When it was made"),
            field("created_by", &ApiToken::createdBy, "Who made it"),
            field("expires_at", &ApiToken::expiresAt, "When it ends; absent: when it is revoked")};
    }
};

/// Lists the API tokens.
struct ListTokens
{
    struct Reply
    {
        QList<ApiToken> tokens;

        static constexpr auto fields()
        {
            return std::tuple{field("tokens", &Reply::tokens, "Every one, the oldest first")};
        }
    };

    static constexpr auto name = "identity.tokens.list";
    static constexpr auto summary = "Every API token, without its secret";
    static constexpr auto fields() { return std::tuple{}; }
};

/// Makes an API token.
struct AddToken
{
    struct Reply
    {
        ApiToken token;
        QString secret;

        static constexpr auto fields()
        {
            return std::tuple{
                field("token", &Reply::token, "What was made"),
                field("secret", &Reply::secret, "Sent where an access token is; shown only here")};
        }
    };

    QString tokenName;
    QString role;
    std::optional<QStringList> commands;
    std::optional<QStringList> topics;
    std::optional<QDateTime> expiresAt;

    static constexpr auto name = "identity.tokens.add";
    static constexpr auto summary = "Makes an API token for a program; its secret is shown once";
    static constexpr auto fields()
    {
        return std::tuple{
            field("name", &AddToken::tokenName, "What it is for; unique").atMost(64),
            field("role", &AddToken::role, "viewer, operator, admin or agent"),
            field("commands", &AddToken::commands, "Names, \"room.*\" or \"*\"; absent: all of its role")
                .atMost(256),
            field("topics", &AddToken::topics, "Topics, \"room.*\" or \"*\"; absent: all of its role")
                .atMost(256),
            field("expires_at", &AddToken::expiresAt, "Absent: it lasts until it is revoked")};
    }
};

/// Ends an API token.
struct RevokeToken
{
    using Reply = Done;

    QString id;

    static constexpr auto name = "identity.tokens.revoke";
    static constexpr auto summary = "Ends an API token and closes what it has opened";
    static constexpr auto fields() { return std::tuple{field("id", &RevokeToken::id, "Which").atMost(64)}; }
};

/// Declares the commands about API tokens.
void declareTokens(core::Catalog &catalog);

} // namespace identity
