// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalogue.h"

#include "catalog/alerts.h"
#include "catalog/chat.h"
#include "catalog/identity.h"
#include "catalog/metrics.h"
#include "catalog/presence.h"
#include "catalog/room.h"
#include "catalog/session.h"

namespace catalog {

core::Catalog everything()
{
    core::Catalog catalog;
    identity::declare(catalog);
    identity::declarePresence(catalog);
    metrics::declare(catalog);
    session::declare(catalog);
    alerts::declare(catalog);
    chat::declare(catalog);
    room::declare(catalog);
    return catalog;
}

} // namespace catalog
