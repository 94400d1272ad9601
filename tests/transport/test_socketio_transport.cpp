// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fakechannel.h"
#include "support/fakeclock.h"
#include "support/seededentropy.h"
#include "transport/socketiopeer.h"

#include <QJsonDocument>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using support::FakeChannel;
using transport::CloseCode;
using transport::SocketIoPeer;
using transport::SocketIoSocket;
using namespace std::chrono_literals;

/// A client of a Socket.IO server that lets everybody into "/" and "/custom", and nobody elsewhere.
class TestSocketIoTransport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_channel = std::make_unique<FakeChannel>(transport::Handshake{});
        m_peer = new SocketIoPeer(*m_channel, m_clock, m_entropy);
        connect(m_peer, &SocketIoPeer::joining, this, [this](const QString &nsp, const QJsonObject &auth) {
            m_auth = auth;
            if (nsp == QLatin1String("/locked"))
                m_peer->refuse(nsp, QStringLiteral("not authorized"),
                               QJsonObject{{QStringLiteral("code"), QStringLiteral("E1")}});
            else if (nsp != QLatin1String("/") && nsp != QLatin1String("/custom"))
                m_peer->refuse(nsp, QStringLiteral("Invalid namespace"));
            else
                accept(nsp);
        });
    }
    void cleanup()
    {
        m_channel.reset();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(m_clock.timerCount(), 0);
        QVERIFY(m_socket.isNull());
        m_events.clear();
        m_left.clear();
    }

    void welcomes()
    {
        m_channel->say(R"(0{"token":"123"})");
        QCOMPARE(m_auth, (QJsonObject{{QStringLiteral("token"), QStringLiteral("123")}}));
        const QByteArray welcome = m_channel->take();
        QCOMPARE(welcome.left(1), QByteArray("0"));
        QCOMPARE(QJsonDocument::fromJson(welcome.mid(1)).object(),
                 (QJsonObject{{QStringLiteral("sid"), m_socket->id()}}));
        QCOMPARE(m_socket->id().size(), 20);
        const QString first = m_socket->id();
        m_channel->say("0/custom");
        QVERIFY(m_channel->take().startsWith("0/custom,{\"sid\":\""));
        QVERIFY(m_auth.isEmpty());
        QVERIFY(m_socket->id() != first);
    }

    void refusesAndStaysOpen()
    {
        m_channel->say("0/random");
        hears(R"(4/random,{"message":"Invalid namespace"})");
        m_channel->say("0/locked,");
        hears(R"(4/locked,{"data":{"code":"E1"},"message":"not authorized"})");
        m_channel->say("0");
        QVERIFY(m_socket);
        QVERIFY(m_channel->isOpen());
    }

    void dropsWhoBreaksTheProtocol_data()
    {
        QTest::addColumn<QByteArrayList>("said");
        QTest::newRow("no packet") << QByteArrayList{"abc"};
        QTest::newRow("event before CONNECT") << QByteArrayList{R"(2["a"])"};
        QTest::newRow("event of a namespace not joined") << QByteArrayList{"0", R"(2/custom,["a"])"};
        QTest::newRow("CONNECT twice") << QByteArrayList{"0", "0"};
        QTest::newRow("CONNECT_ERROR") << QByteArrayList{"0", R"(4"no")"};
        QTest::newRow("DISCONNECT twice") << QByteArrayList{"0", "1", "1"};
        QTest::newRow("reserved name") << QByteArrayList{"0", R"(2["disconnecting"])"};
        QTest::newRow("text between attachments")
            << QByteArrayList{"0", R"(51-["a",{"_placeholder":true,"num":0}])", R"(2["a"])"};
    }
    void dropsWhoBreaksTheProtocol()
    {
        QFETCH(QByteArrayList, said);
        for (const QByteArray &text : said) {
            QVERIFY(m_channel->isOpen());
            m_channel->say(text);
        }
        QCOMPARE(m_channel->closeCode(), CloseCode::Policy);
        QVERIFY(m_events.isEmpty());
        if (said.contains("0") && !said.contains("1"))
            QCOMPARE(m_left, QList{SocketIoSocket::Leaving::Broken});
    }

    void dropsWhoJoinsNothing()
    {
        m_channel->say("0/random");
        m_clock.advance(44'999ms);
        QVERIFY(m_channel->isOpen());
        m_clock.advance(1ms);
        QVERIFY(!m_channel->isOpen());
    }

    void keepsWhoLeftItsLastNamespace()
    {
        m_channel->say("0");
        m_channel->take();
        m_channel->say("1");
        QCOMPARE(m_left, QList{SocketIoSocket::Leaving::ByClient});
        m_clock.advance(1h);
        QVERIFY(m_channel->isOpen());
        QCOMPARE(m_channel->waiting(), 0);
        m_channel->say("0"); // and may come back
        QVERIFY(m_channel->take().startsWith("0{"));
    }

    void dropsWhoOwesAttachments()
    {
        m_channel->say("0");
        m_channel->say(R"(52-["a",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}])");
        m_clock.advance(9s);
        Q_EMIT m_channel->binaryReceived("1");
        m_clock.advance(999ms);
        QVERIFY(m_channel->isOpen());
        m_clock.advance(1ms);
        QVERIFY(!m_channel->isOpen());
    }

    void carriesAttachments()
    {
        m_channel->say("0");
        m_channel->take();
        m_channel->say(R"(52-7["a",{"_placeholder":true,"num":1},{"_placeholder":true,"num":0}])");
        Q_EMIT m_channel->binaryReceived("one");
        Q_EMIT m_channel->binaryReceived("two");
        m_clock.advance(1min);
        QVERIFY(m_channel->isOpen());
        QCOMPARE(m_events.size(), 1);
        QCOMPARE(m_events.first().id, std::optional<qint64>(7));
        QCOMPARE(m_events.first().attachments, (QList<QByteArray>{"one", "two"}));
        QJsonArray arguments = m_events.first().array();
        m_socket->say(arguments, {"one", "two"});
        m_socket->acknowledge(7, {arguments.at(1)}, {"three"});
        hears(R"(52-["a",{"_placeholder":true,"num":1},{"_placeholder":true,"num":0}])");
        hears("one");
        hears("two");
        hears(R"(61-7[{"_placeholder":true,"num":1}])");
        hears("three");
    }

    void asksAndIsAnswered()
    {
        m_channel->say("0");
        m_channel->say("0/custom");
        while (m_channel->waiting() > 0)
            m_channel->take();
        QList<QJsonValue> answers;
        const auto answered = [&answers](const std::optional<wire::SocketIoPacket> &answer) {
            answers << (answer ? QJsonValue(answer->array()) : QJsonValue());
        };
        m_socket->ask({QStringLiteral("a")}, 5s, answered);
        m_socket->ask({QStringLiteral("b")}, 5s, answered, {"x"});
        hears(R"(2/custom,0["a"])");
        hears(R"(51-/custom,1["b"])");
        m_channel->say("3/custom,9[]"); // never asked
        m_channel->say("3/custom,1[1]");
        m_channel->say("3/custom,1[2]"); // answered already
        m_channel->say("3/custom,[3]");  // to what?
        m_channel->say("3[4]");
        QCOMPARE(answers, QList<QJsonValue>{QJsonArray{1}});
        m_clock.advance(5s);
        QCOMPARE(answers, (QList<QJsonValue>{QJsonArray{1}, QJsonValue()}));
        m_channel->say("3/custom,0[5]"); // too late
        QCOMPARE(answers.size(), 2);
        QVERIFY(m_channel->isOpen());
        m_socket->ask({QStringLiteral("c")}, 5s, answered);
        m_channel->vanish();
        QCOMPARE(answers.size(), 3);
        QVERIFY(answers.last().isNull());
    }

    void dropsVolatileMessagesWhileStuck()
    {
        m_channel->say("0");
        m_channel->take();
        m_channel->getStuck();
        m_socket->sayVolatile({QStringLiteral("a")});
        QCOMPARE(m_channel->waiting(), 0);
        m_channel->getUnstuck();
        m_socket->sayVolatile({QStringLiteral("b")});
        hears(R"(2["b"])");
    }

    void leavesByTheServer()
    {
        m_channel->say("0/custom");
        m_channel->take();
        m_socket->leave();
        m_socket->say({QStringLiteral("too late")});
        hears("1/custom,");
        QCOMPARE(m_channel->waiting(), 0);
        QCOMPARE(m_left, QList{SocketIoSocket::Leaving::ByServer});
        QVERIFY(m_channel->isOpen());
        m_channel->say("0");
        m_channel->say("0/custom");
        m_channel->take();
        m_channel->take();
        m_peer->leave();
        hears("1");
        hears("1/custom,");
        QCOMPARE(m_left.size(), 3);
        QVERIFY(!m_channel->isOpen());
    }

    void tellsWhenTheConnectionIsLost()
    {
        m_channel->say("0");
        m_channel->vanish();
        QCOMPARE(m_left, QList{SocketIoSocket::Leaving::ConnectionLost});
        QVERIFY(!m_socket->isJoined());
    }

    void remembersWhoLostTheConnection()
    {
        transport::SocketIoRecovery recovery(m_clock, m_entropy, 2min);
        offer(recovery);
        m_channel->say("0");
        QJsonObject welcome = welcomed();
        const QString pid = welcome.value(QLatin1String("pid")).toString();
        QVERIFY(!pid.isEmpty() && pid != m_socket->id());
        QCOMPARE(welcome.size(), 2);
        const QString id = m_socket->id();
        m_socket->setState(QStringLiteral("dana"));
        m_channel->vanish();
        const QByteArray again = "{\"pid\":\"" + pid.toLatin1() + "\"}";

        offer(recovery);
        m_channel->say("0/custom," + again); // it was not there
        QVERIFY(!m_former);
        m_channel->take();
        m_clock.advance(1min);
        m_channel->say("0" + again);
        QVERIFY(m_former.has_value());
        QCOMPARE(m_former->state.toString(), QStringLiteral("dana"));
        welcome = welcomed();
        QCOMPARE(welcome.value(QLatin1String("sid")).toString(), id);
        QCOMPARE(welcome.value(QLatin1String("pid")).toString(), pid);
    }

    void forgetsWhoLeftOrBrokeTheProtocol_data()
    {
        QTest::addColumn<QByteArray>("last");
        QTest::newRow("left") << QByteArray("1");
        QTest::newRow("broke the protocol") << QByteArray("nonsense");
    }
    void forgetsWhoLeftOrBrokeTheProtocol()
    {
        QFETCH(QByteArray, last);
        transport::SocketIoRecovery recovery(m_clock, m_entropy, 2min);
        offer(recovery);
        m_channel->say("0");
        const QByteArray pid = welcomed().value(QLatin1String("pid")).toString().toLatin1();
        m_channel->say(last);
        if (last == "1")
            m_channel->vanish();
        const std::unique_ptr<FakeChannel> first = std::move(m_channel);
        offer(recovery);
        m_channel->say("0{\"pid\":\"" + pid + "\"}");
        QVERIFY(!m_former);
        QVERIFY(m_socket->isJoined());
    }

    void comesBackBeforeTheLossIsSeen()
    {
        transport::SocketIoRecovery recovery(m_clock, m_entropy, 2min);
        offer(recovery);
        m_channel->say("0/custom,");
        m_channel->take();
        m_channel->say("0");
        const QByteArray pid = welcomed().value(QLatin1String("pid")).toString().toLatin1();
        const QString id = m_socket->id();
        m_socket->setState(QStringLiteral("dana"));
        const QPointer<SocketIoSocket> old = m_socket;
        const std::unique_ptr<FakeChannel> first = std::move(m_channel);

        offer(recovery);
        m_channel->say("0/custom,{\"pid\":\"" + pid + "\"}"); // it was not there; nobody has to go for that
        QVERIFY(!m_former);
        m_channel->take();
        QVERIFY(first->isOpen());
        m_channel->say("0{\"pid\":\"" + pid + "\"}");
        QVERIFY(m_former.has_value());
        QCOMPARE(m_former->state.toString(), QStringLiteral("dana"));
        QCOMPARE(m_socket->id(), id);
        QVERIFY(!old->isJoined());
        QVERIFY(!first->isOpen());
        QVERIFY(m_channel->isOpen());
        // And again, as often as it likes.
        const std::unique_ptr<FakeChannel> second = std::move(m_channel);
        offer(recovery);
        m_channel->say("0{\"pid\":\"" + pid + "\"}");
        QVERIFY(m_former.has_value());
        QVERIFY(!second->isOpen());
    }

    void forgetsInTime()
    {
        transport::SocketIoRecovery recovery(m_clock, m_entropy, 2min, 2);
        for (const char *pid : {"a", "b", "c"}) {
            recovery.keep({QString::fromLatin1(pid), QStringLiteral("/"), {}, {}});
            m_clock.advance(1s);
        }
        QVERIFY(!recovery.take(QStringLiteral("a"), QStringLiteral("/"))); // there was no room
        QVERIFY(recovery.take(QStringLiteral("b"), QStringLiteral("/")));
        QVERIFY(!recovery.take(QStringLiteral("b"), QStringLiteral("/")));
        m_clock.advance(2min - 1s);
        QVERIFY(!recovery.take(QStringLiteral("c"), QStringLiteral("/")));
    }

private:
    /// A new client of a server that offers recovery.
    void offer(transport::SocketIoRecovery &recovery)
    {
        m_channel = std::make_unique<FakeChannel>(transport::Handshake{});
        auto *peer = new SocketIoPeer(*m_channel, m_clock, m_entropy, {.recovery = &recovery});
        connect(peer, &SocketIoPeer::joining, this,
                [this, peer](const QString &nsp, const QJsonObject &auth) {
                    m_former = peer->takeFormerSelf(nsp, auth);
                    m_socket = peer->accept(nsp, m_former);
                });
    }

    /// The payload of the CONNECT that the client hears next.
    QJsonObject welcomed() { return QJsonDocument::fromJson(m_channel->take().mid(1)).object(); }

    /// The next message the client hears is this one.
    void hears(const QByteArray &expected) { QCOMPARE(m_channel->take(), expected); }

    void accept(const QString &nsp)
    {
        m_socket = m_peer->accept(nsp);
        connect(m_socket, &SocketIoSocket::eventReceived, this,
                [this](const wire::SocketIoPacket &event) { m_events << event; });
        connect(m_socket, &SocketIoSocket::left, this,
                [this](SocketIoSocket::Leaving reason) { m_left << reason; });
    }

    support::FakeClock m_clock;
    support::SeededEntropy m_entropy;
    std::unique_ptr<FakeChannel> m_channel;
    SocketIoPeer *m_peer = nullptr;
    QPointer<SocketIoSocket> m_socket; ///< the newest
    std::optional<transport::SocketIoRecovery::Memory> m_former;
    QJsonObject m_auth;
    QList<wire::SocketIoPacket> m_events;
    QList<SocketIoSocket::Leaving> m_left;
};

QTEST_GUILESS_MAIN(TestSocketIoTransport)
#include "test_socketio_transport.moc"
