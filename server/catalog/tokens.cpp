// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/tokens.h"

namespace identity {

void declareTokens(core::Catalog &catalog)
{
    const QString name = QStringLiteral("weather station");
    const QString role = QStringLiteral("agent");
    const QStringList topics{QStringLiteral("metrics.*")};
    const ApiToken token{QStringLiteral("t-mC3kq0Zs1vYbT2aQ"),
                         name,
                         role,
                         QStringList(),
                         topics,
                         core::timeFromText(QStringLiteral("2026-11-20T08:00:00.000Z")),
                         QStringLiteral("dana"),
                         core::timeFromText(QStringLiteral("2027-11-20T08:00:00.000Z"))};
    catalog.command<ListTokens>(core::roles::admins, {}, {{token}});
    catalog.command<AddToken>(core::roles::admins, {name, role, QStringList(), topics, token.expiresAt},
                              {token, QStringLiteral("bft_mC3kq0Zs1vYbT2aQ…")});
    catalog.command<RevokeToken>(core::roles::admins, {token.id}, {});
}

} // namespace identity
