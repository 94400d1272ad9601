// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/herald.h"

#include "gui/fakedesktop.h"
#include "shell/standin.h"
#include "support/fakeclock.h"
#include "support/scriptedlink.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using client::Matter;
using client::Way;

/// What is no alert, told where somebody wants it.
class HeraldTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void toldOverThePageAndOutside()
    {
        Street street;
        QSignalSpy window(&street.herald, &shell::Herald::windowWanted);
        int opened = 0;
        street.herald.tell(
            {Matter::Direct, QStringLiteral("dana\u202e"), QStringLiteral("<b>Hello</b>"), {}, [&opened] {
                 ++opened;
             }});
        QCOMPARE(street.toasts.count(), 1);
        QCOMPARE(street.notices.unread(), 1);
        street.clock.advance(1s);
        QCOMPARE(street.desktop.shown.size(), 1);
        QCOMPARE(street.desktop.shown[0].title, QStringLiteral("dana"));
        QCOMPARE(street.desktop.shown[0].body, QStringLiteral("<b>Hello</b>"));
        QVERIFY(!street.desktop.shown[0].isUrgent && street.desktop.shown[0].sound.isEmpty());
        Q_EMIT street.desktop.opened();
        QCOMPARE(opened, 1);
        QCOMPARE(window.size(), 1);
    }

    void whoLooksAtTheWindowIsNotCalled()
    {
        Street street;
        street.isLookedAt = true;
        street.herald.tell({Matter::Mention, QStringLiteral("dana"), {}, {}, [] {}});
        street.clock.advance(1s);
        QVERIFY(street.desktop.shown.isEmpty());
        QCOMPARE(street.toasts.count(), 1);
        street.herald.tell({Matter::Urgent, QStringLiteral("Power goes"), {}, {}, [] {}, true});
        street.clock.advance(1s);
        QCOMPARE(street.desktop.shown.size(), 1); // what is critical breaks through
        QVERIFY(street.desktop.shown[0].isUrgent);
        QCOMPARE(street.notices.unread(), 1); // the other is under the bell already
    }

    void quietHoldsThemAndLosesNone()
    {
        Street street;
        street.manners.snoozeFor(30min);
        street.herald.tell({Matter::Mention, QStringLiteral("dana"), {}, {}, [] {}});
        street.clock.advance(1s);
        QVERIFY(street.desktop.shown.isEmpty());
        QCOMPARE(street.notices.unread(), 1);
        // What waits for its turn is held, too, when peace is wanted meanwhile.
        street.manners.endQuiet();
        street.herald.tell({Matter::Mention, QStringLiteral("omar"), {}, {}, [] {}});
        street.manners.snoozeFor(30min);
        street.clock.advance(1s);
        QVERIFY(street.desktop.shown.isEmpty());
    }

    void manyAreToldTogether()
    {
        Street street;
        QSignalSpy centre(&street.herald, &shell::Herald::centreWanted);
        for (int i = 0; i < 5; ++i)
            street.herald.tell({Matter::Mention, QStringLiteral("dana %1").arg(i), {}, {}, [] {}});
        street.clock.advance(1s);
        QCOMPARE(street.desktop.shown.size(), 1);
        QVERIFY(street.desktop.shown[0].title.startsWith(u'5'));
        QCOMPARE(street.desktop.shown[0].body.count(u'\n'), 3);
        Q_EMIT street.desktop.opened();
        QCOMPARE(centre.size(), 1);
        // Six in ten minutes, whatever they are about.
        for (int i = 0; i < 20; ++i) {
            street.herald.tell({Matter::Mention, QStringLiteral("More"), {}, {}, [] {}});
            street.clock.advance(6s);
        }
        QCOMPARE(street.desktop.shown.size(), 6);
    }

    void mutedKindsAreToldNowhere()
    {
        Street street;
        client::Telling telling;
        telling.mute(Matter::Mention);
        street.manners.setTelling(telling);
        street.herald.tell({Matter::Mention, QStringLiteral("dana"), {}, {}, [] {}});
        street.clock.advance(1s);
        QVERIFY(street.desktop.shown.isEmpty());
        QCOMPARE(street.toasts.count(), 0);
        QCOMPARE(street.notices.unread(), 0);
    }

    void whatTheDesktopDoesNotShowStandsBesideTheIcon()
    {
        FakeDesktop desktop;
        QStringList beside;
        std::function<void()> press;
        bool hasIcon = true;
        const shell::StandIn::Beside say = [&](const shell::PopUp &popUp,
                                               const std::function<void()> &pressed) {
            if (hasIcon) {
                beside << popUp.title;
                press = pressed;
            }
            return hasIcon;
        };
        auto standIn = std::make_unique<shell::StandIn>(&desktop, say);
        QSignalSpy opened(standIn.get(), &shell::Desktop::opened);
        QSignalSpy unseen(standIn.get(), &shell::Desktop::unseen);
        standIn->show({QStringLiteral("one"), {}});
        QVERIFY(desktop.shown.size() == 1 && beside.isEmpty());
        Q_EMIT desktop.opened();
        QCOMPARE(opened.size(), 1);
        Q_EMIT desktop.unseen(desktop.shown.last());
        QCOMPARE(beside, QStringList(QStringLiteral("one")));
        press();
        QCOMPARE(opened.size(), 2);
        QVERIFY(unseen.isEmpty());
        hasIcon = false;
        Q_EMIT desktop.unseen(desktop.shown.last());
        QCOMPARE(unseen.size(), 1);
        hasIcon = true;
        standIn = std::make_unique<shell::StandIn>(nullptr, say);
        standIn->show({QStringLiteral("two"), {}});
        QCOMPARE(beside.last(), QStringLiteral("two"));
        QVERIFY(!standIn->isHeard());
        standIn.reset();
        press(); // nobody is there to be told
    }

    void soundsAreNamedOrBeeped()
    {
        Street street;
        client::Telling telling;
        telling.set(Matter::Direct, Way::Sound, true);
        telling.set(Matter::ScanDone, Way::PopUp, false);
        telling.set(Matter::ScanDone, Way::Sound, true);
        street.manners.setTelling(telling);
        street.herald.tell({Matter::Direct, QStringLiteral("dana"), {}, {}, [] {}});
        street.clock.advance(10s);
        QCOMPARE(street.desktop.shown.last().sound, QStringLiteral("message-new-instant"));
        QCOMPARE(street.beeps, 0); // the desktop plays it
        street.desktop.hasSound = false;
        street.herald.tell({Matter::Direct, QStringLiteral("dana"), {}, {}, [] {}});
        street.clock.advance(10s);
        QCOMPARE(street.beeps, 1);
        // A kind that is only heard; twenty of them are heard once.
        for (int i = 0; i < 20; ++i)
            street.herald.tell({Matter::ScanDone, QStringLiteral("Scan"), {}, {}, [] {}});
        QCOMPARE(street.beeps, 2);
        street.clock.advance(10s);
        street.manners.snoozeFor(30min);
        street.herald.tell({Matter::ScanDone, QStringLiteral("Scan"), {}, {}, [] {}});
        QCOMPARE(street.beeps, 2);
    }

private:
    struct Street
    {
        support::FakeClock clock;
        support::ScriptedLink link;
        client::Mirror mirror{link, clock};
        client::Notices notices{mirror};
        client::Manners manners{clock, {}};
        QWidget page;
        kit::ToastArea toasts{&page};
        bool isLookedAt = false;
        int beeps = 0;
        FakeDesktop desktop;
        shell::Outside outside{manners, clock, [this] { return isLookedAt; }, [this] { ++beeps; }};
        shell::Herald herald{manners, notices, toasts, outside, &desktop, clock};
    };
};

QTEST_MAIN(HeraldTest)
#include "heraldtest.moc"
