// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identity/service.h"

#include "catalog/onetimecodes.h"
#include "core/log.h"
#include "domain/identity/secretfile.h"

#include <QCoreApplication>

namespace identity {

namespace {
constexpr int tokenIdBytes = 16;
constexpr std::chrono::seconds longestAskedLifetime = std::chrono::hours(24);
constexpr std::chrono::seconds bridgingLifetime = std::chrono::minutes(5);

core::Error wrongPassword()
{
    return {core::ErrorCode::AuthenticationRequired,
            identity::Service::tr("The name or the password is wrong.")};
}

core::Error wrongSetupToken()
{
    return {core::ErrorCode::Forbidden,
            identity::Service::tr(
                "The set-up token is not valid or has been used. Restart the server to get a new one.")};
}

core::Error hasAdministratorAlready()
{
    return {core::ErrorCode::Conflict,
            identity::Service::tr("There is an administrator already. Sign in instead.")};
}

core::Reply userReply(const core::Result<User> &user)
{
    if (!user)
        return user.error();
    return *user;
}

core::Principal principalOf(const core::Account &account)
{
    core::Principal out;
    out.id = account.id;
    out.name = account.name;
    out.displayName = account.displayName.isEmpty() ? account.name : account.displayName;
    out.role = account.role;
    out.departments = account.departments;
    return out;
}
} // namespace

Service::Service(core::AccountStore &store, core::AuditStore &audit, core::Publisher &publisher,
                 core::Clock &clock, core::Entropy &entropy, Options options)
    : m_store(store), m_clock(clock), m_entropy(entropy), m_options(std::move(options)),
      m_audit(audit, clock), m_apiTokens(store, clock, entropy, m_audit),
      m_attempts(m_options.signInsPerMinute), m_setup(clock, m_options.setupTokenFile),
      m_revocations(store, clock), m_signIns(store, clock), m_codes(clock, entropy),
      m_accounts(store, publisher, clock, entropy, m_worker),
      m_ownAccount({m_accounts, m_worker, m_attempts, m_audit, m_signIns, m_codes, clock},
                   [this](const QString &id) { return endSignIn(id); }),
      m_worker(m_options.passwordCost)
{
    connect(&m_accounts, &Accounts::voided, &m_signIns, &SignIns::endAll);
    connect(&m_signIns, &SignIns::crowdedOut, this, &Service::endSignIn);
    connect(&m_apiTokens, &ApiTokens::revoked, this, &Service::tokenRevoked);
    connect(&m_accounts, &Accounts::revoked, this, &Service::accountRevoked);
    connect(&m_accounts, &Accounts::administratorAdded, this, [this] { m_setup.end(); });
}

core::Result<void> Service::loadKeys()
{
    const core::Result<QByteArray> key = tokenKey(m_options.keyFile, m_entropy);
    if (!key)
        return key.error();
    if (!m_options.auditKeyFile.isEmpty()) {
        const core::Result<QByteArray> auditKey = tokenKey(m_options.auditKeyFile, m_entropy);
        if (!auditKey)
            return auditKey.error();
        m_audit.open(*auditKey);
    }
    if (!m_options.vaultKeyFile.isEmpty()) {
        const core::Result<QByteArray> vaultKey = tokenKey(m_options.vaultKeyFile, m_entropy);
        if (!vaultKey)
            return vaultKey.error();
        m_codes.unlock(*vaultKey);
        m_vault.emplace(*vaultKey, m_entropy);
    }
    m_tokens.emplace(*key);
    return {};
}

QFuture<core::Result<void>> Service::start()
{
    if (const core::Result<void> loaded = loadKeys(); !loaded)
        return settled<void>(loaded);
    return m_accounts.load()
        .then(this,
              [this](const core::Result<void> &loaded) {
                  return loaded ? m_revocations.load() : settled<void>(loaded);
              })
        .unwrap()
        .then(this,
              [this](const core::Result<void> &loaded) {
                  return loaded ? m_apiTokens.load() : settled<void>(loaded);
              })
        .unwrap()
        .then(this,
              [this](const core::Result<void> &loaded) {
                  return loaded ? m_signIns.load() : settled<void>(loaded);
              })
        .unwrap()
        .then(this, [this](const core::Result<void> &loaded) -> core::Result<void> {
            return loaded ? prepareSetup() : loaded;
        });
}

void Service::stop()
{
    m_worker.stop();
    // The worker's answers are posted; nobody may come to fetch them once a context is gone.
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
    QCoreApplication::sendPostedEvents(&m_ownAccount, QEvent::MetaCall);
    QCoreApplication::sendPostedEvents(&m_accounts, QEvent::MetaCall);
    m_audit.close();
}

core::Result<void> Service::prepareSetup()
{
    if (hasAdministrator()) {
        m_setup.end(); // what an earlier run may have left behind
        return {};
    }
    return m_setup.make(m_entropy);
}

const core::Account *Service::accountOf(const core::Result<Claims> &claims) const
{
    const core::Account *account = claims ? m_accounts.roster().find(claims->account) : nullptr;
    const bool isGood = account != nullptr && account->isActive &&
                        account->tokenGeneration == claims->generation &&
                        !m_revocations.contains(claims->family);
    return isGood ? account : nullptr;
}

core::Result<core::Principal> Service::verify(const QString &accessToken) const
{
    if (!m_tokens)
        return badToken();
    if (ApiTokens::isOne(accessToken))
        return m_apiTokens.verify(accessToken);
    const core::Result<Claims> claims = m_tokens->read(accessToken, TokenKind::Access, m_clock.now());
    const core::Account *account = accountOf(claims);
    if (account == nullptr)
        return badToken();
    core::Principal principal = principalOf(*account);
    principal.expiresAt = claims->expiresAt;
    principal.tokenId = claims->family;
    return principal;
}

QList<core::Principal> Service::people() const
{
    QList<core::Principal> out;
    const QList<core::Account> accounts = m_accounts.roster().sorted();
    for (const core::Account &account : accounts) {
        if (account.isActive && account.role != core::Role::Agent)
            out << principalOf(account);
    }
    return out;
}

bool Service::isTaken(const QString &mark) const
{
    return m_accounts.roster().find(mark) != nullptr || m_accounts.roster().findByName(mark) != nullptr;
}

std::optional<User> Service::find(const QString &id) const
{
    const core::Account *account = m_accounts.roster().find(id);
    return account == nullptr ? std::nullopt : std::optional(userOf(*account));
}

QFuture<core::Result<TokenPair>> Service::login(const Credentials &credentials, const Origin &from,
                                                const std::optional<Lifetimes> &lifetimes)
{
    const core::Account *account = m_accounts.roster().findByName(credentials.username);
    Entry entry{credentials, from, lifetimesFrom(lifetimes), {}, {}, {}};
    entry.key = account != nullptr ? account->id : credentials.username;
    if (const auto wait = m_attempts.hold(entry.key, from.address, m_clock.steady())) {
        noteFailure(credentials.username, from.address, true);
        return settled<TokenPair>(tooSoon(*wait));
    }
    // No account has so long a password, and Unicode forms of it would cost more than the hash.
    if (credentials.password.size() > longestPassword) {
        m_attempts.failed(entry.key, from.address, m_clock.steady());
        noteFailure(credentials.username, from.address, false);
        return settled<TokenPair>(wrongPassword());
    }
    if (account != nullptr && account->isActive) {
        entry.accountId = account->id;
        entry.phc = account->passwordHash;
    }
    return m_worker.verify(credentials.password, entry.phc)
        .then(this, [=, this](const core::Result<bool> &fits) { return finishLogin(fits, entry); })
        .unwrap()
        .then(this, [=, this](const core::Result<TokenPair> &pair) { return noteSignIn(pair, entry); })
        .unwrap();
}

void Service::noteFailure(const QString &name, const QString &address, bool isHeld, const QString &detail)
{
    m_audit.noteStranger({isHeld ? QStringLiteral("lock_out") : QStringLiteral("sign_in"),
                          {},
                          {},
                          name,
                          address,
                          isHeld ? QStringLiteral("refused") : QStringLiteral("failed"),
                          detail});
}

QFuture<core::Result<TokenPair>> Service::noteSignIn(const core::Result<TokenPair> &pair, const Entry &entry)
{
    const QString &name = entry.credentials.username;
    if (!pair) {
        const core::ErrorCode code = pair.error().code;
        if (code == core::ErrorCode::AuthenticationRequired)
            noteFailure(name, entry.from.address, false);
        else if (code == core::ErrorCode::CodeRequired && !entry.credentials.otp.isEmpty())
            noteFailure(name, entry.from.address, false, QStringLiteral("one-time code"));
        return settled<TokenPair>(pair);
    }
    // Reading goes on while nothing can be saved, so the answer does not depend on the record.
    return m_audit
        .note({QStringLiteral("sign_in"), pair->user.username, pair->user.id, {}, entry.from.address})
        .then([pair](const core::Result<void> &) { return pair; });
}

const core::Account *Service::stillFits(const Entry &entry) const
{
    const core::Account *account = m_accounts.roster().find(entry.accountId);
    const bool fits = account != nullptr && account->isActive && account->passwordHash == entry.phc;
    return fits ? account : nullptr;
}

QFuture<core::Result<TokenPair>> Service::finishLogin(const core::Result<bool> &fits, const Entry &entry)
{
    if (const auto refusal = m_worker.refusal())
        return settled<TokenPair>(*refusal);
    if (!fits)
        return settled<TokenPair>(fits.error());
    // The account may have changed while its password was checked.
    const core::Account *account = stillFits(entry);
    if (!*fits || account == nullptr) {
        m_attempts.failed(entry.key, entry.from.address, m_clock.steady());
        return settled<TokenPair>(wrongPassword());
    }
    return account->codes.isEmpty() ? admit(*account, entry) : checkCode(*account, entry);
}

QFuture<core::Result<TokenPair>> Service::checkCode(const core::Account &account, const Entry &entry)
{
    if (entry.credentials.otp.isEmpty())
        return settled<TokenPair>(codeNeeded());
    const auto spent = m_codes.spend(account, entry.credentials.otp);
    if (!spent) {
        if (spent.error().code == core::ErrorCode::CodeRequired)
            m_attempts.failed(entry.key, entry.from.address, m_clock.steady());
        return settled<TokenPair>(spent.error());
    }
    const auto edit = [this, spent = *spent](core::Account &kept) {
        const auto sealed = m_codes.without(kept, spent);
        return sealed && (kept.codes = *sealed, true);
    };
    return m_accounts.amend(account.name, edit)
        .then(this,
              [this, entry, isRecovery = !spent->step](const core::Result<User> &kept) {
                  // A step is void for as long as it could be used again, saved or not; a recovery code would
                  // be good again after a restart.
                  if (!kept && isRecovery)
                      return settled<TokenPair>(kept.error());
                  const core::Account *still = stillFits(entry);
                  return still == nullptr ? settled<TokenPair>(wrongPassword()) : admit(*still, entry);
              })
        .unwrap();
}

QFuture<core::Result<TokenPair>> Service::admit(const core::Account &account, const Entry &entry)
{
    m_attempts.succeeded(entry.key, entry.from.address);
    const QString family = m_entropy.token(tokenIdBytes);
    m_signIns.begin(family, account.id, entry.from,
                    m_clock.now().addSecs(std::max(entry.lifetimes.refresh, entry.lifetimes.access).count()));
    return grant(account, family, entry.lifetimes);
}

QFuture<core::Result<TokenPair>> Service::grant(const core::Account &account, const QString &family,
                                                const Lifetimes &lifetimes)
{
    Claims claims{account.id,
                  account.name,
                  account.role,
                  TokenKind::Access,
                  account.tokenGeneration,
                  m_entropy.token(tokenIdBytes),
                  family,
                  m_clock.now(),
                  m_clock.now().addSecs(lifetimes.access.count())};
    const core::Result<QString> access = m_tokens->issue(claims);
    claims.kind = TokenKind::Refresh;
    claims.id = m_entropy.token(tokenIdBytes);
    claims.expiresAt = claims.issuedAt.addSecs(lifetimes.refresh.count());
    const core::Result<QString> refresh = m_tokens->issue(claims);
    if (!access || !refresh)
        return settled<TokenPair>(access ? refresh.error() : access.error());
    TokenPair pair{*access, *refresh, QStringLiteral("Bearer"), int(lifetimes.access.count()),
                   userOf(account)};
    return m_store.saveGrant({claims.id, family, account.id, claims.expiresAt, false})
        .then(this, [pair](const core::Result<void> &saved) mutable -> core::Result<TokenPair> {
            if (!saved && saved.error().code != core::ErrorCode::Unavailable)
                return saved.error();
            // A refresh token that is not saved is good for nothing; reading goes on without.
            if (!saved)
                pair.refreshToken.clear();
            return pair;
        });
}

QFuture<core::Result<TokenPair>> Service::refresh(const QString &refreshToken,
                                                  const std::optional<Lifetimes> &lifetimes,
                                                  const QString &address)
{
    const core::Result<Claims> claims =
        m_tokens ? m_tokens->read(refreshToken, TokenKind::Refresh, m_clock.now()) : badToken();
    if (accountOf(claims) == nullptr)
        return settled<TokenPair>(badToken());
    const Lifetimes life = lifetimesFrom(lifetimes);
    return m_store.spendGrant(claims->id)
        .then(this,
              [this, life, address, claims = *claims](const core::Result<core::RefreshGrant> &spent) {
                  return finishRefresh(spent, claims, life, address);
              })
        .unwrap();
}

QFuture<core::Result<TokenPair>> Service::finishRefresh(const core::Result<core::RefreshGrant> &spent,
                                                        const Claims &claims, const Lifetimes &lifetimes,
                                                        const QString &address)
{
    const core::Account *account = accountOf(claims);
    if (spent) {
        if (account == nullptr || spent->account != account->id)
            return settled<TokenPair>(badToken());
        return succeed(*account, claims, lifetimes, address);
    }
    switch (spent.error().code) {
    case core::ErrorCode::Conflict:
        if (account != nullptr && m_unsucceeded.remove(claims.id))
            return succeed(*account, claims, lifetimes, address);
        return settled<TokenPair>(endFamily(claims, address));
    case core::ErrorCode::Unavailable:
        return settled<TokenPair>(account == nullptr ? badToken() : bridge(*account, claims, lifetimes));
    default:
        return settled<TokenPair>(badToken());
    }
}

QFuture<core::Result<TokenPair>> Service::succeed(const core::Account &account, const Claims &spent,
                                                  const Lifetimes &lifetimes, const QString &address)
{
    m_signIns.renew(spent.family, account.id, address,
                    m_clock.now().addSecs(std::max(lifetimes.refresh, lifetimes.access).count()));
    return grant(account, spent.family, lifetimes)
        .then(this, [this, spent](const core::Result<TokenPair> &pair) {
            m_unsucceeded.removeIf([now = m_clock.now()](auto entry) { return entry.value() <= now; });
            // Its owner has nothing else to come back with.
            if (pair && pair->refreshToken.isEmpty())
                m_unsucceeded.insert(spent.id, spent.expiresAt);
            return pair;
        });
}

core::Result<TokenPair> Service::bridge(const core::Account &account, const Claims &unspent,
                                        const Lifetimes &lifetimes) const
{
    Claims claims = unspent;
    claims.name = account.name;
    claims.role = account.role;
    claims.kind = TokenKind::Access;
    claims.id = m_entropy.token(tokenIdBytes);
    claims.issuedAt = m_clock.now();
    const auto life = std::min(lifetimes.access, bridgingLifetime);
    claims.expiresAt = std::min(unspent.expiresAt, claims.issuedAt.addSecs(life.count()));
    const core::Result<QString> access = m_tokens->issue(claims);
    if (!access)
        return access.error();
    return TokenPair{*access,
                     {},
                     QStringLiteral("Bearer"),
                     int(claims.issuedAt.secsTo(claims.expiresAt)),
                     userOf(account)};
}

core::Result<TokenPair> Service::endFamily(const Claims &reused, const QString &address)
{
    m_audit.note({QStringLiteral("refresh_reused"),
                  reused.name,
                  reused.account,
                  {},
                  address,
                  QStringLiteral("refused"),
                  QStringLiteral("every token of this sign-in is void")});
    qCWarning(logIdentity, "A refresh token of %ls was used twice; its family is void",
              qUtf16Printable(core::loggable(reused.name)));
    const core::Account *account = accountOf(reused);
    endSignIn(reused.family);
    if (account != nullptr)
        m_accounts.announce(*account, QStringLiteral("reuse"), account->name);
    return badToken();
}

std::chrono::seconds Service::longestLifetime() const
{
    return std::max({longestAskedLifetime, m_options.lifetimes.access, m_options.lifetimes.refresh});
}

Lifetimes Service::lifetimesFrom(const std::optional<Lifetimes> &asked) const
{
    const Lifetimes lifetimes = asked.value_or(m_options.lifetimes);
    return {std::min(lifetimes.access, longestLifetime()), std::min(lifetimes.refresh, longestLifetime())};
}

QFuture<core::Result<void>> Service::endSignIn(const QString &family)
{
    if (m_revocations.contains(family))
        return settled<void>({});
    // No token given so far lasts longer, and none is given any more.
    const auto saved = m_revocations.add(family, m_clock.now().addSecs(longestLifetime().count()));
    m_signIns.end(family);
    Q_EMIT tokenRevoked(family);
    return saved;
}

QFuture<core::Result<void>> Service::logout(const QString &accessToken, const QString &refreshToken,
                                            const QString &address)
{
    QFuture<core::Result<void>> saved = settled<void>({});
    if (!m_tokens)
        return saved;
    const QDateTime now = m_clock.now();
    const auto end = [this, &address](const Claims &claims) {
        if (!m_revocations.contains(claims.family))
            m_audit.note({QStringLiteral("sign_out"), claims.name, claims.account, {}, address});
        return endSignIn(claims.family);
    };
    if (const auto refresh = m_tokens->read(refreshToken, TokenKind::Refresh, now))
        saved = end(*refresh);
    // After the other: what is saved last is saved when the other is.
    if (const auto access = m_tokens->read(accessToken, TokenKind::Access, now);
        access && !m_revocations.contains(access->family))
        saved = end(*access);
    return saved;
}

QFuture<core::Result<User>> Service::setUp(const QString &setupToken, const QString &username,
                                           const QString &password, const QString &address)
{
    const auto guard = [this, setupToken]() -> core::Result<void> {
        if (hasAdministrator())
            return hasAdministratorAlready();
        if (!m_setup.matches(setupToken))
            return wrongSetupToken();
        return {};
    };
    if (const core::Result<void> allowed = guard(); !allowed)
        return settled<User>(allowed.error());
    return m_accounts.add({username, password, QStringLiteral("admin"), {}, {}}, username, guard)
        .then(this,
              [=, this](const core::Result<User> &user) {
                  if (!user)
                      return settled<User>(user);
                  return m_audit
                      .note({QStringLiteral("user_added"), username, user->id, username, address,
                             QStringLiteral("ok"), QStringLiteral("admin, by the set-up token")})
                      .then([user](const core::Result<void> &) { return user; });
              })
        .unwrap();
}

User Service::userFor(const core::Principal &principal) const
{
    if (const core::Account *account = m_accounts.roster().find(principal.id))
        return userOf(*account);
    User user;
    user.id = principal.id;
    user.username = principal.name;
    user.displayName = principal.displayName;
    user.role = QString(core::roleWord(principal.role.value_or(core::Role::Guest)));
    user.createdAt = m_clock.now();
    return user;
}

std::optional<User> Service::findByName(const QString &name) const
{
    const core::Account *account = m_accounts.roster().findByName(name);
    return account == nullptr ? std::nullopt : std::optional(userOf(*account));
}

QList<User> Service::users() const
{
    QList<User> users;
    const QList<core::Account> accounts = m_accounts.roster().sorted();
    for (const core::Account &account : accounts)
        users << userOf(account);
    return users;
}

QFuture<core::Reply> Service::whoami(const core::Command &command)
{
    return core::ready(userFor(command.caller));
}

QFuture<core::Reply> Service::listUsers(const core::Command &)
{
    return core::ready(ListUsers::Reply{users()});
}

QFuture<core::Reply> Service::addUser(const core::Command &command)
{
    const auto asked = command.as<AddUser>();
    if (!asked)
        return core::ready(asked.error());
    Deed deed = deedOf(command, QStringLiteral("user_added"), asked->username);
    deed.detail = asked->role;
    return m_audit.follow(m_accounts.add(*asked, nameOf(command)).then(userReply), deed);
}

QFuture<core::Reply> Service::setPassword(const core::Command &command)
{
    const auto asked = command.as<SetPassword>();
    if (!asked)
        return core::ready(asked.error());
    Deed deed = deedOf(command, QStringLiteral("password"), asked->username);
    return m_audit.follow(
        m_accounts.setPassword(asked->username, asked->password, nameOf(command)).then(doneReply), deed);
}

QFuture<core::Reply> Service::enableUser(const core::Command &command)
{
    const auto asked = command.as<EnableUser>();
    if (!asked)
        return core::ready(asked.error());
    Deed deed = deedOf(command, asked->enabled ? QStringLiteral("enabled") : QStringLiteral("disabled"),
                       asked->username);
    return m_audit.follow(
        m_accounts.setEnabled(asked->username, asked->enabled, nameOf(command)).then(doneReply), deed);
}

QFuture<core::Reply> Service::setRole(const core::Command &command)
{
    const auto asked = command.as<SetRole>();
    if (!asked)
        return core::ready(asked.error());
    Deed deed = deedOf(command, QStringLiteral("role"), asked->username);
    deed.detail = asked->role;
    return m_audit.follow(m_accounts.setRole(asked->username, asked->role, nameOf(command)).then(doneReply),
                          deed);
}

QFuture<core::Reply> Service::setDepartments(const core::Command &command)
{
    const auto asked = command.as<SetDepartments>();
    if (!asked)
        return core::ready(asked.error());
    Deed deed = deedOf(command, QStringLiteral("departments"), asked->username);
    deed.detail = asked->departments.join(QStringLiteral(", ")).left(256);
    return m_audit.follow(
        m_accounts.setDepartments(asked->username, asked->departments, nameOf(command)).then(doneReply),
        deed);
}

QFuture<core::Reply> Service::resetCodes(const core::Command &command)
{
    const auto asked = command.as<ResetCodes>();
    if (!asked)
        return core::ready(asked.error());
    return m_audit.follow(m_accounts.resetCodes(asked->username, nameOf(command)).then(doneReply),
                          deedOf(command, QStringLiteral("otp_off"), asked->username));
}

} // namespace identity
