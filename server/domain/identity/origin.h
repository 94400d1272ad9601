// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace identity {

/// Where a request to sign in comes from.
struct Origin
{
    QString address;     ///< empty: this process
    QString client = {}; ///< what the program calls itself; foreign text
};

/// What somebody proves themselves with.
struct Credentials
{
    QString username; ///< or the e-mail
    QString password;
    QString otp = {}; ///< a one-time or recovery code, for an account that needs one
};

} // namespace identity
