// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identity/ownaccount.h"

#include "catalog/onetimecodes.h"
#include "catalog/ownaccount.h"
#include "catalog/signins.h"
#include "domain/identity/totp.h"

namespace identity {

namespace {
core::Error noAccount()
{
    return {core::ErrorCode::Forbidden, identity::OwnAccount::tr("Only an account has that.")};
}

core::Error noSignIn(const QString &id)
{
    return {core::ErrorCode::NotFound,
            identity::OwnAccount::tr("There is no sign-in %1, or it has ended.").arg(id)};
}
} // namespace

QString nameOf(const core::Command &command)
{
    return command.caller.name.isEmpty() ? QStringLiteral("local") : command.caller.name;
}

core::Reply doneReply(const core::Result<User> &user)
{
    if (!user)
        return user.error();
    return core::Payload();
}

QFuture<core::Reply> OwnAccount::prove(const core::Command &command, const QString &password,
                                       const Then &then)
{
    const core::Account *account = accountOf(command);
    if (account == nullptr)
        return core::ready(noAccount());
    if (const auto wait = m_rooms.attempts.hold(account->id, command.address, m_rooms.clock.steady()))
        return core::ready(tooSoon(*wait));
    return m_rooms.worker.verify(password, account->passwordHash)
        .then(this, [=, this](const core::Result<bool> &fits) { return finishProof(fits, command, then); })
        .unwrap();
}

QFuture<core::Reply> OwnAccount::finishProof(const core::Result<bool> &fits, const core::Command &command,
                                             const Then &then)
{
    if (const auto refusal = m_rooms.worker.refusal())
        return core::ready(*refusal);
    if (!fits)
        return core::ready(fits.error());
    const core::Account *account = accountOf(command);
    if (!*fits || account == nullptr) {
        m_rooms.attempts.failed(command.caller.id, command.address, m_rooms.clock.steady());
        return core::ready(core::Error{core::ErrorCode::Invalid, tr("The password is wrong.")});
    }
    m_rooms.attempts.succeeded(account->id, command.address);
    return then(*account);
}

QFuture<core::Reply> OwnAccount::changePassword(const core::Command &command)
{
    const auto asked = command.as<ChangePassword>();
    if (!asked)
        return core::ready(asked.error());
    const auto changed =
        prove(command, asked->oldPassword,
              [this, fresh = asked->newPassword, command](const core::Account &account) {
                  return m_rooms.accounts.setPassword(account.name, fresh, nameOf(command)).then(doneReply);
              });
    return m_rooms.audit.follow(changed, deedOf(command, QStringLiteral("password"), command.caller.name));
}

QFuture<core::Reply> OwnAccount::beginCodes(const core::Command &command)
{
    const auto asked = command.as<BeginCodes>();
    if (!asked)
        return core::ready(asked.error());
    return prove(command, asked->password, [this](const core::Account &account) {
        if (!account.codes.isEmpty())
            return core::ready(core::Error{core::ErrorCode::Conflict,
                                           tr("This account has one-time codes. Remove them first.")});
        const QByteArray secret = m_rooms.codes.begin(account.id);
        return core::ready(BeginCodes::Reply{totp::typed(secret), totp::scanned(secret, account.name)});
    });
}

QFuture<core::Reply> OwnAccount::confirmCodes(const core::Command &command)
{
    const auto asked = command.as<ConfirmCodes>();
    if (!asked)
        return core::ready(asked.error());
    const core::Account *account = accountOf(command);
    if (account == nullptr)
        return core::ready(noAccount());
    const auto confirmed = m_rooms.codes.confirm(account->id, asked->otp);
    if (!confirmed)
        return core::ready(confirmed.error());
    const auto kept =
        m_rooms.accounts.setCodes(account->name, confirmed->sealed, nameOf(command))
            .then(this, [codes = confirmed->recoveryCodes](const core::Result<User> &user) {
                return user ? core::Reply(ConfirmCodes::Reply{codes}) : core::Reply(user.error());
            });
    return m_rooms.audit.follow(kept, deedOf(command, QStringLiteral("otp_on"), account->name));
}

QFuture<core::Reply> OwnAccount::removeCodes(const core::Command &command)
{
    const auto asked = command.as<RemoveCodes>();
    if (!asked)
        return core::ready(asked.error());
    const auto removed = prove(command, asked->password, [this, command](const core::Account &account) {
        return m_rooms.accounts.setCodes(account.name, {}, nameOf(command)).then(doneReply);
    });
    return m_rooms.audit.follow(removed, deedOf(command, QStringLiteral("otp_off"), command.caller.name));
}

QFuture<core::Reply> OwnAccount::listSignIns(const core::Command &command)
{
    const auto asked = command.as<ListSignIns>();
    if (!asked)
        return core::ready(asked.error());
    const bool isForeign = asked->all || asked->username.value_or(command.caller.name) != command.caller.name;
    if (isForeign && !command.caller.may(core::roles::admins))
        return core::ready(core::Error{core::ErrorCode::Forbidden,
                                       tr("Only administrators see where others are signed in.")});
    const Roster &roster = m_rooms.accounts.roster();
    QString id;
    if (!asked->all) {
        const core::Account *account =
            asked->username ? roster.findByName(*asked->username) : accountOf(command);
        if (account == nullptr && asked->username)
            return core::ready(
                core::Error{core::ErrorCode::NotFound, tr("There is no account %1.").arg(*asked->username)});
        if (account == nullptr)
            return core::ready(noAccount());
        id = account->id;
    }
    ListSignIns::Reply reply;
    const QList<core::SignIn> known = m_rooms.signIns.list(id);
    for (const core::SignIn &each : known) {
        const core::Account *account = roster.find(each.account);
        reply.signIns << SignIn{each.id,        account == nullptr ? each.account : account->name,
                                each.address,   each.client,
                                each.madeAt,    each.usedAt,
                                each.expiresAt, each.id == command.caller.tokenId};
    }
    return core::ready(reply);
}

QFuture<core::Reply> OwnAccount::revokeSignIn(const core::Command &command)
{
    const auto asked = command.as<RevokeSignIn>();
    if (!asked)
        return core::ready(asked.error());
    const core::SignIn *signIn = m_rooms.signIns.find(asked->id);
    const bool isOwn = signIn != nullptr && signIn->account == command.caller.id;
    if (signIn == nullptr || (!isOwn && !command.caller.may(core::roles::admins)))
        return core::ready(noSignIn(asked->id));
    const core::Account *account = m_rooms.accounts.roster().find(signIn->account);
    Deed deed = deedOf(command, QStringLiteral("sign_in_ended"), account ? account->name : signIn->account);
    deed.detail = signIn->address;
    return m_rooms.audit.follow(
        m_endSignIn(asked->id).then(this,
                                    [](const core::Result<void> &) -> core::Reply {
                                        return core::Payload(); // never fails: see logout
                                    }),
        deed);
}

} // namespace identity
