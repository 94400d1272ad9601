// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/signins.h"

namespace identity {

void declareSignIns(core::Catalog &catalog)
{
    const QString name = QStringLiteral("dana");
    const QString id = QStringLiteral("mC3kq0Zs1vYbT2aQ");
    const SignIn signIn{id,
                        name,
                        QStringLiteral("192.0.2.44"),
                        QStringLiteral("Mozilla/5.0 (X11; Linux x86_64)"),
                        core::timeFromText(QStringLiteral("2026-11-20T08:00:00.000Z")),
                        core::timeFromText(QStringLiteral("2026-11-20T14:15:00.000Z")),
                        core::timeFromText(QStringLiteral("2026-11-21T14:15:00.000Z")),
                        true};
    catalog.command<ListSignIns>(core::roles::everyone, {name, false}, {{signIn}});
    catalog.command<RevokeSignIn>(core::roles::everyone, {id}, {});
}

} // namespace identity
