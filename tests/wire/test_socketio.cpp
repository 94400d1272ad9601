// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/socketio.h"

#include <QTest>

using wire::SocketIoDecoder;
using wire::SocketIoType;

class TestSocketIo : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void roundTrips_data();
    void roundTrips();
    void reads();
    void refuses_data();
    void refuses();
    void collectsAttachments();
    void endsZeroAttachmentsAtOnce();
    void refusesTextWhileAttachmentsAreDue();
    void refusesUnaskedBinary();
    void boundsAttachments();
    void readsNothingAfterAFailure_data();
    void readsNothingAfterAFailure();
};

void TestSocketIo::roundTrips_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"0", R"(0{"token":"123"})", R"(0/admin,{"sid":"oSO0"})", "1", "1/admin,", R"(2["hello",1])",
          R"(2/admin,456["project:delete",123])", R"(212["foo"])", "3/admin,456[]", "313[]",
          R"(4{"message":"Not authorized"})", R"(4/random,{"message":"Invalid namespace"})", R"(4"refused")",
          R"(2["message-back",1,"2",{"3":[true]}])", R"(2["big",9007199254740993,-1,1.5])", "2[7,null]",
          "29007199254740991[\"\xc3\xa4\"]"})
        QTest::newRow(text) << QByteArray(text);
}

void TestSocketIo::roundTrips()
{
    QFETCH(QByteArray, text);
    const auto packet = SocketIoDecoder().text(text);
    QVERIFY2(packet, text.constData());
    QVERIFY(packet->has_value());
    QCOMPARE(wire::encodeSocketIo(**packet), text);
}

void TestSocketIo::reads()
{
    const auto event = SocketIoDecoder().text(R"(2/admin,456["project:delete",123])");
    QVERIFY(event);
    QVERIFY((*event)->type == SocketIoType::Event);
    QCOMPARE((*event)->nsp, QStringLiteral("/admin"));
    QCOMPARE((*event)->id, std::optional<qint64>(456));
    QCOMPARE((*event)->array(), (QJsonArray{QStringLiteral("project:delete"), 123}));
    // The comma may be missing when nothing follows the namespace.
    const auto connect = SocketIoDecoder().text("0/custom");
    QVERIFY(connect);
    QCOMPARE((*connect)->nsp, QStringLiteral("/custom"));
    QVERIFY((*connect)->data.isUndefined());
    QVERIFY(SocketIoDecoder().text("1/custom"));
}

void TestSocketIo::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"",
                             "7",
                             "abc",
                             "2",
                             "2[]",
                             "2{}",
                             "2[null]",
                             "2[true]",
                             R"(2[{"toString":"x"},1])",
                             R"(2["connect"])",
                             R"(2["connect_error"])",
                             R"(2["disconnect"])",
                             R"(2["disconnecting"])",
                             R"(2["newListener"])",
                             R"(2["removeListener"])",
                             "2abc[1]",
                             R"(2["a")",
                             R"(2["a"]x)",
                             R"(2["a"],["b"])",
                             "0[]",
                             "0\"x\"",

                             R"(1{"a":1})",
                             "3",
                             "3{}",
                             "4",
                             "4abc",
                             "4[]",
                             "41",
                             "5",
                             R"(5["a"])",
                             R"(5-["a"])",
                             R"(511-["a"])",
                             R"(599999999999-["x"])",
                             R"(5-1-["x"])",
                             R"(51["a"])",
                             R"(29007199254740992["a"])",
                             R"(2999999999999999999999["a"])",
                             R"(2-1["a"])",
                             R"(51-["e",{"_placeholder":true,"num":"splice"}])",
                             R"(51-["e",{"_placeholder":true,"num":-1}])",
                             R"(51-["e",{"_placeholder":true,"num":1}])",
                             R"(51-["e",{"_placeholder":true,"num":1e9}])",
                             R"(51-["e",{"_placeholder":true,"num":0.5}])",
                             R"(51-["e",{"_placeholder":true}])",
                             R"(51-["e",[{"deep":{"_placeholder":true,"num":3}}]])"})
        QTest::newRow(text) << QByteArray(text);
}

void TestSocketIo::refuses()
{
    QFETCH(QByteArray, text);
    const auto packet = SocketIoDecoder().text(text);
    QVERIFY(!packet);
    QCOMPARE(packet.error().code, core::ErrorCode::Invalid);
    QVERIFY(!packet.error().message.isEmpty());
}

void TestSocketIo::collectsAttachments()
{
    SocketIoDecoder decoder;
    const QByteArray text = R"(52-/admin,7["e",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}])";
    const auto begun = decoder.text(text);
    QVERIFY(begun);
    QVERIFY(!begun->has_value());
    QVERIFY(decoder.isWaiting());
    const auto half = decoder.binary("one");
    QVERIFY(half);
    QVERIFY(!half->has_value());
    const auto whole = decoder.binary("two");
    QVERIFY(whole);
    QVERIFY(whole->has_value());
    QVERIFY(!decoder.isWaiting());
    QVERIFY((*whole)->type == SocketIoType::Event);
    QCOMPARE((*whole)->attachments, (QList<QByteArray>{"one", "two"}));
    QCOMPARE(wire::encodeSocketIo(**whole), text);
}

void TestSocketIo::endsZeroAttachmentsAtOnce()
{
    const auto packet = SocketIoDecoder().text(R"(60-3["x"])");
    QVERIFY(packet);
    QVERIFY(packet->has_value());
    QVERIFY((*packet)->type == SocketIoType::Ack);
    QCOMPARE((*packet)->id, std::optional<qint64>(3));
}

void TestSocketIo::refusesTextWhileAttachmentsAreDue()
{
    SocketIoDecoder decoder;
    QVERIFY(decoder.text(R"(51-["e",{"_placeholder":true,"num":0}])"));
    QVERIFY(!decoder.text(R"(2["x"])"));
}

void TestSocketIo::refusesUnaskedBinary() { QVERIFY(!SocketIoDecoder().binary("x")); }

void TestSocketIo::boundsAttachments()
{
    SocketIoDecoder decoder(5);
    QVERIFY(decoder.text(R"(52-["e",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}])"));
    QVERIFY(decoder.binary("123"));
    QVERIFY(!decoder.binary("456"));
}

void TestSocketIo::readsNothingAfterAFailure_data()
{
    QTest::addColumn<QByteArrayList>("texts");
    QTest::newRow("bad text") << QByteArrayList{"2[]"};
    QTest::newRow("text while attachments are due")
        << QByteArrayList{R"(51-["e",{"_placeholder":true,"num":0}])", R"(2["x"])"};
}

void TestSocketIo::readsNothingAfterAFailure()
{
    QFETCH(QByteArrayList, texts);
    SocketIoDecoder decoder;
    for (const QByteArray &text : texts) {
        const auto packet = decoder.text(text);
        QCOMPARE(bool(packet), &text != &texts.constLast());
    }
    QVERIFY(!decoder.isWaiting());
    QVERIFY(!decoder.text(R"(2["x"])"));
    QVERIFY(!decoder.binary("x"));
}

QTEST_APPLESS_MAIN(TestSocketIo)
#include "test_socketio.moc"
