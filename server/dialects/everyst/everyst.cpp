// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/everyst/everyst.h"

#include "catalog/identity.h"
#include "dialects/everyst/metricsupdate.h"
#include "dialects/everyst/network.h"
#include "dialects/everyst/notices.h"
#include "dialects/everyst/scans.h"
#include "dialects/nothing.h"

namespace dialects {

namespace {
using core::field;

/// `authenticate` as it is answered: the document's fields and those its own client reads.
struct EverystAuthenticated
{
    QString userId;
    QString email;
    QString message;

    static core::Fields fields()
    {
        return {field("user_id", &EverystAuthenticated::userId, "Account id"),
                field("email", &EverystAuthenticated::email, "Or empty"),
                field("message", &EverystAuthenticated::message, "For people")};
    }
};

/// `set_metrics_interval` as it is answered.
struct EverystInterval
{
    double interval = 1;
    QString message;

    static core::Fields fields()
    {
        return {field("interval", &EverystInterval::interval, "Seconds now in force"),
                field("message", &EverystInterval::message, "For people")};
    }
};

/// `authenticate`: the token may be missing, which has an answer of its own.
struct EverystToken
{
    QString token;

    static core::Fields fields()
    {
        return {field("token", &EverystToken::token, "Access token").atMost(8192).defaulted()};
    }
};

/// `get_user_info`: the account as Everyst shows it.
struct EverystUser
{
    QString id;
    QString username;
    QString email;
    QString firstName;
    QString lastName;
    bool isActive = true;
    bool isStaff = false;
    QStringList roles;

    static core::Fields fields()
    {
        return {field("id", &EverystUser::id, "Account id"),
                field("username", &EverystUser::username, "To sign in with"),
                field("email", &EverystUser::email, "Or empty"),
                field("first_name", &EverystUser::firstName, "First word of the shown name"),
                field("last_name", &EverystUser::lastName, "The rest of it"),
                field("is_active", &EverystUser::isActive, "May sign in"),
                field("is_staff", &EverystUser::isStaff, "Is an administrator"),
                field("roles", &EverystUser::roles, "One of viewer, operator, admin, agent, guest")};
    }
};

struct EverystUserInfo
{
    EverystUser user;

    static core::Fields fields()
    {
        return {field("user", &EverystUserInfo::user, "Whom this connection speaks for")};
    }
};

EverystUserInfo everystUserInfo(const identity::User &user)
{
    return {{user.id, user.username, user.email, user.displayName.section(QLatin1Char(' '), 0, 0),
             user.displayName.section(QLatin1Char(' '), 1), user.isActive,
             user.role == core::roleWord(core::Role::Admin), QStringList{user.role}}};
}

Vocabulary everystWords()
{
    Vocabulary words(core::NameCase::Snake);
    words.speak<metrics::Sampled>("metrics_update", everyst::metricsUpdate);
    words.hear<identity::Authenticate, EverystToken>(
        "authenticate", [](const EverystToken &wire) { return identity::Authenticate{wire.token}; },
        [](const identity::User &user) {
            return EverystAuthenticated{user.id, user.email, QStringLiteral("Authentication successful")};
        });
    words.hear<identity::Whoami, Nothing>(
        "get_user_info", [](const Nothing &) { return identity::Whoami{}; }, everystUserInfo);
    words.hear<metrics::Current, Nothing>(
        "get_current_metrics", [](const Nothing &) { return metrics::Current{}; }, everyst::metricsUpdate);
    words.hear<metrics::SetInterval, metrics::SetInterval>(
        "set_metrics_interval", [](const metrics::SetInterval &wire) { return wire; },
        [](const metrics::SetInterval::Reply &reply) {
            return EverystInterval{reply.interval,
                                   QStringLiteral("Metrics interval set to %1 s").arg(reply.interval)};
        });
    everyst::addNetworkWords(words);
    everyst::addScanWords(words);
    everyst::addNoticeWords(words);
    return words;
}
} // namespace

Everyst::Everyst() : Dialect(QStringLiteral("everyst"), QStringLiteral("Everyst"), everystWords()) {}

void Everyst::answer(core::JsonText &out, const Heard &heard, const core::Reply &reply) const
{
    out.key(QLatin1String("status"));
    out.value(reply ? QLatin1String("success") : QLatin1String("error"));
    if (reply) {
        heard.write(reply.value()).writeMembers(out);
        return;
    }
    out.key(QLatin1String("message"));
    out.value(reply.error().message);
}

Utterance Everyst::failure(const Heard *, const core::Error &error, const QDateTime &now) const
{
    return {QStringLiteral("error"), socketIoError(error, {}, now), {}};
}

} // namespace dialects
