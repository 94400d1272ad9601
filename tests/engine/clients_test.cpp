// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/clients.h"
#include "engine/enginerig.h"
#include "engine/localsession.h"

#include <QJsonDocument>
#include <QTest>

using support::EngineRig;
using support::FakeChannel;

namespace {
/// What the dispatcher answers to an administrator at `session`; 0: one without a connection.
core::Reply ask(EngineRig &rig, const QString &command, const QJsonObject &params, quint64 session = 0,
                const QString &token = QStringLiteral("admin"))
{
    const QFuture<core::Reply> future =
        rig.dispatcher.dispatch({command, params, rig.verify(token).value(), session, QStringLiteral("::1")});
    return future.isFinished() ? future.result()
                               : core::Error{core::ErrorCode::Internal, QStringLiteral("late")};
}

QList<session::Client> listed(EngineRig &rig, quint64 session = 0)
{
    const core::Reply reply = ask(rig, QStringLiteral("session.clients.list"), {}, session);
    return reply ? reply->as<session::ListClients::Reply>().value().clients : QList<session::Client>();
}

core::Reply close(EngineRig &rig, qint64 id, const QString &reason = {}, quint64 session = 0)
{
    return ask(rig, QStringLiteral("session.clients.close"),
               {{QStringLiteral("id"), id}, {QStringLiteral("reason"), reason}}, session);
}

/// The newest message a client got.
QByteArray lastOf(FakeChannel &client)
{
    QByteArray last;
    while (client.waiting() > 0)
        last = client.take();
    return last;
}
} // namespace

/// Who is connected, and who is made to go.
class ClientsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachContractIsListed_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("join"); // a namespace of Socket.IO
        QTest::addColumn<QString>("contract");
        QTest::addColumn<bool>("hearsAll");
        QTest::newRow("console") << QByteArray("/console") << QByteArray() << QStringLiteral("console")
                                 << false;
        QTest::newRow("shared") << QByteArray("/socket.io/") << QByteArray("0") << QStringLiteral("shared")
                                << true;
        for (const char *name : {"everyst", "departments", "auraos"}) {
            QTest::newRow(name) << QByteArray("/socket.io/") << QByteArray(QByteArray("0/") + name + ",")
                                << QString::fromLatin1(name) << true;
        }
        QTest::newRow("threatlens") << QByteArray("/ws/wall-2") << QByteArray()
                                    << QStringLiteral("threatlens") << true;
        QTest::newRow("opmas") << QByteArray("/api/v1/ws/devices") << QByteArray() << QStringLiteral("opmas")
                               << true;
    }
    void eachContractIsListed()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, join);
        QFETCH(QString, contract);
        QFETCH(bool, hearsAll);
        EngineRig rig;
        FakeChannel *channel = rig.open(path, QStringLiteral("operator"));
        if (!join.isEmpty())
            channel->say(join);
        const QList<session::Client> clients = listed(rig);
        QCOMPARE(clients.size(), 1);
        const session::Client &client = clients.first();
        QVERIFY(client.id > 0);
        QCOMPARE(client.contract, contract);
        QCOMPARE(client.user, QStringLiteral("operator"));
        QCOMPARE(client.userId, QStringLiteral("u-operator"));
        QCOMPARE(client.role, QStringLiteral("operator"));
        QCOMPARE(client.transport, QStringLiteral("websocket"));
        QCOMPARE(client.address, QStringLiteral("127.0.0.1"));
        QCOMPARE(client.openedAt, rig.clock.now());
        QCOMPARE(client.hearsAll, hearsAll);
        QVERIFY(!client.isFiltered && !client.isOwn);
        if (contract == QLatin1String("threatlens"))
            QCOMPARE(client.name, QStringLiteral("wall-2"));
        channel->vanish();
        QVERIFY(listed(rig).isEmpty());
    }

    void tellsWhatItHearsAndWhatWaits()
    {
        EngineRig rig;
        FakeChannel *channel = rig.open("/console", QStringLiteral("viewer"));
        channel->say(R"({"id":1,"command":"session.subscribe","params":{"topics":["session.*"]}})");
        channel->say(R"({"id":2,"command":"session.filter","params":{"min_priority":2}})");
        QCOMPARE(listed(rig).first().topics, QStringList{QStringLiteral("session.*")});
        QVERIFY(listed(rig).first().isFiltered);
        QCOMPARE(listed(rig).first().queued, 0);
        channel->getStuck();
        for (int i = 0; i < 900; ++i)
            rig.publishExample(QStringLiteral("session.storage"));
        QVERIFY(!channel->closeCode());
        QVERIFY(listed(rig).first().queued > 0);
        QVERIFY(listed(rig).first().queuedBytes > listed(rig).first().queued * 100);
    }

    void oneThatIsAwayIsNotListed()
    {
        EngineRig rig;
        FakeChannel *channel = rig.open("/ws/wall-2", QStringLiteral("viewer"));
        QCOMPARE(listed(rig).size(), 1); // not twice, though a regular client listens too
        channel->vanish();
        QVERIFY(listed(rig).isEmpty());
    }

    void listsNoMoreThanAsked()
    {
        EngineRig rig;
        for (int i = 0; i < 3; ++i)
            rig.open("/console", QStringLiteral("viewer"));
        const core::Reply reply =
            ask(rig, QStringLiteral("session.clients.list"), {{QStringLiteral("limit"), 2}});
        const auto answer = reply->as<session::ListClients::Reply>();
        QCOMPARE(answer->clients.size(), 2);
        QCOMPARE(answer->total, 3);
    }

    void isForAdministrators()
    {
        EngineRig rig;
        rig.open("/console", QStringLiteral("viewer"));
        const qint64 id = listed(rig).first().id;
        for (const char *role : {"viewer", "operator", "agent"}) {
            const QString token = QString::fromLatin1(role);
            const core::Reply list = ask(rig, QStringLiteral("session.clients.list"), {}, 0, token);
            const core::Reply close =
                ask(rig, QStringLiteral("session.clients.close"), {{QStringLiteral("id"), id}}, 0, token);
            QVERIFY(!list && list.error().code == core::ErrorCode::Forbidden);
            QVERIFY(!close && close.error().code == core::ErrorCode::Forbidden);
        }
        QCOMPARE(listed(rig).size(), 1);
        QVERIFY(rig.deeds.isEmpty());
    }

    void closesInTheMannerOfTheContract_data() { eachContractIsListed_data(); }
    void closesInTheMannerOfTheContract()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, join);
        QFETCH(QString, contract);
        EngineRig rig;
        FakeChannel *channel = rig.open(path, QStringLiteral("operator"));
        if (!join.isEmpty())
            channel->say(join);
        FakeChannel *other = rig.open("/console", QStringLiteral("viewer"));
        const QList<session::Client> before = listed(rig);
        QCOMPARE(before.size(), 2);
        (void)lastOf(*channel);
        QVERIFY(bool(close(rig, before.first().id, QStringLiteral("Too loud."))));
        QVERIFY(channel->closeCode() == transport::CloseCode::Policy);
        QCOMPARE(channel->closeReason(), QByteArray("Too loud."));
        if (!join.isEmpty())
            QVERIFY(lastOf(*channel).startsWith("1")); // DISCONNECT: it does not come back by itself
        QVERIFY(!other->closeCode());
        QCOMPARE(listed(rig).size(), 1);
        QCOMPARE(rig.deeds.size(), 1);
        const identity::Deed &deed = rig.deeds.first();
        QCOMPARE(deed.action, QStringLiteral("connection_closed"));
        QCOMPARE(deed.actor, QStringLiteral("admin"));
        QCOMPARE(deed.target, QStringLiteral("operator"));
        QCOMPARE(deed.address, QStringLiteral("::1"));
        QVERIFY2(deed.detail.contains(contract) && deed.detail.endsWith(QStringLiteral(": Too loud.")),
                 qPrintable(deed.detail));
    }

    void unknownIsNotFound()
    {
        EngineRig rig;
        const core::Reply reply = close(rig, 4711);
        QVERIFY(!reply && reply.error().code == core::ErrorCode::NotFound);
        QVERIFY(rig.deeds.isEmpty());
        QVERIFY(!close(rig, 0) && !close(rig, -1));
    }

    void nobodyClosesThemselves()
    {
        EngineRig rig;
        FakeChannel *channel = rig.open("/console", QStringLiteral("admin"));
        const auto own = quint64(listed(rig).first().id);
        QVERIFY(listed(rig, own).first().isOwn);
        const core::Reply reply = close(rig, qint64(own), {}, own);
        QVERIFY(!reply && reply.error().code == core::ErrorCode::Conflict);
        QVERIFY(reply.error().message.contains(QStringLiteral("sign out")));
        QVERIFY(!channel->closeCode());
    }

    void theWindowIsListedAndStays()
    {
        EngineRig rig;
        engine::LocalSession local(
            rig.reception, [](const core::Event &) {}, nullptr);
        const session::Client client = listed(rig).first();
        QCOMPARE(client.contract, QStringLiteral("local"));
        QCOMPARE(client.transport, QStringLiteral("local"));
        QCOMPARE(client.role, QStringLiteral("admin"));
        QVERIFY(client.address.isEmpty());
        const core::Reply reply = close(rig, client.id);
        QVERIFY(!reply && reply.error().code == core::ErrorCode::Conflict);
        QVERIFY(reply.error().message.contains(QStringLiteral("window")));
        QCOMPARE(listed(rig).size(), 1);
    }

    void aReasonFitsIntoTheClose()
    {
        EngineRig rig;
        FakeChannel *channel = rig.open("/console", QStringLiteral("viewer"));
        const qint64 id = listed(rig).first().id;
        const core::Reply reply = close(rig, id, QString(62, QChar(u'ü')));
        QVERIFY(!reply && reply.error().code == core::ErrorCode::Invalid);
        QVERIFY(!channel->closeCode());
        QVERIFY(bool(close(rig, id)));
        QVERIFY(!channel->closeReason().isEmpty());
    }
};

QTEST_GUILESS_MAIN(ClientsTest)
#include "clients_test.moc"
