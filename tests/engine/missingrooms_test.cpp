// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalogue.h"
#include "engine/missingrooms.h"

#include <QSet>
#include <QTest>

/// A command of the catalogue whose room is not there is answered, and says what is missing.
class MissingRoomsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCommandIsAnswered_data()
    {
        QTest::addColumn<QString>("name");
        for (const core::CommandSpec &spec : m_catalog.commands())
            QTest::newRow(qPrintable(spec.name)) << spec.name;
    }
    void everyCommandIsAnswered()
    {
        QFETCH(QString, name);
        engine::Dispatcher dispatcher(m_catalog);
        engine::answerForMissingRooms(dispatcher);
        const auto future = dispatcher.dispatch(
            {name, m_catalog.findCommand(name)->exampleParams, core::localAdministrator(), 0, {}});
        QVERIFY(future.isFinished());
        QVERIFY(!future.result());
        QCOMPARE(future.result().error().code, core::ErrorCode::Unavailable);
        QCOMPARE(future.result().error().message, engine::missingRoomText(name));
    }

    void whoMayNotAskIsToldThatFirst()
    {
        engine::Dispatcher dispatcher(m_catalog);
        engine::answerForMissingRooms(dispatcher);
        const auto future = dispatcher.dispatch({u"chat.send"_qs, {}, {}, 0, {}});
        QCOMPARE(future.result().error().code, core::ErrorCode::AuthenticationRequired);
    }

    void roomsSayWhatIsMissing_data()
    {
        QTest::addColumn<QString>("command");
        for (const QString &command : {u"network.scan.start"_qs, u"network.map"_qs})
            QTest::newRow(qPrintable(command)) << command;
    }
    void roomsSayWhatIsMissing()
    {
        QFETCH(QString, command);
        const QString text = engine::missingRoomText(command);
        QVERIFY(text.startsWith(u"No "));
        QVERIFY(!m_texts.contains(text));
        m_texts.insert(text);
    }

private:
    const core::Catalog m_catalog = catalog::everything();
    QSet<QString> m_texts;
};

QTEST_GUILESS_MAIN(MissingRoomsTest)
#include "missingrooms_test.moc"
