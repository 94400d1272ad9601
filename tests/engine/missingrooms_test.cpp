// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalogue.h"
#include "engine/missingrooms.h"

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
        QCOMPARE(future.result().error().message, QString::fromLatin1(engine::missingRoomText));
    }

    void whoMayNotAskIsToldThatFirst()
    {
        engine::Dispatcher dispatcher(m_catalog);
        engine::answerForMissingRooms(dispatcher);
        const auto future = dispatcher.dispatch({u"chat.send"_qs, {}, {}, 0, {}});
        QCOMPARE(future.result().error().code, core::ErrorCode::AuthenticationRequired);
    }

private:
    const core::Catalog m_catalog = catalog::everything();
};

QTEST_GUILESS_MAIN(MissingRoomsTest)
#include "missingrooms_test.moc"
