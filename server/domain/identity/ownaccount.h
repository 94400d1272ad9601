// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/command.h"
#include "domain/identity/accounts.h"
#include "domain/identity/attempts.h"
#include "domain/identity/audittrail.h"
#include "domain/identity/onetimecodes.h"
#include "domain/identity/signins.h"

namespace identity {

/// What people do to their own account: its password, where it is signed in, its one-time codes.
class OwnAccount final : public QObject
{
    Q_OBJECT
public:
    struct Rooms
    {
        Accounts &accounts;
        PasswordWorker &worker;
        Attempts &attempts;
        AuditTrail &audit;
        SignIns &signIns;
        OneTimeCodes &codes;
        core::Clock &clock;
    };
    /// Ends a sign-in; finished when that is saved.
    using EndSignIn = std::function<QFuture<core::Result<void>>(const QString &id)>;

    OwnAccount(const Rooms &rooms, EndSignIn endSignIn) : m_rooms(rooms), m_endSignIn(std::move(endSignIn)) {}

    // Handlers; the dispatcher has checked role and schema. Without an account: Forbidden. Whoever found a
    // session open may not guess here what signing in does not let them guess: a wrong password is Invalid,
    // and too many are Limited.
    QFuture<core::Reply> changePassword(const core::Command &command);
    QFuture<core::Reply> beginCodes(const core::Command &command);
    QFuture<core::Reply> confirmCodes(const core::Command &command);
    QFuture<core::Reply> removeCodes(const core::Command &command);
    /// Administrators may ask for anybody's. Errors: Forbidden, NotFound.
    QFuture<core::Reply> listSignIns(const core::Command &command);
    /// Administrators may end anybody's. Errors: NotFound, also for what is somebody else's.
    QFuture<core::Reply> revokeSignIn(const core::Command &command);

private:
    using Then = std::function<QFuture<core::Reply>(const core::Account &account)>;

    [[nodiscard]] const core::Account *accountOf(const core::Command &command) const
    {
        return m_rooms.accounts.roster().find(command.caller.id);
    }
    /// Goes on once the password is proved to be the caller's.
    QFuture<core::Reply> prove(const core::Command &command, const QString &password, const Then &then);
    QFuture<core::Reply> finishProof(const core::Result<bool> &fits, const core::Command &command,
                                     const Then &then);

    Rooms m_rooms;
    EndSignIn m_endSignIn;
};

/// Who did it, as it is told.
QString nameOf(const core::Command &command);
/// What became of a change, for those who only hear whether.
core::Reply doneReply(const core::Result<User> &user);

} // namespace identity
