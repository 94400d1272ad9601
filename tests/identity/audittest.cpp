// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/audit.h"

#include "catalog/catalogue.h"
#include "domain/identity/service.h"
#include "support/fakeclock.h"
#include "support/memorystores.h"
#include "support/seededentropy.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace identity;
using namespace std::chrono_literals;

namespace {
const QString password = QStringLiteral("mossy lantern quiet");
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

/// A service with its trail, an administrator dana and a viewer omar.
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
        command.caller.id = QStringLiteral("u-dana");
        command.address = here;
        return command;
    }
    /// "action actor target address outcome count" of the last.
    [[nodiscard]] QString last()
    {
        if (trail.records().isEmpty())
            return {};
        const core::AuditRecord &record = trail.records().last();
        return QStringLiteral("%1|%2|%3|%4|%5|%6")
            .arg(record.action, record.actor, record.target, record.address, record.outcome)
            .arg(record.count);
    }
    audit::Verify::Reply verify()
    {
        const auto reply = settle(service->audit().verify(by(audit::Verify())));
        return reply ? reply->as<audit::Verify::Reply>().value() : audit::Verify::Reply{false, -1, {}, {}};
    }
    audit::Read::Reply read(const audit::Read &question)
    {
        const auto reply = settle(service->audit().read(by(question)));
        return reply ? reply->as<audit::Read::Reply>().value() : audit::Read::Reply{};
    }
};
} // namespace

/// Does what has to be on the audit trail, and looks whether it is there.
class AuditTrailTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theKeyIsItsOwnersAlone()
    {
        Desk desk;
        struct stat entry
        {
        };
        QCOMPARE(
            ::stat(QFile::encodeName(desk.folder.filePath(QStringLiteral("audit.key"))).constData(), &entry),
            0);
        QCOMPARE(entry.st_mode & 0777, mode_t(0600));
        QCOMPARE(entry.st_size, off_t(32));
    }

    void accountsLeaveTheirMarks()
    {
        Desk desk;
        QCOMPARE(desk.trail.records().first().action, QStringLiteral("user_added"));
        QCOMPARE(desk.trail.records().first().address, here);
        QCOMPARE(desk.last(), QStringLiteral("user_added|dana|omar|192.0.2.7|ok|1"));
        QVERIFY(settle(
            desk.service->setRole(Desk::by(SetRole{QStringLiteral("omar"), QStringLiteral("operator")}))));
        QCOMPARE(desk.last(), QStringLiteral("role|dana|omar|192.0.2.7|ok|1"));
        QCOMPARE(desk.trail.records().last().detail, QStringLiteral("operator"));
        QVERIFY(settle(desk.service->setPassword(Desk::by(SetPassword{QStringLiteral("omar"), password}))));
        QCOMPARE(desk.last(), QStringLiteral("password|dana|omar|192.0.2.7|ok|1"));
        for (const core::AuditRecord &record : std::as_const(desk.trail.records()))
            QVERIFY(!record.detail.contains(password));
        QVERIFY(settle(desk.service->enableUser(Desk::by(EnableUser{QStringLiteral("omar"), false}))));
        QCOMPARE(desk.last(), QStringLiteral("disabled|dana|omar|192.0.2.7|ok|1"));
        QVERIFY(settle(desk.service->enableUser(Desk::by(EnableUser{QStringLiteral("omar"), true}))));
        QCOMPARE(desk.last(), QStringLiteral("enabled|dana|omar|192.0.2.7|ok|1"));
        QVERIFY(!settle(
            desk.service->setRole(Desk::by(SetRole{QStringLiteral("dana"), QStringLiteral("viewer")}))));
        QCOMPARE(desk.last(), QStringLiteral("role|dana|dana|192.0.2.7|refused|1"));
    }

    void comingAndGoingLeavesMarks()
    {
        Desk desk;
        const auto pair = settle(desk.service->login({QStringLiteral("omar"), password}, {here}));
        QVERIFY(pair);
        QCOMPARE(desk.last(), QStringLiteral("sign_in|omar||192.0.2.7|ok|1"));
        QVERIFY(settle(desk.service->logout(pair->accessToken, pair->refreshToken, here)));
        QCOMPARE(desk.last(), QStringLiteral("sign_out|omar||192.0.2.7|ok|1"));
        const qsizetype before = desk.trail.records().size();
        QVERIFY(settle(desk.service->logout(pair->accessToken, pair->refreshToken, here)));
        QCOMPARE(desk.trail.records().size(), before);
        const auto second = settle(desk.service->login({QStringLiteral("omar"), password}, {here}));
        QVERIFY(settle(desk.service->refresh(second->refreshToken, {}, here)));
        QVERIFY(!settle(desk.service->refresh(second->refreshToken, {}, here)));
        QCOMPARE(desk.last(), QStringLiteral("refresh_reused|omar||192.0.2.7|refused|1"));
    }

    void guessingIsFolded()
    {
        Desk desk;
        const qsizetype before = desk.trail.records().size();
        QVERIFY(!settle(desk.service->login({QStringLiteral("omar"), QStringLiteral("wrong")}, {here})));
        QCOMPARE(desk.last(), QStringLiteral("sign_in||omar|192.0.2.7|failed|1"));
        QVERIFY(!settle(desk.service->login({QStringLiteral("dana"), QStringLiteral("wrong")}, {here})));
        QVERIFY(!settle(desk.service->login({QStringLiteral("nobody"), QStringLiteral("wrong")}, {here})));
        QCOMPARE(desk.trail.records().size(), before + 1);
        for (int i = 0; i < 500; ++i)
            QVERIFY(!settle(desk.service->login({QStringLiteral("omar"), QStringLiteral("wrong")}, {here})));
        QCOMPARE(desk.last(), QStringLiteral("lock_out||omar|192.0.2.7|refused|1"));
        QCOMPARE(desk.trail.records().size(), before + 2);
        desk.clock.advance(1min);
        QCOMPARE(desk.trail.records().size(), before + 4);
        QMap<QString, int> counts;
        for (qsizetype i = before + 2; i < before + 4; ++i)
            counts[desk.trail.records().at(i).action] = desk.trail.records().at(i).count;
        QCOMPARE(counts,
                 (QMap<QString, int>{{QStringLiteral("sign_in"), 2}, {QStringLiteral("lock_out"), 499}}));
        desk.clock.advance(1min);
        QCOMPARE(desk.trail.records().size(), before + 4);
        QVERIFY(desk.verify().isIntact);
    }

    void aThousandAddressesWriteFewRecords()
    {
        Desk desk;
        const qsizetype before = desk.trail.records().size();
        for (int i = 0; i < 5000; ++i)
            desk.service->audit().noteStranger({QStringLiteral("origin_rejected"),
                                                {},
                                                {},
                                                {},
                                                QStringLiteral("10.0.%1.%2").arg(i / 250).arg(i % 250),
                                                QStringLiteral("refused")});
        QCOMPARE(desk.trail.records().size(), before + 257);
        desk.service->stop();
        QCOMPARE(desk.trail.records().size(), before + 258);
        QCOMPARE(desk.last(), QStringLiteral("origin_rejected|||many|refused|4743"));
    }

    void hostileTextStaysOneShortLine()
    {
        Desk desk;
        QVERIFY(!settle(desk.service->login(
            {QStringLiteral("eve\n2026 dana signed in\u202e%1").arg(QString(10'000, QLatin1Char('x'))),
             QStringLiteral("wrong")},
            {here})));
        const QString target = desk.trail.records().last().target;
        QVERIFY(target.size() <= 254);
        QVERIFY(!target.contains(QLatin1Char('\n')));
        QVERIFY(!target.contains(QChar(0x202e)));
    }

    void pagesFollowEachOther()
    {
        Desk desk;
        for (int i = 0; i < 10; ++i)
            QVERIFY(settle(desk.service->audit().note({QStringLiteral("role"), QStringLiteral("dana")})));
        audit::Read question;
        question.limit = 5;
        QList<qint64> numbers;
        for (int page = 0; page < 5; ++page) {
            const audit::Read::Reply reply = desk.read(question);
            for (const audit::Record &record : reply.records)
                numbers << record.number;
            if (!reply.next)
                break;
            question.before = reply.next;
        }
        QCOMPARE(numbers, (QList<qint64>{12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1}));
        question = {};
        question.actions = QStringList{QStringLiteral("user_added")};
        QCOMPARE(desk.read(question).records.size(), 2);
    }

    void aFaultIsNamedAndToldAtTheNextStart()
    {
        Desk desk;
        QVERIFY(desk.verify().isIntact);
        QCOMPARE(desk.verify().records, 2);
        desk.trail.records()[1].target = QStringLiteral("eve");
        const audit::Verify::Reply reply = desk.verify();
        QVERIFY(!reply.isIntact);
        QCOMPARE(reply.firstFault, std::optional<qint64>(2));
        QCOMPARE(reply.fault, QStringLiteral("changed"));
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral(
                                                "audit trail is not as it was.*record 2 changed")));
        desk.restart();
        QTRY_COMPARE(desk.last(), QStringLiteral("audit_verify|local|||failed|1"));
    }

    void peopleSignInWhileNothingCanBeNoted()
    {
        Desk desk;
        desk.trail.setFailing(true);
        QVERIFY(settle(desk.service->login({QStringLiteral("omar"), password}, {here})));
        QCOMPARE(settle(desk.service->audit().note({QStringLiteral("role"), {}})).error().code,
                 core::ErrorCode::Unavailable);
    }
};

QTEST_GUILESS_MAIN(AuditTrailTest)
#include "audittest.moc"
