// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeclock.h"
#include "support/seededentropy.h"
#include "transport/listener.h"
#include "transport/rawclient.h"

#include <QTest>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>
#include <vector>

/// Out of file descriptors, in both orders a server meets it: at its first accept, and after it has accepted
/// before.
class TestEmfile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void goesOnAfterwards_data();
    void goesOnAfterwards();
};

void TestEmfile::initTestCase()
{
    const rlimit few{256, 256};
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &few), 0);
}

void TestEmfile::goesOnAfterwards_data()
{
    QTest::addColumn<bool>("hasAcceptedBefore");
    QTest::newRow("at the first accept") << false;
    QTest::newRow("later") << true;
}

void TestEmfile::goesOnAfterwards()
{
    QFETCH(bool, hasAcceptedBefore);
    support::FakeClock clock;
    support::SeededEntropy entropy;
    auto router = std::make_shared<transport::Router>();
    router->http("GET", "/", [](const auto &) { return transport::respond({}); });
    transport::Listener listener(router, {}, clock, entropy);
    QVERIFY(listener.listen(QStringLiteral("127.0.0.1"), 0));
    std::unique_ptr<rawclient::RawClient> earlier;
    if (hasAcceptedBefore) {
        earlier = std::make_unique<rawclient::RawClient>(listener.port());
        earlier->send(rawclient::get("/"));
        QTRY_COMPARE(earlier->responses().size(), 1);
    }
    rawclient::RawClient waiting(listener.port()); // in the kernel's queue: no turn has passed
    std::vector<int> taken;
    for (int fd = ::open("/dev/null", O_RDONLY); fd >= 0; fd = ::open("/dev/null", O_RDONLY))
        taken.push_back(fd);
    waiting.send(rawclient::get("/"));
    const int timersBefore = clock.timerCount();
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    QCOMPARE(clock.timerCount(), timersBefore + 1); // backing off, not spinning
    clock.advance(std::chrono::milliseconds(10));
    QCoreApplication::processEvents();
    QVERIFY(waiting.received().isEmpty());
    for (int fd : taken)
        ::close(fd);
    clock.advance(std::chrono::milliseconds(1'000));
    QTRY_COMPARE(waiting.responses().size(), 1);
    QCOMPARE(waiting.responses().first().status, 200);
}

QTEST_GUILESS_MAIN(TestEmfile)
#include "test_emfile.moc"
