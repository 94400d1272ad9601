// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/everything.h"
#include "core/schema.h"

#include <QJsonDocument>
#include <QTest>

#include <functional>

using everything::Everything;
using everything::sample;

class SchemaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip()
    {
        const Everything value = sample();
        const QJsonObject snake = core::toJson(value).toObject();
        const QJsonObject camel = core::toJson(value, core::NameCase::Camel).toObject();
        QCOMPARE(camel.value(u"seenAt").toString(), u"2026-11-20T14:28:03.250Z"_qs);
        QCOMPARE(camel.value(u"rates").toObject().keys(), QStringList{u"eth_0"_qs});
        const auto back = core::fromJson<Everything>(camel, core::NameCase::Camel);
        QVERIFY(bool(back));
        QCOMPARE(core::toJson(back.value()).toObject(), snake);
    }

    void emptyOptionals()
    {
        Everything value = sample();
        value.settings.reset();
        value.temperature.reset();
        const QJsonObject json = core::toJson(value).toObject();
        QVERIFY(!json.contains(u"settings"));
        QVERIFY(json.value(u"temperature").isNull());
        const auto back = core::fromJson<Everything>(json);
        QVERIFY(bool(back));
        QVERIFY(!back->settings && !back->temperature);
    }

    void bigWholeNumbersSurvive()
    {
        Everything value = sample();
        value.bytes = (1LL << 53) + 1;
        const QByteArray text = QJsonDocument(core::toJson(value).toObject()).toJson();
        const auto back = core::fromJson<Everything>(QJsonDocument::fromJson(text).object());
        QCOMPARE(back->bytes, value.bytes);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *change, const char *why) {
            QTest::newRow(why) << QByteArray(change) << QString::fromUtf8(why);
        };
        row(R"({"scan_kind":"deep"})", "data.scan_kind: expected discovery|full");
        row(R"({"scan_kind":1})", "data.scan_kind: expected discovery|full");
        row(R"({"target":null})", "data.target: expected a string");
        row(R"({"target":"12345678901"})", "data.target: expected at most 10 characters");
        row(R"({"target":"a\u0000b"})", "data.target: expected text without NUL or broken surrogates");
        row(R"({"target":"\ud800"})", "data.target: expected text without NUL or broken surrogates");
        row(R"({"settings":{"timeout":"soon"}})", "data.settings.timeout: expected a number");
        row(R"({"settings":{"timeout":601}})", "data.settings.timeout: expected a number from 1 to 600");
        row(R"({"settings":{"timeout":1.5}})", "data.settings.timeout: expected a whole number");
        row(R"({"settings":{"parallel":1}})", "data.settings.parallel: expected true or false");
        row(R"({"ports":[1,"x"]})", "data.ports[1]: expected a number");
        row(R"({"ports":[1,2,3,4]})", "data.ports: expected at most 3 items");
        row(R"({"ports":{}})", "data.ports: expected a list");
        row(R"({"ports":[1e300]})", "data.ports[0]: expected a smaller number");
        row(R"({"rates":{"x":"y"}})", "data.rates.x: expected a number");
        row(R"({"rates":[]})", "data.rates: expected an object");
        row(R"({"seen_at":"2026-11-20T14:28:03"})",
            "data.seen_at: expected an ISO 8601 time with its offset");
        row(R"({"seen_at":5})", "data.seen_at: expected an ISO 8601 time with its offset");
    }
    void refuses()
    {
        QFETCH(QByteArray, change);
        QFETCH(QString, why);
        QJsonObject json = core::toJson(sample()).toObject();
        const QJsonObject changes = QJsonDocument::fromJson(change).object();
        QVERIFY(!changes.isEmpty());
        for (auto it = changes.begin(); it != changes.end(); ++it)
            json.insert(it.key(), it.value());
        const auto read = core::fromJson<Everything>(json);
        QVERIFY(!read);
        QCOMPARE(read.error().code, core::ErrorCode::Invalid);
        QCOMPARE(read.error().message, why);
    }

    void missing()
    {
        QJsonObject json = core::toJson(sample()).toObject();
        json.remove(u"target"_qs);
        QCOMPARE(core::fromJson<Everything>(json).error().message, u"data.target: missing"_qs);
    }

    void defaultsAndStrangersAreFine()
    {
        QJsonObject json = core::toJson(sample()).toObject();
        json.remove(u"retries"_qs);
        json.insert(u"from_the_future"_qs, true);
        const auto read = core::fromJson<Everything>(json);
        QVERIFY(bool(read));
        QCOMPARE(read->retries, 3);
    }

    void aValueHasTheFlawsItsJsonWouldHave_data()
    {
        QTest::addColumn<Everything>("value");
        QTest::addColumn<QString>("flaw");
        const auto row = [](const char *flaw, const std::function<void(Everything &)> &spoil) {
            Everything value = sample();
            spoil(value);
            QTest::newRow(flaw) << value << QString::fromUtf8(flaw);
        };
        row("", [](Everything &) {});
        row("data.target: expected at most 10 characters",
            [](Everything &value) { value.target = QString(11, u'x'); });
        row("data.target: expected text without NUL or broken surrogates",
            [](Everything &value) { value.target = QString(1, QChar(0)); });
        row("data.settings.timeout: expected a number from 1 to 600",
            [](Everything &value) { value.settings->timeout = 601; });
        row("data.ports: expected at most 3 items", [](Everything &value) { value.ports = {1, 2, 3, 4}; });
        row("data.seen_at: expected an ISO 8601 time with its offset",
            [](Everything &value) { value.seenAt = {}; });
    }

    void aValueHasTheFlawsItsJsonWouldHave()
    {
        QFETCH(Everything, value);
        QFETCH(QString, flaw);
        const std::optional<core::Error> found = core::flawOf(value);
        const auto read = core::fromJson<Everything>(core::toJson(value));
        QCOMPARE(found ? found->message : QString(), flaw);
        QCOMPARE(read ? QString() : read.error().message, flaw);
    }

    void timesWithOffsetBecomeUtc()
    {
        QJsonObject json = core::toJson(sample()).toObject();
        json.insert(u"seen_at"_qs, u"2026-11-20T15:28:03.250+01:00"_qs);
        QCOMPARE(core::fromJson<Everything>(json)->seenAt, sample().seenAt);
    }

    void jsonSchema()
    {
        const QJsonObject schema = core::schemaOf<Everything>();
        const QJsonObject properties = schema.value(u"properties").toObject();
        QCOMPARE(properties.value(u"scan_kind").toObject().value(u"enum").toArray(),
                 (QJsonArray{u"discovery"_qs, u"full"_qs}));
        QCOMPARE(properties.value(u"temperature").toObject().value(u"type").toArray(),
                 (QJsonArray{u"number"_qs, u"null"_qs}));
        QCOMPARE(properties.value(u"target").toObject().value(u"maxLength").toInt(), 10);
        QCOMPARE(properties.value(u"ports").toObject().value(u"maxItems").toInt(), 3);
        const QJsonArray required = schema.value(u"required").toArray();
        QVERIFY(!required.contains(u"settings"_qs));
        QVERIFY(!required.contains(u"retries"_qs));
        QVERIFY(required.contains(u"temperature"_qs));
    }

private:
};

QTEST_GUILESS_MAIN(SchemaTest)
#include "schema_test.moc"
