// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalogue.h"
#include "catalog/schemacheck.h"
#include "core/event.h"
#include "dialects/console/console.h"
#include "dialects/console/consoleclient.h"

#include <QTest>

/// Iterates every fact and command of the catalogue: what is declared there is tested here without another
/// word.
class CatalogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventExampleFits_data() { eventRows(); }
    void eventExampleFits()
    {
        const core::EventSpec &spec = eventSpec();
        QVERIFY(!spec.summary.isEmpty());
        QVERIFY(spec.priority >= 1 && spec.priority <= 10);
        QVERIFY2(bool(spec.shape.read(spec.example, core::NameCase::Snake)), qPrintable(spec.topic.name()));
        QCOMPARE(schemaFault(spec.shape.schema(core::NameCase::Snake), spec.example), QString());
    }

    void eventIsTheSameInBothSpellings_data() { eventRows(); }
    void eventIsTheSameInBothSpellings()
    {
        const core::EventSpec &spec = eventSpec();
        const QJsonObject camel = spec.shape.write(spec.example, core::NameCase::Camel);
        QCOMPARE(schemaFault(spec.shape.schema(core::NameCase::Camel), camel), QString());
        const auto back = spec.shape.read(camel, core::NameCase::Camel);
        QVERIFY2(bool(back), qPrintable(back ? QString() : back.error().message));
        QCOMPARE(back->json(), spec.example);
    }

    void eventRefusesMissingAndWrong_data() { eventRows(); }
    void eventRefusesMissingAndWrong()
    {
        const core::EventSpec &spec = eventSpec();
        const QJsonArray required = spec.shape.schema(core::NameCase::Snake).value(u"required").toArray();
        for (const QJsonValue name : required) {
            QJsonObject broken = spec.example;
            broken.remove(name.toString());
            const auto missing = spec.shape.read(broken, core::NameCase::Snake);
            // A nullable field may be left out by a peer; it is written as null by us.
            if (!spec.example.value(name.toString()).isNull() && missing)
                QFAIL(qPrintable(spec.topic.name() + u": accepts a payload without "_qs + name.toString()));
            broken.insert(name.toString(), QJsonArray{QJsonArray{1}});
            const auto wrong = spec.shape.read(broken, core::NameCase::Snake);
            QVERIFY2(!wrong, qPrintable(name.toString()));
            QVERIFY2(wrong.error().message.startsWith(u"data."_qs + name.toString()),
                     qPrintable(wrong.error().message));
            QVERIFY(!schemaFault(spec.shape.schema(core::NameCase::Snake), broken).isEmpty());
        }
    }

    void eventTravelsByTheConsole_data() { eventRows(); }
    void eventTravelsByTheConsole()
    {
        const core::EventSpec &spec = eventSpec();
        const dialects::Console console(m_catalog);
        core::Event sent;
        sent.sequence = 7;
        sent.topic = spec.topic;
        sent.at = core::timeFromText(u"2026-11-20T14:28:03.250Z"_qs);
        sent.priority = spec.priority;
        sent.source = u"host"_qs;
        sent.payload = spec.example;
        const auto said = console.speak(sent);
        QCOMPARE(said.size(), 1);
        QCOMPARE(said.first().word, spec.topic.name());
        const QByteArray text = console.wrap(said.first(), sent);
        const auto read = dialects::decodeIncoming(QString::fromUtf8(text));
        QVERIFY(bool(read));
        const auto *heard = std::get_if<core::Event>(&read.value());
        QVERIFY(heard != nullptr);
        QCOMPARE(core::toJson(*heard), core::toJson(sent));
    }

    void commandExamplesFit_data() { commandRows(); }
    void commandExamplesFit()
    {
        QFETCH(QString, name);
        const core::CommandSpec &spec = *m_catalog.findCommand(name);
        QVERIFY(!spec.summary.isEmpty());
        const auto params = spec.params.read(spec.exampleParams, core::NameCase::Snake);
        QVERIFY2(bool(params), qPrintable(params ? QString() : params.error().message));
        QCOMPARE(schemaFault(spec.params.schema(core::NameCase::Snake), spec.exampleParams), QString());
        const auto reply = spec.reply.read(spec.exampleReply, core::NameCase::Snake);
        QVERIFY2(bool(reply), qPrintable(reply ? QString() : reply.error().message));
        QCOMPARE(schemaFault(spec.reply.schema(core::NameCase::Snake), spec.exampleReply), QString());
    }

    void consoleHearsEveryCommand_data() { commandRows(); }
    void consoleHearsEveryCommand()
    {
        QFETCH(QString, name);
        const dialects::Console console(m_catalog);
        QVERIFY(console.words().heard(name, true) != nullptr);
    }

private:
    void eventRows()
    {
        QTest::addColumn<QString>("topic");
        for (const core::EventSpec &spec : m_catalog.events())
            QTest::newRow(qPrintable(spec.topic.name())) << spec.topic.name();
    }

    void commandRows()
    {
        QTest::addColumn<QString>("name");
        for (const core::CommandSpec &spec : m_catalog.commands())
            QTest::newRow(qPrintable(spec.name)) << spec.name;
    }

    const core::EventSpec &eventSpec()
    {
        QFETCH(QString, topic);
        return *m_catalog.findEvent(core::Topic(topic));
    }

    const core::Catalog m_catalog = catalog::everything();
};

QTEST_GUILESS_MAIN(CatalogTest)
#include "catalog_test.moc"
