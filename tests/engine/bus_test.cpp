// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dispatcher.h"
#include "engine/enginerig.h"

#include <QTest>

using namespace std::chrono_literals;

class BusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stampsInOrder()
    {
        support::EngineRig rig;
        QList<core::Event> heard;
        rig.bus.listen([&](const core::Event &event, const core::EventSpec &) { heard << event; });
        rig.publishExample(u"session.storage"_qs);
        rig.publishExample(u"metrics.sampled"_qs);
        QCOMPARE(heard.size(), 2);
        QCOMPARE(heard.at(0).sequence, quint64(1));
        QCOMPARE(heard.at(1).sequence, quint64(2));
        QCOMPARE(heard.at(0).at, rig.clock.now());
        QCOMPARE(heard.at(0).source, u"belfry-host"_qs);
        QCOMPARE(heard.at(0).priority, 8);
    }

    void aPriorityMayFollowFromTheFact_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<int>("priority");
        const auto row = [](const char *topic, const char *member, const QJsonValue &value, int priority) {
            QTest::addRow("%s %s", topic, qPrintable(value.toVariant().toString()))
                << QString::fromLatin1(topic) << QString::fromLatin1(member) << value << priority;
        };
        row("security.event", "severity", 1, 1);
        row("security.event", "severity", 6, 6);
        row("security.event", "severity", 10, 10);
        row("metrics.component", "status", u"healthy"_qs, 3);
        row("metrics.component", "status", u"degraded"_qs, 8);
        row("metrics.component", "status", u"unhealthy"_qs, 8);
        row("metrics.health", "overall_status", u"healthy"_qs, 2);
        row("metrics.health", "overall_status", u"degraded"_qs, 2);
        row("metrics.health", "overall_status", u"unhealthy"_qs, 10);
        row("automation.processing", "status", u"completed"_qs, 5);
        row("automation.processing", "status", u"failed"_qs, 8);
    }
    void aPriorityMayFollowFromTheFact()
    {
        QFETCH(QString, topic);
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        support::EngineRig rig;
        QList<int> heard;
        rig.bus.listen([&](const core::Event &event, const core::EventSpec &) { heard << event.priority; });
        core::Draft draft;
        draft.topic = core::Topic(topic);
        QJsonObject fact = rig.catalog.findEvent(draft.topic)->example;
        fact.insert(member, value);
        draft.payload = fact;
        QVERIFY(bool(rig.bus.publish(draft)));
        draft.priority = 4; // who publishes may say another
        QVERIFY(bool(rig.bus.publish(draft)));
        QTEST(heard.value(0), "priority");
        QCOMPARE(heard.value(1), 4);
    }

    void refusesWhatTheCatalogueDoesNotKnow()
    {
        support::EngineRig rig;
        core::Draft draft;
        draft.topic = core::Topic(u"no.such"_qs);
        QCOMPARE(rig.bus.publish(draft).error().code, core::ErrorCode::Invalid);
        draft.topic = core::Topic(u"session.storage"_qs);
        draft.payload = QJsonObject{{u"state"_qs, 1}};
        const auto published = rig.bus.publish(draft);
        QVERIFY(!published);
        QCOMPARE(published.error().message, u"session.storage: data.state: expected a string"_qs);
        QCOMPARE(rig.bus.sequence(), quint64(0));
    }

    void refusesAValueThatNobodyCouldCarry()
    {
        support::EngineRig rig;
        const auto published =
            rig.bus.publish(session::StorageChanged{u"ok"_qs, QString(u"a"_qs + QChar(0))});
        QVERIFY(!published);
        QCOMPARE(published.error().message,
                 u"session.storage: data.message: expected text without NUL or broken surrogates"_qs);
        QVERIFY(bool(rig.bus.publish(session::StorageChanged{u"ok"_qs, u"a"_qs})));
    }

    void reactionsComeInTheNextTurn()
    {
        support::EngineRig rig;
        int reactions = 0;
        QObject context;
        rig.bus.react(&context, u"session.*"_qs, [&](const core::Event &) {
            if (++reactions == 1)
                rig.publishExample(u"session.storage"_qs);
        });
        rig.publishExample(u"session.storage"_qs);
        QCOMPARE(reactions, 0);
        rig.turn();
        rig.turn();
        QCOMPARE(reactions, 2);
    }

    void replay()
    {
        support::EngineRig rig;
        for (int i = 0; i < 3; ++i)
            rig.publishExample(u"session.storage"_qs);
        for (int i = 0; i < 3; ++i)
            rig.publishExample(u"metrics.sampled"_qs);
        const auto missed = rig.bus.since(1, u"epoch1"_qs);
        QVERIFY(missed);
        QCOMPARE(missed->size(), 3); // two that each matter, and the newest reading
        QCOMPARE(missed->last().sequence, quint64(6));
        QVERIFY(!rig.bus.since(1, u"another"_qs));
        QVERIFY(!rig.bus.since(7, u"epoch1"_qs));
    }

    // Who types, and what is half said, was to be heard then.
    void whatPassesIsNotReplayed()
    {
        support::EngineRig rig;
        rig.publishExample(u"session.storage"_qs);
        rig.publishExample(u"chat.typing"_qs);
        rig.publishExample(u"chat.answering"_qs);
        rig.publishExample(u"chat.message"_qs);
        const auto missed = rig.bus.since(1, u"epoch1"_qs);
        QVERIFY(missed);
        QCOMPARE(missed->size(), 1);
        QCOMPARE(missed->first().sequence, quint64(4));
    }

    void replayForgets()
    {
        engine::ReplayRing ring(2);
        core::Event event;
        for (quint64 i = 1; i <= 4; ++i) {
            event.sequence = i;
            ring.add(event, core::Delivery::Each);
        }
        QVERIFY(!ring.since(1));
        QVERIFY(ring.since(2));
        QCOMPARE(ring.since(2)->size(), 2);
        QCOMPARE(ring.since(4)->size(), 0);
    }

    void everyCommandIsHandledAndGuarded_data()
    {
        QTest::addColumn<QString>("name");
        const auto commands = catalog::everything().commands();
        for (const QString &name : commands.keys())
            QTest::newRow(qPrintable(name)) << name;
    }

    /// Every command × every role, by the catalogue's own table.
    void everyCommandIsHandledAndGuarded()
    {
        QFETCH(QString, name);
        support::EngineRig rig;
        const core::CommandSpec &spec = *rig.catalog.findCommand(name);
        const auto ask = [&](const core::Principal &caller, const QJsonObject &params) {
            return rig.dispatcher.dispatch({name, params, caller, 0, {}}).result();
        };
        core::Principal nobody;
        const bool needsSignIn = int(spec.needs) != 0;
        const core::Reply unsigned_ = ask(nobody, spec.exampleParams);
        if (needsSignIn)
            QCOMPARE(unsigned_.error(),
                     (core::Error{core::ErrorCode::AuthenticationRequired, u"Authentication required"_qs}));
        for (const core::Role role : {core::Role::Guest, core::Role::Viewer, core::Role::Operator,
                                      core::Role::Admin, core::Role::Agent}) {
            core::Principal caller;
            caller.role = role;
            const core::Reply reply = ask(caller, spec.exampleParams);
            const bool isAllowed = !needsSignIn || spec.needs.testFlag(role);
            QCOMPARE(!reply && reply.error().code == core::ErrorCode::Forbidden, !isAllowed);
        }
    }

    void dispatcherRefusesInOrder()
    {
        support::EngineRig rig;
        core::Principal viewer;
        viewer.role = core::Role::Viewer;
        const auto ask = [&](const QString &name, const QJsonObject &params) {
            return rig.dispatcher.dispatch({name, params, viewer, 0, {}}).result();
        };
        QCOMPARE(ask(u"no.such"_qs, {}).error().code, core::ErrorCode::UnknownCommand);
        QCOMPARE(ask(u"identity.users.add"_qs, {}).error().code, core::ErrorCode::Forbidden);
        QCOMPARE(ask(u"metrics.history"_qs, {}).error().message, u"data.names: missing"_qs);
        QVERIFY(bool(ask(u"metrics.current"_qs, {})));
    }

    void floodIsMeasured()
    {
        support::FakeClock clock;
        core::RateLimit rate(clock, 10, 10);
        for (int second = 0; second < 11; ++second) {
            for (int i = 0; i < 100; ++i) {
                rate.take();
                clock.advance(10ms);
            }
        }
        QVERIFY(rate.refusedFor() > 9s);
        clock.advance(5s);
        QCOMPARE(rate.refusedFor(), 0ms);
        QVERIFY(rate.take());
    }

    void whoMayHaveMoreAtOnceHasItAtOnce()
    {
        support::FakeClock clock;
        core::RateLimit rate(clock, 1, 10);
        QVERIFY(rate.take(4));
        rate.setRate(100, 50);
        QVERIFY(rate.take(46));
        QVERIFY(!rate.take());
        rate.setRate(1, 10);
        clock.advance(60s);
        QVERIFY(rate.take(10));
        QVERIFY(!rate.take());
    }
};

QTEST_GUILESS_MAIN(BusTest)
#include "bus_test.moc"
