// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identity/accounts.h"

#include "core/log.h"

namespace identity {

namespace {
constexpr int accountIdBytes = 12;
constexpr qsizetype longestDepartmentId = 128;

bool isActiveAdministrator(const core::Account &account)
{
    return account.isActive && account.role == core::Role::Admin;
}

/// Guests are made by the guest rule, never as accounts.
core::Result<core::Role> accountRole(const QString &word)
{
    const auto role = core::roleFromWord(word);
    if (!role || *role == core::Role::Guest)
        return core::Error{core::ErrorCode::Invalid,
                           identity::Accounts::tr("The role is viewer, operator, admin or agent.")};
    return *role;
}

core::Error noAccount(const QString &name)
{
    return {core::ErrorCode::NotFound, identity::Accounts::tr("There is no account %1.").arg(name)};
}

bool isDepartmentId(const QString &id)
{
    const auto fits = [](QChar letter) {
        return letter.isLetterOrNumber() || letter == u'.' || letter == u'_' || letter == u'-';
    };
    return !id.isEmpty() && id.size() <= longestDepartmentId && std::all_of(id.begin(), id.end(), fits);
}

/// The account asked for, checked but for its password and for being the only one of its name.
core::Result<core::Account> draftOf(const AddUser &asked)
{
    core::Account account;
    account.name = asked.username;
    account.displayName = asked.displayName.trimmed();
    account.email = asked.email.trimmed();
    const core::Result<core::Role> role = accountRole(asked.role);
    if (!role)
        return role.error();
    account.role = *role;
    for (const core::Result<void> &check :
         {checkUserName(account.name), checkDisplayName(account.displayName), checkEmail(account.email),
          checkPassword(asked.password)}) {
        if (!check)
            return check.error();
    }
    return account;
}
} // namespace

Accounts::Accounts(core::AccountStore &store, core::Publisher &publisher, core::Clock &clock,
                   core::Entropy &entropy, PasswordWorker &worker)
    : m_store(store), m_publisher(publisher), m_clock(clock), m_entropy(entropy), m_worker(worker),
      m_turns(*this)
{
}

QFuture<core::Result<void>> Accounts::load()
{
    return m_store.accounts().then(
        this, [this](const core::Result<QList<core::Account>> &accounts) -> core::Result<void> {
            if (!accounts)
                return accounts.error();
            m_roster.load(*accounts);
            return {};
        });
}

Accounts::Changed Accounts::add(const AddUser &asked, const QString &by, const Guard &guard)
{
    core::Result<core::Account> draft = draftOf(asked);
    if (!draft)
        return settled<User>(draft.error());
    if (const auto unique = m_roster.checkUnique(*draft); !unique)
        return settled<User>(unique.error());
    return m_worker.hash(asked.password, m_entropy.bytes(passwordSaltBytes))
        .then(
            this,
            [this, by, guard, account = std::move(draft).value()](const core::Result<QString> &hash) mutable {
                if (const auto refusal = m_worker.refusal())
                    return settled<User>(*refusal);
                if (!hash)
                    return settled<User>(hash.error());
                account.id = QStringLiteral("u-") + m_entropy.token(accountIdBytes);
                account.passwordHash = *hash;
                account.createdAt = m_clock.now();
                return m_turns.take<User>([=, this] { return saveNew(account, by, guard); });
            })
        .unwrap();
}

Accounts::Changed Accounts::saveNew(const core::Account &account, const QString &by, const Guard &guard)
{
    if (const auto allowed = guard ? guard() : core::Result<void>(); !allowed)
        return settled<User>(allowed.error());
    if (const auto unique = m_roster.checkUnique(account); !unique)
        return settled<User>(unique.error());
    return m_store.save(account).then(this, [=, this](const core::Result<void> &saved) -> core::Result<User> {
        if (!saved)
            return saved.error();
        m_roster.put(account);
        announce(account, QStringLiteral("added"), by);
        if (isActiveAdministrator(account))
            Q_EMIT administratorAdded();
        return userOf(account);
    });
}

Accounts::Changed Accounts::setPassword(const QString &name, const QString &password, const QString &by)
{
    if (const auto allowed = checkPassword(password); !allowed)
        return settled<User>(allowed.error());
    // Before the hash, which is dear.
    if (m_roster.findByName(name) == nullptr)
        return settled<User>(noAccount(name));
    return m_worker.hash(password, m_entropy.bytes(passwordSaltBytes))
        .then(this,
              [=, this](const core::Result<QString> &hash) {
                  if (const auto refusal = m_worker.refusal())
                      return settled<User>(*refusal);
                  if (!hash)
                      return settled<User>(hash.error());
                  return change(
                      {name, QStringLiteral("password"), by},
                      [phc = *hash](core::Account &account) { return account.passwordHash = phc, true; });
              })
        .unwrap();
}

Accounts::Changed Accounts::setEnabled(const QString &name, bool isEnabled, const QString &by)
{
    const QString word = isEnabled ? QStringLiteral("enabled") : QStringLiteral("disabled");
    return change({name, word, by}, [isEnabled](core::Account &account) {
        return std::exchange(account.isActive, isEnabled) != isEnabled;
    });
}

Accounts::Changed Accounts::setRole(const QString &name, const QString &role, const QString &by)
{
    const core::Result<core::Role> wanted = accountRole(role);
    if (!wanted)
        return settled<User>(wanted.error());
    return change({name, QStringLiteral("role"), by}, [role = *wanted](core::Account &account) {
        return std::exchange(account.role, role) != role;
    });
}

Accounts::Changed Accounts::setDepartments(const QString &name, const QStringList &departments,
                                           const QString &by)
{
    for (const QString &id : departments) {
        if (!isDepartmentId(id))
            return settled<User>(core::Error{core::ErrorCode::Invalid,
                                             tr("A department's id is 1–128 letters, digits and . _ -")});
    }
    QStringList limits = departments;
    limits.removeDuplicates();
    return change({name, QStringLiteral("departments"), by}, [limits](core::Account &account) {
        return std::exchange(account.departments, limits) != limits;
    });
}

Accounts::Changed Accounts::setCodes(const QString &name, const QByteArray &sealed, const QString &by)
{
    return change({name, QStringLiteral("otp"), by, Effect::KeepsSessions}, [sealed](core::Account &account) {
        return std::exchange(account.codes, sealed) != sealed;
    });
}

Accounts::Changed Accounts::resetCodes(const QString &name, const QString &by)
{
    return change({name, QStringLiteral("otp"), by}, [](core::Account &account) {
        return !std::exchange(account.codes, QByteArray()).isEmpty();
    });
}

Accounts::Changed Accounts::amend(const QString &name, const std::function<bool(core::Account &)> &edit)
{
    return change({name, {}, {}, Effect::Silent}, edit);
}

Accounts::Changed Accounts::change(const Change &change, const Edit &edit)
{
    return m_turns.take<User>([=, this] { return applyEdit(change, edit); });
}

Accounts::Changed Accounts::applyEdit(const Change &change, const Edit &edit)
{
    const core::Account *found = m_roster.findByName(change.name);
    if (found == nullptr)
        return settled<User>(noAccount(change.name));
    core::Account account = *found;
    if (!edit(account))
        return settled<User>(userOf(account));
    if (isActiveAdministrator(*found) && !isActiveAdministrator(account) &&
        m_roster.isLastAdministrator(*found))
        return settled<User>(
            core::Error{core::ErrorCode::Conflict,
                        tr("This is the last active administrator. Make another administrator first.")});
    if (change.effect == Effect::EndsSessions)
        ++account.tokenGeneration;
    return m_store.save(account).then(this, [=, this](const core::Result<void> &saved) -> core::Result<User> {
        if (!saved)
            return saved.error();
        m_roster.put(account);
        if (change.effect != Effect::Silent)
            announce(account, change.word, change.by);
        if (change.effect == Effect::EndsSessions)
            endSessions(account.id);
        if (isActiveAdministrator(account))
            Q_EMIT administratorAdded();
        return userOf(account);
    });
}

/// The new generation has made every token void already; the grants are only tidied away.
void Accounts::endSessions(const QString &accountId)
{
    Q_EMIT voided(accountId);
    // In the next turn: who changed their own account is answered before their session ends.
    QMetaObject::invokeMethod(
        this, [this, accountId] { Q_EMIT revoked(accountId); }, Qt::QueuedConnection);
    m_store.revokeGrants(accountId).then(this, [](const core::Result<void> &done) {
        if (!done)
            qCWarning(logIdentity, "Void refresh tokens stay stored: %ls",
                      qUtf16Printable(done.error().message));
    });
}

void Accounts::announce(const core::Account &account, const QString &change, const QString &by)
{
    const auto published = m_publisher.publish(AccountChanged{account.id, account.name, change, by});
    if (!published)
        qCWarning(logIdentity, "A change of an account was not published: %ls",
                  qUtf16Printable(published.error().message));
}

} // namespace identity
