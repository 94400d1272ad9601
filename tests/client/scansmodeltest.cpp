// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scans.h"
#include "scans/scanner.h"

#include <QSignalSpy>
#include <QTest>

using network::ScanState;

namespace {
/// The model of one who is signed in to a server that scans.
struct Watch
{
    explicit Watch(const char *role = "admin", const char *name = "dana")
    {
        identity::User user;
        user.id = QStringLiteral("u1");
        user.username = QString::fromLatin1(name);
        user.role = QString::fromLatin1(role);
        user.createdAt = clock.now();
        link.answer(QStringLiteral("identity.whoami"), core::toJson(user).toObject());
    }
    client::Scans &open()
    {
        link.become(client::Link::State::Live);
        [&] { QTRY_VERIFY(scans.isKnown() && mirror.user()); }();
        return scans;
    }

    support::FakeClock clock{QDateTime::fromString(QStringLiteral("2026-11-20T13:29:40Z"), Qt::ISODate)};
    support::ScriptedLink link;
    Scanner scanner{link, clock.now()};
    client::Mirror mirror{link, clock};
    client::Scans scans{mirror};
};
} // namespace

/// What the window knows of scans follows what the server says of them.
class ScansModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNewestIsFirst()
    {
        Watch watch;
        const client::Scans &scans = watch.open();
        QCOMPARE(scans.all().size(), 5);
        QCOMPARE(scans.all().first().scanId, watch.scanner.runs.first().scanId);
        QVERIFY(scans.running().isEmpty());
        QVERIFY(!scans.hasOlder());
    }

    void progressIsHeard()
    {
        Watch watch;
        const network::ScanRun run = watch.scanner.begin();
        client::Scans &scans = watch.open();
        QCOMPARE(scans.running().size(), 1);
        QSignalSpy changed(&scans, &client::Scans::changed);
        watch.scanner.sayProgress(run, 60);
        QCOMPARE(scans.find(run.scanId)->progress, 60.0);
        QCOMPARE(scans.find(run.scanId)->openPorts, 160);
        QCOMPARE(scans.progress(), 60.0);
        QCOMPARE(changed.size(), 1);
        watch.scanner.sayProgress(run, 50); // does not go back
        QCOMPARE(scans.find(run.scanId)->progress, 60.0);
    }

    void timeLeftIsToldOnceItMeansSomething()
    {
        Watch watch;
        network::ScanRun run = watch.scanner.begin();
        const client::Scans &scans = watch.open();
        run.progress = 9;
        QVERIFY(!scans.left(run));
        run.progress = 50;
        QCOMPARE(scans.elapsed(run), 192.0);
        QCOMPARE(*scans.left(run), 192.0);
        watch.clock.advance(std::chrono::seconds(8));
        QCOMPARE(*scans.left(run), 200.0);
    }

    void whatSomebodyElseStartsIsFound()
    {
        Watch watch;
        client::Scans &scans = watch.open();
        const network::ScanRun run = watch.scanner.begin("10.8.0.0/24", "omar");
        watch.scanner.sayProgress(run, 3);
        QTRY_COMPARE(scans.running().size(), 1);
        QCOMPARE(scans.running().first().startedBy, QStringLiteral("omar"));
        QVERIFY(!scans.isOwn(scans.running().first()));
    }

    void theEndIsToldWithWhatChanged()
    {
        Watch watch;
        const network::ScanRun run = watch.scanner.begin();
        client::Scans &scans = watch.open();
        QList<network::ScanRun> over;
        connect(&scans, &client::Scans::ended, this, [&](const network::ScanRun &one) { over << one; });
        watch.scanner.finish(run.scanId);
        QTRY_COMPARE(over.size(), 1);
        QCOMPARE(over.first().status, ScanState::Completed);
        QCOMPARE(over.first().added, 2);
        QVERIFY(scans.running().isEmpty());
        watch.scanner.sayProgress(run, 99); // late
        QCOMPARE(scans.find(run.scanId)->status, ScanState::Completed);
    }

    void anOldPageDoesNotUndoAFact()
    {
        Watch watch;
        const network::ScanRun run = watch.scanner.begin();
        client::Scans &scans = watch.open();
        watch.scanner.sayProgress(run, 70);
        QSignalSpy changed(&scans, &client::Scans::changed);
        scans.adopt(run.scanId); // asks again; the page still says 45
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(scans.find(run.scanId)->progress, 70.0);
    }

    void whatEndedMeanwhileIsCaughtUpWith()
    {
        Watch watch;
        const QString id = watch.scanner.begin().scanId;
        client::Scans &scans = watch.open();
        watch.link.become(client::Link::State::Reconnecting);
        watch.scanner.find(id)->status = ScanState::Failed;
        watch.scanner.find(id)->completedAt = watch.clock.now();
        watch.link.become(client::Link::State::Live);
        QTRY_COMPARE(scans.find(id)->status, ScanState::Failed);
    }

    void olderOnesComeByPages()
    {
        Watch watch;
        for (int i = 0; i < 210; ++i)
            watch.scanner.add(network::ScanType::Discovery, "192.168.1.0/24", ScanState::Completed, 3000 - i,
                              5);
        client::Scans &scans = watch.open();
        QCOMPARE(scans.all().size(), 100);
        QVERIFY(scans.hasOlder());
        scans.loadOlder();
        QTRY_COMPARE(scans.all().size(), 200);
        scans.loadOlder();
        QTRY_COMPARE(scans.all().size(), 215);
        QVERIFY(!scans.hasOlder());
        const network::ScanRun run = watch.scanner.begin();
        watch.scanner.sayProgress(run, 50);
        QTRY_COMPARE(scans.running().size(), 1); // which keeps the older ones
        QCOMPARE(scans.all().size(), 216);
    }

    void operatorsCancelTheirOwn()
    {
        Watch watch("operator", "omar");
        const network::ScanRun foreign = watch.scanner.begin("10.8.0.0/24", "dana");
        const network::ScanRun own = watch.scanner.begin("10.9.0.0/24", "omar");
        client::Scans &scans = watch.open();
        QVERIFY(scans.whyNotStart().isEmpty());
        QVERIFY(scans.whyNotCancel(own).isEmpty());
        QVERIFY2(scans.whyNotCancel(foreign).startsWith(QLatin1String("dana started")),
                 qPrintable(scans.whyNotCancel(foreign)));
        bool isDone = false;
        scans.cancel(own.scanId, this, [&](const core::Result<void> &done) { isDone = bool(done); });
        QTRY_VERIFY(isDone);
        QTRY_COMPARE(scans.find(own.scanId)->status, ScanState::Cancelled);
    }

    void viewersAreToldWhy()
    {
        Watch watch("viewer");
        const client::Scans &scans = watch.open();
        QVERIFY(scans.whyNotStart().contains(QLatin1String("Viewer")));
    }

    void troubleIsKept()
    {
        Watch watch;
        watch.link.answers.insert(QStringLiteral("network.scans.list"),
                                  [](const QJsonObject &) -> core::Reply {
                                      return core::Error{core::ErrorCode::Unavailable,
                                                         QStringLiteral("The store does not answer.")};
                                  });
        watch.link.become(client::Link::State::Live);
        QTRY_COMPARE(watch.scans.trouble(), QStringLiteral("The store does not answer."));
        QVERIFY(!watch.scans.isKnown());
    }
};

QTEST_GUILESS_MAIN(ScansModelTest)
#include "scansmodeltest.moc"
