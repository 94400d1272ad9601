// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace identity {

/// One time somebody signed in, as long as its tokens can be renewed.
struct SignIn
{
    QString id;
    QString username;
    QString address;
    QString client;
    QDateTime signedInAt;
    QDateTime usedAt;
    QDateTime endsAt;
    bool isCurrent = false;

    static constexpr auto fields()
    {
        return std::tuple{
            field("id", &SignIn::id, "Stable id; no secret"),
            field("username", &SignIn::username, "Who"),
            field("address", &SignIn::address, "From where, the last time; empty: this machine's own window"),
            field("client", &SignIn::client, "What the program called itself; empty: nothing"),
            field("signed_in_at", &SignIn::signedInAt, "When the password was given"),
            field("used_at", &SignIn::usedAt, "When it was renewed last"),
            field("ends_at", &SignIn::endsAt, "When it ends unless it is renewed"),
            field("is_current", &SignIn::isCurrent, "Whether this connection was opened by it")};
    }
};

/// Lists where somebody is signed in.
struct ListSignIns
{
    struct Reply
    {
        QList<SignIn> signIns;

        static constexpr auto fields()
        {
            return std::tuple{field("sign_ins", &Reply::signIns, "The one used last first")};
        }
    };

    std::optional<QString> username;
    bool all = false;

    static constexpr auto name = "identity.sessions.list";
    static constexpr auto summary =
        "Where an account is signed in: one's own, or for administrators anybody's";
    static constexpr auto fields()
    {
        return std::tuple{field("username", &ListSignIns::username, "Whose; absent: the caller's").atMost(64),
                          field("all", &ListSignIns::all, "Everybody's; for administrators").defaulted()};
    }
};

/// Ends a sign-in from afar.
struct RevokeSignIn
{
    using Reply = Done;

    QString id;

    static constexpr auto name = "identity.sessions.revoke";
    static constexpr auto summary = "Ends a sign-in and closes what it has opened";
    static constexpr auto fields() { return std::tuple{field("id", &RevokeSignIn::id, "Which").atMost(64)}; }
};

/// Declares the commands about sign-ins.
void declareSignIns(core::Catalog &catalog);

} // namespace identity
