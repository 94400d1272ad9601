// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/everything.h"
#include "core/payload.h"

#include <QJsonDocument>
#include <QTest>

#include <cmath>

using everything::Everything;
using everything::sample;

namespace {

QByteArray textOf(const QJsonValue &value)
{
    QByteArray text;
    core::JsonText(text).value(value);
    return text;
}

QJsonValue readBack(const QByteArray &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson('[' + text + ']', &error);
    return error.error == QJsonParseError::NoError && document.array().size() == 1
               ? document.array().first()
               : QJsonValue(QJsonValue::Undefined);
}

QString codeUnits(std::initializer_list<char16_t> units)
{
    QString text;
    for (const char16_t unit : units)
        text += QChar(unit);
    return text;
}

} // namespace

/// JSON written without a tree is what a tree would have been.
class JsonTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void values_data()
    {
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const QJsonValue &value, const QByteArray &text) {
            QTest::newRow(name) << value << text;
        };
        row("null", QJsonValue::Null, "null");
        row("true", true, "true");
        row("whole", 42, "42");
        row("below zero", -7, "-7");
        row("beyond 2^53", qint64(9'007'199'254'740'993), "9007199254740993");
        row("smallest whole", std::numeric_limits<qint64>::min(), "-9223372036854775808");
        row("half", 0.5, "0.5");
        row("a tenth", 0.1, "0.1");
        row("large", 1e300, "1e+300");
        row("small", 5e-324, "5e-324");
        row("text", u"up 3 days"_qs, "\"up 3 days\"");
        row("empty text", QString(), "\"\"");
        row("escapes", u"\"a\\b\"\n\r\t\b\f"_qs, "\"\\\"a\\\\b\\\"\\n\\r\\t\\b\\f\"");
        row("control characters", codeUnits({0x0, 0x1f}), "\"\\u0000\\u001f\"");
        row("delete is plain", codeUnits({0x7f}), "\"\x7f\"");
        row("two bytes", u"Grüße"_qs,
            "\"Gr\xc3\xbc\xc3\x9f"
            "e\"");
        row("three bytes", u"10 €/月"_qs, "\"10 \xe2\x82\xac/\xe6\x9c\x88\"");
        row("four bytes", u"🦉!"_qs, "\"\xf0\x9f\xa6\x89!\"");
        row("lone surrogates", codeUnits({0xd800, u'a', 0xdc00}), "\"\\ud800a\\udc00\"");
        row("surrogate at the end", codeUnits({u'a', 0xd83e}), "\"a\\ud83e\"");
        row("empty list", QJsonArray(), "[]");
        row("empty object", QJsonObject(), "{}");
        row("list", QJsonArray{1, u"a:"_qs, QJsonArray{QJsonArray(), true}, u"["_qs},
            "[1,\"a:\",[[],true],\"[\"]");
        row("object", QJsonObject{{u"a{"_qs, QJsonObject{{u"ü"_qs, QJsonValue::Null}}}, {u"b"_qs, u"{"_qs}},
            "{\"a{\":{\"\xc3\xbc\":null},\"b\":\"{\"}");
    }
    void values()
    {
        QFETCH(QJsonValue, value);
        QFETCH(QByteArray, text);
        QCOMPARE(textOf(value), text);
        QCOMPARE(readBack(text), value);
    }

    void notNumbers()
    {
        QCOMPARE(textOf(std::nan("")), QByteArray("null"));
        QByteArray text;
        core::JsonText(text).value(HUGE_VAL);
        QCOMPARE(text, QByteArray("null"));
    }

    void appends()
    {
        QByteArray text("42[1");
        core::JsonText out(text);
        out.begin('[');
        out.bare("{\"a\":1}");
        out.value(QLatin1String("b"));
        out.end(']');
        QCOMPARE(text, QByteArray("42[1[{\"a\":1},\"b\"]"));
    }

    void described_data()
    {
        QTest::addColumn<bool>("isFull");
        QTest::addColumn<bool>("isCamel");
        for (const bool isFull : {false, true}) {
            for (const bool isCamel : {false, true})
                QTest::addRow("%s, %s", isFull ? "full" : "empty", isCamel ? "camel" : "snake")
                    << isFull << isCamel;
        }
    }
    void described()
    {
        QFETCH(bool, isFull);
        QFETCH(bool, isCamel);
        const core::NameCase nameCase = isCamel ? core::NameCase::Camel : core::NameCase::Snake;
        const Everything value = isFull ? sample() : Everything{};
        QByteArray text;
        core::JsonText out(text);
        core::writeJson(out, value, nameCase);
        QCOMPARE(readBack(text), core::toJson(value, nameCase));
    }

    void payloadOfAValue()
    {
        const core::Payload payload = sample();
        QCOMPARE(payload.json(), core::toJson(sample()).toObject());
        const auto value = payload.as<Everything>();
        QVERIFY(bool(value));
        QCOMPARE(core::toJson(value.value()), core::toJson(sample()));
        QCOMPARE(readBack(membersOf(payload)), core::toJson(sample()));
    }

    void memberOfAPayload()
    {
        const QJsonObject json = core::toJson(sample()).toObject();
        for (const core::Payload &payload : {core::Payload(sample()), core::Payload(json)}) {
            for (const QString &name : json.keys())
                QCOMPARE(payload.member(QLatin1String(name.toLatin1())), json.value(name));
            QVERIFY(payload.member(QLatin1String("no_such")).isUndefined());
        }
    }

    void payloadInAnotherSpelling()
    {
        const core::Payload payload(sample(), core::NameCase::Camel);
        QCOMPARE(payload.json(), core::toJson(sample(), core::NameCase::Camel).toObject());
        QCOMPARE(readBack(membersOf(payload)), core::toJson(sample(), core::NameCase::Camel));
    }

    void payloadOfJson()
    {
        const core::Payload payload = core::toJson(sample()).toObject();
        QCOMPARE(payload.json(), core::toJson(sample()).toObject());
        QCOMPARE(readBack(membersOf(payload)), core::toJson(sample()));
        const auto value = payload.as<Everything>();
        QVERIFY(bool(value));
        QCOMPARE(core::toJson(value.value()), core::toJson(sample()));
        const auto other = core::Payload(QJsonObject{{u"target"_qs, 7}}).as<Everything>();
        QVERIFY(!other);
        QVERIFY(other.error().code == core::ErrorCode::Invalid);
    }

    void emptyPayload()
    {
        QCOMPARE(core::Payload().json(), QJsonObject());
        QCOMPARE(membersOf(core::Payload()), QByteArray("{}"));
    }

private:
    static QByteArray membersOf(const core::Payload &payload)
    {
        QByteArray text;
        core::JsonText out(text);
        out.begin('{');
        payload.writeMembers(out);
        out.end('}');
        return text;
    }
};

QTEST_GUILESS_MAIN(JsonTextTest)
#include "jsontext_test.moc"
