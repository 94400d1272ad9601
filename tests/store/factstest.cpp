// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalogue.h"
#include "opened.h"

using storetest::Bench;
using storetest::wait;

class FactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAFactAsItWas();
    void newestFirstByPatternTimeAndPriority();
    void keepsForAsLongAsTheCatalogueSays();
    void refusesNonsense();
};

namespace {
core::Event fact(const QString &topic, const QDateTime &at, int priority = 5)
{
    core::Event event;
    event.topic = core::Topic(topic);
    event.at = at;
    event.priority = priority;
    event.source = QStringLiteral("host");
    return event;
}

core::JournalQuery asking(const QStringList &topics, const QDateTime &from = {}, const QDateTime &to = {},
                          int minPriority = 1, int limit = 100)
{
    return {topics, from, to, minPriority, limit};
}

QStringList topics(const core::Result<QList<core::Event>> &events)
{
    QStringList out;
    for (const core::Event &event : *events)
        out += event.topic.name();
    return out;
}
} // namespace

void FactsTest::keepsAFactAsItWas()
{
    Bench bench;
    QVERIFY(!bench.open());
    core::Event event = fact(QStringLiteral("chat.message"), bench.clock.now().addMSecs(7), 8);
    event.sequence = 1234567890123;
    event.payload = QJsonObject{{QStringLiteral("text"), QStringLiteral("Grüße 🦊 \"'; --")},
                                {QStringLiteral("n"), 1.5}};
    event.audience.roles = core::roles::admins;
    event.audience.rooms = {QStringLiteral("general")};
    event.audience.users = {QStringLiteral("a1")};
    event.audience.departments = {QStringLiteral("it")};
    QVERIFY(wait(bench.store->journal().append(event)));
    QVERIFY(!bench.open());
    const auto read = wait(bench.store->journal().read({}));
    QVERIFY(read);
    QCOMPARE(read->size(), 1);
    const core::Event &back = read->first();
    QCOMPARE(back.sequence, event.sequence);
    QCOMPARE(back.topic, event.topic);
    QCOMPARE(back.at, event.at);
    QCOMPARE(back.priority, event.priority);
    QCOMPARE(back.source, event.source);
    QCOMPARE(back.payload.json(), event.payload.json());
    QVERIFY(back.audience == event.audience);
}

void FactsTest::newestFirstByPatternTimeAndPriority()
{
    Bench bench;
    QVERIFY(!bench.open());
    core::Journal &journal = bench.store->journal();
    const QDateTime start = bench.clock.now();
    const QStringList names{QStringLiteral("alerts.raised"), QStringLiteral("alerts.cleared"),
                            QStringLiteral("alertsx.other"), QStringLiteral("session.storage"),
                            QStringLiteral("identity.account.changed")};
    for (int i = 0; i < names.size(); ++i)
        QVERIFY(wait(journal.append(fact(names.at(i), start.addSecs(i), i + 1))));
    const auto ask = [&journal](core::JournalQuery query) { return topics(wait(journal.read(query))); };
    QCOMPARE(ask({}).size(), 5);
    QCOMPARE(ask({}).first(), names.last());
    QCOMPARE(ask(asking({QStringLiteral("*")})).size(), 5);
    QCOMPARE(ask(asking({QStringLiteral("alerts.*")})), (QStringList{names.at(1), names.at(0)}));
    QCOMPARE(ask(asking({QStringLiteral("identity.*"), QStringLiteral("alerts.raised")})),
             (QStringList{names.at(4), names.at(0)}));
    QCOMPARE(ask(asking({}, start.addSecs(3))), (QStringList{names.at(4), names.at(3)}));
    QCOMPARE(ask(asking({}, {}, start)), QStringList{names.at(0)});
    QCOMPARE(ask(asking({}, {}, {}, 5)), QStringList{names.at(4)});
    QCOMPARE(ask(asking({}, {}, {}, 1, 2)), (QStringList{names.at(4), names.at(3)}));
}

void FactsTest::keepsForAsLongAsTheCatalogueSays()
{
    Bench bench;
    const core::Catalog catalog = catalog::everything();
    bench.options.retention = [&catalog](const core::Topic &topic) {
        const core::EventSpec *spec = catalog.findEvent(topic);
        return spec != nullptr ? spec->retention : std::chrono::days(0);
    };
    QVERIFY(!bench.open());
    core::Journal &journal = bench.store->journal();
    const QDateTime now = bench.clock.now();
    QVERIFY(wait(journal.append(fact(QStringLiteral("metrics.sampled"), now))));          // 0 days
    QVERIFY(wait(journal.append(fact(QStringLiteral("session.storage"), now))));          // 90 days
    QVERIFY(wait(journal.append(fact(QStringLiteral("identity.account.changed"), now)))); // 730 days
    QCOMPARE(wait(journal.read({}))->size(), 2);
    bench.clock.jump(std::chrono::hours(24 * 91));
    QCOMPARE(topics(wait(journal.read({}))), QStringList{QStringLiteral("identity.account.changed")});
    bench.clock.advance(std::chrono::minutes(2)); // the purge
    bench.clock.jump(-std::chrono::hours(24 * 91));
    QTRY_COMPARE(wait(journal.read({}))->size(), 1); // it is gone, not merely hidden
}

void FactsTest::refusesNonsense()
{
    Bench bench;
    QVERIFY(!bench.open());
    core::Journal &journal = bench.store->journal();
    QCOMPARE(wait(journal.read(asking({}, {}, {}, 1, 0))).error().code, core::ErrorCode::Invalid);
    QCOMPARE(wait(journal.read(asking({}, {}, {}, 1, 10001))).error().code, core::ErrorCode::Invalid);
    QCOMPARE(wait(journal.read(asking({QStringLiteral("a' OR 1=1")}))).error().code,
             core::ErrorCode::Invalid);
}

QTEST_GUILESS_MAIN(FactsTest)
#include "factstest.moc"
