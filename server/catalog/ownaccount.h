// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace identity {

/// Gives the caller's own account another password.
struct ChangePassword
{
    using Reply = Done;

    QString oldPassword;
    QString newPassword;

    static constexpr auto name = "identity.password";
    static constexpr auto summary = "Gives one's own account another password and ends its sessions";
    static core::Fields fields();
};

/// Declares what people do to their own account.
void declareOwnAccount(core::Catalog &catalog);

} // namespace identity
