// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/ownaccount.h"

namespace identity {

void declareOwnAccount(core::Catalog &catalog)
{
    catalog.command<ChangePassword>(
        core::roles::everyone,
        {QStringLiteral("correct horse battery"), QStringLiteral("mossy lantern quiet")}, {});
}

} // namespace identity
