// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalogue.h"
#include "engine/engine.h"
#include "store/store.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

/// The composed server without doors: what is published is kept for as long as the catalogue says.
class EngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        engine::EngineOptions options;
        options.dataDirectory = m_folder.path();
        options.isRecording = false;
        engine::Engine engine(options, m_clock, m_entropy);
        QSignalSpy started(&engine, &engine::Engine::started);
        engine.start();
        QVERIFY(started.count() > 0 || started.wait());
        QVERIFY(engine.setupToken());
        QCOMPARE(engine.dispatcher().unhandled(), QStringList());
        const auto events = m_catalog.events();
        for (const core::EventSpec &spec : events) {
            core::Draft draft;
            draft.topic = spec.topic;
            draft.payload = spec.example;
            QVERIFY(bool(engine.bus().publish(draft)));
        }
        engine.stop();

        store::Options storeOptions;
        storeOptions.directory = m_folder.path();
        store::Opening opening = store::Store::open(storeOptions, m_clock);
        QVERIFY(bool(opening));
        core::JournalQuery everything;
        everything.limit = 1000;
        QFuture<core::Result<QList<core::Event>>> read = opening.store->journal().read(everything);
        QTRY_VERIFY(read.isFinished());
        QVERIFY(bool(read.result()));
        m_kept = read.result().value();
    }

    void everyFactIsKeptAsDeclared_data()
    {
        QTest::addColumn<QString>("topic");
        const auto events = m_catalog.events();
        for (const QString &topic : events.keys())
            QTest::newRow(qPrintable(topic)) << topic;
    }
    void everyFactIsKeptAsDeclared()
    {
        QFETCH(QString, topic);
        const core::EventSpec &spec = *m_catalog.findEvent(core::Topic(topic));
        QList<core::Event> kept;
        for (const core::Event &event : std::as_const(m_kept)) {
            if (event.topic == spec.topic)
                kept << event;
        }
        if (spec.retention.count() == 0) {
            QVERIFY(kept.isEmpty());
            return;
        }
        QVERIFY(!kept.isEmpty());
        QCOMPARE(kept.last().payload.json(), spec.example);
        QCOMPARE(kept.last().priority, spec.priority);
    }

private:
    const core::Catalog m_catalog = catalog::everything();
    QTemporaryDir m_folder;
    core::SystemClock m_clock;
    core::SystemEntropy m_entropy;
    QList<core::Event> m_kept;
};

QTEST_GUILESS_MAIN(EngineTest)
#include "engine_test.moc"
