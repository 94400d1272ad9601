// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/accountstore.h"
#include "core/clock.h"
#include "domain/identity/origin.h"

#include <QHash>
#include <QObject>

namespace identity {

/// Where accounts are signed in, as it is kept: from the password to the end of the last refresh token.
class SignIns final : public QObject
{
    Q_OBJECT
public:
    /// Of one account; beyond that the one unused longest has to end.
    static constexpr qsizetype mostOfAccount = 1000;

    SignIns(core::AccountStore &store, core::Clock &clock) : m_store(store), m_clock(clock) {}

    /// Errors: Unavailable.
    QFuture<core::Result<void>> load();
    /// Somebody signed in. What cannot be saved is known until a restart.
    void begin(const QString &id, const QString &account, const Origin &from, const QDateTime &until);
    /// Somebody renewed a sign-in; one that is not known (of an older Belfry) is known from now on.
    void renew(const QString &id, const QString &account, const QString &address, const QDateTime &until);
    void end(const QString &id);
    /// Every one of the account ended; its rows are removed with its grants.
    void endAll(const QString &account);

    /// Nothing when it has ended or was never there.
    [[nodiscard]] const core::SignIn *find(const QString &id) const;
    /// Of one account, or of all with an empty id; the one used last first.
    [[nodiscard]] QList<core::SignIn> list(const QString &account = {});

Q_SIGNALS:
    /// The account has too many: this one must end.
    void crowdedOut(const QString &id);

private:
    void keep(const core::SignIn &signIn);
    void prune();

    core::AccountStore &m_store;
    core::Clock &m_clock;
    QHash<QString, core::SignIn> m_signIns;
    QHash<QString, int> m_counts; ///< account → how many
};

} // namespace identity
