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
    static constexpr auto fields()
    {
        return std::tuple{
            field("old_password", &ChangePassword::oldPassword, "The one so far").atMost(1024),
            field("new_password", &ChangePassword::newPassword, "At least 12 characters, not a common one")
                .atMost(1024)};
    }
};

/// Declares what people do to their own account.
void declareOwnAccount(core::Catalog &catalog);

} // namespace identity
