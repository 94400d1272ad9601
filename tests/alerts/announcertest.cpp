// SPDX-License-Identifier: GPL-3.0-or-later
#include "office.h"

#include <QTest>

using namespace alerts;
using alerttest::Office;
using namespace std::chrono_literals;

namespace {
/// What is told of maintenance, as "planned 13:00–14:00 Patches".
struct Ears
{
    Office office; // Friday, 12:00Z
    QStringList said;
    QStringList departments;

    Ears() { listen(); }
    void listen()
    {
        QObject::connect(
            &office.silences->announcer(), &Announcer::announced, office.silences.get(),
            [this](const Occurrence &told, MaintenanceState state) {
                said << QStringLiteral("%1 %2–%3 %4")
                            .arg(QLatin1String(core::Words<MaintenanceState>::list.at(size_t(state))),
                                 told.begin.toUTC().toString(u"hh:mm"_qs),
                                 told.end.toUTC().toString(u"hh:mm"_qs), told.displayName);
                departments = told.departments;
            });
    }
    void restart()
    {
        office.settle();
        office.restart();
        listen();
        office.settle();
    }
    void pass(std::chrono::seconds time) { office.pass(time, 60s); }
    QStringList heard() { return std::exchange(said, {}); }

    static SetWindow window(const QString &hour, const QString &repetition = {})
    {
        SetWindow out;
        out.displayName = u"Patches"_qs;
        out.matchers = u"site=north"_qs;
        out.start = QDateTime::fromString(u"2026-11-20T%1:00Z"_qs.arg(hour), Qt::ISODate);
        out.duration = 3600;
        out.timeZone = u"UTC"_qs;
        out.repetition = repetition;
        return out;
    }
    core::Reply set(const SetWindow &window, const QStringList &limits = {})
    {
        return office.ask(&Silences::setWindow, window, limits);
    }
};

QStringList list(const QString &one) { return {one}; }
} // namespace

/// What people are told of maintenance, and when.
class AnnouncerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsToldAheadAndAtBothEnds_data()
    {
        QTest::addColumn<bool>("isRestarted");
        QTest::newRow("in one go") << false;
        QTest::newRow("over restarts") << true;
    }

    void itIsToldAheadAndAtBothEnds()
    {
        QFETCH(bool, isRestarted);
        Ears ears;
        QVERIFY(ears.set(Ears::window(u"13:00"_qs)));
        const auto next = [&](std::chrono::minutes time) {
            ears.pass(time);
            if (isRestarted)
                ears.restart();
            return ears.heard();
        };
        QCOMPARE(next(44min), QStringList());
        QCOMPARE(next(1min), list(u"planned 13:00–14:00 Patches"_qs));
        QCOMPARE(next(14min), QStringList());
        QCOMPARE(next(1min), list(u"running 13:00–14:00 Patches"_qs));
        QCOMPARE(next(59min), QStringList());
        QCOMPARE(next(1min), list(u"over 13:00–14:00 Patches"_qs));
        QCOMPARE(next(30min), QStringList());
    }

    void whatBeginsSoonIsToldAtOnce()
    {
        Ears ears;
        QVERIFY(ears.set(Ears::window(u"12:10"_qs)));
        QCOMPARE(ears.heard(), list(u"planned 12:10–13:10 Patches"_qs));
        QVERIFY(ears.set(Ears::window(u"11:30"_qs)));
        QCOMPARE(ears.heard(), list(u"running 11:30–12:30 Patches"_qs));
        ears.pass(10min);
        QCOMPARE(ears.heard(), list(u"running 12:10–13:10 Patches"_qs));
    }

    void whatWasToldAndIsNotSoIsToldAgain()
    {
        Ears ears;
        SetWindow window = Ears::window(u"12:10"_qs);
        QVERIFY(ears.set(window));
        ears.heard();
        window.id = u"M-1"_qs;
        QVERIFY(ears.set(window));
        QCOMPARE(ears.heard(), QStringList());
        window.duration = 7200;
        window.displayName = u"More patches"_qs;
        QVERIFY(ears.set(window));
        QCOMPARE(ears.heard(), list(u"planned 12:10–14:10 More patches"_qs));
        // Put off, they hear of it now and once more when it comes.
        window.start = window.start.addSecs(3600);
        QVERIFY(ears.set(window));
        QCOMPARE(ears.heard(), list(u"planned 13:10–15:10 More patches"_qs));
        ears.restart();
        ears.pass(54min);
        QCOMPARE(ears.heard(), QStringList());
        ears.pass(1min);
        QCOMPARE(ears.heard(), list(u"planned 13:10–15:10 More patches"_qs));
        window.isEnabled = false;
        QVERIFY(ears.set(window));
        QCOMPARE(ears.heard(), list(u"cancelled 13:10–15:10 More patches"_qs));
        ears.restart();
        ears.pass(20min);
        QCOMPARE(ears.heard(), QStringList());
        window.isEnabled = true;
        QVERIFY(ears.set(window));
        QCOMPARE(ears.heard(), list(u"running 13:10–15:10 More patches"_qs));
        QVERIFY(ears.office.ask(&Silences::removeWindow, RemoveWindow{u"M-1"_qs}));
        QCOMPARE(ears.heard(), list(u"cancelled 13:10–15:10 More patches"_qs));
        ears.restart();
        ears.pass(3h);
        QCOMPARE(ears.heard(), QStringList());
    }

    // Of what nobody heard, nobody hears that it is off.
    void whatWasNotToldIsNotTakenBack()
    {
        Ears ears;
        QVERIFY(ears.set(Ears::window(u"14:00"_qs)));
        QVERIFY(ears.office.ask(&Silences::removeWindow, RemoveWindow{u"M-1"_qs}));
        QCOMPARE(ears.heard(), QStringList());
    }

    void eachOccurrenceIsTold()
    {
        Ears ears;
        QVERIFY(ears.set(Ears::window(u"12:10"_qs, u"FREQ=DAILY;COUNT=3"_qs)));
        const QStringList day{u"planned 12:10–13:10 Patches"_qs, u"running 12:10–13:10 Patches"_qs,
                              u"over 12:10–13:10 Patches"_qs};
        for (int i = 0; i < 3; ++i) {
            ears.pass(90min);
            QCOMPARE(ears.heard(), day);
            ears.office.bench.clock.advance(22h + 30min);
            ears.restart();
        }
        ears.pass(90min);
        QCOMPARE(ears.heard(), QStringList());
    }

    void theClockIsSet()
    {
        Ears ears;
        support::FakeClock &clock = ears.office.bench.clock;
        const auto jump = [&](std::chrono::seconds by) {
            clock.jump(by);
            ears.office.pass(2s);
            return ears.heard();
        };
        QVERIFY(ears.set(Ears::window(u"13:00"_qs, u"FREQ=WEEKLY"_qs)));
        // A little back is no new beginning, and no new end.
        ears.pass(60min);
        ears.heard();
        QCOMPARE(jump(-5s), QStringList());
        ears.pass(60min);
        ears.office.pass(4s);
        QCOMPARE(ears.heard(), list(u"over 13:00–14:00 Patches"_qs));
        QCOMPARE(jump(-5s), QStringList());
        ears.restart();
        QCOMPARE(ears.heard(), QStringList());
        // It is again what they were told was over.
        QCOMPARE(jump(-30min), list(u"running 13:00–14:00 Patches"_qs));
        QCOMPARE(jump(-45min), list(u"planned 13:00–14:00 Patches"_qs));
        QCOMPARE(jump(20min), list(u"running 13:00–14:00 Patches"_qs));
        // Passed over, it ends once.
        QCOMPARE(jump(24h), list(u"over 13:00–14:00 Patches"_qs));
        // A year ahead and back again: the next week's comes as it would have.
        QCOMPARE(jump(24h * 364), QStringList());
        QCOMPARE(jump(-24h * 364), QStringList());
        QCOMPARE(jump(24h * 6 - 10min), list(u"planned 13:00–14:00 Patches"_qs));
    }

    void whoseViewIsLimitedSetsItForTheirs()
    {
        Ears ears;
        QVERIFY(ears.set(Ears::window(u"12:10"_qs), {u"design"_qs}));
        QCOMPARE(ears.departments, QStringList{u"design"_qs});
    }

    // On a full disk people are told all the same; of what they were told, nothing is left behind a restart.
    void whatCannotBeKeptIsTold()
    {
        Ears ears;
        QVERIFY(ears.set(Ears::window(u"12:16"_qs)));
        ears.office.records->isFailing = true;
        ears.office.bench.clock.advance(1min);
        QTRY_COMPARE(ears.said, list(u"planned 12:16–13:16 Patches"_qs));
        ears.office.records->isFailing = false;
        ears.office.settle();
        QCOMPARE(ears.heard().size(), 1);
    }
};

QTEST_GUILESS_MAIN(AnnouncerTest)
#include "announcertest.moc"
