// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/schedules.h"

#include "store/opened.h"
#include "support/awaited.h"
#include "support/seededentropy.h"

using namespace network;
using namespace std::chrono_literals;
using core::ErrorCode;

namespace {
/// Schedules over a real store; the scans they begin only stand in `begun`.
struct Office
{
    storetest::Bench bench;
    support::SeededEntropy entropy;
    std::unique_ptr<Schedules> schedules;
    QStringList begun; ///< targets
    bool isBusy = false;

    Office() { restart(); }
    void restart()
    {
        schedules.reset();
        QVERIFY2(!bench.open(), qPrintable(bench.refusal));
        schedules = std::make_unique<Schedules>(Schedules::Surroundings{
            bench.store->records(), bench.clock, entropy,
            [](const StartScan &wish) {
                return core::ready(
                    wish.target == QLatin1String("8.8.8.8")
                        ? core::Reply(core::Error{ErrorCode::Forbidden, QStringLiteral("Not ours.")})
                        : core::Reply(PreviewScan::Reply{}));
            },
            [this](const StartScan &wish, const QString &by, const QString &owner) {
                begun << wish.target;
                lastBy = by;
                lastOwner = owner;
                return core::ready(
                    StartScan::Reply{QStringLiteral("s-%1").arg(begun.size()), {}, bench.clock.now()});
            },
            [this](const QString &) { return isBusy; }});
        QVERIFY(support::awaited(schedules->load()));
        schedules->start();
    }
    core::Reply set(const Schedule &schedule)
    {
        core::Command command;
        command.params = SetSchedule{schedule};
        command.caller.id = QStringLiteral("u-1");
        command.caller.displayName = QStringLiteral("Dana");
        return support::awaited(schedules->set(command));
    }
    [[nodiscard]] QList<Schedule> all() const
    {
        return support::awaited(schedules->list({}))->as<ListSchedules::Reply>()->schedules;
    }

    QString lastBy;
    QString lastOwner;
};

Schedule nightly()
{
    Schedule schedule;
    schedule.displayName = QStringLiteral("Night");
    schedule.target = QStringLiteral("10.77.1.0/24");
    schedule.when = QStringLiteral("every 6 h");
    return schedule;
}
} // namespace

/// Scans that are made again and again.
class SchedulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsTimeComesAgainAndAgain()
    {
        Office office;
        QVERIFY(office.set(nightly()));
        office.bench.clock.advance(5h + 59min);
        QVERIFY(office.begun.isEmpty());
        office.bench.clock.advance(2min);
        QCOMPARE(office.begun, QStringList{u"10.77.1.0/24"_qs});
        QVERIFY(office.lastBy.contains(u"Night"_qs));
        QCOMPARE(office.lastOwner, u"u-1"_qs);
        QTRY_COMPARE(office.all().first().lastScan, u"s-1"_qs);
        office.bench.clock.advance(6h);
        QCOMPARE(office.begun.size(), 2);
    }

    void oneThatRunsIsNotBegunAgain()
    {
        Office office;
        QVERIFY(office.set(nightly()));
        office.bench.clock.advance(6h + 1min);
        QTRY_COMPARE(office.all().first().lastScan, u"s-1"_qs);
        office.isBusy = true;
        office.bench.clock.advance(6h);
        QCOMPARE(office.begun.size(), 1);
        office.isBusy = false;
        office.bench.clock.advance(6h);
        QCOMPARE(office.begun.size(), 2);
    }

    void whatWasMissedIsMadeUpForOnce()
    {
        Office office;
        QVERIFY(office.set(nightly()));
        office.schedules->stop();
        office.bench.clock.advance(13h);
        office.restart();
        QCOMPARE(office.begun.size(), 1);
        office.bench.clock.advance(5h);
        QCOMPARE(office.begun.size(), 1);
    }

    void aClockThatIsPutRightStopsNothing()
    {
        Office office;
        office.bench.clock.jump(24h * 365); // as a machine may begin
        QVERIFY(office.set(nightly()));
        office.bench.clock.advance(6h + 1min);
        QCOMPARE(office.begun.size(), 1);
        office.bench.clock.jump(-24h * 365);
        office.bench.clock.advance(5h);
        QCOMPARE(office.begun.size(), 1);
        office.bench.clock.advance(1h + 1min);
        QCOMPARE(office.begun.size(), 2);
        // What was left out is made up for once.
        office.bench.clock.jump(48h);
        office.bench.clock.advance(1h);
        QCOMPARE(office.begun.size(), 3);
        // A clock that is a little fast is no reason to do it twice.
        office.bench.clock.jump(-10min);
        office.bench.clock.advance(5h);
        QCOMPARE(office.begun.size(), 3);
    }

    void whatIsOffWaits()
    {
        Office office;
        Schedule off = nightly();
        off.isEnabled = false;
        const auto kept = office.set(off);
        QVERIFY(kept);
        QVERIFY(!kept->as<Schedule>()->nextAt);
        office.bench.clock.advance(13h);
        QVERIFY(office.begun.isEmpty());
    }

    void wrongOnesAreRefused()
    {
        Office office;
        Schedule nameless = nightly();
        nameless.displayName = u"  "_qs;
        QCOMPARE(office.set(nameless).error().code, ErrorCode::Invalid);
        Schedule never = nightly();
        never.when = u"now and then"_qs;
        QCOMPARE(office.set(never).error().code, ErrorCode::Invalid);
        Schedule elsewhere = nightly();
        elsewhere.target = u"8.8.8.8"_qs;
        QCOMPARE(office.set(elsewhere).error().code, ErrorCode::Forbidden);
        Schedule unknown = nightly();
        unknown.id = u"r-none"_qs;
        QCOMPARE(office.set(unknown).error().code, ErrorCode::NotFound);
        QVERIFY(office.all().isEmpty());
    }

    void aRemovedOneIsGone()
    {
        Office office;
        const QString id = office.set(nightly())->as<Schedule>()->id;
        core::Command command;
        command.params = RemoveSchedule{id};
        QVERIFY(support::awaited(office.schedules->remove(command)));
        QCOMPARE(support::awaited(office.schedules->remove(command)).error().code, ErrorCode::NotFound);
        office.restart();
        QVERIFY(office.all().isEmpty());
    }
};

QTEST_GUILESS_MAIN(SchedulesTest)
#include "schedulestest.moc"
