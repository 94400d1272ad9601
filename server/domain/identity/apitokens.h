// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/tokens.h"
#include "core/accountstore.h"
#include "core/entropy.h"
#include "domain/identity/audittrail.h"
#include "domain/identity/turns.h"

namespace identity {

/// A token as it is kept: of its secret only the SHA-256, which is enough for 256 random bits.
struct KeptToken
{
    ApiToken token;
    QString hash; ///< hexadecimal

    static core::Fields fields();
};

/// What programs sign in with: named, limited to a role or less, until they end or are revoked.
class ApiTokens final : public QObject
{
    Q_OBJECT

public:
    ApiTokens(core::AccountStore &store, core::Clock &clock, core::Entropy &entropy, AuditTrail &audit)
        : m_store(store), m_clock(clock), m_entropy(entropy), m_audit(audit), m_turns(*this)
    {
    }

    /// Errors: Unavailable, also when what is kept cannot be understood.
    QFuture<core::Result<void>> load();
    /// Whether a credential is one of these, good or not.
    [[nodiscard]] static bool isOne(const QString &credential);
    /// Errors: AuthenticationRequired.
    [[nodiscard]] core::Result<core::Principal> verify(const QString &credential) const;

    // Handlers; the dispatcher has checked role and schema.
    QFuture<core::Reply> list(const core::Command &command);
    /// Errors: Invalid (name, role, patterns, end), Conflict (name), Limited, Unavailable.
    QFuture<core::Reply> add(const core::Command &command);
    /// Errors: NotFound, Unavailable.
    QFuture<core::Reply> revoke(const core::Command &command);

Q_SIGNALS:
    /// Every session whose principal carries this `tokenId` must end now.
    void revoked(const QString &tokenId);

private:
    QFuture<core::Reply> saveNew(const AddToken &asked, const QString &by);
    QFuture<core::Reply> remove(const QString &id);
    /// Holds once it is saved.
    QFuture<core::Result<void>> replace(const QList<KeptToken> &tokens);

    core::AccountStore &m_store;
    core::Clock &m_clock;
    core::Entropy &m_entropy;
    AuditTrail &m_audit;
    QList<KeptToken> m_tokens;
    Turns m_turns;
};

} // namespace identity
