// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalogue.h"

#include "catalog/audit.h"
#include "catalog/identity.h"
#include "catalog/metrics.h"
#include "catalog/ownaccount.h"
#include "catalog/session.h"
#include "catalog/tokens.h"

namespace catalog {

core::Catalog everything()
{
    core::Catalog catalog;
    audit::declare(catalog);
    identity::declare(catalog);
    identity::declareOwnAccount(catalog);
    identity::declareTokens(catalog);
    metrics::declare(catalog);
    session::declare(catalog);
    return catalog;
}

} // namespace catalog
