// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/jsonenvelope.h"

#include <QTest>

class TestJsonEnvelope : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void roundTrips();
    void refuses_data();
    void refuses();
};

void TestJsonEnvelope::roundTrips()
{
    const QByteArray text = R"({"count":3,"list":[1,2.5,null],"type":"ping"})";
    const auto envelope = wire::decodeEnvelope(text);
    QVERIFY(envelope);
    QCOMPARE(envelope->value(QLatin1String("type")).toString(), QStringLiteral("ping"));
    QCOMPARE(wire::encodeEnvelope(*envelope), text);
}

void TestJsonEnvelope::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("broken") << QByteArray("{\"a\":");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("number") << QByteArray("1");
    QTest::newRow("trailing") << QByteArray("{}x");
    QTest::newRow("bad UTF-8 behind a backslash") << QByteArray("{\"a\":\"\\\xc6]\"}");
    QTest::newRow("bad UTF-8") << QByteArray("{\"a\":\"\xff\"}");
    QTest::newRow("too deep") << QByteArray(100'000, '[');
}

void TestJsonEnvelope::refuses()
{
    QFETCH(QByteArray, text);
    const auto envelope = wire::decodeEnvelope(text);
    QVERIFY(!envelope);
    QCOMPARE(envelope.error().code, core::ErrorCode::Invalid);
    QVERIFY(!envelope.error().message.isEmpty());
}

QTEST_APPLESS_MAIN(TestJsonEnvelope)
#include "test_jsonenvelope.moc"
