// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/homecoming.h"

#include <QCoreApplication>
#include <QTest>
#include <QThread>

#include <thread>

/// What another thread answers is finished here, so that it can be continued at any moment.
class HomecomingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesToTheThreadOfItsHome()
    {
        QPromise<int> promise;
        promise.start();
        QFuture<int> future = core::homecoming(promise, m_home);
        std::thread([&promise] {
            promise.addResult(7);
            promise.finish();
        }).join();
        QVERIFY(!future.isFinished());
        QThread *thread = nullptr;
        future.then([&thread](int) { thread = QThread::currentThread(); });
        QCoreApplication::sendPostedEvents(&m_home);
        QVERIFY(future.isFinished());
        QCOMPARE(future.result(), 7);
        QCOMPARE(thread, QThread::currentThread());
    }

private:
    QObject m_home;
};

QTEST_GUILESS_MAIN(HomecomingTest)
#include "homecoming_test.moc"
