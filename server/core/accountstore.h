// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/principal.h"
#include "core/result.h"

#include <QDateTime>
#include <QFuture>
#include <QList>
#include <QStringList>

namespace core {

/// A person or program that may sign in.
struct Account
{
    QString id;   ///< stable, random
    QString name; ///< unique, case-insensitive
    QString displayName;
    QString email; ///< unique, or empty
    Role role = Role::Viewer;
    QString passwordHash; ///< Argon2id in PHC form
    bool isActive = true;
    int tokenGeneration = 0; ///< tokens of an older generation are void (password change, disabling)
    QDateTime createdAt;
    QStringList departments = {}; ///< the only ones whose facts it sees; empty: no limit
    QByteArray codes = {};        ///< sealed: what one-time codes are checked by; empty: none are needed
};

/// A refresh token in use: a rotating member of a family.
struct RefreshGrant
{
    QString id; ///< `jti`
    QString family;
    QString account;
    QDateTime expiresAt;
    bool isSpent = false;
};

/// One time somebody signed in, and what became of it: what its refresh tokens have in common.
struct SignIn
{
    QString id; ///< `fam`
    QString account;
    QString address; ///< of the last refresh
    QString client;  ///< what the program called itself
    QDateTime madeAt;
    QDateTime usedAt;
    QDateTime expiresAt;
};

/// The port behind which accounts are kept. Every write is durable when its future is finished.
class AccountStore
{
public:
    AccountStore() = default;
    virtual ~AccountStore() = default;
    AccountStore(const AccountStore &) = delete;
    AccountStore &operator=(const AccountStore &) = delete;

    virtual QFuture<Result<QList<Account>>> accounts() = 0;
    /// Inserts or replaces by id. Errors: Conflict when the name or e-mail belongs to another account.
    virtual QFuture<Result<void>> save(const Account &account) = 0;
    virtual QFuture<Result<void>> saveGrant(const RefreshGrant &grant) = 0;
    /// Marks the grant spent in the same transaction. Errors: NotFound; Conflict when it was spent before
    /// (reuse), in which case its whole family is removed.
    virtual QFuture<Result<RefreshGrant>> spendGrant(const QString &id) = 0;
    /// Removes every grant and sign-in of an account.
    virtual QFuture<Result<void>> revokeGrants(const QString &account) = 0;
    virtual QFuture<Result<QList<SignIn>>> signIns() = 0;
    /// Inserts or replaces by id.
    virtual QFuture<Result<void>> saveSignIn(const SignIn &signIn) = 0;
    /// Removes it and its grants.
    virtual QFuture<Result<void>> endSignIn(const QString &id) = 0;

    /// Small durable facts of the installation (signing key id, set-up state); empty when absent.
    virtual QFuture<Result<QByteArray>> setting(const QString &name) = 0;
    virtual QFuture<Result<void>> saveSetting(const QString &name, const QByteArray &value) = 0;
};

} // namespace core
