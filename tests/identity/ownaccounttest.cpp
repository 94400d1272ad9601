// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalogue.h"
#include "catalog/onetimecodes.h"
#include "catalog/signins.h"
#include "domain/identity/service.h"
#include "support/authenticator.h"
#include "support/awaited.h"
#include "support/fakeclock.h"
#include "support/memorystores.h"
#include "support/seededentropy.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace identity;
using namespace std::chrono_literals;
using core::ErrorCode;

namespace {
const QString password = QStringLiteral("mossy lantern quiet");
const QString dana = QStringLiteral("dana");
const QString omar = QStringLiteral("omar");
const QString here = QStringLiteral("192.0.2.7");

/// A service with the administrator dana and the viewer omar.
struct Desk
{
    QTemporaryDir folder;
    support::MemoryAccountStore store;
    support::MemoryAuditStore trail;
    support::MemoryPublisher publisher{catalog::everything()};
    support::FakeClock clock;
    support::SeededEntropy entropy;
    std::unique_ptr<Service> service;

    Desk()
    {
        restart();
        QVERIFY(support::awaited(service->setUp(*service->setupToken(), dana, password)));
        QVERIFY(support::awaited(
            service->addUser(by(dana, AddUser{omar, password, QStringLiteral("viewer"), {}, {}}))));
    }
    void restart()
    {
        Options options;
        options.keyFile = folder.filePath(QStringLiteral("token.key"));
        options.auditKeyFile = folder.filePath(QStringLiteral("audit.key"));
        options.vaultKeyFile = folder.filePath(QStringLiteral("vault.key"));
        options.passwordCost = {64, 1, 1};
        service = std::make_unique<Service>(store, trail, publisher, clock, entropy, options);
        QVERIFY(support::awaited(service->start()));
    }
    core::Result<TokenPair> login(const QString &name, const QString &otp = {}, const Origin &from = {here})
    {
        return support::awaited(service->login({name, password, otp}, from));
    }
    /// A command of somebody who has just signed in.
    template <class T>
    core::Command by(const QString &name, const T &params)
    {
        core::Command command;
        command.params = core::Payload(params);
        if (service->hasAdministrator())
            command.caller = *service->verify(login(name, {}, {})->accessToken);
        else
            command.caller = core::localAdministrator();
        return command;
    }
    template <class T>
    auto run(const core::Command &command, QFuture<core::Reply> (OwnAccount::*call)(const core::Command &))
    {
        const core::Reply reply = support::awaited((service->ownAccount().*call)(command));
        using Answer = typename T::Reply;
        return reply ? reply.value().as<Answer>() : core::Result<Answer>(reply.error());
    }
    QList<SignIn> signIns(const core::Command &command)
    {
        return run<ListSignIns>(command, &OwnAccount::listSignIns)->signIns;
    }
    /// The account has one-time codes from now on; answers the secret.
    QByteArray protect(const QString &name, QStringList *recovery = nullptr)
    {
        const core::Command begin = by(name, BeginCodes{password});
        const auto begun = run<BeginCodes>(begin, &OwnAccount::beginCodes);
        const QByteArray secret = support::typedSecret(begun->secret);
        core::Command confirm = begin;
        confirm.params = core::Payload(ConfirmCodes{support::oneTimeCode(secret, clock.now())});
        const auto confirmed = run<ConfirmCodes>(confirm, &OwnAccount::confirmCodes);
        if (!confirmed)
            qFatal("%ls", qUtf16Printable(confirmed.error().message));
        if (recovery != nullptr)
            *recovery = confirmed->recoveryCodes;
        clock.advance(30s);
        return secret;
    }
};
} // namespace

/// What people do to their own account, and what others may not.
class OwnAccountTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signInsAreListedAndRenewed()
    {
        Desk desk;
        const Origin phone{QStringLiteral("198.51.100.4"), QStringLiteral("Phone/1\n\u202eevil")};
        const auto pair = desk.login(omar, {}, phone);
        QVERIFY(pair);
        desk.clock.advance(1min);
        const core::Command asks = desk.by(omar, ListSignIns{});
        QList<SignIn> known = desk.signIns(asks);
        QCOMPARE(known.size(), 2);
        QVERIFY(known.at(0).isCurrent && !known.at(1).isCurrent);
        QCOMPARE(known.at(1).address, phone.address);
        QCOMPARE(known.at(1).client, QStringLiteral("Phone/1evil"));
        QCOMPARE(known.at(1).username, omar);
        desk.clock.advance(1min);
        const QString elsewhere = QStringLiteral("203.0.113.5");
        QVERIFY(support::awaited(desk.service->refresh(pair->refreshToken, {}, elsewhere)));
        known = desk.signIns(asks);
        QCOMPARE(known.at(0).address, elsewhere);
        QCOMPARE(known.at(0).signedInAt, known.at(0).usedAt.addSecs(-120));
        desk.restart();
        QCOMPARE(desk.signIns(asks).size(), 2);
        desk.clock.advance(24h);
        QVERIFY(desk.signIns(asks).isEmpty());
    }

    void aSignInEndsFromAfar()
    {
        Desk desk;
        const auto lost = desk.login(omar);
        const core::Command asks = desk.by(omar, ListSignIns{});
        QSignalSpy ended(desk.service.get(), &Service::tokenRevoked);
        const QString id = desk.signIns(asks).last().id;
        core::Command end = asks;
        end.params = core::Payload(RevokeSignIn{id});
        QVERIFY(desk.run<RevokeSignIn>(end, &OwnAccount::revokeSignIn));
        QCOMPARE(ended.size(), 1);
        QCOMPARE(ended.first().first().toString(), id);
        QVERIFY(!desk.service->verify(lost->accessToken));
        QVERIFY(!support::awaited(desk.service->refresh(lost->refreshToken)));
        QCOMPARE(desk.run<RevokeSignIn>(end, &OwnAccount::revokeSignIn).error().code, ErrorCode::NotFound);
        desk.restart();
        QVERIFY(!desk.service->verify(lost->accessToken));
        QCOMPARE(desk.signIns(asks).size(), 1);
        QCOMPARE(desk.trail.records().last().action, QStringLiteral("sign_in_ended"));
    }

    void othersAreForAdministrators()
    {
        Desk desk;
        QVERIFY(desk.login(dana));
        const core::Command omars = desk.by(omar, ListSignIns{dana, false});
        QCOMPARE(desk.run<ListSignIns>(omars, &OwnAccount::listSignIns).error().code, ErrorCode::Forbidden);
        core::Command all = omars;
        all.params = core::Payload(ListSignIns{{}, true});
        QCOMPARE(desk.run<ListSignIns>(all, &OwnAccount::listSignIns).error().code, ErrorCode::Forbidden);
        all.caller = core::localAdministrator();
        const QList<SignIn> everybodys = desk.signIns(all);
        QVERIFY(std::any_of(everybodys.begin(), everybodys.end(),
                            [](const SignIn &each) { return each.username == omar; }));
        QVERIFY(std::any_of(everybodys.begin(), everybodys.end(),
                            [](const SignIn &each) { return each.username == dana; }));
        // Whose a sign-in is, is not told to those it is not.
        core::Command end = omars;
        end.params =
            core::Payload(RevokeSignIn{desk.signIns(desk.by(dana, ListSignIns{dana, false})).last().id});
        QCOMPARE(desk.run<RevokeSignIn>(end, &OwnAccount::revokeSignIn).error().code, ErrorCode::NotFound);
        end.caller = core::localAdministrator();
        QVERIFY(desk.run<RevokeSignIn>(end, &OwnAccount::revokeSignIn));
        core::Command nobodys = all;
        nobodys.params = core::Payload(ListSignIns{QStringLiteral("nobody"), false});
        QCOMPARE(desk.run<ListSignIns>(nobodys, &OwnAccount::listSignIns).error().code, ErrorCode::NotFound);
        nobodys.params = core::Payload(ListSignIns{});
        QCOMPARE(desk.run<ListSignIns>(nobodys, &OwnAccount::listSignIns).error().code, ErrorCode::Forbidden);
    }

    void anotherPasswordEndsEverySignIn()
    {
        Desk desk;
        QVERIFY(desk.login(omar));
        core::Command all = desk.by(dana, ListSignIns{omar, false});
        QCOMPARE(desk.signIns(all).size(), 1);
        QVERIFY(support::awaited(desk.service->setPassword(
            desk.by(dana, SetPassword{omar, QStringLiteral("tango umbrella zinc")}))));
        QVERIFY(desk.signIns(all).isEmpty());
        desk.restart();
        QVERIFY(desk.signIns(all).isEmpty());
    }

    void tooManyPushTheOldestOut()
    {
        Desk desk;
        const auto first = desk.login(omar, {}, {});
        for (int i = 0; i < SignIns::mostOfAccount; ++i) {
            desk.clock.advance(1s);
            QVERIFY(desk.login(omar, {}, {}));
        }
        QVERIFY(!desk.service->verify(first->accessToken));
        QCOMPARE(desk.signIns(desk.by(dana, ListSignIns{omar, false})).size(), SignIns::mostOfAccount);
    }

    void aProtectedAccountNeedsACode()
    {
        Desk desk;
        QStringList recovery;
        const QByteArray secret = desk.protect(omar, &recovery);
        const auto code = [&] { return support::oneTimeCode(secret, desk.clock.now()); };
        QVERIFY(
            desk.service
                ->find(desk.service->userFor(*desk.service->verify(desk.login(omar, code())->accessToken)).id)
                ->needsCode);
        desk.clock.advance(30s);
        QCOMPARE(desk.login(omar).error().code, ErrorCode::CodeRequired);
        // To ask for it is no failure, to guess is one.
        QCOMPARE(desk.login(omar).error().code, ErrorCode::CodeRequired);
        const auto wrongPassword =
            support::awaited(desk.service->login({omar, QStringLiteral("tango umbrella zinc"), code()}, {}));
        QCOMPARE(wrongPassword.error().code, ErrorCode::AuthenticationRequired);
        QVERIFY(desk.login(omar, code()));
        QCOMPARE(desk.login(omar, code(), {}).error().code, ErrorCode::CodeRequired);
        desk.clock.advance(30s);
        QVERIFY(desk.login(omar, code()));
        QVERIFY(desk.login(omar, recovery.first()));
        desk.restart();
        QCOMPARE(desk.login(omar, recovery.first()).error().code, ErrorCode::CodeRequired);
        QVERIFY(desk.trail.records().last().detail.contains(QStringLiteral("one-time code")));
        desk.clock.advance(1min);
        QVERIFY(desk.login(omar, recovery.at(1)));
        QVERIFY(desk.login(dana));
    }

    void twoWithTheSameCodeDoNotBothComeIn()
    {
        Desk desk;
        const QByteArray secret = desk.protect(omar);
        const QString code = support::oneTimeCode(secret, desk.clock.now());
        const auto one = desk.service->login({omar, password, code}, {});
        const auto two = desk.service->login({omar, password, code}, {});
        QCOMPARE(int(bool(support::awaited(one))) + int(bool(support::awaited(two))), 1);
    }

    void aFullDiskTakesNoRecoveryCode()
    {
        Desk desk;
        QStringList recovery;
        const QByteArray secret = desk.protect(omar, &recovery);
        desk.store.setFailing(true);
        QCOMPARE(desk.login(omar, recovery.first()).error().code, ErrorCode::Unavailable);
        QVERIFY(desk.login(omar, support::oneTimeCode(secret, desk.clock.now())));
    }

    void settingUpNeedsThePasswordAndAProof()
    {
        Desk desk;
        core::Command begin = desk.by(omar, BeginCodes{QStringLiteral("tango umbrella zinc")});
        QCOMPARE(desk.run<BeginCodes>(begin, &OwnAccount::beginCodes).error().code, ErrorCode::Invalid);
        begin.params = core::Payload(BeginCodes{password});
        const auto begun = desk.run<BeginCodes>(begin, &OwnAccount::beginCodes);
        QVERIFY(begun->uri.contains(QStringLiteral("/Belfry:omar?secret=") + begun->secret));
        QVERIFY(desk.login(omar));
        core::Command confirm = begin;
        confirm.params = core::Payload(ConfirmCodes{QStringLiteral("000000")});
        QCOMPARE(desk.run<ConfirmCodes>(confirm, &OwnAccount::confirmCodes).error().code, ErrorCode::Invalid);
        QVERIFY(desk.login(omar));
        core::Command local = begin;
        local.caller = core::localAdministrator();
        QCOMPARE(desk.run<BeginCodes>(local, &OwnAccount::beginCodes).error().code, ErrorCode::Forbidden);
        desk.clock.advance(1s);
        desk.protect(omar);
        QCOMPARE(desk.run<BeginCodes>(begin, &OwnAccount::beginCodes).error().code, ErrorCode::Conflict);
        // Whose session it was done in goes on.
        QVERIFY(desk.service->find(begin.caller.id)->needsCode);
    }

    void protectionComesOff()
    {
        Desk desk;
        core::Command own = desk.by(omar, RemoveCodes{QStringLiteral("tango umbrella zinc")});
        desk.protect(omar);
        QCOMPARE(desk.run<RemoveCodes>(own, &OwnAccount::removeCodes).error().code, ErrorCode::Invalid);
        own.params = core::Payload(RemoveCodes{password});
        QVERIFY(desk.run<RemoveCodes>(own, &OwnAccount::removeCodes));
        QVERIFY(desk.login(omar));
        desk.protect(omar);
        QCOMPARE(desk.login(omar).error().code, ErrorCode::CodeRequired);
        const auto reset = desk.service->resetCodes(desk.by(dana, ResetCodes{omar}));
        QVERIFY(support::awaited(reset));
        QVERIFY(desk.login(omar));
        QCOMPARE(desk.trail.records().at(desk.trail.records().size() - 2).action, QStringLiteral("otp_off"));
    }

    void aViewIsLimitedToDepartments()
    {
        Desk desk;
        const auto before = desk.login(omar);
        const QStringList limits{QStringLiteral("dept123"), QStringLiteral("design")};
        QVERIFY(support::awaited(desk.service->setDepartments(desk.by(dana, SetDepartments{omar, limits}))));
        QVERIFY(!desk.service->verify(before->accessToken));
        QCOMPARE(desk.service->verify(desk.login(omar)->accessToken)->departments, limits);
        desk.restart();
        const auto now = desk.service->verify(desk.login(omar)->accessToken);
        QCOMPARE(now->departments, limits);
        QCOMPARE(desk.service->find(now->id)->departments, limits);
        for (const QString &bad :
             {QString(), QStringLiteral("a b"), QStringLiteral("a\n"), QString(129, u'a')})
            QCOMPARE(
                support::awaited(desk.service->setDepartments(desk.by(dana, SetDepartments{omar, {bad}})))
                    .error()
                    .code,
                ErrorCode::Invalid);
        QVERIFY(support::awaited(desk.service->setDepartments(desk.by(dana, SetDepartments{omar, {}}))));
        QVERIFY(desk.service->verify(desk.login(omar)->accessToken)->departments.isEmpty());
    }
};

QTEST_GUILESS_MAIN(OwnAccountTest)
#include "ownaccounttest.moc"
