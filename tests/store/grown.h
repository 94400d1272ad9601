// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/schema.h"

namespace storetest {

/// The main schema as a later Belfry might have it, two steps on; the second fails when it is broken.
inline store::Schema grown(bool isBroken)
{
    store::Schema schema = store::mainSchema();
    schema.steps += {QStringLiteral("ALTER TABLE setting ADD COLUMN note TEXT"),
                     QStringLiteral("UPDATE setting SET note = 'grown'")};
    schema.steps += {isBroken ? QStringLiteral("CREATE TABLE setting (id)")
                              : QStringLiteral("CREATE TABLE extra (id INTEGER PRIMARY KEY)")};
    return schema;
}

} // namespace storetest
