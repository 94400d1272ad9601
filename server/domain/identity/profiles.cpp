// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identity/profiles.h"

namespace identity {

namespace {
/// Names only this house itself speaks under.
const QStringList &houseNames()
{
    static const QStringList names{QStringLiteral("ai_assistant"), QStringLiteral("system"),
                                   QStringLiteral("local")};
    return names;
}

/// What is not set, or says nothing.
bool isBlank(const std::optional<QString> &text) { return !text || text->trimmed().isEmpty(); }

/// Whether somebody calls himself by one of his own names.
bool isOwn(const User &user, const QString &mark)
{
    return mark.isEmpty() || mark == user.id || mark.compare(user.username, Qt::CaseInsensitive) == 0 ||
           mark.compare(user.email, Qt::CaseInsensitive) == 0;
}

Profile profileOf(const User &user)
{
    Profile profile;
    profile.uid = user.id;
    profile.email = user.email;
    profile.displayName = user.displayName.isEmpty() ? user.username : user.displayName;
    return profile;
}
} // namespace

core::Result<Profile> Profiles::speaker(const core::Command &command, const std::optional<Profile> &claimed)
{
    if (command.caller.isGuest)
        return guest(command, claimed);
    const User user = m_people.userFor(command.caller);
    if (claimed && !(isOwn(user, claimed->uid) && isOwn(user, claimed->email))) {
        Deed deed = deedOf(command, QStringLiteral("identity_claimed"),
                           claimed->uid.isEmpty() ? claimed->email : claimed->uid);
        deed.outcome = QStringLiteral("overruled");
        deed.detail = command.name;
        m_people.audit().noteStranger(deed);
    }
    return profileOf(user);
}

core::Result<Profile> Profiles::guest(const core::Command &command, const std::optional<Profile> &claimed)
{
    Profile profile;
    if (claimed)
        profile = *claimed;
    profile.isGuest = true;
    if (profile.uid.trimmed().isEmpty())
        profile.uid = command.caller.id;
    if (isBlank(profile.displayName))
        profile.displayName = profile.uid == command.caller.id ? command.caller.displayName
                              : profile.email.isEmpty()        ? profile.uid
                                                               : profile.email;
    const auto isSomebody = [this](const QString &mark) {
        return !mark.isEmpty() && (m_people.isTaken(mark) || houseNames().contains(mark.toLower()));
    };
    if (isSomebody(profile.uid) || isSomebody(profile.email) || isSomebody(*profile.displayName)) {
        Deed deed = deedOf(command, QStringLiteral("identity_claimed"), profile.uid);
        deed.outcome = QStringLiteral("refused");
        deed.detail = command.name;
        m_people.audit().noteStranger(deed);
        return core::Error{core::ErrorCode::AuthenticationRequired,
                           Service::tr("That name belongs to an account. Sign in to it, or choose another.")};
    }
    if (profile.uid != command.caller.id || profile.displayName != command.caller.displayName) {
        core::Principal named = command.caller;
        named.id = profile.uid;
        named.name = profile.uid;
        named.displayName = *profile.displayName;
        m_attendance.rename(command.session, named);
    }
    return profile;
}

} // namespace identity
