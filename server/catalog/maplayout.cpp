// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/maplayout.h"

namespace network {

void declareMapLayout(core::Catalog &catalog)
{
    const QString view = QStringLiteral("status");
    const QList<Placement> placed{{QStringLiteral("d-7c"), 120, -40, QString()}};
    const QStringList released{QStringLiteral("d-8")};
    const QString token = QStringLiteral("w1-7");
    catalog.event<LayoutChanged>({.priority = 2}, {view, placed, released, QStringLiteral("dana"), token});
    catalog.command<GetLayout>(core::roles::viewers, {view}, {placed});
    catalog.command<SetLayout>(core::roles::operators, {view, placed, released, token}, {});
}

} // namespace network
