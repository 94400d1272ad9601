// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace identity {

/// Begins to protect the caller's own account by one-time codes.
struct BeginCodes
{
    struct Reply
    {
        QString secret;
        QString uri;

        static core::Fields fields();
    };

    QString password;

    static constexpr auto name = "identity.otp.begin";
    static constexpr auto summary =
        "Makes a secret for one-time codes (RFC 6238); nothing changes before a code of it is confirmed";
    static core::Fields fields();
};

/// Ends the setting up: from now on the account needs a code to sign in.
struct ConfirmCodes
{
    struct Reply
    {
        QStringList recoveryCodes;

        static core::Fields fields();
    };

    QString otp;

    static constexpr auto name = "identity.otp.confirm";
    static constexpr auto summary =
        "Proves that the authenticator works; signing in needs a code from now on";
    static core::Fields fields();
};

/// Gives the caller's own protection up.
struct RemoveCodes
{
    using Reply = Done;

    QString password;

    static constexpr auto name = "identity.otp.remove";
    static constexpr auto summary = "Signing in to one's own account needs no code any more";
    static core::Fields fields();
};

/// Takes the protection off an account whose owner has lost the authenticator.
struct ResetCodes
{
    using Reply = Done;

    QString username;

    static constexpr auto name = "identity.users.otp.remove";
    static constexpr auto summary = "Signing in to an account needs no code any more, and its sessions end";
    static core::Fields fields();
};

/// Declares the commands about one-time codes.
void declareOneTimeCodes(core::Catalog &catalog);

} // namespace identity
