// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "core/entropy.h"
#include "core/publisher.h"
#include "domain/identity/passwordworker.h"
#include "domain/identity/roster.h"
#include "domain/identity/turns.h"

namespace identity {

/// Adds and changes accounts, durably and one after the other; says every change as identity.account.changed.
/// There is always an active administrator left once there was one.
class Accounts final : public QObject
{
    Q_OBJECT

public:
    using Changed = QFuture<core::Result<User>>;
    /// Asked again right before saving. Errors: why it may not be done any more.
    using Guard = std::function<core::Result<void>()>;

    Accounts(core::AccountStore &store, core::Publisher &publisher, core::Clock &clock,
             core::Entropy &entropy, PasswordWorker &worker);

    QFuture<core::Result<void>> load();
    [[nodiscard]] const Roster &roster() const { return m_roster; }

    /// Errors: Invalid (name, role, e-mail, password), Conflict (name or e-mail taken), Limited, Unavailable.
    Changed add(const AddUser &asked, const QString &by, const Guard &guard = {});
    /// Errors: NotFound, Invalid (password), Limited, Unavailable.
    Changed setPassword(const QString &name, const QString &password, const QString &by);
    /// Errors: NotFound, Conflict (the last active administrator), Unavailable.
    Changed setEnabled(const QString &name, bool isEnabled, const QString &by);
    /// Errors: NotFound, Invalid (role), Conflict (the last active administrator), Unavailable.
    Changed setRole(const QString &name, const QString &role, const QString &by);
    /// Limits what it sees. Errors: NotFound, Invalid (an id), Unavailable.
    Changed setDepartments(const QString &name, const QStringList &departments, const QString &by);
    /// What its one-time codes are checked by from now on; nothing: it needs none. Its sessions stay.
    /// Errors: NotFound, Unavailable.
    Changed setCodes(const QString &name, const QByteArray &sealed, const QString &by);
    /// As setCodes with nothing, and its sessions end.
    Changed resetCodes(const QString &name, const QString &by);
    /// Keeps something about an account that is no news. Errors: NotFound, Unavailable.
    Changed amend(const QString &name, const std::function<bool(core::Account &)> &edit);
    /// Says identity.account.changed without changing anything.
    void announce(const core::Account &account, const QString &change, const QString &by);

Q_SIGNALS:
    /// Its password, role or right to sign in changed: tokens given before are void, sessions must end.
    void revoked(const QString &accountId);
    /// As revoked, but at once: before anything else can happen to the account.
    void voided(const QString &accountId);
    void administratorAdded();

private:
    /// Changes an account; false when it is that way already.
    using Edit = std::function<bool(core::Account &)>;
    enum class Effect { EndsSessions, KeepsSessions, Silent };
    struct Change
    {
        QString name; ///< whose
        QString word; ///< what happened, as identity.account.changed says it
        QString by;
        Effect effect = Effect::EndsSessions;
    };

    Changed saveNew(const core::Account &account, const QString &by, const Guard &guard);
    Changed change(const Change &change, const Edit &edit);
    Changed applyEdit(const Change &change, const Edit &edit);
    void endSessions(const QString &accountId);

    core::AccountStore &m_store;
    core::Publisher &m_publisher;
    core::Clock &m_clock;
    core::Entropy &m_entropy;
    PasswordWorker &m_worker;
    Roster m_roster;
    Turns m_turns;
};

} // namespace identity
