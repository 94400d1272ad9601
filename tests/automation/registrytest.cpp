// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/registry.h"

#include "catalog/catalogue.h"
#include "store/opened.h"
#include "support/awaited.h"
#include "support/memorystores.h"

using namespace automation;
using namespace std::chrono_literals;
using core::ErrorCode;

namespace {
/// A registry over a real store.
struct Yard
{
    storetest::Bench bench;
    support::MemoryPublisher publisher{catalog::everything()};
    std::unique_ptr<Registry> registry;

    Yard() { restart(); }
    void restart()
    {
        registry.reset();
        QVERIFY2(!bench.open(), qPrintable(bench.refusal));
        registry = std::make_unique<Registry>(bench.store->registry(), publisher, bench.clock);
        QVERIFY(support::awaited(registry->start()));
    }
    static core::Principal caller(const QString &name, core::Role role)
    {
        core::Principal principal;
        principal.id = QString(QStringLiteral("u-") + name);
        principal.name = name;
        principal.role = role;
        return principal;
    }
    core::Reply set(const QString &app, AppState state)
    {
        core::Command command;
        command.params = SetApp{app, state};
        command.caller = caller(QStringLiteral("omar"), core::Role::Operator);
        return support::awaited(registry->setApp(command));
    }
    core::Reply report(const core::Principal &who, const QString &agent,
                       const std::optional<QJsonValue> &data = {})
    {
        core::Command command;
        command.params = ReportAgent{agent, QStringLiteral("processing"), data};
        command.caller = who;
        return support::awaited(registry->reportAgent(command));
    }
    [[nodiscard]] Summary summary() const { return *support::awaited(registry->summary({}))->as<Summary>(); }
};
} // namespace

/// Watched services and reporting agents.
class RegistryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUnknownAppIsAddedAndCounted()
    {
        Yard yard;
        QVERIFY(yard.set(u"mail"_qs, AppState::Active));
        QVERIFY(yard.set(u"web"_qs, AppState::Inactive));
        const auto told = yard.publisher.events().last().as<AppUpdated>();
        QCOMPARE(told->appId, u"web"_qs);
        QCOMPARE(told->status, AppState::Inactive);
        QCOMPARE(told->updatedAt, yard.bench.clock.now());
        const Summary summary = yard.summary();
        QCOMPARE(summary.totalApps, 2);
        QCOMPARE(summary.activeApps, 1);
        QCOMPARE(summary.inactiveApps, 1);
    }

    void appsOutliveARestartAndUptimeDoesNot()
    {
        Yard yard;
        QVERIFY(yard.set(u"mail"_qs, AppState::Inactive));
        yard.bench.clock.advance(90s);
        QCOMPARE(yard.summary().uptime, 90.0);
        yard.restart();
        QCOMPARE(yard.summary().inactiveApps, 1);
        QCOMPARE(yard.summary().uptime, 0.0);
        QVERIFY(yard.set(u"mail"_qs, AppState::Active));
        QCOMPARE(yard.summary().totalApps, 1);
        QCOMPARE(yard.summary().activeApps, 1);
    }

    void theSummaryIsSaidEveryThirtySeconds()
    {
        Yard yard;
        yard.bench.clock.advance(29s);
        QVERIFY(yard.publisher.events().isEmpty());
        yard.bench.clock.advance(61s);
        QCOMPARE(yard.publisher.events().size(), 3);
        QCOMPARE(yard.publisher.events().last().topic.name(), QLatin1String(Summary::topic));
    }

    void newcomersAreGreetedTogether()
    {
        Yard yard;
        for (int i = 0; i < 100; ++i)
            yard.registry->greet();
        yard.bench.clock.advance(1s);
        QCOMPARE(yard.publisher.events().size(), 1);
        yard.registry->greet();
        yard.bench.clock.advance(1s);
        QCOMPARE(yard.publisher.events().size(), 2);
    }

    void anAgentTellsOfItselfAlone()
    {
        Yard yard;
        const core::Principal agent = Yard::caller(u"probe-7"_qs, core::Role::Agent);
        QVERIFY(yard.report(agent, u"probe-7"_qs, QJsonObject{{u"progress"_qs, 75}}));
        const auto told = yard.publisher.events().last().as<AgentStatus>();
        QCOMPARE(told->agentId, u"probe-7"_qs);
        QCOMPARE(told->data->toObject().value(u"progress").toInt(), 75);
        const core::Reply other = yard.report(agent, u"probe-8"_qs);
        QVERIFY(!other);
        QCOMPARE(other.error().code, ErrorCode::Forbidden);
        QCOMPARE(yard.publisher.events().size(), 1);
        QVERIFY(yard.report(Yard::caller(u"omar"_qs, core::Role::Operator), u"probe-8"_qs));
    }

    void agentsAreKept()
    {
        Yard yard;
        QVERIFY(yard.report(Yard::caller(u"omar"_qs, core::Role::Operator), u"probe-8"_qs, QJsonValue(7)));
        const auto kept = storetest::wait(yard.bench.store->registry().agents());
        QVERIFY(kept);
        QCOMPARE(kept->size(), 1);
        QCOMPARE(kept->first().id, u"probe-8"_qs);
        QCOMPARE(kept->first().data, QByteArray("[7]"));
        QCOMPARE(kept->first().reportedBy, u"omar"_qs);
    }

    void anApiTokenIsCalledByItsName()
    {
        Yard yard;
        core::Principal token = Yard::caller(u"token:probe-9"_qs, core::Role::Agent);
        token.id = token.tokenId = u"t-1"_qs;
        token.displayName = u"probe-9"_qs;
        QVERIFY(yard.report(token, u"probe-9"_qs));
    }

    void badOnesAreRefusedAndNotSaid()
    {
        Yard yard;
        QCOMPARE(yard.set(u" "_qs, AppState::Active).error().code, ErrorCode::Invalid);
        QCOMPARE(yard.report(Yard::caller(u"omar"_qs, core::Role::Admin), {}).error().code,
                 ErrorCode::Invalid);
        yard.bench.store->close();
        QCOMPARE(yard.set(u"mail"_qs, AppState::Active).error().code, ErrorCode::Unavailable);
        QCOMPARE(yard.report(Yard::caller(u"omar"_qs, core::Role::Admin), u"x"_qs).error().code,
                 ErrorCode::Unavailable);
        QVERIFY(yard.publisher.events().isEmpty());
        QCOMPARE(yard.summary().totalApps, 0);
    }
};

QTEST_GUILESS_MAIN(RegistryTest)
#include "registrytest.moc"
