// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalogue.h"
#include "catalog/schemacheck.h"
#include "engine/asyncapi.h"
#include "engine/voices.h"

#include <QJsonDocument>
#include <QTest>

/// The documents name every word, and every reference in them leads somewhere. (A foreign parser checks them
/// too: asyncapi/asyncapi.mjs.)
class AsyncApiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWordIsDocumented_data() { rows(); }
    void everyWordIsDocumented()
    {
        const QJsonObject document = documented();
        const QJsonObject operations = document.value(u"operations").toObject();
        const auto words = m_voices.find(name())->words();
        QCOMPARE(qsizetype(words.speaks().size() + words.hears().size()), operations.size());
        QVERIFY(!operations.isEmpty());
    }

    void everyReferenceLeadsSomewhere_data() { rows(); }
    void everyReferenceLeadsSomewhere()
    {
        const QJsonObject document = documented();
        int checked = 0;
        follow(document, document, checked);
        QVERIFY(checked > 3);
    }

    void everyMessageHasItsSchema_data() { rows(); }
    void everyMessageHasItsSchema()
    {
        const QJsonObject messages =
            documented().value(u"components").toObject().value(u"messages").toObject();
        for (auto it = messages.begin(); it != messages.end(); ++it) {
            const QJsonObject payload = it.value().toObject().value(u"payload").toObject();
            const QString type = payload.value(u"type").toString();
            // A few words are said with a list or a text alone.
            QVERIFY2(type == u"object" || type == u"array" || type == u"string", qPrintable(it.key()));
        }
    }

    void everyExampleFits_data() { rows(); }
    void everyExampleFits()
    {
        const QJsonObject messages =
            documented().value(u"components").toObject().value(u"messages").toObject();
        int checked = 0;
        for (auto it = messages.begin(); it != messages.end(); ++it) {
            const QJsonObject message = it.value().toObject();
            const QJsonArray examples = message.value(u"examples").toArray();
            // In an object, because some payloads are none.
            const QJsonObject schema{{u"type"_qs, u"object"_qs},
                                     {u"properties"_qs, QJsonObject{{u"it"_qs, message.value(u"payload")}}}};
            for (const QJsonValue example : examples) {
                const QString fault = schemaFault(schema, {{u"it"_qs, example.toObject().value(u"payload")}});
                QVERIFY2(fault.isEmpty(), qPrintable(it.key() + u": "_qs + fault));
                ++checked;
            }
        }
        QVERIFY(checked > 0);
    }

    /// A dialect writes members of its own beside those of the answer.
    void everyMemberIsAcknowledgedOnce_data() { rows(); }
    void everyMemberIsAcknowledgedOnce()
    {
        const auto dialect = m_voices.find(name());
        for (const dialects::Heard &heard : dialect->words().hears()) {
            const core::CommandSpec *spec = m_catalog.findCommand(heard.command);
            QVERIFY2(spec != nullptr, qPrintable(heard.command));
            const QByteArray text = dialect->acknowledge(heard, core::Payload(spec->exampleReply));
            QByteArray again; // where a name stands twice, reading leaves one
            core::JsonText(again).value(QJsonDocument::fromJson(text).object());
            QVERIFY2(again.size() == text.size(), text.constData());
        }
    }

private:
    static void rows()
    {
        QTest::addColumn<QString>("name");
        const QStringList names = engine::Voices::names();
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name;
    }

    static QString name()
    {
        QFETCH(QString, name);
        return name;
    }

    QJsonObject documented() const
    {
        return engine::asyncApi(*m_voices.find(name()), m_catalog, QStringLiteral("0.1.0"));
    }

    static void follow(const QJsonObject &document, const QJsonValue &value, int &checked)
    {
        if (value.isArray()) {
            const QJsonArray items = value.toArray();
            for (const QJsonValue item : items)
                follow(document, item, checked);
        }
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (it.key() != u"$ref") {
                follow(document, it.value(), checked);
                continue;
            }
            QJsonValue target = document;
            const QStringList steps = it.value().toString().mid(2).split(u'/');
            for (const QString &step : steps)
                target = target.toObject().value(step);
            QVERIFY2(target.isObject(), qPrintable(it.value().toString()));
            ++checked;
        }
    }

    const core::Catalog m_catalog = catalog::everything();
    const engine::Voices m_voices{m_catalog};
};

QTEST_GUILESS_MAIN(AsyncApiTest)
#include "asyncapi_test.moc"
