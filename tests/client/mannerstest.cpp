// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/manners.h"

#include "support/fakeclock.h"

#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>

using namespace std::chrono_literals;
using client::Manners;
using client::Matter;
using client::QuietHours;
using client::Telling;
using client::Way;

namespace {
QDateTime at(const char *text) { return QDateTime::fromString(QLatin1String(text), Qt::ISODate); }
} // namespace

class MannersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "Europe/Berlin");
        tzset();
    }

    void defaultsAreThoseOfTheDesign()
    {
        const Telling normal;
        QVERIFY(normal.tells(Matter::Critical, Way::PopUp) && normal.tells(Matter::High, Way::Badge));
        QVERIFY(normal.isMuted(Matter::Medium) && normal.isMuted(Matter::NewDevice));
        QVERIFY(normal.tells(Matter::Mention, Way::PopUp) && normal.tells(Matter::ScanDone, Way::Toast));
        QVERIFY(normal.tells(Matter::Urgent, Way::PopUp) && !normal.tells(Matter::Announcement, Way::PopUp));
        const Telling quiet(Telling::Preset::Quiet);
        const Telling all(Telling::Preset::Everything);
        for (int matter = 0; matter < client::matterCount; ++matter) {
            QVERIFY(!client::titleOf(Matter(matter)).isEmpty());
            QVERIFY(!normal.tells(Matter(matter), Way::Sound) && !quiet.tells(Matter(matter), Way::Sound));
            for (int way = 0; way < client::wayCount; ++way) {
                QCOMPARE(all.tells(Matter(matter), Way(way)), Telling::isPossible(Matter(matter), Way(way)));
                QVERIFY(normal.tells(Matter(matter), Way(way)) || !quiet.tells(Matter(matter), Way(way)));
            }
        }
        Telling none;
        none.set(Matter::ScanDone, Way::Badge, true); // there is nothing that would last
        QVERIFY(!none.tells(Matter::ScanDone, Way::Badge));
    }

    void hoursLastOverMidnightAndOverTheChangeOfClocks()
    {
        QuietHours hours;
        hours.setDay(1, {true, {22, 0}, {7, 0}});
        hours.setDay(6, {true, {1, 0}, {4, 0}});
        // 23 November 2026 is a Monday.
        QVERIFY(!hours.endAt(at("2026-11-23T21:59:00")));
        QCOMPARE(hours.endAt(at("2026-11-23T22:00:00")), at("2026-11-24T07:00:00"));
        QCOMPARE(hours.endAt(at("2026-11-24T06:59:59")), at("2026-11-24T07:00:00"));
        QVERIFY(!hours.endAt(at("2026-11-24T07:00:00")));
        QVERIFY(!hours.endAt(at("2026-11-24T23:00:00")));
        hours.setDay(7, {true, {1, 0}, {4, 0}});
        // On 28 March 2027, a Sunday, there is no half past two.
        QCOMPARE(hours.endAt(at("2027-03-28T01:30:00"))->toUTC(), at("2027-03-28T02:00:00Z"));
        QCOMPARE(QuietHours::ofWords(hours.words()), hours);
    }

    void snoozeEndsByItselfAndSurvivesARestart()
    {
        support::FakeClock clock(at("2026-11-23T12:00:00Z"));
        const QString file = m_folder.filePath(QStringLiteral("snooze.conf"));
        {
            Manners manners(clock, file);
            manners.endLearning();
            QSignalSpy told(&manners, &Manners::quietChanged);
            manners.snoozeFor(30min);
            QCOMPARE(told.size(), 1);
            QCOMPARE(manners.quietUntil(), at("2026-11-23T12:30:00Z"));
            QVERIFY(!manners.tells(Matter::High, Way::PopUp));
            QVERIFY(manners.tells(Matter::High, Way::Toast) && manners.tells(Matter::High, Way::Badge));
            QVERIFY(manners.tells(Matter::Critical, Way::PopUp)); // it breaks through
            manners.setBrokenByCritical(false);
            QVERIFY(!manners.tells(Matter::Critical, Way::PopUp));
        }
        clock.advance(20min);
        Manners manners(clock, file);
        QVERIFY(manners.quietUntil().has_value());
        QVERIFY(!manners.isBrokenByCritical());
        QSignalSpy told(&manners, &Manners::quietChanged);
        clock.advance(11min);
        QCOMPARE(told.size(), 1);
        QVERIFY(!manners.quietUntil() && manners.tells(Matter::High, Way::PopUp));
        manners.snoozeOvernight();
        QCOMPARE(manners.quietUntil(), at("2026-11-24T07:00:00Z")); // eight in Berlin
        manners.endQuiet();
        QVERIFY(!manners.quietUntil());
        QCOMPARE(told.size(), 3);
    }

    void quietHoursAreEndedOnceOnly()
    {
        support::FakeClock clock(at("2026-11-23T20:30:00Z"));
        Manners manners(clock, {});
        QuietHours hours;
        for (int day = 1; day <= 7; ++day)
            hours.setDay(day, {true, {22, 0}, {7, 0}});
        manners.setHours(hours);
        QVERIFY(!manners.quietUntil());
        QSignalSpy told(&manners, &Manners::quietChanged);
        clock.advance(31min);
        QCOMPARE(told.size(), 1);
        QCOMPARE(manners.quietUntil(), at("2026-11-24T06:00:00Z"));
        // A snooze that ends within the hours lasts as long as they do.
        manners.snoozeFor(1h);
        QCOMPARE(manners.quietUntil(), at("2026-11-24T06:00:00Z"));
        manners.endQuiet();
        QVERIFY(!manners.quietUntil());
        clock.advance(24h);
        QVERIFY(manners.quietUntil().has_value());
    }

    void keepsWhatSomebodyWants()
    {
        support::FakeClock clock;
        const QString file = m_folder.filePath(QStringLiteral("deep/kept.conf"));
        Telling telling;
        telling.mute(Matter::ScanDone);
        telling.set(Matter::Low, Way::Sound, true);
        QuietHours hours;
        hours.setDay(3, {true, {12, 0}, {13, 15}});
        {
            Manners manners(clock, file);
            QSignalSpy changed(&manners, &Manners::changed);
            manners.setTelling(telling);
            manners.setTelling(telling);
            QCOMPARE(changed.size(), 1);
            manners.setHours(hours);
        }
        Manners manners(clock, file);
        QVERIFY(manners.telling() == telling);
        QVERIFY(manners.hours() == hours);
    }

    void foreignWordsAreTheDefault()
    {
        support::FakeClock clock;
        const QString file = m_folder.filePath(QStringLiteral("foreign.conf"));
        {
            QSettings settings(file, QSettings::IniFormat);
            settings.setValue(QStringLiteral("notifications/critical"), QStringLiteral("telepathy toast"));
            settings.setValue(QStringLiteral("quiet/hours"), QStringLiteral("9 99:00-1;3 25:00-07:00;x"));
            settings.setValue(QStringLiteral("quiet/snoozed_until"), QStringLiteral("9999-01-01T00:00:00Z"));
        }
        Manners manners(clock, file);
        QVERIFY(manners.telling().tells(Matter::Critical, Way::Toast));
        QVERIFY(!manners.telling().tells(Matter::Critical, Way::PopUp));
        QVERIFY(manners.hours() == QuietHours());
        QVERIFY(!manners.quietUntil());
    }

    void inTheFirstWeekOnlyWhatIsCriticalPopsUp()
    {
        support::FakeClock clock;
        const QString file = m_folder.filePath(QStringLiteral("learning.conf"));
        {
            Manners manners(clock, file);
            QCOMPARE(manners.learningUntil(), clock.now().addDays(7));
            QVERIFY(!manners.tells(Matter::High, Way::PopUp) && manners.tells(Matter::Critical, Way::PopUp));
            QVERIFY(manners.tells(Matter::High, Way::Toast));
        }
        clock.advance(24h * 6);
        {
            Manners manners(clock, file);
            QVERIFY(manners.learningUntil().has_value());
            QSignalSpy changed(&manners, &Manners::changed);
            clock.advance(25h);
            QCOMPARE(changed.size(), 1);
            QVERIFY(manners.tells(Matter::High, Way::PopUp));
        }
        Manners manners(clock, file);
        QVERIFY(!manners.learningUntil());
        // A window that keeps nothing would begin to learn each time.
        QVERIFY(!Manners(clock, {}).learningUntil());
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(MannersTest)
#include "mannerstest.moc"
