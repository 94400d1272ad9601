// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identity/service.h"

#include "catalog/catalogue.h"
#include "support/fakeclock.h"
#include "support/memorystores.h"
#include "support/seededentropy.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

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

/// A service with everything it talks to, whose passwords are cheap to hash.
struct Desk
{
    QTemporaryDir folder;
    support::MemoryAccountStore store;
    support::MemoryAuditStore trail;
    support::MemoryPublisher publisher{catalog::everything()};
    support::FakeClock clock;
    support::SeededEntropy entropy;
    std::unique_ptr<Service> service;

    Desk() { restart(); }

    void restart()
    {
        Options options;
        options.keyFile = folder.filePath(QStringLiteral("token.key"));
        options.auditKeyFile = folder.filePath(QStringLiteral("audit.key"));
        options.setupTokenFile = setupFile();
        options.passwordCost = {64, 1, 1};
        service = std::make_unique<Service>(store, trail, publisher, clock, entropy, options);
        QVERIFY(settle(service->start()));
    }
    [[nodiscard]] QString setupFile() const { return folder.filePath(QStringLiteral("setup-token")); }
    void setUp()
    {
        QVERIFY(settle(service->setUp(*service->setupToken(), QStringLiteral("dana"), password)));
    }
    core::Result<TokenPair> login(const QString &name, const QString &secret, const QString &address = here)
    {
        return settle(service->login({name, secret}, {address}));
    }
    static core::Command by(const QJsonObject &params)
    {
        core::Command command;
        command.params = params;
        command.caller.name = QStringLiteral("dana");
        return command;
    }
    core::Reply add(const QString &name, const QString &role, const QString &email = {})
    {
        return settle(
            service->addUser(by(core::toJson(AddUser{name, password, role, {}, email}).toObject())));
    }
    core::Reply enable(const QString &name, bool isEnabled)
    {
        return settle(service->enableUser(by(core::toJson(EnableUser{name, isEnabled}).toObject())));
    }
    core::Reply setRole(const QString &name, const QString &role)
    {
        return settle(service->setRole(by(core::toJson(SetRole{name, role}).toObject())));
    }
    core::Reply setPassword(const QString &name, const QString &secret)
    {
        return settle(service->setPassword(by(core::toJson(SetPassword{name, secret}).toObject())));
    }
    [[nodiscard]] QString lastChange() const
    {
        return publisher.events().isEmpty()
                   ? QString()
                   : publisher.events().last().payload.member(QLatin1String("change")).toString();
    }
};
} // namespace

/// Signs people in and out, changes their accounts, and tries what must not work.
class IdentityServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setUpTokenMakesTheFirstAdministratorOnce()
    {
        Desk desk;
        QVERIFY(!desk.service->hasAdministrator());
        const QString token = desk.service->setupToken().value_or(QString());
        QCOMPARE(QByteArray::fromBase64(token.toLatin1(), QByteArray::Base64UrlEncoding).size(), 16);
        QFile file(desk.setupFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromLatin1(file.readAll().trimmed()), token);
        struct stat entry
        {
        };
        QCOMPARE(::stat(QFile::encodeName(desk.setupFile()).constData(), &entry), 0);
        QCOMPARE(entry.st_mode & 0777, mode_t(0600));

        const auto dana = QStringLiteral("dana");
        QCOMPARE(settle(desk.service->setUp(QStringLiteral("wrong"), dana, password)).error().code,
                 ErrorCode::Forbidden);
        QCOMPARE(settle(desk.service->setUp({}, dana, password)).error().code, ErrorCode::Forbidden);
        QCOMPARE(settle(desk.service->setUp(token, dana, QStringLiteral("short"))).error().code,
                 ErrorCode::Invalid);
        const auto first = desk.service->setUp(token, dana, password);
        const auto second = desk.service->setUp(token, QStringLiteral("mallory"), password);
        const auto made = settle(first);
        QVERIFY(made);
        QCOMPARE(made->role, QStringLiteral("admin"));
        QCOMPARE(settle(second).error().code, ErrorCode::Conflict);
        QVERIFY(desk.service->hasAdministrator());
        QVERIFY(!desk.service->setupToken());
        QVERIFY(!QFile::exists(desk.setupFile()));
        QCOMPARE(desk.lastChange(), QStringLiteral("added"));
        desk.restart();
        QVERIFY(desk.service->hasAdministrator());
        QVERIFY(!desk.service->setupToken());
    }

    void setUpTokenEndsAfterADay()
    {
        Desk desk;
        const QString token = *desk.service->setupToken();
        desk.clock.advance(24h - 1ms);
        QVERIFY(desk.service->setupToken());
        desk.clock.advance(1ms);
        QVERIFY(!desk.service->setupToken());
        QVERIFY(!QFile::exists(desk.setupFile()));
        QCOMPARE(settle(desk.service->setUp(token, QStringLiteral("dana"), password)).error().code,
                 ErrorCode::Forbidden);
        QCOMPARE(settle(desk.service->setUp({}, QStringLiteral("dana"), password)).error().code,
                 ErrorCode::Forbidden);
    }

    void freshDatabaseKnowsNobody()
    {
        Desk desk;
        for (const char *secret : {"admin", "password", ""})
            QCOMPARE(desk.login(QStringLiteral("admin"), QString::fromLatin1(secret), {}).error().code,
                     ErrorCode::AuthenticationRequired);
    }

    void signsIn()
    {
        Desk desk;
        desk.setUp();
        QVERIFY(
            desk.add(QStringLiteral("omar"), QStringLiteral("operator"), QStringLiteral("omar@example.org")));
        const auto pair = desk.login(QStringLiteral("OMAR"), password);
        QVERIFY(pair);
        QCOMPARE(pair->tokenType, QStringLiteral("Bearer"));
        QCOMPARE(pair->expiresIn, 900);
        QCOMPARE(pair->user.username, QStringLiteral("omar"));
        QVERIFY(desk.login(QStringLiteral("Omar@Example.org"), password));
        const auto principal = desk.service->verify(pair->accessToken);
        QVERIFY(principal);
        QCOMPARE(principal->name, QStringLiteral("omar"));
        QCOMPARE(principal->role, std::optional(core::Role::Operator));
        QCOMPARE(*principal->expiresAt, desk.clock.now().addSecs(900));
        QVERIFY(!desk.service->verify(pair->refreshToken));
        QVERIFY(!desk.service->verify({}));
        desk.clock.advance(899s);
        QVERIFY(desk.service->verify(pair->accessToken));
        desk.clock.advance(1s);
        QVERIFY(!desk.service->verify(pair->accessToken));
        const auto own =
            settle(desk.service->login({QStringLiteral("omar"), password}, {here},
                                       Lifetimes{std::chrono::hours(24), std::chrono::hours(24)}));
        QCOMPARE(own->expiresIn, 86'400);
    }

    void tokensOutliveARestartButNotTheirKey()
    {
        Desk desk;
        desk.setUp();
        const auto pair = desk.login(QStringLiteral("dana"), password);
        desk.restart();
        QVERIFY(desk.service->verify(pair->accessToken));
        QVERIFY(QFile::remove(desk.folder.filePath(QStringLiteral("token.key"))));
        desk.restart();
        QVERIFY(!desk.service->verify(pair->accessToken));
    }

    void guessingIsSlowedDownFromWhereItComes()
    {
        Desk desk;
        desk.setUp();
        const QString dana = QStringLiteral("dana");
        for (int failure = 0; failure < 3; ++failure) {
            QCOMPARE(desk.login(dana, otherPassword).error().code, ErrorCode::AuthenticationRequired);
            const auto pause = 1000ms * (1 << failure);
            desk.clock.advance(pause - 1ms);
            QCOMPARE(desk.login(dana, password).error().code, ErrorCode::Limited);
            desk.clock.advance(1ms);
        }
        QCOMPARE(desk.login(dana, otherPassword).error().code, ErrorCode::AuthenticationRequired);
        // Somebody elsewhere who knows the password is not shut out; neither is a clock put forward a way
        // round.
        desk.clock.jump(3600s);
        QCOMPARE(desk.login(dana, password).error().code, ErrorCode::Limited);
        QCOMPARE(desk.login(dana, password).error().retryAfter, 8);
        QVERIFY(desk.login(dana, password, QStringLiteral("198.51.100.9")));
        QVERIFY(desk.login(dana, password, {}));
        desk.clock.advance(8s);
        QVERIFY(desk.login(dana, password));
        QCOMPARE(desk.login(dana, otherPassword).error().code, ErrorCode::AuthenticationRequired);
        desk.clock.advance(1s);
        QVERIFY(desk.login(dana, password));
    }

    void anAddressMayTryTwentyTimesAMinute()
    {
        Attempts attempts;
        const QString name = QStringLiteral("u");
        for (int i = 0; i < 20; ++i)
            QVERIFY(!attempts.hold(name + QString::number(i), here, 1000ms));
        QCOMPARE(attempts.hold(name, here, 2000ms), std::optional(59'000ms));
        QVERIFY(!attempts.hold(name, QStringLiteral("192.0.2.8"), 2000ms));
        QVERIFY(!attempts.hold(name, here, 61'000ms));
        // One IPv6 network is one address, and an IPv4 address is the same however it is written.
        for (int i = 0; i < 20; ++i)
            QVERIFY(!attempts.hold(name, QStringLiteral("2001:db8:0:1::%1").arg(i + 1), 70'000ms));
        QVERIFY(attempts.hold(name, QStringLiteral("2001:db8:0:1:ffff::1"), 70'000ms));
        QVERIFY(!attempts.hold(name, QStringLiteral("2001:db8:0:2::1"), 70'000ms));
        for (int i = 0; i < 20; ++i)
            QVERIFY(!attempts.hold(name, QStringLiteral("::ffff:198.51.100.1"), 70'000ms));
        QVERIFY(attempts.hold(name, QStringLiteral("198.51.100.1"), 70'000ms));
        for (int i = 0; i < 30; ++i)
            attempts.failed(name, QStringLiteral("203.0.113.1"), 70'000ms);
        QCOMPARE(attempts.hold(name, QStringLiteral("203.0.113.1"), 70'000ms), std::optional(900'000ms));
    }

    void refreshTokensRotate()
    {
        Desk desk;
        desk.setUp();
        const auto first = desk.login(QStringLiteral("dana"), password);
        const auto elsewhere = desk.login(QStringLiteral("dana"), password);
        const auto second = settle(desk.service->refresh(first->refreshToken));
        QVERIFY(second);
        QVERIFY(desk.service->verify(second->accessToken));
        QVERIFY(second->refreshToken != first->refreshToken);
        // A spent token is used again: whoever holds the family's newest may not go on either.
        QCOMPARE(settle(desk.service->refresh(first->refreshToken)).error().code,
                 ErrorCode::AuthenticationRequired);
        QCOMPARE(desk.lastChange(), QStringLiteral("reuse"));
        QVERIFY(!settle(desk.service->refresh(second->refreshToken)));
        QVERIFY(settle(desk.service->refresh(elsewhere->refreshToken)));
        QVERIFY(!settle(desk.service->refresh(first->accessToken)));
        const auto late = desk.login(QStringLiteral("dana"), password);
        desk.clock.advance(24h);
        QVERIFY(!settle(desk.service->refresh(late->refreshToken)));
    }

    void signsOut()
    {
        Desk desk;
        desk.setUp();
        const auto pair = desk.login(QStringLiteral("dana"), password);
        const auto other = desk.login(QStringLiteral("dana"), password);
        const auto renewed = settle(desk.service->refresh(pair->refreshToken));
        const QString tokenId = desk.service->verify(pair->accessToken)->tokenId;
        QCOMPARE(desk.service->verify(renewed->accessToken)->tokenId, tokenId);
        QVERIFY(desk.service->verify(other->accessToken)->tokenId != tokenId);
        QSignalSpy revoked(desk.service.get(), &Service::tokenRevoked);
        QVERIFY(settle(desk.service->logout(renewed->accessToken, renewed->refreshToken)));
        QCOMPARE(revoked.size(), 1);
        QCOMPARE(revoked.first().first().toString(), tokenId);
        QVERIFY(!desk.service->verify(pair->accessToken));
        QVERIFY(!desk.service->verify(renewed->accessToken));
        QVERIFY(!settle(desk.service->refresh(renewed->refreshToken)));
        QVERIFY(desk.service->verify(other->accessToken));
        QVERIFY(settle(desk.service->logout(QStringLiteral("x"), {})));
        QVERIFY(settle(desk.service->logout(pair->accessToken, {})));
        QCOMPARE(revoked.size(), 1);
    }

    void eitherTokenEndsTheSignIn_data()
    {
        QTest::addColumn<bool>("byAccess");
        QTest::newRow("access") << true;
        QTest::newRow("refresh") << false;
    }

    void eitherTokenEndsTheSignIn()
    {
        QFETCH(bool, byAccess);
        Desk desk;
        desk.setUp();
        const Lifetimes day{std::chrono::hours(24), std::chrono::hours(48)};
        const auto pair = settle(desk.service->login({QStringLiteral("dana"), password}, {here}, day));
        QVERIFY(settle(desk.service->logout(byAccess ? pair->accessToken : QString(),
                                            byAccess ? QString() : pair->refreshToken)));
        desk.restart();
        QVERIFY(!desk.service->verify(pair->accessToken));
        QVERIFY(!settle(desk.service->refresh(pair->refreshToken)));
        desk.clock.advance(24h - 1s);
        desk.restart();
        QVERIFY(!desk.service->verify(pair->accessToken));
        QVERIFY(!settle(desk.service->refresh(pair->refreshToken)));
        desk.clock.advance(1s);
        QVERIFY(!desk.service->verify(pair->accessToken));
        QVERIFY(!settle(desk.service->refresh(pair->refreshToken)));
    }

    void endedSignInsAreForgottenWhenTheirTokensAre()
    {
        Desk desk;
        desk.setUp();
        const QString name = QStringLiteral("identity.revocations");
        const QString dana = QStringLiteral("dana");
        QVERIFY(settle(desk.service->logout(desk.login(dana, password)->accessToken, {})));
        QVERIFY(settle(desk.service->logout(desk.login(dana, password)->accessToken, {})));
        QCOMPARE(QJsonDocument::fromJson(*settle(desk.store.setting(name))).array().size(), 2);
        desk.clock.advance(25h);
        QVERIFY(settle(desk.service->logout(desk.login(dana, password)->accessToken, {})));
        QCOMPARE(QJsonDocument::fromJson(*settle(desk.store.setting(name))).array().size(), 1);
        for (const char *damaged : {"{", "{}", "[1,null,{}]"}) {
            QVERIFY(settle(desk.store.saveSetting(name, damaged)));
            desk.restart();
            QVERIFY(desk.login(dana, password));
        }
    }

    void reuseEndsTheSignIn()
    {
        Desk desk;
        desk.setUp();
        const auto first = desk.login(QStringLiteral("dana"), password);
        const auto second = settle(desk.service->refresh(first->refreshToken));
        const QString tokenId = desk.service->verify(second->accessToken)->tokenId;
        QSignalSpy revoked(desk.service.get(), &Service::tokenRevoked);
        QVERIFY(!settle(desk.service->refresh(first->refreshToken)));
        QCOMPARE(revoked.size(), 1);
        QCOMPARE(revoked.first().first().toString(), tokenId);
        QVERIFY(!desk.service->verify(first->accessToken));
        QVERIFY(!desk.service->verify(second->accessToken));
        desk.restart();
        QVERIFY(!desk.service->verify(second->accessToken));
    }

    void changesEndSessions_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("password") << QStringLiteral("password");
        QTest::newRow("disabled") << QStringLiteral("disabled");
        QTest::newRow("role") << QStringLiteral("role");
    }

    void changesEndSessions()
    {
        QFETCH(QString, change);
        Desk desk;
        desk.setUp();
        const QString omar = QStringLiteral("omar");
        QVERIFY(desk.add(omar, QStringLiteral("operator")));
        const auto pair = desk.login(omar, password);
        QVERIFY(desk.service->verify(pair->accessToken));
        QSignalSpy revoked(desk.service.get(), &Service::accountRevoked);
        const core::Reply reply = change == QStringLiteral("password") ? desk.setPassword(omar, otherPassword)
                                  : change == QStringLiteral("disabled")
                                      ? desk.enable(omar, false)
                                      : desk.setRole(omar, QStringLiteral("viewer"));
        QVERIFY(reply);
        QTRY_COMPARE(revoked.size(), 1); // behind the answer: it may end the very session that asked
        QCOMPARE(revoked.first().first().toString(), pair->user.id);
        QCOMPARE(desk.lastChange(), change);
        QVERIFY(!desk.service->verify(pair->accessToken));
        QVERIFY(!settle(desk.service->refresh(pair->refreshToken)));
        for (const core::RefreshGrant &grant : desk.store.grants())
            QVERIFY(grant.account != pair->user.id);
        const QString fitting = change == QStringLiteral("password") ? otherPassword : password;
        QCOMPARE(bool(desk.login(omar, fitting)), change != QStringLiteral("disabled"));
        if (change == QStringLiteral("disabled")) {
            QVERIFY(desk.enable(omar, true));
            QVERIFY(!desk.service->verify(pair->accessToken));
            desk.clock.advance(1s);
            QVERIFY(desk.login(omar, password));
        }
    }

    void theLastAdministratorStays()
    {
        Desk desk;
        desk.setUp();
        const QString dana = QStringLiteral("dana");
        const QString second = QStringLiteral("second");
        QCOMPARE(desk.enable(dana, false).error().code, ErrorCode::Conflict);
        QCOMPARE(desk.setRole(dana, QStringLiteral("operator")).error().code, ErrorCode::Conflict);
        QVERIFY(desk.setRole(dana, QStringLiteral("admin")));
        QVERIFY(desk.add(second, QStringLiteral("admin")));
        // Both at once: whichever comes second finds nobody else left.
        const auto first =
            desk.service->enableUser(Desk::by(core::toJson(EnableUser{dana, false}).toObject()));
        const auto next =
            desk.service->enableUser(Desk::by(core::toJson(EnableUser{second, false}).toObject()));
        QVERIFY(settle(first));
        QCOMPARE(settle(next).error().code, ErrorCode::Conflict);
        QVERIFY(desk.service->hasAdministrator());
        QVERIFY(desk.setPassword(second, otherPassword));
    }

    void namesAreChecked_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("plain") << QStringLiteral("a.b_c-d@e9") << true;
        QTest::newRow("64") << QString(64, QLatin1Char('a')) << true;
        QTest::newRow("65") << QString(65, QLatin1Char('a')) << false;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("blank") << QStringLiteral("a b") << false;
        QTest::newRow("line end") << QStringLiteral("ab\n") << false;
        QTest::newRow("markup") << QStringLiteral("<b>") << false;
        QTest::newRow("other script") << QString::fromUtf8("d\xd0\xb0na") << false;
    }

    void namesAreChecked()
    {
        QFETCH(QString, name);
        QFETCH(bool, isGood);
        QCOMPARE(bool(checkUserName(name)), isGood);
    }

    void namesAndMailsAreUnique()
    {
        Desk desk;
        desk.setUp();
        const QString mail = QStringLiteral("omar@example.org");
        const QString viewer = QStringLiteral("viewer");
        QVERIFY(desk.add(QStringLiteral("omar"), viewer, mail));
        QCOMPARE(desk.add(QStringLiteral("OMAR"), viewer).error().code, ErrorCode::Conflict);
        QCOMPARE(desk.add(QStringLiteral("omar2"), viewer, mail.toUpper()).error().code, ErrorCode::Conflict);
        QCOMPARE(desk.add(mail, viewer).error().code, ErrorCode::Conflict);
        QCOMPARE(desk.add(QStringLiteral("x"), QStringLiteral("guest")).error().code, ErrorCode::Invalid);
        QCOMPARE(desk.add(QStringLiteral("x"), QStringLiteral("root")).error().code, ErrorCode::Invalid);
        QCOMPARE(desk.add(QStringLiteral("x"), viewer, QStringLiteral("nowhere")).error().code,
                 ErrorCode::Invalid);
        QCOMPARE(desk.setPassword(QStringLiteral("nobody"), otherPassword).error().code, ErrorCode::NotFound);
        QVERIFY(desk.service->isTaken(mail));
        QVERIFY(!desk.service->isTaken({}));
        const auto list = settle(desk.service->listUsers({})).value().as<ListUsers::Reply>();
        QCOMPARE(list->users.size(), 2);
        QCOMPARE(list->users[1].username, QStringLiteral("omar"));
    }

    void twoOfOneNameAtOnceMakeOneAccount()
    {
        Desk desk;
        desk.setUp();
        const auto asked =
            Desk::by(core::toJson(AddUser{QStringLiteral("twin"), password, QStringLiteral("viewer"), {}, {}})
                         .toObject());
        const auto first = desk.service->addUser(asked);
        const auto second = desk.service->addUser(asked);
        QVERIFY(settle(first));
        QCOMPARE(settle(second).error().code, ErrorCode::Conflict);
    }

    void aFailingStoreChangesNothing()
    {
        Desk desk;
        desk.setUp();
        const auto pair = desk.login(QStringLiteral("dana"), password);
        QVERIFY(desk.add(QStringLiteral("omar"), QStringLiteral("viewer")));
        desk.store.setFailing(true);
        desk.publisher.clear();
        QCOMPARE(desk.add(QStringLiteral("x"), QStringLiteral("viewer")).error().code,
                 ErrorCode::Unavailable);
        QCOMPARE(desk.enable(QStringLiteral("omar"), false).error().code, ErrorCode::Unavailable);
        QVERIFY(desk.service->verify(pair->accessToken));
        QVERIFY(desk.publisher.events().isEmpty());
        desk.store.setFailing(false);
        QVERIFY(desk.login(QStringLiteral("omar"), password));
        QVERIFY(settle(desk.service->refresh(pair->refreshToken)));
    }

    void peopleReadOnWhileNothingCanBeSaved()
    {
        Desk desk;
        desk.setUp();
        const QString dana = QStringLiteral("dana");
        const auto before = desk.login(dana, password);
        desk.store.setFailing(true);
        const auto during = desk.login(dana, password);
        QVERIFY(during);
        QVERIFY(during->refreshToken.isEmpty());
        QCOMPARE(during->expiresIn, 900);
        QVERIFY(desk.service->verify(during->accessToken));
        QCOMPARE(desk.login(dana, otherPassword).error().code, ErrorCode::AuthenticationRequired);
        for (int turn = 0; turn < 3; ++turn) {
            desk.clock.advance(20min);
            QVERIFY(!desk.service->verify(before->accessToken));
            const auto bridged = settle(desk.service->refresh(before->refreshToken));
            QVERIFY(bridged);
            QVERIFY(bridged->refreshToken.isEmpty());
            QCOMPARE(bridged->expiresIn, 300);
            QVERIFY(desk.service->verify(bridged->accessToken));
            desk.clock.advance(300s);
            QVERIFY(!desk.service->verify(bridged->accessToken));
        }
        desk.clock.advance(22h + 44min + 59s);
        QCOMPARE(settle(desk.service->refresh(before->refreshToken))->expiresIn, 1);
        desk.clock.advance(1s);
        QVERIFY(!settle(desk.service->refresh(before->refreshToken)));
        desk.store.setFailing(false);
        QVERIFY(!desk.login(dana, password)->refreshToken.isEmpty());
    }

    void whatWasGivenBeforeIsSpentWhenItCanBeSaved()
    {
        Desk desk;
        desk.setUp();
        const auto pair = desk.login(QStringLiteral("dana"), password);
        desk.store.setFailing(true);
        QVERIFY(settle(desk.service->refresh(pair->refreshToken)));
        desk.store.setFailing(false);
        const auto next = settle(desk.service->refresh(pair->refreshToken));
        QVERIFY(next && !next->refreshToken.isEmpty());
        QVERIFY(!settle(desk.service->refresh(pair->refreshToken)));
        QVERIFY(!desk.service->verify(next->accessToken));
    }

    void theDiskMayFillUpBetweenSpendingAndSaving()
    {
        Desk desk;
        desk.setUp();
        const auto pair = desk.login(QStringLiteral("dana"), password);
        desk.store.failAfter(1);
        const auto between = settle(desk.service->refresh(pair->refreshToken));
        QVERIFY(between && between->refreshToken.isEmpty());
        QVERIFY(settle(desk.service->refresh(pair->refreshToken)));
        desk.store.setFailing(false);
        const auto next = settle(desk.service->refresh(pair->refreshToken));
        QVERIFY(next && !next->refreshToken.isEmpty());
        QVERIFY(!settle(desk.service->refresh(pair->refreshToken)));
        QVERIFY(settle(desk.service->refresh(next->refreshToken)));
    }

    void signsOutWhileNothingCanBeSaved()
    {
        Desk desk;
        desk.setUp();
        const auto pair = desk.login(QStringLiteral("dana"), password);
        const int timers = desk.clock.timerCount();
        desk.store.setFailing(true);
        QVERIFY(settle(desk.service->logout({}, pair->refreshToken)));
        QCOMPARE(desk.clock.timerCount(), timers + 1);
        QVERIFY(!desk.service->verify(pair->accessToken));
        QVERIFY(!settle(desk.service->refresh(pair->refreshToken)));
        desk.clock.advance(30s);
        desk.store.setFailing(false);
        desk.clock.advance(29s);
        QVERIFY(settle(desk.store.setting(QStringLiteral("identity.revocations")))->isEmpty());
        desk.clock.advance(1s);
        QCOMPARE(desk.clock.timerCount(), timers);
        desk.restart();
        QVERIFY(!desk.service->verify(pair->accessToken));
        QVERIFY(!settle(desk.service->refresh(pair->refreshToken)));
    }

    void tellsWhoSomebodyIs()
    {
        Desk desk;
        desk.setUp();
        core::Command command;
        command.caller = *desk.service->verify(desk.login(QStringLiteral("dana"), password)->accessToken);
        auto user = settle(desk.service->whoami(command)).value().as<User>();
        QCOMPARE(user->username, QStringLiteral("dana"));
        command.caller = core::localAdministrator();
        user = settle(desk.service->whoami(command)).value().as<User>();
        QCOMPARE(user->role, QStringLiteral("admin"));
        QCOMPARE(user->username, QStringLiteral("local"));
    }

    void answersEverybodyWhenItStops()
    {
        Desk desk;
        desk.setUp();
        const QString dana = QStringLiteral("dana");
        // One is being hashed, the others wait; each is answered where it would go on.
        const auto signIns =
            QList{desk.service->login({dana, password}, {}), desk.service->login({dana, password}, {})};
        const auto added = desk.service->addUser(
            Desk::by(core::toJson(AddUser{QStringLiteral("omar"), password, QStringLiteral("viewer"), {}, {}})
                         .toObject()));
        const auto changed =
            desk.service->setPassword(Desk::by(core::toJson(SetPassword{dana, otherPassword}).toObject()));
        desk.service->stop();
        for (const auto &signIn : signIns) {
            QVERIFY(signIn.isFinished());
            QCOMPARE(signIn.result().error().code, ErrorCode::Unavailable);
        }
        QVERIFY(added.isFinished() && changed.isFinished());
        QCOMPARE(added.result().error().code, ErrorCode::Unavailable);
        QCOMPARE(changed.result().error().code, ErrorCode::Unavailable);
        desk.service->stop();
        QCOMPARE(desk.login(dana, password).error().code, ErrorCode::Unavailable);
        desk.restart();
        QVERIFY(desk.login(dana, password));
        QVERIFY(!desk.login(QStringLiteral("omar"), password));
    }

    void endsWhilePasswordsAreChecked()
    {
        Desk desk;
        desk.setUp();
        const auto signIn = desk.service->login({QStringLiteral("dana"), password}, {});
        const auto added = desk.service->addUser(
            Desk::by(core::toJson(AddUser{QStringLiteral("omar"), password, QStringLiteral("viewer"), {}, {}})
                         .toObject()));
        desk.service.reset();
        QVERIFY(signIn.isFinished() && added.isFinished());
        // A check that was done in time may still count.
        QVERIFY(signIn.result() || signIn.result().error().code == ErrorCode::Unavailable);
        QVERIFY(added.result() || added.result().error().code == ErrorCode::Unavailable);
    }
};

QTEST_GUILESS_MAIN(IdentityServiceTest)
#include "servicetest.moc"
