// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/departments.h"
#include "catalog/onetimecodes.h"
#include "catalog/ownaccount.h"
#include "catalog/signins.h"
#include "catalog/tokens.h"
#include "support/scriptedlink.h"

/// The accounts, tokens and departments of a small house, kept behind a scripted link. One password fits all.
class People
{
public:
    explicit People(support::ScriptedLink &link) : m_link(link)
    {
        using identity::User;
        const QDateTime at = QDateTime::fromString(QStringLiteral("2026-11-02T09:12:00Z"), Qt::ISODate);
        users = {User{QStringLiteral("u1"),
                      QStringLiteral("dana"),
                      QStringLiteral("Dana Keller"),
                      QStringLiteral("dana@example.org"),
                      QStringLiteral("admin"),
                      true,
                      at,
                      {},
                      true},
                 User{QStringLiteral("u2"),
                      QStringLiteral("omar"),
                      QStringLiteral("Omar Bennani"),
                      {},
                      QStringLiteral("operator"),
                      true,
                      at,
                      {QStringLiteral("design")},
                      false},
                 User{QStringLiteral("u3"),
                      QStringLiteral("tv-wall"),
                      QStringLiteral("<b>Screen</b> in the hall"),
                      {},
                      QStringLiteral("viewer"),
                      false,
                      at,
                      {QStringLiteral("design"), QStringLiteral("gone")},
                      false}};
        departments = {
            {QStringLiteral("design"),
             QStringLiteral("Design"),
             {QStringLiteral("192.0.2.0/24"), QStringLiteral("2001:db8::/48")}},
            {QStringLiteral("sales"), QStringLiteral("Sales"), {QStringLiteral("198.51.100.0/25")}}};
        tokens = {{QStringLiteral("t1"), QStringLiteral("grafana"), QStringLiteral("viewer"),
                   QStringList{QStringLiteral("metrics.*")}, std::nullopt, at, QStringLiteral("dana"),
                   at.addDays(365)},
                  {QStringLiteral("t2"), QStringLiteral("backup report"), QStringLiteral("agent"),
                   std::nullopt, std::nullopt, at, QStringLiteral("local"), std::nullopt}};
        signIns = {signIn(QStringLiteral("s1"), QStringLiteral("dana"), QStringLiteral("Belfry/0.1"), true),
                   signIn(QStringLiteral("s2"), QStringLiteral("dana"), QStringLiteral("Firefox"), false),
                   signIn(QStringLiteral("s3"), QStringLiteral("omar"), {}, false)};
        scriptLists();
        scriptUsers();
        scriptOwn();
    }

    /// Whoever asks is that one from now on.
    void speakAs(const QString &username) { me = username; }
    identity::User *find(const QString &username)
    {
        for (identity::User &user : users) {
            if (user.username == username)
                return &user;
        }
        return nullptr;
    }

    QString me = QStringLiteral("dana");
    QString password = QStringLiteral("correct horse battery");
    QString code = QStringLiteral("287082");
    QList<identity::User> users;
    QList<identity::ApiToken> tokens;
    QList<usage::Department> departments;
    QList<identity::SignIn> signIns;

private:
    static identity::SignIn signIn(const QString &id, const QString &name, const QString &client, bool isMine)
    {
        const QDateTime at = QDateTime::fromString(QStringLiteral("2026-11-20T07:40:00Z"), Qt::ISODate);
        return {id, name, QStringLiteral("192.0.2.44"), client, at, at.addSecs(5400), at.addDays(7), isMine};
    }
    template <class T>
    static core::Reply said(const T &reply)
    {
        return core::Reply(core::toJson(reply).toObject());
    }
    static core::Reply refused(core::ErrorCode code, const char *why)
    {
        return core::Error{code, QString::fromUtf8(why)};
    }
    template <class T, class Do>
    void on(Do deed)
    {
        m_link.answers.insert(QString::fromLatin1(T::name), [deed](const QJsonObject &params) -> core::Reply {
            const core::Result<T> asked = core::fromJson<T>(params);
            return asked ? deed(asked.value()) : core::Reply(asked.error());
        });
    }
    template <class T, class Change>
    void onUser(Change change)
    {
        on<T>([this, change](const T &asked) -> core::Reply {
            identity::User *user = find(asked.username);
            if (user == nullptr)
                return refused(core::ErrorCode::NotFound, "There is no such account.");
            change(*user, asked);
            return said(identity::Done{});
        });
    }
    template <class T>
    static core::Reply forget(QList<T> &list, const QString &id)
    {
        list.erase(std::remove_if(list.begin(), list.end(), [&](const T &one) { return one.id == id; }),
                   list.end());
        return said(identity::Done{});
    }

    void scriptLists()
    {
        on<identity::ListUsers>([this](const auto &) { return said(identity::ListUsers::Reply{users}); });
        on<identity::ListTokens>([this](const auto &) { return said(identity::ListTokens::Reply{tokens}); });
        on<usage::ListDepartments>(
            [this](const auto &) { return said(usage::ListDepartments::Reply{departments}); });
        on<identity::ListSignIns>([this](const identity::ListSignIns &asked) {
            identity::ListSignIns::Reply reply;
            for (const identity::SignIn &one : std::as_const(signIns)) {
                if (asked.all || one.username == asked.username.value_or(me))
                    reply.signIns << one;
            }
            return said(reply);
        });
        on<identity::RevokeSignIn>([this](const auto &asked) { return forget(signIns, asked.id); });
        on<identity::RevokeToken>([this](const auto &asked) { return forget(tokens, asked.id); });
        on<identity::AddToken>([this](const identity::AddToken &asked) {
            const identity::ApiToken made{
                QStringLiteral("t9"), asked.tokenName,       asked.role, asked.commands,
                asked.topics,         signIns[0].signedInAt, me,         asked.expiresAt};
            tokens << made;
            return said(identity::AddToken::Reply{made, QStringLiteral("blf_0123456789abcdefghijklmnop")});
        });
        on<usage::RemoveDepartment>([this](const auto &asked) { return forget(departments, asked.id); });
        on<usage::SetDepartment>([this](const usage::SetDepartment &asked) {
            const usage::Department made{asked.id, asked.displayName, asked.networks};
            (void)forget(departments, asked.id);
            departments << made;
            return said(made);
        });
    }
    void scriptUsers()
    {
        on<identity::Whoami>([this](const auto &) { return said(*find(me)); });
        on<identity::AddUser>([this](const identity::AddUser &asked) -> core::Reply {
            if (asked.password.size() < 12)
                return refused(core::ErrorCode::Invalid, "The password needs at least 12 characters.");
            identity::User user;
            user.id = user.username = asked.username;
            user.displayName = asked.displayName;
            user.role = asked.role;
            user.createdAt = users[0].createdAt;
            users << user;
            return said(user);
        });
        on<identity::EnableUser>([this](const identity::EnableUser &asked) -> core::Reply {
            if (!asked.enabled && find(asked.username)->role == QLatin1String("admin"))
                return refused(core::ErrorCode::Conflict,
                               "dana is the last administrator. Make another one first.");
            find(asked.username)->isActive = asked.enabled;
            return said(identity::Done{});
        });
        onUser<identity::SetPassword>([](identity::User &, const auto &) {});
        onUser<identity::SetRole>([](identity::User &user, const auto &asked) { user.role = asked.role; });
        onUser<identity::SetDepartments>(
            [](identity::User &user, const auto &asked) { user.departments = asked.departments; });
        onUser<identity::ResetCodes>([](identity::User &user, const auto &) { user.needsCode = false; });
    }
    void scriptOwn()
    {
        const auto guarded = [this](const QString &given, const core::Reply &reply) {
            return given == password ? reply
                                     : refused(core::ErrorCode::Invalid, "The old password is wrong.");
        };
        on<identity::ChangePassword>([guarded](const identity::ChangePassword &asked) {
            return guarded(asked.oldPassword, said(identity::Done{}));
        });
        on<identity::BeginCodes>([guarded](const identity::BeginCodes &asked) {
            return guarded(asked.password,
                           said(identity::BeginCodes::Reply{
                               QStringLiteral("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"),
                               QStringLiteral("otpauth://totp/Belfry:dana?secret="
                                              "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Belfry")}));
        });
        on<identity::ConfirmCodes>([this](const identity::ConfirmCodes &asked) -> core::Reply {
            if (asked.otp != code)
                return refused(core::ErrorCode::Invalid, "The code is wrong or has run out.");
            find(me)->needsCode = true;
            identity::ConfirmCodes::Reply reply;
            for (int i = 0; i < 8; ++i)
                reply.recoveryCodes << QStringLiteral("k%1d7-9q2m").arg(i);
            return said(reply);
        });
        on<identity::RemoveCodes>([this, guarded](const identity::RemoveCodes &asked) {
            if (asked.password == password)
                find(me)->needsCode = false;
            return guarded(asked.password, said(identity::Done{}));
        });
    }

    support::ScriptedLink &m_link;
};
