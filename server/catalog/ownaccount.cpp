// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/ownaccount.h"

namespace identity {

using core::field;

core::Fields ChangePassword::fields()
{
    return {field("old_password", &ChangePassword::oldPassword, "The one so far").atMost(1024),
            field("new_password", &ChangePassword::newPassword, "At least 12 characters, not a common one")
                .atMost(1024)};
}

void declareOwnAccount(core::Catalog &catalog)
{
    catalog.command<ChangePassword>(
        core::roles::everyone,
        {QStringLiteral("correct horse battery"), QStringLiteral("mossy lantern quiet")}, {});
}

} // namespace identity
