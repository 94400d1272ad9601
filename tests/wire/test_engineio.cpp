// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/engineio.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using wire::EngineIoPacket;
using wire::EngineIoType;

class TestEngineIo : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensWithFiveKeys();
    void roundTrips_data();
    void roundTrips();
    void readsPayloads_data();
    void readsPayloads();
    void refuses_data();
    void refuses();
    void stopsAtTheFirstBadPacket();
};

void TestEngineIo::opensWithFiveKeys()
{
    const QByteArray open = wire::encodeEngineIoOpen({"abc", true, 300, 200, 1000000});
    QVERIFY(open.startsWith('0'));
    const QByteArray expected =
        R"({"sid":"abc","upgrades":["websocket"],"pingInterval":300,"pingTimeout":200,"maxPayload":1000000})";
    QCOMPARE(QJsonDocument::fromJson(open.mid(1)), QJsonDocument::fromJson(expected));
    const QByteArray fixed = wire::encodeEngineIoOpen({"abc", false, 300, 200, 1000000});
    QVERIFY(fixed.contains(R"("upgrades":[])"));
}

void TestEngineIo::roundTrips_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"0{}", "1", "2", "2probe", "3probe", "4hello", "4", "5", "6"})
        QTest::newRow(text) << QByteArray(text);
}

void TestEngineIo::roundTrips()
{
    QFETCH(QByteArray, text);
    const auto packet = wire::decodeEngineIo(text);
    QVERIFY(packet);
    QVERIFY(!packet->isBinary);
    QCOMPARE(char(packet->type), text.front());
    QCOMPARE(wire::encodeEngineIo(*packet), text);
}

void TestEngineIo::readsPayloads_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QList<EngineIoPacket>>("packets");
    QTest::newRow("one") << QByteArray("4hello")
                         << QList{EngineIoPacket{EngineIoType::Message, "hello", false}};
    QTest::newRow("three") << QByteArray("4test1\x1e"
                                         "4test2\x1e"
                                         "3")
                           << QList{EngineIoPacket{EngineIoType::Message, "test1", false},
                                    EngineIoPacket{EngineIoType::Message, "test2", false},
                                    EngineIoPacket{EngineIoType::Pong, "", false}};
    QTest::newRow("binary") << QByteArray("4hello\x1e"
                                          "bAQIDBA==")
                            << QList{EngineIoPacket{EngineIoType::Message, "hello", false},
                                     EngineIoPacket{EngineIoType::Message, QByteArray("\1\2\3\4"), true}};
}

void TestEngineIo::readsPayloads()
{
    QFETCH(QByteArray, payload);
    QFETCH(QList<EngineIoPacket>, packets);
    QList<EngineIoPacket> read;
    QByteArray again;
    for (wire::EngineIoPayload reader(payload); !reader.atEnd();) {
        const auto packet = reader.next();
        QVERIFY(packet);
        read.append(*packet);
        again += (again.isEmpty() ? QByteArray() : QByteArray(1, wire::engineIoSeparator)) +
                 wire::encodeEngineIo(*packet);
    }
    QCOMPARE(read, packets);
    QCOMPARE(again, payload);
}

void TestEngineIo::refuses_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("unknown type") << QByteArray("abc");
    QTest::newRow("type 7") << QByteArray("7");
    QTest::newRow("bad base64") << QByteArray("bAQ!DBA==");
    QTest::newRow("base64 with a digit too many") << QByteArray("bAQIDB");
    QTest::newRow("base64 of one digit") << QByteArray("bA");
    QTest::newRow("bad UTF-8") << QByteArray("4\xff");
}

void TestEngineIo::refuses()
{
    QFETCH(QByteArray, payload);
    const auto packet = wire::EngineIoPayload(payload).next();
    QVERIFY(!packet);
    QCOMPARE(packet.error().code, core::ErrorCode::Invalid);
}

void TestEngineIo::stopsAtTheFirstBadPacket()
{
    wire::EngineIoPayload reader("4a\x1e\x1e"
                                 "4b");
    QVERIFY(reader.next());
    QVERIFY(!reader.next());
    QVERIFY(!reader.atEnd());
}

QTEST_APPLESS_MAIN(TestEngineIo)
#include "test_engineio.moc"
