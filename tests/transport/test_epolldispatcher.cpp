// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/epolldispatcher.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QEventLoop>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <array>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using transport::EpollDispatcher;

namespace {

/// Two connected descriptors.
struct Pair
{
    Pair() { isOpen = ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()) == 0; }
    ~Pair()
    {
        ::close(ends[0]);
        ::close(ends[1]);
    }
    Pair(const Pair &) = delete;
    Pair &operator=(const Pair &) = delete;
    void say() const { QCOMPARE(::write(ends[1], "x", 1), 1); }

    std::array<int, 2> ends{};
    bool isOpen = false;
};

class TimerCounter : public QObject
{
public:
    QHash<int, int> fired;
    std::function<void(int)> then;

protected:
    void timerEvent(QTimerEvent *event) override
    {
        ++fired[event->timerId()];
        if (then)
            then(event->timerId());
    }
};

} // namespace

/// Runs on the dispatcher itself: it is the application's.
class TestEpollDispatcher : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isInUse();
    void firesNotifiersOfOneDescriptor();
    void leavesSocketsOutWhenAsked();
    void forgetsNotifiersRemovedInTheSameBatch();
    void tellsAReusedDescriptorApart();
    void runsZeroTimersOncePerTurn();
    void keepsTimersInOrder();
    void tellsRemainingTime();
    void stopsTimersFromTheirOwnHandlers();
    void doesNotNestATimerInItself();
    void nestsSocketBatches();
    void wakesUpFromAnotherThread();
    void interrupts();
    void emitsItsSignals();
    void carriesTcpInAThread();
};

void TestEpollDispatcher::isInUse()
{
    QVERIFY(qobject_cast<EpollDispatcher *>(QCoreApplication::eventDispatcher()));
}

void TestEpollDispatcher::firesNotifiersOfOneDescriptor()
{
    Pair pair;
    QVERIFY(pair.isOpen);
    QSocketNotifier reader(pair.ends[0], QSocketNotifier::Read);
    QSocketNotifier writer(pair.ends[0], QSocketNotifier::Write);
    QSocketNotifier exception(pair.ends[0], QSocketNotifier::Exception);
    int reads = 0;
    int writes = 0;
    int exceptions = 0;
    connect(&reader, &QSocketNotifier::activated, this, [&] { ++reads; });
    connect(&writer, &QSocketNotifier::activated, this, [&] { ++writes; });
    connect(&exception, &QSocketNotifier::activated, this, [&] { ++exceptions; });
    QCoreApplication::processEvents();
    QCOMPARE(reads, 0);
    QVERIFY(writes > 0);
    writer.setEnabled(false);
    const int writesBefore = writes;
    pair.say();
    QCoreApplication::processEvents();
    QVERIFY(reads > 0);
    QCOMPARE(writes, writesBefore);
    QCOMPARE(exceptions, 0);
    writer.setEnabled(true);
    QCoreApplication::processEvents();
    QVERIFY(writes > writesBefore);
}

void TestEpollDispatcher::leavesSocketsOutWhenAsked()
{
    Pair pair;
    QSocketNotifier reader(pair.ends[0], QSocketNotifier::Read);
    int reads = 0;
    connect(&reader, &QSocketNotifier::activated, this, [&] { ++reads; });
    pair.say();
    QCoreApplication::processEvents(QEventLoop::ExcludeSocketNotifiers);
    QCOMPARE(reads, 0);
    // Waiting without sockets still ends by a timer.
    QTimer timer;
    QSignalSpy timeout(&timer, &QTimer::timeout);
    timer.setSingleShot(true);
    timer.start(5);
    while (timeout.isEmpty())
        QCoreApplication::processEvents(QEventLoop::ExcludeSocketNotifiers | QEventLoop::WaitForMoreEvents);
    QCOMPARE(reads, 0);
    QCoreApplication::processEvents();
    QVERIFY(reads > 0);
}

void TestEpollDispatcher::forgetsNotifiersRemovedInTheSameBatch()
{
    Pair one;
    Pair two;
    auto first = std::make_unique<QSocketNotifier>(one.ends[0], QSocketNotifier::Read);
    auto second = std::make_unique<QSocketNotifier>(two.ends[0], QSocketNotifier::Read);
    int reads = 0;
    // Whoever comes first removes the other.
    connect(first.get(), &QSocketNotifier::activated, this, [&] {
        ++reads;
        second.reset();
    });
    connect(second.get(), &QSocketNotifier::activated, this, [&] {
        ++reads;
        first.reset();
    });
    one.say();
    two.say();
    QVERIFY(QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents));
    QCOMPARE(reads, 1);
}

void TestEpollDispatcher::tellsAReusedDescriptorApart()
{
    Pair one;
    Pair two;
    Pair quiet;
    std::unique_ptr<QSocketNotifier> fresh;
    int strange = 0;
    int reads = 0;
    std::array<std::unique_ptr<QSocketNotifier>, 2> notifiers;
    const std::array<int, 2> ends{one.ends[0], two.ends[0]};
    for (size_t i = 0; i < 2; ++i) {
        notifiers[i] = std::make_unique<QSocketNotifier>(ends[i], QSocketNotifier::Read);
        connect(notifiers[i].get(), &QSocketNotifier::activated, this, [&, i] {
            if (++reads > 1)
                return;
            // The other's number now means a descriptor with nothing to read.
            const size_t other = 1 - i;
            notifiers[other].reset();
            QCOMPARE(::dup2(quiet.ends[0], ends[other]), ends[other]);
            fresh = std::make_unique<QSocketNotifier>(ends[other], QSocketNotifier::Read);
            connect(fresh.get(), &QSocketNotifier::activated, this, [&] { ++strange; });
        });
    }
    one.say();
    two.say();
    QVERIFY(QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents));
    QCOMPARE(reads, 1);
    QCOMPARE(strange, 0);
    quiet.say();
    notifiers = {};
    QCoreApplication::processEvents();
    QVERIFY(strange > 0);
}

void TestEpollDispatcher::runsZeroTimersOncePerTurn()
{
    TimerCounter counter;
    const int id = counter.startTimer(0);
    auto *dispatcher = QAbstractEventDispatcher::instance();
    for (int turn = 1; turn <= 3; ++turn) {
        QVERIFY(dispatcher->processEvents(QEventLoop::AllEvents));
        QCOMPARE(counter.fired.value(id), turn);
    }
    QVERIFY(!dispatcher->processEvents(QEventLoop::X11ExcludeTimers));
    QCOMPARE(counter.fired.value(id), 3);
    counter.killTimer(id);
    QVERIFY(!dispatcher->processEvents(QEventLoop::AllEvents));
    QCOMPARE(counter.fired.value(id), 3);
}

void TestEpollDispatcher::keepsTimersInOrder()
{
    TimerCounter counter;
    QList<int> order;
    counter.then = [&](int id) {
        order.append(id);
        counter.killTimer(id);
    };
    const int late = counter.startTimer(30, Qt::PreciseTimer);
    const int early = counter.startTimer(10, Qt::PreciseTimer);
    const int middle = counter.startTimer(20, Qt::CoarseTimer);
    QTRY_COMPARE(order.size(), 3);
    QCOMPARE(order, (QList<int>{early, middle, late}));
}

void TestEpollDispatcher::tellsRemainingTime()
{
    auto *dispatcher = QAbstractEventDispatcher::instance();
    QObject object;
    const int precise = object.startTimer(60'000, Qt::PreciseTimer);
    const int coarse = object.startTimer(60'000, Qt::CoarseTimer);
    const int second = object.startTimer(60'400, Qt::VeryCoarseTimer);
    QVERIFY(dispatcher->remainingTime(precise) > 50'000);
    QVERIFY(dispatcher->remainingTime(precise) <= 60'000);
    QVERIFY(qAbs(dispatcher->remainingTime(coarse) - 60'000) < 10'000);
    QCOMPARE(dispatcher->remainingTime(1'000'000), -1);
    QCOMPARE(dispatcher->registeredTimers(&object).size(), 3);
    for (const auto &info : dispatcher->registeredTimers(&object)) {
        if (info.timerId == second)
            QCOMPARE(info.interval, 60'000);
    }
    QVERIFY(dispatcher->unregisterTimers(&object));
    QVERIFY(!dispatcher->unregisterTimers(&object));
    QCOMPARE(dispatcher->remainingTime(precise), -1);
}

void TestEpollDispatcher::stopsTimersFromTheirOwnHandlers()
{
    auto *timer = new QTimer;
    bool hasFired = false;
    connect(timer, &QTimer::timeout, this, [&] {
        hasFired = true;
        delete timer;
    });
    timer->start(0);
    QTRY_VERIFY(hasFired);
    // One handler stops another that is due in the same turn.
    TimerCounter counter;
    std::array<int, 2> ids{counter.startTimer(0), counter.startTimer(0)};
    counter.then = [&](int id) { counter.killTimer(id == ids[0] ? ids[1] : ids[0]); };
    QCoreApplication::processEvents(QEventLoop::ExcludeSocketNotifiers);
    QCOMPARE(counter.fired.size(), 1);
}

void TestEpollDispatcher::doesNotNestATimerInItself()
{
    TimerCounter counter;
    int depth = 0;
    int deepest = 0;
    const int id = counter.startTimer(0);
    counter.then = [&](int) {
        deepest = qMax(deepest, ++depth);
        QEventLoop nested;
        QTimer::singleShot(5, &nested, &QEventLoop::quit);
        nested.exec();
        --depth;
    };
    QTRY_VERIFY(counter.fired.value(id) >= 2);
    QCOMPARE(deepest, 1);
}

void TestEpollDispatcher::nestsSocketBatches()
{
    Pair outer;
    Pair inner;
    QSocketNotifier outerReader(outer.ends[0], QSocketNotifier::Read);
    QSocketNotifier innerReader(inner.ends[0], QSocketNotifier::Read);
    bool isInnerRead = false;
    bool isOuterDone = false;
    connect(&innerReader, &QSocketNotifier::activated, this, [&] {
        isInnerRead = true;
        innerReader.setEnabled(false);
    });
    connect(&outerReader, &QSocketNotifier::activated, this, [&] {
        outerReader.setEnabled(false);
        inner.say();
        QTRY_VERIFY(isInnerRead);
        isOuterDone = true;
    });
    outer.say();
    QTRY_VERIFY(isOuterDone);
}

void TestEpollDispatcher::wakesUpFromAnotherThread()
{
    bool isCalled = false;
    QEventLoop loop;
    std::thread other([&] {
        QMetaObject::invokeMethod(
            &loop,
            [&] {
                isCalled = true;
                loop.quit();
            },
            Qt::QueuedConnection);
    });
    loop.exec();
    other.join();
    QVERIFY(isCalled);
}

void TestEpollDispatcher::interrupts()
{
    auto *dispatcher = QAbstractEventDispatcher::instance();
    std::thread other([&] { dispatcher->interrupt(); });
    other.join();
    // The wake-up it left behind ends the wait at once.
    QVERIFY(dispatcher->processEvents(QEventLoop::WaitForMoreEvents));
}

void TestEpollDispatcher::emitsItsSignals()
{
    auto *dispatcher = QAbstractEventDispatcher::instance();
    QCoreApplication::processEvents();
    QSignalSpy awake(dispatcher, &QAbstractEventDispatcher::awake);
    QSignalSpy block(dispatcher, &QAbstractEventDispatcher::aboutToBlock);
    dispatcher->processEvents(QEventLoop::AllEvents);
    QCOMPARE(awake.size(), 1);
    QCOMPARE(block.size(), 0);
    dispatcher->wakeUp();
    dispatcher->processEvents(QEventLoop::WaitForMoreEvents);
    QCOMPARE(awake.size(), 2);
    QCOMPARE(block.size(), 1);
}

void TestEpollDispatcher::carriesTcpInAThread()
{
    // Real traffic between two threads on a dispatcher each: 50 clients, 40 KB each way.
    constexpr int clients = 50;
    const QByteArray sent(40'000, 'x');
    QThread thread;
    thread.setEventDispatcher(new EpollDispatcher);
    auto *server = new QTcpServer;
    server->moveToThread(&thread);
    connect(&thread, &QThread::finished, server, &QObject::deleteLater);
    thread.start();
    quint16 port = 0;
    QMetaObject::invokeMethod(
        server,
        [server] {
            connect(server, &QTcpServer::newConnection, server, [server] {
                while (QTcpSocket *socket = server->nextPendingConnection()) {
                    connect(socket, &QTcpSocket::readyRead, socket,
                            [socket] { socket->write(socket->readAll()); });
                    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
                }
            });
            server->listen(QHostAddress::LocalHost);
            return server->serverPort();
        },
        Qt::BlockingQueuedConnection, &port);
    QVERIFY(port != 0);
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    QHash<QTcpSocket *, qsizetype> received;
    for (int i = 0; i < clients; ++i) {
        auto *socket = sockets.emplace_back(std::make_unique<QTcpSocket>()).get();
        connect(socket, &QTcpSocket::connected, this, [socket, &sent] { socket->write(sent); });
        connect(socket, &QTcpSocket::readyRead, this,
                [socket, &received] { received[socket] += socket->readAll().size(); });
        socket->connectToHost(QHostAddress::LocalHost, port);
    }
    const auto isComplete = [&] {
        return received.size() == clients && std::all_of(received.begin(), received.end(),
                                                         [&](qsizetype size) { return size == sent.size(); });
    };
    QTRY_VERIFY(isComplete());
    sockets.clear();
    thread.quit();
    QVERIFY(thread.wait());
}

int main(int argc, char **argv)
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QCoreApplication application(argc, argv);
    TestEpollDispatcher test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_epolldispatcher.moc"
