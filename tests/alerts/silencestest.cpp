// SPDX-License-Identifier: GPL-3.0-or-later
#include "office.h"

#include <QTest>

using namespace alerts;
using alerttest::Office;
using core::ErrorCode;
using namespace std::chrono_literals;

namespace {
SetSilence silence(const Office &office, std::chrono::seconds time,
                   const QString &matchers = u"site=north"_qs)
{
    return {{}, matchers, office.bench.clock.now().addSecs(time.count()), u"We know"_qs};
}

SetWindow window(const QString &start, const QString &repetition = {})
{
    SetWindow out;
    out.displayName = u"Patches"_qs;
    out.matchers = u"site=north"_qs;
    out.start = QDateTime::fromString(start, Qt::ISODate);
    out.duration = 3600;
    out.timeZone = u"Europe/Berlin"_qs;
    out.repetition = repetition;
    return out;
}
} // namespace

/// Alerts of which nobody is told for a time, which are shown and counted all the same.
class SilencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void silencedAlertsAreShownAndCounted()
    {
        Office office;
        QVERIFY(office.take({Office::down(u"a"_qs)}));
        const auto set = office.ask(&Silences::set, silence(office, 20min));
        QVERIFY(set);
        QCOMPARE(set->as<Silence>()->id, u"S-1"_qs);
        QCOMPARE(set->as<Silence>()->by, u"dana"_qs);
        QCOMPARE(set->as<Silence>()->alerts, 1);
        Condition other = Office::down(u"b"_qs);
        other.labels.clear();
        QVERIFY(office.take({Office::down(u"c"_qs), other}));
        const auto page = office.list();
        QCOMPARE(page.count, 3);
        QCOMPARE(page.counts.silenced, 2);
        QCOMPARE(page.counts.open, 1);
        QCOMPARE(office.alert(u"A-1"_qs).silencedBy, u"S-1"_qs);
        QCOMPARE(office.alert(u"A-1"_qs).silencedUntil, office.bench.clock.now().addSecs(1200));
        ListAlerts asked;
        asked.isSilenced = false;
        QCOMPARE(office.list(asked).count, 1);
        office.pass(11s);
        QCOMPARE(office.channel.said(), QStringList{u"A-3 raised"_qs});
        office.restart();
        QCOMPARE(office.list().counts.silenced, 2);
        // Behind it, what is still so is told.
        office.pass(26min, 5s);
        QCOMPARE(office.list().counts.silenced, 0);
        QVERIFY2(office.channel.said().contains(u"A-1 raised, A-2 raised"_qs) ||
                     office.channel.said().join(u' ').contains(u"A-1 raised"_qs),
                 qPrintable(office.channel.said().join(u'|')));
        QCOMPARE(office.channel.said().filter(u"A-1 raised"_qs).size(), 1);
    }

    void itsEndIsTold()
    {
        Office office;
        QVERIFY(office.take({Office::down(u"a"_qs)}));
        QVERIFY(office.ask(&Silences::set, silence(office, 2h)));
        office.pass(100min, 30s);
        QVERIFY(office.channel.taken.isEmpty());
        office.pass(10min, 30s);
        QCOMPARE(office.channel.taken.size(), 1);
        QCOMPARE(office.channel.taken.first().silenceId, u"S-1"_qs);
        QCOMPARE(office.channel.taken.first().count, 1);
        QVERIFY(office.channel.taken.first().text.contains(u"We know"_qs));
        office.restart();
        office.pass(3min, 10s);
        QCOMPARE(office.channel.taken.size(), 1);
        QCOMPARE(office.alert(u"A-1"_qs).level, 0);
    }

    // Nobody could have looked after what nobody was told of.
    void whatWasSilencedIsNotEscalatedAtOnce()
    {
        Office office;
        QVERIFY(office.take({Office::down(u"a"_qs)}));
        QVERIFY(office.ask(&Silences::set, silence(office, 20min)));
        office.pass(21min, 10s);
        QCOMPARE(office.alert(u"A-1"_qs).silencedBy, QString());
        office.restart();
        office.pass(5min, 10s);
        QCOMPARE(office.alert(u"A-1"_qs).level, 0);
        office.pass(10min, 10s);
        QCOMPARE(office.alert(u"A-1"_qs).level, 1);
    }

    void silencesAreChangedAndEnd()
    {
        Office office;
        QVERIFY(office.take({Office::down(u"a"_qs)}));
        QVERIFY(office.ask(&Silences::set, silence(office, 1h)));
        SetSilence longer = silence(office, 3h);
        longer.id = u"S-1"_qs;
        QVERIFY(office.ask(&Silences::set, longer));
        QCOMPARE(office.alert(u"A-1"_qs).silencedUntil, longer.until);
        QVERIFY(office.ask(&Silences::remove, RemoveSilence{u"S-1"_qs}));
        QCOMPARE(office.alert(u"A-1"_qs).silencedBy, QString());
        QCOMPARE(office.ask(&Silences::list, ListSilences{})->as<ListSilences::Reply>()->silences.size(), 0);
        QCOMPARE(office.ask(&Silences::list, ListSilences{true})->as<ListSilences::Reply>()->silences.size(),
                 1);
        office.restart();
        QCOMPARE(office.ask(&Silences::list, ListSilences{true})->as<ListSilences::Reply>()->silences.size(),
                 1);
        QCOMPARE(office.list().counts.silenced, 0);
    }

    // Whoever may see one department only silences nothing of another.
    void whoseViewIsLimitedSilencesWhatTheySee()
    {
        Office office;
        const QStringList design{u"design"_qs};
        Condition ours = Office::down(u"a"_qs);
        ours.labels.insert(u"department"_qs, u"design"_qs);
        QVERIFY(office.take({ours, Office::down(u"b"_qs)}));
        const auto set = office.ask(&Silences::set, silence(office, 1h), design);
        QVERIFY(set);
        QCOMPARE(set->as<Silence>()->departments, design);
        QCOMPARE(set->as<Silence>()->alerts, 1);
        const auto window = office.ask(&Silences::setWindow, ::window(u"2026-11-20T12:00:00Z"_qs), design);
        QVERIFY(window);
        QCOMPARE(window->as<MaintenanceWindow>()->departments, design);
        for (int i = 0; i < 2; ++i) {
            QVERIFY(!office.alert(u"A-1"_qs).silencedBy.isEmpty());
            QCOMPARE(office.alert(u"A-2"_qs).silencedBy, QString());
            office.restart();
        }
        // Who sees everything may change it; it reaches no further by that.
        SetSilence longer = silence(office, 3h);
        longer.id = u"S-1"_qs;
        QVERIFY(office.ask(&Silences::set, longer));
        QCOMPARE(office.alert(u"A-1"_qs).silencedBy, u"S-1"_qs);
        QCOMPARE(office.alert(u"A-2"_qs).silencedBy, QString());
        QVERIFY(office.ask(&Silences::remove, RemoveSilence{u"S-1"_qs}, design));
        QVERIFY(office.ask(&Silences::removeWindow, RemoveWindow{u"M-1"_qs}, design));
        QCOMPARE(office.list().counts.silenced, 0);
    }

    void whoseViewIsLimitedEndsNothingThatReachesFurther()
    {
        Office office;
        const QStringList design{u"design"_qs};
        const QStringList sales{u"sales"_qs};
        Condition ours = Office::down(u"a"_qs);
        ours.labels.insert(u"department"_qs, u"design"_qs);
        QVERIFY(office.take({ours, Office::down(u"b"_qs)}));
        QVERIFY(office.ask(&Silences::set, silence(office, 1h)));
        QVERIFY(office.ask(&Silences::set, silence(office, 1h), sales));
        QVERIFY(office.ask(&Silences::setWindow, window(u"2026-11-20T12:00:00Z"_qs)));
        QVERIFY(office.ask(&Silences::setWindow, window(u"2026-11-20T12:00:00Z"_qs), sales));
        const auto silences =
            office.ask(&Silences::list, ListSilences{}, design)->as<ListSilences::Reply>()->silences;
        QCOMPARE(silences.size(), 1);
        QCOMPARE(silences.first().id, u"S-1"_qs);
        QCOMPARE(silences.first().alerts, 1);
        QCOMPARE(office.ask(&Silences::listWindows, ListWindows{}, design)
                     ->as<ListWindows::Reply>()
                     ->windows.size(),
                 1);
        SetSilence other = silence(office, 2h);
        SetWindow moved = window(u"2026-11-20T13:00:00Z"_qs);
        for (const auto &[number, code] :
             {std::pair(u"1"_qs, ErrorCode::Forbidden), std::pair(u"2"_qs, ErrorCode::NotFound)}) {
            other.id = u"S-"_qs + number;
            moved.id = u"M-"_qs + number;
            QCOMPARE(office.ask(&Silences::set, other, design).error().code, code);
            QCOMPARE(office.ask(&Silences::remove, RemoveSilence{other.id}, design).error().code, code);
            QCOMPARE(office.ask(&Silences::setWindow, moved, design).error().code, code);
            QCOMPARE(office.ask(&Silences::removeWindow, RemoveWindow{moved.id}, design).error().code, code);
        }
        QVERIFY(!office.alert(u"A-2"_qs).silencedBy.isEmpty());
    }

    void whatCannotBeIsSaid()
    {
        Office office;
        QCOMPARE(office.ask(&Silences::set, silence(office, -1s)).error().code, ErrorCode::Invalid);
        QCOMPARE(office.ask(&Silences::set, silence(office, 1h, u"site~x"_qs)).error().code,
                 ErrorCode::Invalid);
        SetSilence why = silence(office, 1h);
        why.reason = u" "_qs;
        QCOMPARE(office.ask(&Silences::set, why).error().code, ErrorCode::Invalid);
        why = silence(office, 1h);
        why.id = u"S-9"_qs;
        QCOMPARE(office.ask(&Silences::set, why).error().code, ErrorCode::NotFound);
        QCOMPARE(office.ask(&Silences::remove, RemoveSilence{u"S-9"_qs}).error().code, ErrorCode::NotFound);
        QCOMPARE(office.ask(&Silences::setWindow, window(u"2026-11-20T13:00:00Z"_qs, u"FREQ=YEARLY"_qs))
                     .error()
                     .code,
                 ErrorCode::Invalid);
        QCOMPARE(
            office.ask(&Silences::setWindow, window(u"2026-11-20T13:00:00Z"_qs, u"FREQ=WEEKLY;BYDAY=SA"_qs))
                .error()
                .code,
            ErrorCode::Invalid);
        office.records->isFailing = true;
        QCOMPARE(
            support::awaited(office.silences->set(Office::by(u"dana"_qs, silence(office, 1h)))).error().code,
            ErrorCode::Unavailable);
        office.records->isFailing = false;
        QCOMPARE(office.ask(&Silences::list, ListSilences{true})->as<ListSilences::Reply>()->silences.size(),
                 0);
    }

    void aWindowComesAgain()
    {
        Office office; // Friday, 12:00Z
        QVERIFY(office.take({Office::down(u"a"_qs)}));
        const auto set =
            office.ask(&Silences::setWindow, window(u"2026-11-20T13:00:00Z"_qs, u"FREQ=DAILY"_qs));
        QVERIFY(set);
        QCOMPARE(set->as<MaintenanceWindow>()->id, u"M-1"_qs);
        QVERIFY(!set->as<MaintenanceWindow>()->isActive);
        QCOMPARE(office.list().counts.silenced, 0);
        office.pass(61min, 60s);
        QCOMPARE(office.alert(u"A-1"_qs).silencedBy, u"M-1"_qs);
        QVERIFY(office.ask(&Silences::listWindows, ListWindows{})
                    ->as<ListWindows::Reply>()
                    ->windows.first()
                    .isActive);
        QCOMPARE(office.ask(&Silences::listWindows, ListWindows{})
                     ->as<ListWindows::Reply>()
                     ->windows.first()
                     .alerts,
                 1);
        office.restart();
        QCOMPARE(office.alert(u"A-1"_qs).silencedBy, u"M-1"_qs);
        office.pass(60min, 60s);
        QCOMPARE(office.alert(u"A-1"_qs).silencedBy, QString());
        office.bench.clock.advance(23h);
        office.settle();
        office.pass(2s);
        QCOMPARE(office.alert(u"A-1"_qs).silencedBy, u"M-1"_qs);
        QVERIFY(office.ask(&Silences::removeWindow, RemoveWindow{u"M-1"_qs}));
        QCOMPARE(office.alert(u"A-1"_qs).silencedBy, QString());
        QCOMPARE(office.ask(&Silences::removeWindow, RemoveWindow{u"M-1"_qs}).error().code,
                 ErrorCode::NotFound);
    }

    void whenMaintenanceIs()
    {
        Office office; // Friday, 12:00Z
        const QDateTime now = office.bench.clock.now();
        SetWindow other = window(u"2026-11-20T15:00:00Z"_qs);
        other.matchers = u"site=south"_qs;
        SetWindow off = window(u"2026-11-20T16:00:00Z"_qs);
        off.isEnabled = false;
        QVERIFY(office.ask(&Silences::setWindow, window(u"2026-11-20T13:00:00Z"_qs, u"FREQ=DAILY"_qs)));
        QVERIFY(office.ask(&Silences::setWindow, other, {u"sales"_qs}));
        QVERIFY(office.ask(&Silences::setWindow, off));
        const auto times = [&](const ListWindowTimes &asked, const QStringList &departments = {}) {
            const core::Reply reply = office.ask(&Silences::listWindowTimes, asked, departments);
            QStringList out;
            const auto read = reply->as<ListWindowTimes::Reply>();
            for (const WindowTime &time : read->times)
                out << time.id + time.begin.toString(u" dd.hh:mm"_qs);
            return out;
        };
        const ListWindowTimes all{now, now.addDays(2), {}};
        QCOMPARE(times(all), (QStringList{u"M-1 20.13:00"_qs, u"M-2 20.15:00"_qs, u"M-1 21.13:00"_qs}));
        // Others do not see what is of one department, nor what cannot be about it.
        QCOMPARE(times(all, {u"design"_qs}), (QStringList{u"M-1 20.13:00"_qs, u"M-1 21.13:00"_qs}));
        QCOMPARE(times({now, now.addDays(1), u"core"_qs}), QStringList{u"M-1 20.13:00"_qs});
        QCOMPARE(times({now, now.addDays(1), u"elsewhere"_qs}), QStringList());
        const auto refused = [&](const QDateTime &to) {
            return office.ask(&Silences::listWindowTimes, ListWindowTimes{now, to, {}}).error().code;
        };
        QCOMPARE(refused(now), ErrorCode::Invalid);
        QCOMPARE(refused(now.addDays(ListWindowTimes::mostDays).addSecs(1)), ErrorCode::Invalid);
        // More than are said at once.
        for (int i = 0; i < 5; ++i)
            QVERIFY(office.ask(&Silences::setWindow, window(u"2026-11-20T13:00:00Z"_qs, u"FREQ=DAILY"_qs)));
        const auto reply = office
                               .ask(&Silences::listWindowTimes,
                                    ListWindowTimes{now, now.addDays(ListWindowTimes::mostDays), {}})
                               ->as<ListWindowTimes::Reply>();
        QCOMPARE(reply->times.size(), ListWindowTimes::most);
        QVERIFY(!reply->isWhole);
    }

    void aCalendarIsImportedAgain()
    {
        Office office;
        const QString calendar = u"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:one@x\r\nSUMMARY:Patches\r\n"
                                 "DTSTART:20261120T110000Z\r\nDURATION:PT3H\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n"
                                 "UID:two@x\r\nSUMMARY:Odd\r\nDTSTART:20261120T110000Z\r\nEND:VEVENT\r\n"
                                 "END:VCALENDAR\r\n"_qs;
        QVERIFY(office.take({Office::down(u"a"_qs)}));
        for (int i = 0; i < 2; ++i) {
            const auto reply =
                office.ask(&Silences::importWindows, ImportWindows{calendar, u"site=north"_qs});
            QVERIFY(reply);
            const auto import = reply->as<ImportWindows::Reply>();
            QCOMPARE(import->windows.size(), 1);
            QCOMPARE(import->windows.first().id, u"M-1"_qs);
            QVERIFY(import->windows.first().isActive);
            QCOMPARE(import->remarks.size(), 1);
        }
        QCOMPARE(office.alert(u"A-1"_qs).silencedBy, u"M-1"_qs);
        office.restart();
        QCOMPARE(office.ask(&Silences::listWindows, ListWindows{})->as<ListWindows::Reply>()->windows.size(),
                 1);
    }
};

QTEST_GUILESS_MAIN(SilencesTest)
#include "silencestest.moc"
