// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/servicechecks.h"

#include "catalog/catalogue.h"
#include "store/opened.h"
#include "support/awaited.h"
#include "support/memorystores.h"

using namespace automation;
using namespace std::chrono_literals;
using core::ErrorCode;

namespace {
/// Checks over a real store; the services they ask are `broken` or work.
struct House
{
    storetest::Bench bench;
    support::MemoryPublisher publisher{catalog::everything()};
    std::unique_ptr<Registry> registry;
    std::unique_ptr<ServiceChecks> checks;
    QSet<QString> broken;
    QStringList asked;
    QList<std::function<void()>> answers; ///< not given yet

    House() { restart(); }
    ~House() { settle(); }
    /// What is being written is written: whoever waits for that must not be gone.
    void settle() const
    {
        if (bench.store)
            (void)support::awaited(bench.store->records().one({}));
    }
    void restart()
    {
        settle();
        checks.reset();
        registry.reset();
        QVERIFY2(!bench.open(), qPrintable(bench.refusal));
        registry = std::make_unique<Registry>(bench.store->registry(), publisher, bench.clock);
        QVERIFY(support::awaited(registry->start()));
        checks = std::make_unique<ServiceChecks>(ServiceChecks::Surroundings{
            bench.store->records(), publisher, bench.clock, *registry,
            [this](const Check &check, const auto &listener) {
                asked << check.appId;
                answers << [this, id = check.appId, listener] {
                    const bool isOk = !broken.contains(id);
                    listener({isOk, isOk ? QStringLiteral("Works.") : QStringLiteral("Does not."), 4, {}});
                };
            },
            [](const Check &check) {
                return check.target.isEmpty()
                           ? core::Result<void>(core::Error{ErrorCode::Invalid, QStringLiteral("No target.")})
                           : core::Result<void>();
            }});
        QVERIFY(support::awaited(checks->load()));
        checks->start();
    }
    core::Reply set(const Check &check)
    {
        core::Command command;
        command.params = SetCheck{check};
        return support::awaited(checks->set(command));
    }
    core::Reply remove(const QString &id)
    {
        core::Command command;
        command.params = RemoveCheck{id};
        return support::awaited(checks->remove(command));
    }
    [[nodiscard]] QList<CheckedApp> apps() const
    {
        return support::awaited(checks->list({}))->as<ListChecks::Reply>()->apps;
    }
    /// Lets time go by, with every answer given as soon as it is asked for.
    void pass(std::chrono::milliseconds time)
    {
        for (auto passed = 0ms; passed < time; passed += 500ms) {
            bench.clock.advance(500ms);
            const auto given = std::exchange(answers, {});
            for (const auto &answer : given)
                answer();
        }
    }
    /// How often it was told that an app is so.
    [[nodiscard]] int told(const QString &id, AppState state) const
    {
        int count = 0;
        for (const core::Event &event : publisher.events()) {
            if (event.topic != core::Topic(QLatin1String(AppUpdated::topic)))
                continue;
            const auto updated = event.payload.as<AppUpdated>();
            count += updated && updated->appId == id && updated->status == state ? 1 : 0;
        }
        return count;
    }
};

Check check(const QString &id)
{
    Check check;
    check.appId = id;
    check.target = QStringLiteral("https://") + id + QStringLiteral(".example.org/");
    check.interval = 60;
    return check;
}
} // namespace

/// Services that are asked again and again.
class ServiceChecksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewCheckIsMadeAtOnceAndThenAtItsInterval()
    {
        House house;
        QVERIFY(house.set(check(u"shop"_qs)));
        house.pass(1s);
        QCOMPARE(house.asked.size(), 1);
        house.pass(59s);
        QCOMPARE(house.asked.size(), 1);
        house.pass(2s);
        QCOMPARE(house.asked.size(), 2);
        const CheckedApp app = house.apps().first();
        QVERIFY(app.isActive);
        QCOMPARE(app.message, u"Works."_qs);
        QCOMPARE(app.milliseconds, std::optional(4.0));
    }

    void oneFailureIsAskedAgainBeforeItCounts()
    {
        House house;
        QVERIFY(house.set(check(u"shop"_qs)));
        house.pass(1s);
        QTRY_COMPARE(house.told(u"shop"_qs, AppState::Active), 1);
        house.broken.insert(u"shop"_qs);
        house.pass(60s);
        QVERIFY(house.apps().first().isActive);
        house.broken.clear();
        house.pass(6s);
        QVERIFY(house.apps().first().isActive);
        QCOMPARE(house.told(u"shop"_qs, AppState::Inactive), 0);
        house.broken.insert(u"shop"_qs);
        house.pass(66s);
        QVERIFY(!house.apps().first().isActive);
        QTRY_COMPARE(house.told(u"shop"_qs, AppState::Inactive), 1);
        house.pass(300s);
        QCOMPARE(house.told(u"shop"_qs, AppState::Inactive), 1);
    }

    void nobodyIsAskedTwiceAtATime()
    {
        House house;
        QVERIFY(house.set(check(u"slow"_qs)));
        house.bench.clock.advance(300s);
        QCOMPARE(house.asked.size(), 1);
    }

    void anAnswerToACheckThatIsAnotherNowDoesNotCount()
    {
        House house;
        QVERIFY(house.set(check(u"shop"_qs)));
        house.bench.clock.advance(1s);
        const auto old = house.answers;
        house.answers.clear();
        Check other = check(u"shop"_qs);
        other.target = u"https://other.example.org/"_qs;
        QVERIFY(house.set(other));
        for (const auto &answer : old)
            answer();
        QVERIFY(!house.apps().first().checkedAt);
        house.pass(1s);
        QVERIFY(house.apps().first().checkedAt);
    }

    void whatIsOffIsNotAsked()
    {
        House house;
        Check off = check(u"shop"_qs);
        off.isEnabled = false;
        QVERIFY(house.set(off));
        house.pass(300s);
        QVERIFY(house.asked.isEmpty());
    }

    void wrongOnesAreRefused()
    {
        House house;
        QCOMPARE(house.set(check(u"  "_qs)).error().code, ErrorCode::Invalid);
        Check aimless = check(u"shop"_qs);
        aimless.target.clear();
        QCOMPARE(house.set(aimless).error().code, ErrorCode::Invalid);
        QVERIFY(house.apps().isEmpty());
        QCOMPARE(house.remove(u"shop"_qs).error().code, ErrorCode::NotFound);
    }

    void aRestartKeepsThemAndHowTheyWere()
    {
        House house;
        house.broken.insert(u"shop"_qs);
        QVERIFY(house.set(check(u"shop"_qs)));
        house.pass(10s);
        QTRY_COMPARE(house.told(u"shop"_qs, AppState::Inactive), 1);
        house.restart();
        QCOMPARE(house.apps().size(), 1);
        QVERIFY(!house.apps().first().isActive);
        house.pass(70s);
        QCOMPARE(house.told(u"shop"_qs, AppState::Inactive), 1);
        QVERIFY(house.remove(u"shop"_qs));
        house.restart();
        QVERIFY(house.apps().isEmpty());
        QCOMPARE(support::awaited(house.registry->summary({}))->as<Summary>()->totalApps, 0);
    }
};

QTEST_GUILESS_MAIN(ServiceChecksTest)
#include "servicecheckstest.moc"
