// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finished.h"
#include "engine/enginerig.h"
#include "engine/intake.h"

#include <QJsonDocument>
#include <QTest>

#include <array>

using engine::Intake;
using support::EngineRig;

namespace {
/// An offer of the example of a fact, an agent's about the agent `agent`.
events::Offer example(const EngineRig &rig, const QString &topic)
{
    events::Offer offer;
    offer.topic = topic;
    QJsonObject payload = rig.catalog.findEvent(core::Topic(topic))->example;
    if (payload.contains(u"agent_id"))
        payload.insert(u"agent_id"_qs, u"agent"_qs);
    offer.payload = payload;
    return offer;
}

engine::Publishing by(const EngineRig &rig, const char *role)
{
    return {rig.verify(QLatin1String(role)).value(), u"192.0.2.7"_qs};
}
} // namespace

/// Facts from outside: who may publish which, and that of several all or none are.
class IntakeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFactIsPublishedByThoseItNames_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QString>("role");
        const core::Catalog catalog = catalog::everything();
        for (const core::EventSpec &spec : catalog.events()) {
            for (const char *role : {"guest", "viewer", "operator", "admin", "agent"})
                QTest::addRow("%s by %s", qPrintable(spec.topic.name()), role)
                    << spec.topic.name() << QString::fromLatin1(role);
        }
    }
    void everyFactIsPublishedByThoseItNames()
    {
        QFETCH(QString, topic);
        QFETCH(QString, role);
        EngineRig rig;
        const core::Roles publishers = rig.catalog.findEvent(core::Topic(topic))->publishers;
        const bool isExpected = publishers.testFlag(*core::roleFromWord(role));
        const Intake::Outcome outcome =
            rig.intake.take({example(rig, topic)}, by(rig, role.toLatin1().constData())).result();
        QCOMPARE(!outcome.error, isExpected);
        QCOMPARE(rig.bus.sequence(), quint64(isExpected ? 1 : 0));
        if (!isExpected)
            QCOMPARE(outcome.error->code, core::ErrorCode::Forbidden);
    }

    void theSourceIsWhoPublished()
    {
        EngineRig rig;
        core::Event heard;
        rig.bus.listen([&](const core::Event &event, const core::EventSpec &) { heard = event; });
        events::Offer offer = example(rig, u"network.device.status"_qs);
        offer.priority = 9;
        offer.at = rig.clock.now().addSecs(-60);
        const Intake::Outcome outcome = rig.intake.take({offer}, by(rig, "agent")).result();
        QVERIFY(!outcome.error);
        QCOMPARE(outcome.reply.epoch, u"epoch1"_qs);
        QCOMPARE(outcome.reply.events.first().sequence, std::optional<qint64>(1));
        QCOMPARE(heard.source, u"agent"_qs);
        QCOMPARE(heard.priority, 9);
        QCOMPARE(heard.at, *offer.at);
    }

    void anApiTokenPublishesUnderItsOwnName()
    {
        EngineRig rig;
        core::Event heard;
        rig.bus.listen([&](const core::Event &event, const core::EventSpec &) { heard = event; });
        core::Principal token;
        token.id = token.tokenId = u"t-1"_qs;
        token.name = u"token:web-1"_qs;
        token.displayName = u"web-1"_qs;
        token.role = core::Role::Agent;
        token.topics = QStringList{u"automation.*"_qs};
        events::Offer offer = example(rig, u"automation.agent.status"_qs);
        offer.payload->insert(u"agent_id"_qs, u"web-1"_qs);
        QVERIFY(!rig.intake.take({offer}, {token, {}}).result().error);
        QCOMPARE(heard.source, u"web-1"_qs);
        const auto foreign =
            rig.intake.take({example(rig, u"network.device.status"_qs)}, {token, {}}).result();
        QVERIFY(foreign.error->message.contains(u"This token is not for"));
        QCOMPARE(rig.bus.sequence(), quint64(1));
    }

    void ofSeveralAllOrNoneArePublished()
    {
        EngineRig rig;
        events::Offer wrong = example(rig, u"network.device.status"_qs);
        wrong.payload->insert(u"is_online"_qs, u"yes"_qs);
        const core::Error unreadable{core::ErrorCode::Invalid, u"events[2]: expected an object"_qs};
        const Intake::Offers offers{example(rig, u"alerts.raised"_qs), wrong, unreadable};
        const Intake::Outcome outcome = rig.intake.take(offers, by(rig, "agent")).result();
        QVERIFY(outcome.error);
        QVERIFY(outcome.isJudged);
        QCOMPARE(outcome.reply.events.size(), 3);
        QCOMPARE(outcome.reply.events.at(0).error->code, u"conflict"_qs);
        QCOMPARE(outcome.reply.events.at(1).error->message, u"data.is_online: expected true or false"_qs);
        QCOMPARE(outcome.reply.events.at(2).error->message, unreadable.message);
        QCOMPARE(rig.bus.sequence(), quint64(0));
        QVERIFY(!rig.intake.take({offers.first(), offers.first()}, by(rig, "agent")).result().error);
        QCOMPARE(rig.bus.sequence(), quint64(2));
    }

    void anAgentSpeaksOnlyForItself()
    {
        EngineRig rig;
        QString told;
        Intake::Surroundings around;
        around.spoofed = [&](const engine::Publishing &one, const QString &claimed) {
            told = QString(one.caller.name + u' ' + one.address + u' ' + claimed);
        };
        Intake intake(rig.catalog, rig.bus, rig.clock, around);
        events::Offer offer = example(rig, u"automation.agent.task.completed"_qs);
        offer.payload->insert(u"agent_id"_qs, u"another"_qs);
        const Intake::Outcome outcome = intake.take({offer}, by(rig, "agent")).result();
        QCOMPARE(outcome.error->code, core::ErrorCode::Forbidden);
        QCOMPARE(told, u"agent 192.0.2.7 another"_qs);
        QVERIFY(!intake.take({offer}, by(rig, "operator")).result().error);
        offer.payload->insert(u"agent_id"_qs, u"u-agent"_qs);
        QVERIFY(!intake.take({offer}, by(rig, "agent")).result().error);
    }

    void badOffersAreRefused_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QByteArray &change, const char *message) {
            QTest::newRow(name) << change << QString::fromUtf8(message);
        };
        row("no such fact", R"({"topic":"network.device.exploded"})",
            "There is no fact network.device.exploded.");
        row("a hostile topic", R"({"topic":"../../etc/passwd"})", "There is no fact ../../etc/passwd.");
        row("a fact nobody may publish", R"({"topic":"metrics.sampled"})", "nobody publishes it");
        row("no payload", R"({"payload":null})", "as payload or as data, once");
        row("two payloads", R"({"data":{}})", "as payload or as data, once");
        row("a lacking member", R"({"payload":{"device_id":"d"}})", "data.is_online");
        row("a text with a null", R"({"payload":{"device_id":"d\u0000"}})", "data.device_id");
        row("a half of a pair", R"({"payload":{"device_id":"\ud800"}})", "data.device_id");
        row("a long text", R"({"payload":{"device_id":")" + QByteArray(129, 'x') + R"("}})",
            "data.device_id");
        row("too old", R"({"at":"2001-01-01T00:00:00.000Z"})", "at: expected a time of the last 24 hours");
        row("of the future", R"({"at":"2101-01-01T00:00:00.000Z"})",
            "at: expected a time of the last 24 hours");
    }
    void badOffersAreRefused()
    {
        QFETCH(QByteArray, change);
        QFETCH(QString, message);
        EngineRig rig;
        QJsonObject json = core::toJson(example(rig, u"network.device.status"_qs)).toObject();
        const QJsonObject changes = QJsonDocument::fromJson(change).object();
        for (auto it = changes.begin(); it != changes.end(); ++it)
            json.insert(it.key(), it.value());
        const auto outcome =
            rig.intake.take({core::fromJson<events::Offer>(json)}, by(rig, "agent")).result();
        QVERIFY(outcome.error);
        QVERIFY2(outcome.error->message.contains(message), qPrintable(outcome.error->message));
        QCOMPARE(rig.bus.sequence(), quint64(0));
    }

    void whatIsTooBigForThoseWhoListenIsRefused()
    {
        EngineRig rig;
        events::Offer offer = example(rig, u"automation.agent.status"_qs);
        offer.payload->insert(u"data"_qs, QString(60 * 1024, u'x'));
        QVERIFY(!rig.intake.take({offer}, by(rig, "agent")).result().error);
        offer.payload->insert(u"data"_qs, QString(70 * 1024, u'x'));
        QCOMPARE(rig.intake.take({offer}, by(rig, "agent")).result().error->message,
                 u"data: expected at most 64 KiB"_qs);
    }

    void nothingAndTooMuchAreRefused()
    {
        EngineRig rig;
        QVERIFY(rig.intake.take({}, by(rig, "agent")).result().error);
        const Intake::Offers many(101, example(rig, u"alerts.raised"_qs));
        const Intake::Outcome outcome = rig.intake.take(many, by(rig, "agent")).result();
        QCOMPARE(outcome.error->code, core::ErrorCode::Invalid);
        QVERIFY(!outcome.isJudged);
        QCOMPARE(rig.bus.sequence(), quint64(0));
    }

    void aFloodIsLimitedAndEndsByWaiting()
    {
        EngineRig rig;
        const Intake::Offers hundred(100, example(rig, u"alerts.raised"_qs));
        QVERIFY(!rig.intake.take(hundred, by(rig, "operator")).result().error);
        QVERIFY(!rig.intake.take(hundred, by(rig, "operator")).result().error);
        const Intake::Outcome outcome = rig.intake.take(hundred, by(rig, "operator")).result();
        QCOMPARE(outcome.error->code, core::ErrorCode::Limited);
        QVERIFY(outcome.error->retryAfter > 0);
        QVERIFY(!rig.intake.take(hundred, by(rig, "admin")).result().error);
        rig.clock.advance(std::chrono::seconds(2));
        QVERIFY(!rig.intake.take(hundred, by(rig, "operator")).result().error);
    }

    void whatCannotBeKeptIsNotPublished()
    {
        EngineRig rig;
        Intake::Surroundings around;
        around.obstacle = [] { return core::Error{core::ErrorCode::Unavailable, u"The disk is full."_qs}; };
        Intake intake(rig.catalog, rig.bus, rig.clock, around);
        const auto outcome =
            intake.take({example(rig, u"network.device.status"_qs)}, by(rig, "agent")).result();
        QCOMPARE(outcome.error->code, core::ErrorCode::Unavailable);
        QVERIFY(!outcome.isJudged);
        QCOMPARE(rig.bus.sequence(), quint64(0));
        QVERIFY(!intake.take({example(rig, u"automation.agent.status"_qs)}, by(rig, "agent")).result().error);
    }

    void theAnswerWaitsUntilAllIsKept()
    {
        EngineRig rig;
        std::array<QPromise<core::Result<void>>, 2> promises;
        size_t next = 0;
        Intake::Surroundings around;
        around.keeping = [&]() -> std::optional<QFuture<core::Result<void>>> {
            promises[next].start();
            return promises[next++].future();
        };
        Intake intake(rig.catalog, rig.bus, rig.clock, around);
        const auto offer = example(rig, u"network.device.status"_qs);
        const QFuture<Intake::Outcome> answer = intake.take({offer, offer}, by(rig, "agent"));
        promises[0].addResult(core::Result<void>());
        promises[0].finish();
        QVERIFY(!answer.isFinished());
        promises[1].addResult(core::Error{core::ErrorCode::Unavailable, u"No."_qs});
        promises[1].finish();
        QVERIFY(answer.isFinished());
        QCOMPARE(answer.result().error->code, core::ErrorCode::Unavailable);
    }

    void factsOfADepartmentAreForThoseWhoMaySeeIt()
    {
        EngineRig rig;
        QStringList departments;
        rig.bus.listen([&](const core::Event &event, const core::EventSpec &) {
            departments = event.audience.departments;
        });
        const events::Offer offer = example(rig, u"usage.updated"_qs);
        QVERIFY(!rig.intake.take({offer}, by(rig, "agent")).result().error);
        QCOMPARE(departments, QStringList{offer.payload->value(u"department_id").toString()});
    }

    void aCommandTellsAllThatIsWrong()
    {
        EngineRig rig;
        auto *client = rig.open("/console", u"operator"_qs);
        client->take();
        client->say(R"({"id":1,"command":"events.publish","params":{"events":[{"topic":"a.b","payload":{}},)"
                    R"({"topic":"alerts.raised","payload":{}}]}})");
        const QByteArray told = client->take();
        QVERIFY2(told.contains("events[0]: There is no fact a.b. events[1]: data."), told.constData());
        client->say(
            R"({"id":2,"command":"events.publish","params":{"events":[{"topic":"a.b","payload":{}}]}})");
        QVERIFY(client->take().contains(R"("message":"There is no fact a.b.")"));
        auto *viewer = rig.open("/console", u"viewer"_qs);
        viewer->take();
        viewer->say(R"({"id":1,"command":"events.publish","params":{"events":[]}})");
        QVERIFY(viewer->take().contains(R"("code":"forbidden")"));
    }
};

QTEST_GUILESS_MAIN(IntakeTest)
#include "intake_test.moc"
