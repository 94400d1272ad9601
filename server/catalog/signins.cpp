// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/signins.h"

namespace identity {

using core::field;

core::Fields SignIn::fields()
{
    return {field("id", &SignIn::id, "Stable id; no secret"),
            field("username", &SignIn::username, "Who"),
            field("address", &SignIn::address, "From where, the last time; empty: this machine's own window"),
            field("client", &SignIn::client, "What the program called itself; empty: nothing"),
            field("signed_in_at", &SignIn::signedInAt, "When the password was given"),
            field("used_at", &SignIn::usedAt, "When it was renewed last"),
            field("ends_at", &SignIn::endsAt, "When it ends unless it is renewed"),
            field("is_current", &SignIn::isCurrent, "Whether this connection was opened by it")};
}

core::Fields ListSignIns::Reply::fields()
{
    return {field("sign_ins", &Reply::signIns, "The one used last first")};
}

core::Fields ListSignIns::fields()
{
    return {field("username", &ListSignIns::username, "Whose; absent: the caller's").atMost(64),
            field("all", &ListSignIns::all, "Everybody's; for administrators").defaulted()};
}

core::Fields RevokeSignIn::fields() { return {field("id", &RevokeSignIn::id, "Which").atMost(64)}; }

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
