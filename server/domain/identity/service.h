// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/command.h"
#include "domain/identity/accounts.h"
#include "domain/identity/apitokens.h"
#include "domain/identity/attempts.h"
#include "domain/identity/audittrail.h"
#include "domain/identity/onetimecodes.h"
#include "domain/identity/origin.h"
#include "domain/identity/ownaccount.h"
#include "domain/identity/revocations.h"
#include "domain/identity/setuptoken.h"
#include "domain/identity/signins.h"
#include "domain/identity/tokens.h"

namespace identity {

/// How people sign in.
struct Options
{
    QString keyFile;      ///< made when absent; 0600
    QString auditKeyFile; ///< seals the audit trail; made when absent; 0600. Empty: nothing is noted
    QString
        vaultKeyFile; ///< seals the secrets that are kept; made when absent; 0600. Empty: none can be kept
    QString setupTokenFile; ///< empty: the set-up token is only told, not written
    Lifetimes lifetimes;
    PasswordCost passwordCost;
    int signInsPerMinute = 20; ///< from one address
};

/// What somebody who signed in gets.
struct TokenPair
{
    QString accessToken;
    QString refreshToken; ///< empty while nothing can be saved: what was given before stays good
    QString tokenType = QStringLiteral("Bearer");
    int expiresIn = 0; ///< seconds the access token is good for
    User user;
};

/// Who people are: accounts, signing in, tokens, and the first administrator.
class Service final : public QObject
{
    Q_OBJECT

public:
    Service(core::AccountStore &store, core::AuditStore &audit, core::Publisher &publisher,
            core::Clock &clock, core::Entropy &entropy, Options options);
    ~Service() override { stop(); }

    /// Loads the key and the accounts; makes a set-up token when there is no active administrator.
    /// Errors: Unavailable from the store, or when the key file is missing in a way that cannot be mended.
    QFuture<core::Result<void>> start();
    /// Waits for the password being hashed; whoever waits for one, or asks later, is answered Unavailable.
    /// Idempotent. To be called before the store closes and before anything that waits for an answer dies.
    void stop();

    [[nodiscard]] std::optional<QString> setupToken() const { return m_setup.text(); }
    [[nodiscard]] bool hasAdministrator() const { return m_accounts.roster().hasAdministrator(); }
    /// Who an access token or an API token speaks for, now. Errors: AuthenticationRequired.
    [[nodiscard]] core::Result<core::Principal> verify(const QString &accessToken) const;
    /// The account a principal stands for, or what is known of a guest or the local administrator.
    [[nodiscard]] User userFor(const core::Principal &principal) const;
    /// Whether an id, name or e-mail belongs to an account, so that no guest may carry it.
    [[nodiscard]] bool isTaken(const QString &mark) const;
    /// Everybody who may sign in, programs apart.
    [[nodiscard]] QList<core::Principal> people() const;
    /// The account of this id; nothing when there is none.
    [[nodiscard]] std::optional<User> find(const QString &id) const;
    /// By user name or e-mail, whatever their case.
    [[nodiscard]] std::optional<User> findByName(const QString &name) const;
    /// Everybody, by user name.
    [[nodiscard]] QList<User> users() const;

    /// Lifetimes beyond 24 h and beyond those of the options are cut. While nothing can be saved there is no
    /// refresh token, and no recovery code is taken. Errors: AuthenticationRequired; CodeRequired when the
    /// password is right and the one-time code is missing or not; Limited when tried too often or too many
    /// wait; Unavailable while stopping.
    QFuture<core::Result<TokenPair>> login(const Credentials &credentials, const Origin &from,
                                           const std::optional<Lifetimes> &lifetimes = {});
    /// Each refresh token is good once; a second use ends the sign-in it came from, with every token of it.
    /// While nothing can be saved it stays good and the answer is an access token of at most 5 min alone, so
    /// that people can go on reading. Then only what the token itself and the accounts tell is checked
    /// (signature, end, account, ended sign-ins): that it was used before is found out afterwards.
    /// Errors: AuthenticationRequired.
    QFuture<core::Result<TokenPair>> refresh(const QString &refreshToken,
                                             const std::optional<Lifetimes> &lifetimes = {},
                                             const QString &address = {});
    /// Ends the sign-in the tokens came from, with every token of it; either may be empty. Never fails:
    /// what cannot be saved holds until a restart, and is saved when that works again.
    QFuture<core::Result<void>> logout(const QString &accessToken, const QString &refreshToken,
                                       const QString &address = {});
    /// Makes the first administrator. Errors: Forbidden (wrong or spent token), Conflict, Invalid, Limited,
    /// Unavailable.
    QFuture<core::Result<User>> setUp(const QString &setupToken, const QString &username,
                                      const QString &password, const QString &address = {});
    [[nodiscard]] AuditTrail &audit() { return m_audit; }
    /// What seals secrets that are kept; null: none can be, or the service was not started.
    [[nodiscard]] const Vault *vault() const { return m_vault ? &*m_vault : nullptr; }
    [[nodiscard]] ApiTokens &apiTokens() { return m_apiTokens; }
    [[nodiscard]] OwnAccount &ownAccount() { return m_ownAccount; }

    // Handlers; the dispatcher has checked role and schema. identity.authenticate is the engine's.
    QFuture<core::Reply> whoami(const core::Command &command);
    QFuture<core::Reply> listUsers(const core::Command &command);
    QFuture<core::Reply> addUser(const core::Command &command);
    QFuture<core::Reply> setPassword(const core::Command &command);
    QFuture<core::Reply> enableUser(const core::Command &command);
    QFuture<core::Reply> setRole(const core::Command &command);
    QFuture<core::Reply> setDepartments(const core::Command &command);
    QFuture<core::Reply> resetCodes(const core::Command &command);

Q_SIGNALS:
    /// Every session of this account must end now.
    void accountRevoked(const QString &accountId);
    /// A sign-in ended: every session whose principal carries this `tokenId` (`fam`) must end now.
    void tokenRevoked(const QString &tokenId);

private:
    /// The account a token speaks for, unless it is void by now.
    const core::Account *accountOf(const core::Result<Claims> &claims) const;
    /// A sign-in on its way.
    struct Entry
    {
        Credentials credentials;
        Origin from;
        Lifetimes lifetimes;
        QString key;       ///< what its attempts are counted by
        QString accountId; ///< empty: nobody
        QString phc;       ///< what the password is checked by
    };
    QFuture<core::Result<TokenPair>> finishLogin(const core::Result<bool> &fits, const Entry &entry);
    /// The account of an entry whose password fits, unless it has changed meanwhile.
    [[nodiscard]] const core::Account *stillFits(const Entry &entry) const;
    QFuture<core::Result<TokenPair>> checkCode(const core::Account &account, const Entry &entry);
    QFuture<core::Result<TokenPair>> admit(const core::Account &account, const Entry &entry);
    QFuture<core::Result<TokenPair>> finishRefresh(const core::Result<core::RefreshGrant> &spent,
                                                   const Claims &claims, const Lifetimes &lifetimes,
                                                   const QString &address);
    QFuture<core::Result<TokenPair>> grant(const core::Account &account, const QString &family,
                                           const Lifetimes &lifetimes);
    /// The next tokens of a sign-in, for a refresh token that is spent.
    QFuture<core::Result<TokenPair>> succeed(const core::Account &account, const Claims &spent,
                                             const Lifetimes &lifetimes, const QString &address);
    /// A short access token for a refresh token that cannot be spent now.
    [[nodiscard]] core::Result<TokenPair> bridge(const core::Account &account, const Claims &unspent,
                                                 const Lifetimes &lifetimes) const;
    [[nodiscard]] core::Result<TokenPair> endFamily(const Claims &reused, const QString &address);
    QFuture<core::Result<void>> endSignIn(const QString &family);
    core::Result<void> loadKeys();
    /// A sign-in that did not come about; `isHeld`: it was not even tried.
    void noteFailure(const QString &name, const QString &address, bool isHeld, const QString &detail = {});
    QFuture<core::Result<TokenPair>> noteSignIn(const core::Result<TokenPair> &pair, const Entry &entry);
    [[nodiscard]] std::chrono::seconds longestLifetime() const;
    [[nodiscard]] Lifetimes lifetimesFrom(const std::optional<Lifetimes> &asked) const;
    core::Result<void> prepareSetup();

    core::AccountStore &m_store;
    core::Clock &m_clock;
    core::Entropy &m_entropy;
    const Options m_options;
    std::optional<Tokens> m_tokens;
    AuditTrail m_audit;
    ApiTokens m_apiTokens;
    Attempts m_attempts;
    SetupToken m_setup;
    Revocations m_revocations;
    QHash<QString, QDateTime> m_unsucceeded; ///< spent `jti` whose successor was not saved → its end
    SignIns m_signIns;
    OneTimeCodes m_codes;
    std::optional<Vault> m_vault;
    Accounts m_accounts;
    OwnAccount m_ownAccount;
    PasswordWorker m_worker; // last: its thread ends while the others live, which its answers are for
};

} // namespace identity
