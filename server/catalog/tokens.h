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

    static core::Fields fields();
};

/// Lists the API tokens.
struct ListTokens
{
    struct Reply
    {
        QList<ApiToken> tokens;

        static core::Fields fields();
    };

    static constexpr auto name = "identity.tokens.list";
    static constexpr auto summary = "Every API token, without its secret";
    static core::Fields fields();
};

/// Makes an API token.
struct AddToken
{
    struct Reply
    {
        ApiToken token;
        QString secret;

        static core::Fields fields();
    };

    QString tokenName;
    QString role;
    std::optional<QStringList> commands;
    std::optional<QStringList> topics;
    std::optional<QDateTime> expiresAt;

    static constexpr auto name = "identity.tokens.add";
    static constexpr auto summary = "Makes an API token for a program; its secret is shown once";
    static core::Fields fields();
};

/// Ends an API token.
struct RevokeToken
{
    using Reply = Done;

    QString id;

    static constexpr auto name = "identity.tokens.revoke";
    static constexpr auto summary = "Ends an API token and closes what it has opened";
    static core::Fields fields();
};

/// Declares the commands about API tokens.
void declareTokens(core::Catalog &catalog);

} // namespace identity
