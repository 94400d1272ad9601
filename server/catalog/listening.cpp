// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/listening.h"

namespace session {

void declareListening(core::Catalog &catalog)
{
    const QStringList topics{QStringLiteral("security.event")};
    const SetFilter filter{topics,
                           {QStringLiteral("authentication"), QStringLiteral("authorization")},
                           {QStringLiteral("auth_service"), QStringLiteral("api_gateway")},
                           5,
                           10};
    catalog.command<SetFilter>(core::roles::everyone, filter, {});
    catalog.command<ClearFilter>(core::roles::everyone, {}, {});
    catalog.command<Status>(core::roles::everyone, {},
                            {ClientFigures{QStringLiteral("wall-2"), topics, filter, 0},
                             {12, 3, 3, 480, 0, 160, 1, 100, 0},
                             {160, 40, 0, 25, 20, 0, 2, 1, 0, 5, 1},
                             core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"))});
}

} // namespace session
