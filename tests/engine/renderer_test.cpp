// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/rendering.h"
#include "engine/enginerig.h"

#include <QJsonDocument>
#include <QTest>

using support::EngineRig;

namespace {
core::Reply render(EngineRig &rig, const QString &topic, const QJsonObject &payload,
                   const QString &token = QStringLiteral("admin"))
{
    session::Render asked{topic, payload, {}, QStringLiteral("atlas"), rig.clock.now()};
    const QFuture<core::Reply> future =
        rig.dispatcher.dispatch({QStringLiteral("session.render"), asked, rig.verify(token).value(), 0, {}});
    return future.isFinished() ? future.result()
                               : core::Error{core::ErrorCode::Internal, QStringLiteral("late")};
}

QList<session::Rendering> rendered(EngineRig &rig, const QString &topic)
{
    const core::EventSpec &spec = *rig.catalog.findEvent(core::Topic(topic));
    const core::Reply reply = render(rig, topic, spec.example);
    return reply ? reply->as<session::Render::Reply>().value().renderings : QList<session::Rendering>();
}
} // namespace

/// A fact as each contract says it.
class RendererTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFactIsSaidAsTheDialectsSpeakIt_data()
    {
        QTest::addColumn<QString>("topic");
        for (const core::EventSpec &spec : m_catalog.events())
            QTest::newRow(qPrintable(spec.topic.name())) << spec.topic.name();
    }
    void everyFactIsSaidAsTheDialectsSpeakIt()
    {
        QFETCH(QString, topic);
        EngineRig rig;
        core::Event event;
        event.topic = core::Topic(topic);
        event.payload = rig.catalog.findEvent(event.topic)->example;
        QStringList expected;
        for (const char *name : {"everyst", "departments", "threatlens", "opmas", "auraos"}) {
            for (const dialects::Utterance &said : rig.voices.find(QLatin1String(name))->speak(event))
                expected << QLatin1String(name) + QLatin1Char(' ') + said.word;
        }
        QStringList found;
        for (const session::Rendering &rendering : rendered(rig, topic)) {
            QVERIFY(!rendering.title.isEmpty() && !rendering.message.isUndefined());
            found << rendering.dialect + QLatin1Char(' ') + rendering.word;
        }
        QCOMPARE(found, expected);
    }

    void isWhatAClientGets()
    {
        EngineRig rig;
        auto *client = rig.open("/ws", QStringLiteral("viewer"));
        while (client->waiting() > 0)
            client->take();
        rig.publishExample(QStringLiteral("security.event"));
        const QJsonObject heard = QJsonDocument::fromJson(client->take()).object();
        QVERIFY(!heard.isEmpty());
        const QList<session::Rendering> all = rendered(rig, QStringLiteral("security.event"));
        const auto ours = std::find_if(all.begin(), all.end(), [](const session::Rendering &each) {
            return each.dialect == QLatin1String("threatlens");
        });
        QVERIFY(ours != all.end());
        QCOMPARE(ours->message.toObject().value(u"type"), heard.value(u"type"));
        QCOMPARE(ours->message.toObject().value(u"data"), heard.value(u"data"));
        QCOMPARE(ours->message.toObject().keys(), heard.keys());
    }

    void nobodyHearsIt()
    {
        EngineRig rig;
        auto *client = rig.open("/ws", QStringLiteral("viewer"));
        while (client->waiting() > 0)
            client->take();
        QVERIFY(!rendered(rig, QStringLiteral("security.event")).isEmpty());
        EngineRig::turn();
        QCOMPARE(client->waiting(), 0);
    }

    void whoMayNotHearItIsNotShown()
    {
        EngineRig rig;
        QString admins;
        for (const core::EventSpec &spec : rig.catalog.events()) {
            if (spec.roles == core::roles::admins)
                admins = spec.topic.name();
        }
        QVERIFY(!admins.isEmpty());
        const QJsonObject example = rig.catalog.findEvent(core::Topic(admins))->example;
        QVERIFY(bool(render(rig, admins, example)));
        const core::Reply viewer = render(rig, admins, example, QStringLiteral("viewer"));
        QVERIFY(!viewer && viewer.error().code == core::ErrorCode::Forbidden);
    }

    void wrongFactsAreToldWhere()
    {
        EngineRig rig;
        const core::Reply unknown = render(rig, QStringLiteral("no.such"), {});
        QVERIFY(!unknown && unknown.error().code == core::ErrorCode::NotFound);
        const core::Reply empty = render(rig, QStringLiteral("session.storage"), {});
        QVERIFY(!empty && empty.error().code == core::ErrorCode::Invalid);
        QVERIFY2(empty.error().message.startsWith(QStringLiteral("data.payload.")),
                 qPrintable(empty.error().message));
    }

private:
    const core::Catalog m_catalog = catalog::everything();
};

QTEST_GUILESS_MAIN(RendererTest)
#include "renderer_test.moc"
