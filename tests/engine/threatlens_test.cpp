// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/enginerig.h"

#include <QJsonDocument>
#include <QTest>

using namespace std::chrono_literals;
using support::EngineRig;
using support::FakeChannel;

namespace {
const QString securityEvent = QStringLiteral("security.event");
const QString componentStatus = QStringLiteral("metrics.component");

QJsonObject next(FakeChannel &client) { return QJsonDocument::fromJson(client.take()).object(); }
QString nextType(FakeChannel &client) { return next(client).value(u"type").toString(); }

/// A client whose welcome has been read.
FakeChannel &come(EngineRig &rig, const QByteArray &path, const QString &token = QStringLiteral("viewer"))
{
    FakeChannel *client = rig.open(path, token);
    if (client->isOpen() && nextType(*client) != u"connection_established")
        qFatal("no welcome");
    return *client;
}

/// Says it and takes the answer.
QJsonObject ask(FakeChannel &client, const QByteArray &message)
{
    client.say(message);
    return next(client);
}

QJsonObject status(FakeChannel &client)
{
    return ask(client, R"({"type":"get_status"})").value(u"data").toObject();
}

qint64 broadcastFigure(FakeChannel &client, const char *name)
{
    return status(client).value(u"broadcaster_stats").toObject().value(QLatin1String(name)).toInteger();
}

const QByteArray onlySecurity = R"({"type":"subscribe","data":{"event_types":["security_event"]}})";
} // namespace

/// Clients of ThreatLens' contract that go away and come back, and such as do too much.
class ThreatLensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoComesBackHearsWhatItMissed()
    {
        EngineRig rig;
        auto &first = come(rig, "/ws/wall-2");
        ask(first, onlySecurity);
        rig.publishInTurn(securityEvent); // in the turn in which it goes: not heard, so missed
        first.vanish();
        rig.sessions.handOut();
        rig.clock.advance(10s);
        rig.publishExample(componentStatus);
        rig.publishExample(securityEvent);
        rig.clock.advance(10s);

        auto &second = come(rig, "/ws/wall-2");
        QCOMPARE(second.waiting(), 2);
        const QJsonObject early = next(second);
        QCOMPARE(early.value(u"type").toString(), u"security_event"_qs);
        QCOMPARE(early.value(u"queued").toBool(), true);
        QCOMPARE(early.value(u"queued_at").toString(), u"2026-11-20T12:00:00.000Z"_qs);
        QVERIFY(!early.value(u"data").toObject().contains(u"queued"_qs));
        QCOMPARE(next(second).value(u"queued_at").toString(), u"2026-11-20T12:00:10.000Z"_qs);
        rig.publishExample(componentStatus);
        rig.publishExample(securityEvent);
        const QJsonObject live = next(second);
        QCOMPARE(live.value(u"type").toString(), u"security_event"_qs);
        QVERIFY(!live.contains(u"queued"_qs));
        QCOMPARE(second.waiting(), 0);
        QCOMPARE(broadcastFigure(second, "messages_queued"), 2);
        QCOMPARE(broadcastFigure(second, "messages_delivered"), 2);

        second.vanish();
        QCOMPARE(come(rig, "/ws/wall-2").waiting(), 0); // nothing twice
    }

    void setAndFilterStayAnHour()
    {
        EngineRig rig;
        auto &first = come(rig, "/ws/wall-2");
        ask(first, onlySecurity);
        ask(first, R"({"type":"set_filter","data":{"min_priority":9}})");
        first.vanish();
        rig.clock.advance(1h - 1s);
        auto &second = come(rig, "/ws/wall-2");
        const QJsonObject info = status(second).value(u"client_info").toObject();
        QCOMPARE(info.value(u"subscriptions").toArray(), QJsonArray{u"security_event"_qs});
        QCOMPARE(info.value(u"filter_details").toObject().value(u"min_priority").toInt(), 9);
        ask(second, R"({"type":"clear_filter"})");
        second.vanish();
        rig.publishExample(securityEvent);
        QCOMPARE(rig.clients.rows().size(), 1);
        rig.clock.advance(1h);
        QVERIFY(rig.clients.rows().isEmpty());
        QCOMPARE(rig.sessions.count(), 0);
        auto &third = come(rig, "/ws/wall-2");
        QCOMPARE(third.waiting(), 0);
        QCOMPARE(status(third).value(u"client_info").toObject().value(u"subscriptions").toArray().size(), 5);
    }

    void setAndFilterOutliveTheServer()
    {
        EngineRig before;
        auto &client = come(before, "/ws/wall-2");
        ask(client, onlySecurity);
        ask(client, R"({"type":"set_filter","data":{"sources":["auth_service"],"max_priority":9}})");
        auto &other = come(before, "/ws/gone");
        ask(other, onlySecurity);
        other.vanish();
        QCOMPARE(before.clients.rows().size(), 2);

        EngineRig after; // the one before was killed: wall-2 was still there
        after.clients.rows() = before.clients.rows();
        after.clock.advance(61min); // "gone" has been away for too long
        after.clientele.load();
        EngineRig::turn();
        QCOMPARE(after.clients.rows().size(), 1);
        QVERIFY(after.clients.rows().first().until.has_value());
        after.publishExample(securityEvent);
        after.publishExample(componentStatus);
        auto &back = come(after, "/ws/wall-2");
        QCOMPARE(next(back).value(u"queued").toBool(), true);
        QCOMPARE(back.waiting(), 0);
        const QJsonObject info = status(back).value(u"client_info").toObject();
        QCOMPARE(info.value(u"subscriptions").toArray(), QJsonArray{u"security_event"_qs});
        const QJsonObject filter = info.value(u"filter_details").toObject();
        QCOMPARE(filter.value(u"sources").toArray(), QJsonArray{u"auth_service"_qs});
        QCOMPARE(filter.value(u"max_priority").toInt(), 9);
        QVERIFY(!after.clients.rows().first().until.has_value());
    }

    void whatIsKeptOfTheFactsIsMissedAcrossARestart()
    {
        EngineRig rig;
        core::ClientMemory memory;
        memory.identity = QStringLiteral("u-viewer");
        memory.clientId = QStringLiteral("wall-2");
        memory.filter.minPriority = 5;
        memory.until = rig.clock.now().addSecs(1800);
        rig.clients.rows() << memory;
        const auto happened = [&](const QString &topic, int minutesAgo, int priority) {
            core::Event event;
            event.topic = core::Topic(topic);
            event.at = rig.clock.now().addSecs(-60LL * minutesAgo);
            event.priority = priority;
            event.sequence = quint64(100 - minutesAgo);
            event.payload = rig.catalog.findEvent(event.topic)->example;
            rig.journal.append(event);
        };
        happened(securityEvent, 40, 8); // it was still there
        happened(securityEvent, 20, 8);
        happened(componentStatus, 15, 3);     // its filter
        happened(u"alerts.raised"_qs, 12, 8); // not of the contract
        happened(securityEvent, 10, 9);
        rig.clientele.load();
        EngineRig::turn();
        rig.publishExample(securityEvent);
        auto &back = come(rig, "/ws/wall-2");
        QCOMPARE(back.waiting(), 3);
        for (const char *time : {"11:40", "11:50", "12:00"}) {
            const QJsonObject missed = next(back);
            QCOMPARE(missed.value(u"type").toString(), u"security_event"_qs);
            QCOMPARE(missed.value(u"queued_at").toString(),
                     QStringLiteral("2026-11-20T%1:00.000Z").arg(QLatin1String(time)));
        }
    }

    void theAnswerWaitsUntilItIsKept()
    {
        EngineRig rig;
        auto &client = come(rig, "/ws/wall-2");
        auto &nameless = come(rig, "/ws");
        rig.clients.setBusy();
        client.say(onlySecurity);
        EngineRig::turn();
        QCOMPARE(client.waiting(), 0);
        QCOMPARE(ask(nameless, onlySecurity).value(u"type").toString(), u"subscription_updated"_qs);
        rig.publishExample(componentStatus); // it is in force at once
        QCOMPARE(client.waiting(), 0);
        rig.clients.finishSaving();
        EngineRig::turn();
        QCOMPARE(nextType(client), u"subscription_updated"_qs);
    }

    void whatIsKeptForSomebodyUnknownIsHeardOnlyByThoseWhoMay()
    {
        EngineRig rig;
        for (const char *role : {"viewer", "admin"}) {
            core::ClientMemory memory;
            memory.identity = QStringLiteral("u-") + QLatin1String(role);
            memory.clientId = QStringLiteral("wall-2");
            memory.hasChosen = true;
            memory.topics = QStringList{u"identity.action"_qs};
            rig.clients.rows() << memory;
        }
        rig.clientele.load();
        EngineRig::turn();
        rig.publishExample(u"identity.action"_qs);
        auto &viewer = come(rig, "/ws/wall-2", u"viewer"_qs);
        QCOMPARE(viewer.waiting(), 0);
        viewer.vanish();
        QCOMPARE(nextType(come(rig, "/ws/wall-2", u"admin"_qs)), u"user_action"_qs);
    }

    void anotherIdentityGetsNothing()
    {
        EngineRig rig;
        come(rig, "/ws/wall-2", u"viewer"_qs).vanish();
        rig.publishExample(securityEvent);
        auto &stranger = come(rig, "/ws/wall-2", u"operator"_qs);
        QVERIFY(stranger.isOpen());
        QCOMPARE(stranger.waiting(), 0);
        QCOMPARE(rig.open("/ws/wall-2", u"viewer"_qs)->closeCode(), transport::CloseCode::BadClientId);
        stranger.vanish();
        QCOMPARE(nextType(come(rig, "/ws/wall-2", u"viewer"_qs)), u"security_event"_qs);
    }

    void theNewestOwnsTheId()
    {
        EngineRig rig;
        auto &older = come(rig, "/ws/wall-2");
        ask(older, onlySecurity);
        auto &newer = come(rig, "/ws/wall-2");
        QCOMPARE(status(newer).value(u"client_info").toObject().value(u"subscriptions").toArray().size(), 1);
        ask(newer,
            R"({"type":"subscribe","data":{"event_types":["system_status"],"replace_existing":true}})");
        ask(older, R"({"type":"subscribe","data":{"event_types":["health_check"]}})");
        rig.publishExample(securityEvent);
        QCOMPARE(nextType(older), u"security_event"_qs); // it lives on, with what it wants
        QCOMPARE(newer.waiting(), 0);
        older.vanish();
        rig.publishExample(componentStatus);
        QCOMPARE(nextType(newer), u"system_status"_qs);
        newer.vanish();
        rig.publishExample(componentStatus);
        rig.publishExample(securityEvent);
        auto &back = come(rig, "/ws/wall-2");
        QCOMPARE(back.waiting(), 1);
        QCOMPARE(nextType(back), u"system_status"_qs);
    }

    void aThousandAreKeptTheLeastImportantGoFirst()
    {
        EngineRig rig;
        come(rig, "/ws/wall-2").vanish();
        rig.publishExample(securityEvent);
        for (int i = 0; i < 10; ++i)
            rig.publishExample(componentStatus);
        for (int i = 0; i < 999; ++i)
            rig.publishExample(securityEvent);
        rig.publishExample(componentStatus);
        auto &back = come(rig, "/ws/wall-2");
        QCOMPARE(back.waiting(), 1000);
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(nextType(back), u"security_event"_qs);
        QCOMPARE(broadcastFigure(back, "queue_overflows"), 11);

        back.vanish();
        for (int i = 0; i < 1001; ++i) {
            rig.clock.advance(1ms);
            rig.publishExample(securityEvent);
        }
        auto &again = come(rig, "/ws/wall-2");
        QCOMPARE(again.waiting(), 1000);
        QCOMPARE(next(again).value(u"queued_at").toString(), u"2026-11-20T12:00:00.002Z"_qs);
    }

    void aMebibyteIsKept()
    {
        EngineRig rig;
        come(rig, "/ws/wall-2").vanish();
        core::Draft draft;
        draft.topic = core::Topic(securityEvent);
        QJsonObject large = rig.catalog.findEvent(draft.topic)->example;
        large.insert(u"message"_qs, QString(4096, u'x'));
        draft.payload = large;
        for (int i = 0; i < 400; ++i)
            QVERIFY(rig.bus.publish(draft));
        rig.sessions.handOut();
        auto &back = come(rig, "/ws/wall-2");
        const qsizetype kept = back.waiting();
        QVERIFY2(kept > 200 && kept < 256, qPrintable(QString::number(kept)));
        for (qsizetype i = 0; i < kept; ++i)
            QCOMPARE(nextType(back), u"security_event"_qs);
        QCOMPARE(broadcastFigure(back, "queue_overflows"), 400 - kept);
    }

    void onlyThoseWhoChoseTheirIdAreRemembered()
    {
        EngineRig rig;
        auto &nameless = come(rig, "/ws");
        ask(nameless, onlySecurity);
        nameless.vanish();
        QCOMPARE(rig.sessions.count(), 0);
        QVERIFY(rig.clients.rows().isEmpty());
    }

    void oneIdentityIsRememberedUnderSomeIdsOnly()
    {
        EngineRig rig;
        for (int i = 0; i < 60; ++i) {
            auto &client = come(rig, "/ws/wall-" + QByteArray::number(i));
            ask(client, onlySecurity);
            client.vanish();
            rig.clock.advance(1s);
        }
        QCOMPARE(rig.sessions.count(), int(engine::Clientele::mostOfOne));
        QCOMPARE(rig.clients.rows().size(), qsizetype(engine::Clientele::mostOfOne));
        QCOMPARE(status(come(rig, "/ws/wall-59"))
                     .value(u"client_info")
                     .toObject()
                     .value(u"subscriptions")
                     .toArray()
                     .size(),
                 1);
        QCOMPARE(status(come(rig, "/ws/wall-1"))
                     .value(u"client_info")
                     .toObject()
                     .value(u"subscriptions")
                     .toArray()
                     .size(),
                 5);
    }

    void anEndedSignInEndsNotWhatIsKept()
    {
        EngineRig rig;
        auto &client = come(rig, "/ws/wall-2");
        ask(client, onlySecurity);
        rig.sessions.revoke(u"u-viewer"_qs);
        QCOMPARE(client.closeCode(), transport::CloseCode::Policy);
        rig.sessions.revoke(u"u-viewer"_qs);
        rig.publishExample(securityEvent);
        QCOMPARE(nextType(come(rig, "/ws/wall-2")), u"security_event"_qs);
    }

    void guestsComeByTheRule()
    {
        EngineRig rig;
        rig.reception.guests = {engine::GuestRule::From::Loopback, core::Role::Viewer};
        auto *client = rig.open("/ws/wall-2");
        const QJsonObject welcome = next(*client);
        QCOMPARE(welcome.value(u"user_info").toObject().value(u"username").toString(), u"guest-wall-2"_qs);
        QCOMPARE(welcome.value(u"server_info").toObject().value(u"authentication_required").toBool(true),
                 false);
        QCOMPARE(
            status(*client).value(u"websocket_stats").toObject().value(u"authenticated_connections").toInt(),
            0);
        client->vanish();
        rig.publishExample(securityEvent);
        auto &back = come(rig, "/ws/wall-2", {});
        QCOMPARE(nextType(back), u"security_event"_qs);
        QCOMPARE(rig.open("/ws/wall-2", u"forged"_qs)->closeCode(), transport::CloseCode::Policy);
        QCOMPARE(rig.open("/ws/wall-2", u"viewer"_qs)->closeCode(), transport::CloseCode::BadClientId);
    }

    void largeMessagesAreAnswered_data()
    {
        QTest::addColumn<QByteArray>("message");
        const QByteArray large(1000 * 1000, 'x');
        const auto row = [](const char *name, QByteArray message, const QByteArray &part) {
            QTest::newRow(name) << message.replace('@', part);
        };
        row("text", "@", large);
        row("word", R"({"type":"@"})", large);
        row("category", R"({"type":"set_filter","data":{"categories":["@"]}})", large);
        row("many categories", R"({"type":"set_filter","data":{"categories":[@]}})",
            QByteArrayLiteral("7,").repeated(200'000) + "7");
        row("many sources", R"({"type":"set_filter","data":{"sources":[@]}})",
            QByteArrayLiteral("null,").repeated(100'000) + "null");
        row("many kinds", R"({"type":"subscribe","data":{"event_types":["health_check"@]}})",
            QByteArrayLiteral(R"(,"health_check")").repeated(60'000));
        row("deep", R"({"type":"subscribe","data":@)", QByteArray(500'000, '['));
    }
    void largeMessagesAreAnswered()
    {
        QFETCH(QByteArray, message);
        EngineRig rig;
        auto &client = come(rig, "/ws/wall-2");
        ask(client, onlySecurity);
        client.say(message);
        const QByteArray answer = client.take();
        QVERIFY(answer.startsWith(R"({"data":{"error":)") || answer.contains(R"("type":"error")"));
        QVERIFY2(answer.size() < 1000, qPrintable(QString::number(answer.size())));
        QCOMPARE(status(client).value(u"client_info").toObject().value(u"subscriptions").toArray(),
                 QJsonArray{u"security_event"_qs});
        QCOMPARE(status(client).value(u"client_info").toObject().value(u"has_filter").toBool(true), false);
    }

    void aFloodIsLimitedThenClosed_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("raw") << QByteArrayLiteral("ping");
        QTest::newRow("pong") << QByteArrayLiteral("pong");
        QTest::newRow("subscribe") << onlySecurity;
    }
    void aFloodIsLimitedThenClosed()
    {
        QFETCH(QByteArray, message);
        EngineRig rig;
        auto &client = come(rig, "/ws/wall-2");
        int limited = 0;
        for (int i = 0; i < 300; ++i)
            client.say(message);
        while (client.waiting() > 0)
            limited += client.take().contains("Too many requests") ? 1 : 0;
        QCOMPARE(limited, 100);
        QVERIFY(client.isOpen());
        for (int i = 0; i < 12'000 && client.isOpen(); ++i) {
            client.say(message);
            rig.clock.advance(1ms);
        }
        QCOMPARE(client.closeCode(), transport::CloseCode::Policy);
    }
};

QTEST_GUILESS_MAIN(ThreatLensTest)
#include "threatlens_test.moc"
