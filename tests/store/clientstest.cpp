// SPDX-License-Identifier: GPL-3.0-or-later
#include "opened.h"

using storetest::Bench;
using storetest::wait;

/// What clients that come back asked for.
class ClientsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areKeptAcrossARestart()
    {
        Bench bench;
        QVERIFY(!bench.open());
        core::ClientMemory wall = memory(QStringLiteral("u1"), QStringLiteral("wall-2"));
        QVERIFY(wait(bench.store->clients().save(wall)));
        QVERIFY(wait(bench.store->clients().save(memory(QStringLiteral("u2"), QStringLiteral("wall-2")))));
        wall.until = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
        wall.topics.clear();
        QVERIFY(wait(bench.store->clients().save(wall)));
        QVERIFY(!bench.open());
        const auto all = wait(bench.store->clients().clients());
        QVERIFY(all);
        QCOMPARE(all->size(), 2);
        const core::ClientMemory &first = all->at(0);
        QCOMPARE(first.identity, QStringLiteral("u1"));
        QCOMPARE(first.clientId, QStringLiteral("wall-2"));
        QCOMPARE(first.hasChosen, true);
        QCOMPARE(first.topics, QStringList());
        QCOMPARE(first.filter, wall.filter);
        QCOMPARE(first.until, wall.until);
        QCOMPARE(all->at(1).topics, QStringList{QStringLiteral("security.event")});
        QVERIFY(!all->at(1).until);
    }

    void areForgotten()
    {
        Bench bench;
        QVERIFY(!bench.open());
        const QString id = QStringLiteral("wall'; DROP TABLE client; --");
        for (const char *identity : {"u1", "u2"})
            QVERIFY(wait(bench.store->clients().save(memory(QString::fromLatin1(identity), id))));
        QVERIFY(wait(bench.store->clients().forget(QStringLiteral("u1"), id)));
        QVERIFY(wait(bench.store->clients().forget(QStringLiteral("u1"), QStringLiteral("nobody"))));
        const auto all = wait(bench.store->clients().clients());
        QVERIFY(all);
        QCOMPARE(all->size(), 1);
        QCOMPARE(all->first().identity, QStringLiteral("u2"));
        QCOMPARE(all->first().clientId, id);
    }

private:
    static core::ClientMemory memory(const QString &identity, const QString &clientId)
    {
        core::ClientMemory made;
        made.identity = identity;
        made.clientId = clientId;
        made.hasChosen = true;
        made.topics = QStringList{QStringLiteral("security.event")};
        made.filter.topics = QStringList{QStringLiteral("security.*")};
        made.filter.categories = QStringList{QStringLiteral("\"quoted\""), QStringLiteral("Größe")};
        made.filter.sources = QStringList{QStringLiteral("auth_service")};
        made.filter.minPriority = 3;
        made.filter.maxPriority = 9;
        return made;
    }
};

QTEST_GUILESS_MAIN(ClientsTest)
#include "clientstest.moc"
