// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalogue.h"
#include "catalog/ownaccount.h"
#include "domain/identity/service.h"
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
const QString otherPassword = QStringLiteral("tango umbrella zinc");
const QString here = QStringLiteral("192.0.2.7");

/// Waits for a future while the event loop runs.
template <class T>
T settle(QFuture<T> future)
{
    for (int turn = 0; turn < 10'000 && !future.isFinished(); ++turn)
        QTest::qWait(1);
    if (!future.isFinished())
        qFatal("A future was never finished");
    return future.result();
}

/// A service with an administrator dana and a viewer omar.
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
        QVERIFY(settle(service->setUp(*service->setupToken(), QStringLiteral("dana"), password, here)));
        QVERIFY(settle(service->addUser(
            by(AddUser{QStringLiteral("omar"), password, QStringLiteral("viewer"), {}, {}}))));
    }
    void restart()
    {
        Options options;
        options.keyFile = folder.filePath(QStringLiteral("token.key"));
        options.auditKeyFile = folder.filePath(QStringLiteral("audit.key"));
        options.passwordCost = {64, 1, 1};
        service = std::make_unique<Service>(store, trail, publisher, clock, entropy, options);
        QVERIFY(settle(service->start()));
    }
    template <class T>
    static core::Command by(const T &params)
    {
        core::Command command;
        command.params = params;
        command.caller.name = QStringLiteral("dana");
        command.address = here;
        return command;
    }
    core::Result<AddToken::Reply> make(const AddToken &asked)
    {
        const core::Reply reply = settle(service->apiTokens().add(by(asked)));
        if (!reply)
            return reply.error();
        return reply->as<AddToken::Reply>();
    }
    core::Reply revoke(const QString &id) { return settle(service->apiTokens().revoke(by(RevokeToken{id}))); }
    QList<ApiToken> list()
    {
        const core::Reply reply = settle(service->apiTokens().list(by(ListTokens())));
        return reply ? reply->as<ListTokens::Reply>()->tokens : QList<ApiToken>();
    }
    /// omar changes his own password.
    core::Reply change(const QString &from, const QString &to)
    {
        const auto pair = settle(service->login({QStringLiteral("omar"), password}, {}));
        core::Command command;
        command.params = ChangePassword{from, to};
        command.caller = *service->verify(pair->accessToken);
        command.address = here;
        return settle(service->ownAccount().changePassword(command));
    }
};

AddToken asked(const char *name, const char *role = "agent")
{
    return {QString::fromLatin1(name), QString::fromLatin1(role), {}, {}, {}};
}
} // namespace

/// Makes, uses and ends the tokens of programs; people change their own password.
class ApiTokensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTokenSpeaksForItself()
    {
        Desk desk;
        const auto made = desk.make(asked("weather"));
        QVERIFY(made);
        QVERIFY(made->secret.startsWith(QLatin1String("bft_")));
        const auto principal = desk.service->verify(made->secret);
        QVERIFY(principal);
        QCOMPARE(principal->id, made->token.id);
        QCOMPARE(principal->tokenId, made->token.id);
        QCOMPARE(principal->name, QStringLiteral("token:weather"));
        QCOMPARE(principal->role, std::optional(core::Role::Agent));
        QVERIFY(!principal->expiresAt);
        QVERIFY(principal->mayRun(QStringLiteral("metrics.current")));
        QVERIFY(principal->mayPublish(QStringLiteral("metrics.sampled")));
        QCOMPARE(desk.trail.records().last().action, QStringLiteral("token_made"));
        QCOMPARE(desk.trail.records().last().target, QStringLiteral("weather"));
    }

    void theSecretIsKeptNowhere()
    {
        Desk desk;
        const auto made = desk.make(asked("weather"));
        QVERIFY(made);
        const QByteArray kept = *settle(desk.store.setting(QStringLiteral("identity.api_tokens")));
        QVERIFY(kept.contains("weather"));
        QVERIFY(!kept.contains(made->secret.toLatin1()));
        QVERIFY(!kept.contains(made->secret.right(43).toLatin1()));
        for (const core::AuditRecord &record : std::as_const(desk.trail.records()))
            QVERIFY(!record.detail.contains(made->secret) && !record.target.contains(made->secret));
    }

    void aNarrowedTokenIsForWhatItNames()
    {
        Desk desk;
        AddToken narrow = asked("probe");
        narrow.commands = QStringList{QStringLiteral("metrics.*"), QStringLiteral("identity.users.list")};
        narrow.topics = QStringList();
        const auto made = desk.make(narrow);
        QVERIFY(made);
        const auto principal = desk.service->verify(made->secret);
        QVERIFY(principal);
        QVERIFY(principal->mayRun(QStringLiteral("metrics.current")));
        QVERIFY(principal->mayRun(QStringLiteral("identity.users.list")));
        QVERIFY(principal->mayRun(QStringLiteral("session.subscribe")));
        QVERIFY(principal->mayRun(QStringLiteral("identity.whoami")));
        QVERIFY(!principal->mayRun(QStringLiteral("identity.users.add")));
        QVERIFY(!principal->mayRun(QStringLiteral("metricsx.current")));
        QVERIFY(!principal->mayPublish(QStringLiteral("metrics.sampled")));
    }

    void whatIsNoTokenIsRefused()
    {
        Desk desk;
        const auto made = desk.make(asked("weather"));
        QVERIFY(made);
        QString changed = made->secret;
        changed[changed.size() - 1] =
            changed.endsWith(QLatin1Char('A')) ? QLatin1Char('B') : QLatin1Char('A');
        for (const QString &bad :
             {QStringLiteral("bft_"), changed, made->secret.chopped(1),
              QString(made->secret + QLatin1Char('A')), made->secret.left(20),
              QString(QStringLiteral("bft_") + QString(1'000'000, QLatin1Char('x'))), made->secret.toUpper(),
              QString(made->secret).replace(QLatin1String("bft_"), QString())})
            QCOMPARE(desk.service->verify(bad).error().code, ErrorCode::AuthenticationRequired);
    }

    void aTokenEndsWhenItSaysSo()
    {
        Desk desk;
        AddToken brief = asked("brief");
        brief.expiresAt = desk.clock.now().addSecs(60);
        const auto made = desk.make(brief);
        QVERIFY(made);
        QCOMPARE(desk.service->verify(made->secret)->expiresAt, brief.expiresAt);
        desk.clock.advance(60s);
        QVERIFY(!desk.service->verify(made->secret));
    }

    void revokingEndsWhatItOpened()
    {
        Desk desk;
        const auto made = desk.make(asked("weather"));
        QVERIFY(made);
        QVERIFY(desk.make(asked("other")));
        QSignalSpy ended(desk.service.get(), &Service::tokenRevoked);
        QVERIFY(desk.revoke(made->token.id));
        QCOMPARE(ended.count(), 1);
        QCOMPARE(ended.first().first().toString(), made->token.id);
        QVERIFY(!desk.service->verify(made->secret));
        QCOMPARE(desk.list().size(), 1);
        QCOMPARE(desk.trail.records().last().action, QStringLiteral("token_revoked"));
        QCOMPARE(desk.revoke(made->token.id).error().code, ErrorCode::NotFound);
        QCOMPARE(desk.trail.records().last().outcome, QStringLiteral("refused"));
        QVERIFY(desk.make(asked("weather")));
    }

    void tokensOutliveARestart()
    {
        Desk desk;
        AddToken narrow = asked("probe", "viewer");
        narrow.commands = QStringList{QStringLiteral("metrics.*")};
        const auto made = desk.make(narrow);
        QVERIFY(made);
        desk.restart();
        const auto principal = desk.service->verify(made->secret);
        QVERIFY(principal);
        QCOMPARE(principal->role, std::optional(core::Role::Viewer));
        QCOMPARE(principal->commands, narrow.commands);
        QVERIFY(!principal->topics);
    }

    void badTokensAreNotMade()
    {
        Desk desk;
        QVERIFY(desk.make(asked("weather")));
        QCOMPARE(desk.make(asked("WEATHER")).error().code, ErrorCode::Conflict);
        for (const char *name : {"", "  ", "a\nb"})
            QCOMPARE(desk.make(asked(name)).error().code, ErrorCode::Invalid);
        for (const char *role : {"guest", "", "root"})
            QCOMPARE(desk.make(asked("x", role)).error().code, ErrorCode::Invalid);
        AddToken late = asked("x");
        late.expiresAt = desk.clock.now();
        QCOMPARE(desk.make(late).error().code, ErrorCode::Invalid);
        AddToken odd = asked("x");
        odd.commands = QStringList{QStringLiteral("no pattern!")};
        QCOMPARE(desk.make(odd).error().code, ErrorCode::Invalid);
        odd.commands.reset();
        odd.topics = QStringList{QStringLiteral("*.*")};
        QCOMPARE(desk.make(odd).error().code, ErrorCode::Invalid);
        QCOMPARE(desk.list().size(), 1);
    }

    void nothingChangesWhileNothingCanBeSaved()
    {
        Desk desk;
        const auto made = desk.make(asked("weather"));
        QVERIFY(made);
        desk.store.setFailing(true);
        QCOMPARE(desk.make(asked("other")).error().code, ErrorCode::Unavailable);
        QCOMPARE(desk.revoke(made->token.id).error().code, ErrorCode::Unavailable);
        QCOMPARE(desk.list().size(), 1);
        QVERIFY(desk.service->verify(made->secret));
    }

    void oneChangesOnesOwnPassword()
    {
        Desk desk;
        QCOMPARE(desk.change(QStringLiteral("wrong"), otherPassword).error().code, ErrorCode::Invalid);
        QCOMPARE(desk.trail.records().last().outcome, QStringLiteral("refused"));
        // Guessing here is slowed down as it is where one signs in.
        QCOMPARE(desk.change(password, otherPassword).error().code, ErrorCode::Limited);
        desk.clock.advance(2s);
        QCOMPARE(desk.change(password, QStringLiteral("short")).error().code, ErrorCode::Invalid);
        QVERIFY(desk.change(password, otherPassword));
        QCOMPARE(desk.trail.records().last().action, QStringLiteral("password"));
        QCOMPARE(desk.trail.records().last().actor, QStringLiteral("omar"));
        QVERIFY(!settle(desk.service->login({QStringLiteral("omar"), password}, {})));
        QVERIFY(settle(desk.service->login({QStringLiteral("omar"), otherPassword}, {})));
    }

    void onlyAccountsHaveAPassword()
    {
        Desk desk;
        core::Command command;
        command.params = ChangePassword{password, otherPassword};
        command.caller = core::localAdministrator();
        QCOMPARE(settle(desk.service->ownAccount().changePassword(command)).error().code,
                 ErrorCode::Forbidden);
    }
};

QTEST_GUILESS_MAIN(ApiTokensTest)
#include "apitokenstest.moc"
