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

    static core::Fields fields();
};

/// Lists where somebody is signed in.
struct ListSignIns
{
    struct Reply
    {
        QList<SignIn> signIns;

        static core::Fields fields();
    };

    std::optional<QString> username;
    bool all = false;

    static constexpr auto name = "identity.sessions.list";
    static constexpr auto summary =
        "Where an account is signed in: one's own, or for administrators anybody's";
    static core::Fields fields();
};

/// Ends a sign-in from afar.
struct RevokeSignIn
{
    using Reply = Done;

    QString id;

    static constexpr auto name = "identity.sessions.revoke";
    static constexpr auto summary = "Ends a sign-in and closes what it has opened";
    static core::Fields fields();
};

/// Declares the commands about sign-ins.
void declareSignIns(core::Catalog &catalog);

} // namespace identity
