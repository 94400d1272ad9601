// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/enginerig.h"
#include "engine/localsession.h"

#include <QJsonDocument>
#include <QPromise>
#include <QTest>

using namespace std::chrono_literals;

class SessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void demandFollowsWhoListens()
    {
        support::EngineRig rig;
        const core::Topic topic(u"metrics.sampled"_qs);
        QVERIFY(!rig.sessions.demandFor(topic));
        auto *client = rig.open("/console", u"operator"_qs);
        QVERIFY(!rig.sessions.demandFor(topic));
        client->say(R"({"id":1,"command":"session.subscribe","params":{"topics":["metrics.*"]}})");
        QCOMPARE(rig.sessions.demandFor(topic), core::Demand(1s));
        client->say(R"({"id":2,"command":"metrics.interval","params":{"interval":0.2}})");
        QCOMPARE(rig.sessions.demandFor(topic), core::Demand(200ms));
        client->vanish();
        QVERIFY(!rig.sessions.demandFor(topic));
    }

    void eachHearsAtItsOwnPace()
    {
        support::EngineRig rig;
        auto *fast = subscriber(rig, "0.2");
        auto *usual = subscriber(rig, "1");
        auto *slow = subscriber(rig, "5");
        for (int i = 0; i < 50; ++i) {
            rig.publishExample(u"metrics.sampled"_qs);
            rig.clock.advance(200ms);
        }
        QCOMPARE(fast->waiting(), 50);
        QCOMPARE(usual->waiting(), 10);
        QCOMPARE(slow->waiting(), 2);
    }

    void aLateReadingCostsNobodyTheNext()
    {
        support::EngineRig rig;
        auto *client = subscriber(rig, "1");
        for (const auto step : {0ms, 1400ms, 600ms, 1000ms, 950ms, 1050ms}) {
            rig.clock.advance(step);
            rig.publishExample(u"metrics.sampled"_qs);
        }
        QCOMPARE(client->waiting(), 6);
    }

    void moreThanFitsIsNotRecovered()
    {
        support::EngineRig rig;
        for (int fact = 0; fact < 1001; ++fact)
            rig.publishExample(u"session.storage"_qs);
        auto *client = rig.open("/console", u"operator"_qs);
        client->take();
        const QString ask =
            QStringLiteral(R"({"id":1,"command":"session.subscribe","params":{"topics":["*"],)"
                           R"("since":%1,"epoch":"%2"}})");
        client->say(ask.arg(0).arg(rig.bus.epoch()).toUtf8());
        QCOMPARE(client->waiting(), 1);
        QVERIFY(client->take().contains(R"("recovered":false)"));
        client->say(ask.arg(1).arg(rig.bus.epoch()).toUtf8());
        QCOMPARE(client->waiting(), 1001); // the facts, then the answer
        QVERIFY(client->take().contains(R"("sequence":2)"));
    }

    void refusalsDoNotPileUp()
    {
        support::EngineRig rig;
        auto *client = rig.open("/console", u"viewer"_qs);
        client->getStuck();
        for (int i = 0; i < 10'000; ++i)
            client->say(R"({"id":1,"command":"session.ping"})");
        QVERIFY(!client->closeCode());
        QVERIFY(rig.sessions.queued() <= qint64(engine::Outbox::mostAnswers));
        client->getUnstuck();
        rig.clock.advance(1s);
        while (client->waiting() > 0)
            client->take();
        client->say(R"({"id":2,"command":"session.ping"})");
        QVERIFY(client->take().contains("timestamp"));
    }

    void whoCatchesUpSharesTheFrames()
    {
        support::EngineRig rig;
        for (int i = 0; i < 3; ++i)
            rig.publishExample(u"session.storage"_qs);
        QList<QByteArrayList> heard;
        for (int i = 0; i < 3; ++i) {
            auto *client = rig.open("/console", u"viewer"_qs);
            client->take(); // hello
            client->say(R"({"id":1,"command":"session.subscribe",)"
                        R"("params":{"topics":["*"],"since":0,"epoch":"epoch1"}})");
            QCOMPARE(client->waiting(), 4);
            heard << QByteArrayList{client->take(), client->take(), client->take()};
        }
        QCOMPARE(heard[0], heard[1]);
        QCOMPARE(heard[1], heard[2]);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(heard[1][i].constData(), heard[2][i].constData());
        QVERIFY(heard[0][0] != heard[0][1]);
    }

    void wallClockJumpsDoNotSilence()
    {
        support::EngineRig rig;
        auto *client = subscriber(rig, "1");
        rig.publishExample(u"metrics.sampled"_qs);
        rig.clock.jump(-1h);
        rig.publishExample(u"metrics.sampled"_qs);
        QCOMPARE(client->waiting(), 2);
    }

    void viewersMayNotHurry()
    {
        support::EngineRig rig;
        auto *client = rig.open("/console", u"viewer"_qs);
        client->take();
        client->say(R"({"id":1,"command":"metrics.interval","params":{"interval":0.5}})");
        QCOMPARE(error(client->take()), u"forbidden"_qs);
        client->say(R"({"id":2,"command":"metrics.interval","params":{"interval":0.1}})");
        QCOMPARE(error(client->take()), u"invalid"_qs);
    }

    void expiredTokenEndsTheSession()
    {
        support::EngineRig rig;
        auto *raw = rig.open("/console", u"brief"_qs);
        auto *socketIo = rig.open("/socket.io/", u"brief"_qs);
        socketIo->say("0");
        rig.clock.advance(59s);
        QVERIFY(raw->isOpen() && socketIo->isOpen());
        rig.clock.advance(2s);
        QCOMPARE(raw->closeCode(), transport::CloseCode::Authentication);
        QVERIFY(!socketIo->isOpen());
        QCOMPARE(rig.sessions.count(), 0);
    }

    /// Nobody is sent away, and nobody stays for ever, because somebody set the clock.
    void aSignInIsGoodForAsLongAsItWas()
    {
        support::EngineRig rig;
        auto *before = rig.open("/console", u"brief"_qs);
        rig.clock.advance(30s);
        rig.clock.jump(2h);
        auto *behind = rig.open("/console", u"brief"_qs);
        rig.clock.advance(29s);
        QVERIFY(before->isOpen() && behind->isOpen());
        rig.clock.advance(2s);
        QVERIFY(!before->isOpen() && behind->isOpen());
        rig.clock.jump(-3h);
        auto *last = rig.open("/console", u"brief"_qs);
        rig.clock.advance(30s);
        QVERIFY(!behind->isOpen() && last->isOpen());
        rig.clock.advance(31s);
        QVERIFY(!last->isOpen());
    }

    void revokedAccountIsClosed()
    {
        support::EngineRig rig;
        auto *client = rig.open("/console", u"admin"_qs);
        auto *other = rig.open("/console", u"viewer"_qs);
        rig.sessions.revoke(u"u-admin"_qs);
        QCOMPARE(client->closeCode(), transport::CloseCode::Authentication);
        QVERIFY(other->isOpen());
    }

    void slowReaderIsClosedAndOthersNoticeNothing()
    {
        support::EngineRig rig;
        auto *slow = rig.open("/console", u"admin"_qs);
        auto *quick = rig.open("/console", u"admin"_qs);
        for (auto *client : {slow, quick})
            client->say(R"({"id":1,"command":"session.subscribe","params":{"topics":["*"]}})");
        slow->getStuck();
        for (int i = 0; i < 2000; ++i)
            rig.publishExample(u"session.storage"_qs);
        QCOMPARE(slow->closeCode(), transport::CloseCode::Policy);
        QVERIFY(quick->isOpen());
        QCOMPARE(quick->waiting(), 2002);
    }

    void stuckReaderOfReadingsIsClosedAfterTenSeconds()
    {
        support::EngineRig rig;
        auto *slow = rig.open("/console", u"viewer"_qs);
        slow->say(R"({"id":1,"command":"session.subscribe","params":{"topics":["metrics.*"]}})");
        slow->getStuck();
        for (int i = 0; i < 60 && slow->isOpen(); ++i) {
            rig.publishExample(u"metrics.sampled"_qs);
            rig.clock.advance(1s);
        }
        QCOMPARE(slow->closeCode(), transport::CloseCode::Policy);
    }

    void floodIsLimitedThenClosed()
    {
        support::EngineRig rig;
        auto *client = rig.open("/console", u"viewer"_qs);
        client->take();
        int limited = 0;
        for (int i = 0; i < 300; ++i)
            client->say(R"({"id":1,"command":"session.ping"})");
        while (client->waiting() > 0)
            limited += error(client->take()) == u"limited" ? 1 : 0;
        QCOMPARE(limited, 100);
        QVERIFY(client->isOpen());
        for (int i = 0; i < 12'000 && client->isOpen(); ++i) {
            client->say(R"({"id":1,"command":"session.ping"})");
            rig.clock.advance(1ms);
        }
        QCOMPARE(client->closeCode(), transport::CloseCode::Policy);
    }

    void floodOfNonsenseIsLimitedToo_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("nonsense");
        QTest::newRow("unknown word")
            << QByteArray("/socket.io/") << QByteArray("0") << QByteArray(R"(2["x"])");
        QTest::newRow("no json") << QByteArray("/console") << QByteArray() << QByteArray("{");
        QTest::newRow("unknown command")
            << QByteArray("/console") << QByteArray() << QByteArray(R"({"id":1,"command":"x"})");
    }
    void floodOfNonsenseIsLimitedToo()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, nonsense);
        support::EngineRig rig;
        auto *client = rig.open(path, u"viewer"_qs);
        if (!first.isEmpty())
            client->say(first);
        for (int i = 0; i < 16'000 && client->isOpen(); ++i) {
            client->say(nonsense);
            rig.clock.advance(1ms);
        }
        QVERIFY(!client->isOpen());
    }

    void patternsAreBounded()
    {
        support::EngineRig rig;
        auto *client = rig.open("/console", u"viewer"_qs);
        client->take();
        for (int i = 0; i < 130; ++i) {
            const QByteArray number = QByteArray::number(i);
            client->say(R"({"id":1,"command":"session.subscribe","params":{"topics":["a)" + number +
                        R"(.x","b)" + number + R"(.y"]}})");
        }
        int refused = 0;
        while (client->waiting() > 0)
            refused += error(client->take()) == u"limited" ? 1 : 0;
        QCOMPARE(refused, 2);
    }

    void slowButSteadyReaderStays()
    {
        support::EngineRig rig;
        auto *slow = rig.open("/console", u"viewer"_qs);
        slow->say(R"({"id":1,"command":"session.subscribe","params":{"topics":["metrics.*"]}})");
        slow->getStuck();
        for (int i = 0; i < 120; ++i) {
            rig.publishExample(u"metrics.sampled"_qs);
            rig.clock.advance(1s);
            slow->readSome(1000);
        }
        QVERIFY(slow->isOpen());
    }

    void goneAskerIsNotAnswered()
    {
        support::EngineRig rig;
        QPromise<core::Reply> promise;
        promise.start();
        rig.late = promise.future();
        auto *client = rig.open("/console", u"viewer"_qs);
        client->say(R"({"id":1,"command":"metrics.history","params":{"names":[],)"
                    R"("from":"2026-11-20T11:00:00Z","to":"2026-11-20T12:00:00Z"}})");
        client->vanish();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        rig.turn();
        promise.addResult(core::Reply(QJsonObject{}));
        promise.finish();
        rig.turn();
        QCOMPARE(rig.sessions.count(), 0);
    }

    void whoAsksTooMuchAtOnceIsToldSo()
    {
        support::EngineRig rig;
        QPromise<core::Reply> promise;
        promise.start();
        rig.late = promise.future();
        auto *client = rig.open("/console", u"viewer"_qs);
        client->take();
        const QByteArray history(R"({"id":1,"command":"metrics.history","params":{"names":[],)"
                                 R"("from":"2026-11-20T11:00:00Z","to":"2026-11-20T12:00:00Z"}})");
        for (int asked = 0; asked < 16; ++asked)
            client->say(history);
        QCOMPARE(client->waiting(), 0);
        client->say(history);
        QCOMPARE(error(client->take()), u"limited"_qs);
        promise.addResult(core::Reply(QJsonObject{}));
        promise.finish();
        rig.turn();
        QVERIFY(client->take().contains("reply"));
        client->say(history);
        QVERIFY(client->take().contains("reply"));
    }

    void messageLimitGrowsWithSignIn()
    {
        support::EngineRig rig;
        auto *client = rig.open("/console");
        QCOMPARE(client->messageLimit(), 16 * 1024);
        client->say(R"({"id":1,"command":"identity.authenticate","params":{"token":"viewer"}})");
        QCOMPARE(client->messageLimit(), 1024 * 1024);
    }

    void factsOfATurnAreHandedOutTogether()
    {
        support::EngineRig rig;
        auto *client = rig.open("/console", u"admin"_qs);
        client->take();
        client->say(R"({"id":1,"command":"session.subscribe","params":{"topics":["*"]}})");
        client->take();
        rig.publishInTurn(u"metrics.sampled"_qs);
        rig.publishInTurn(u"session.storage"_qs);
        QCOMPARE(client->waiting(), 0);
        auto *newcomer = rig.open("/socket.io/", u"viewer"_qs);
        newcomer->say("0/everyst");
        const qsizetype greeted = newcomer->waiting();
        rig.turn();
        QVERIFY(client->take().contains("metrics.sampled"));
        QVERIFY(client->take().contains("session.storage"));
        QCOMPARE(client->waiting(), 0);
        QCOMPARE(newcomer->waiting(), greeted);
    }

    void anAnswerComesAfterWhatHappenedBeforeIt()
    {
        support::EngineRig rig;
        auto *client = rig.open("/console", u"admin"_qs);
        client->take();
        client->say(R"({"id":1,"command":"session.subscribe","params":{"topics":["*"]}})");
        client->take();
        rig.publishInTurn(u"metrics.sampled"_qs);
        client->say(R"({"id":2,"command":"session.ping"})");
        QVERIFY(client->take().contains("metrics.sampled"));
        QVERIFY(client->take().contains(R"("id":2)"));
        rig.turn();
        QCOMPARE(client->waiting(), 0);
    }

    void windowIsASessionLikeAnyOther()
    {
        support::EngineRig rig;
        QList<core::Event> heard;
        auto *window = new engine::LocalSession(
            rig.reception, [&](const core::Event &event) { heard << event; }, nullptr);
        rig.publishExample(u"metrics.sampled"_qs);
        QCOMPARE(heard.size(), 0);
        window->subscribe({u"*"_qs});
        rig.clock.advance(1s);
        rig.publishExample(u"metrics.sampled"_qs);
        QCOMPARE(heard.size(), 1);
        QVERIFY(bool(window->ask(u"identity.users.list"_qs, {}).result()));
        window->end(transport::CloseCode::Normal, {});
        QCOMPARE(rig.sessions.count(), 0);
    }

    void lostClientComesBackAsItWas()
    {
        support::EngineRig rig({}, 2min);
        auto *client = rig.open("/socket.io/", u"viewer"_qs);
        client->say("0/everyst");
        const QJsonObject who = welcomed(client);
        client->say(R"(2/everyst,1["set_metrics_interval",{"interval":5}])");
        client->take();
        rig.publishExample(u"metrics.sampled"_qs);
        const QString offset = saidTo(client).last().toString();
        QVERIFY(offset.startsWith(u"epoch1."_qs));
        client->vanish();
        rig.clock.advance(5s);
        rig.publishExample(u"metrics.sampled"_qs);

        auto *back = rig.open("/socket.io/", u"viewer"_qs);
        back->say("0/everyst," + claim(who, offset));
        QCOMPARE(welcomed(back), who);
        const QJsonArray missed = saidTo(back);
        QCOMPARE(missed.first().toString(), u"metrics_update"_qs);
        QVERIFY(missed.last().toString() != offset);
        // It keeps the pace it asked for.
        for (int second = 0; second < 4; ++second) {
            rig.clock.advance(1s);
            rig.publishExample(u"metrics.sampled"_qs);
        }
        QCOMPARE(back->waiting(), 1);
        // Nobody else comes back as this one, nor anybody with a place that nobody knows.
        back->vanish();
        auto *other = rig.open("/socket.io/", u"operator"_qs);
        other->say("0/everyst," + claim(who, offset));
        const QJsonObject otherOne = welcomed(other);
        QVERIFY(otherOne.value(u"sid") != who.value(u"sid"));
        other->vanish();
        auto *ignorant = rig.open("/socket.io/", u"operator"_qs);
        ignorant->say("0/everyst," + claim(otherOne, u"elsewhere.1"_qs));
        QVERIFY(welcomed(ignorant).value(u"sid") != otherOne.value(u"sid"));
    }

    void everyFactReachesAConsoleClient_data()
    {
        QTest::addColumn<QString>("topic");
        const auto events = catalog::everything().events();
        for (const QString &topic : events.keys())
            QTest::newRow(qPrintable(topic)) << topic;
    }
    void everyFactReachesAConsoleClient()
    {
        QFETCH(QString, topic);
        support::EngineRig rig;
        auto *client = rig.open("/console", u"admin"_qs);
        client->say(R"({"id":1,"command":"session.subscribe","params":{"topics":["*"]}})");
        client->take();
        client->take();
        rig.publishExample(topic);
        const QJsonObject message = QJsonDocument::fromJson(client->take()).object();
        QCOMPARE(message.value(u"event").toString(), topic);
        QCOMPARE(message.value(u"payload").toObject(), rig.catalog.findEvent(core::Topic(topic))->example);
    }

private:
    static support::FakeChannel *subscriber(support::EngineRig &rig, const QByteArray &interval)
    {
        auto *client = rig.open("/console", u"operator"_qs);
        client->say(R"({"id":1,"command":"session.subscribe","params":{"topics":["metrics.*"]}})");
        client->say(R"({"id":2,"command":"metrics.interval","params":{"interval":)" + interval + "}}");
        while (client->waiting() > 0)
            client->take();
        return client;
    }

    static QByteArray claim(const QJsonObject &welcome, const QString &offset)
    {
        const QJsonObject claimed{{u"pid"_qs, welcome.value(u"pid")}, {u"offset"_qs, offset}};
        return QJsonDocument(claimed).toJson(QJsonDocument::Compact);
    }

    static QJsonObject welcomed(support::FakeChannel *client)
    {
        const QByteArray packet = client->take();
        return QJsonDocument::fromJson(packet.mid(packet.indexOf('{'))).object();
    }

    static QJsonArray saidTo(support::FakeChannel *client)
    {
        const QByteArray packet = client->take();
        return QJsonDocument::fromJson(packet.mid(packet.indexOf('['))).array();
    }

    static QString error(const QByteArray &message)
    {
        return QJsonDocument::fromJson(message).object().value(u"error").toObject().value(u"code").toString();
    }
};

QTEST_GUILESS_MAIN(SessionTest)
#include "session_test.moc"
