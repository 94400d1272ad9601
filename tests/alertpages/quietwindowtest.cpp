// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertpages/bookkeeper.h"
#include "alerts/alertspage.h"
#include "catalog/alerts.h"
#include "catalog/network.h"
#include "catalog/topology.h"
#include "client/telling.h"
#include "devices/devicespage.h"
#include "gui/fakedesktop.h"
#include "gui/stage.h"
#include "kit/format.h"
#include "overview/awaycard.h"
#include "overview/learningcard.h"
#include "settings/settingspage.h"
#include "shell/statusstrip.h"
#include "shell/stripitem.h"
#include "shell/tray.h"
#include "support/findbutton.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using shell::Tray;

/// When the window tells nothing, what it tells who was away, and what stands in the tray.
class QuietWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<Stage>();
        m_town = std::make_unique<Town>(10);
        m_stage->takeNetworkOf(*m_town);
        m_book = std::make_unique<Bookkeeper>(m_stage->link, m_stage->clock.now());
        m_desktop = std::make_unique<FakeDesktop>();
        m_messages = std::make_unique<FakeDesktop>();
        m_stage->options.desktop = m_desktop.get();
        m_stage->options.messages = m_messages.get();
        m_stage->options.isTrayThere = [] { return false; };
    }
    void cleanup()
    {
        m_stage.reset();
        m_book.reset();
        m_town.reset();
    }

    void aSnoozeIsShownAndEnded()
    {
        open();
        shell::StripItem *quiet = quietItem();
        QVERIFY(!quiet->isVisible());
        QVERIFY(!action("quiet.off")->isEnabled());
        action("quiet.60")->trigger();
        QVERIFY(quiet->isVisible());
        QVERIFY2(quiet->accessibleName().contains(QLatin1String("Quiet until")),
                 qPrintable(quiet->accessibleName()));
        m_stage->window->hide(); // nobody looks
        raise("eth0 is down", 7);
        m_stage->clock.advance(1s);
        QVERIFY(m_desktop->shown.isEmpty());
        raise("core-sw-01 is down", 9); // breaks through
        m_stage->clock.advance(1s);
        QCOMPARE(m_desktop->shown.size(), 1);
        m_stage->window->show();
        quiet->click();
        QVERIFY(!quiet->isVisible());
        m_stage->window->hide();
        raise("eth1 is down", 7);
        m_stage->clock.advance(10s);
        QCOMPARE(m_desktop->shown.size(), 2);
        m_stage->window->show();
        action("quiet.30")->trigger();
        QVERIFY(quiet->isVisible());
        m_stage->clock.advance(31min);
        QVERIFY(!quiet->isVisible());
    }

    void factsAreToldOutsideWhereTheyAreWanted()
    {
        open();
        m_stage->window->hide();
        m_stage->link.say(alerts::SystemAlert{QStringLiteral("Power goes"), QStringLiteral("Save."),
                                              alerts::Urgency::Critical, std::nullopt, QStringLiteral("dana"),
                                              m_stage->clock.now()},
                          m_stage->clock.now());
        m_stage->clock.advance(1s);
        QCOMPARE(m_messages->shown.size(), 1);
        QCOMPARE(m_messages->shown[0].title, QStringLiteral("Power goes"));
        network::DeviceDiscovered found;
        found.device.id = QStringLiteral("d-1");
        found.device.label = QStringLiteral("printer");
        m_stage->link.say(found, m_stage->clock.now());
        m_stage->clock.advance(10s);
        QCOMPARE(m_messages->shown.size(), 1); // nobody wants to hear of them
        tick(client::Matter::NewDevice, client::Way::PopUp);
        for (int i = 0; i < 254; ++i)
            m_stage->link.say(found, m_stage->clock.now());
        m_stage->clock.advance(10s);
        QCOMPARE(m_messages->shown.size(), 2);
        QVERIFY(m_messages->shown[1].title.startsWith(QLatin1String("254")));
        m_stage->window->show();
        Q_EMIT m_messages->opened();
        QCOMPARE(m_stage->window->page(), QStringLiteral("devices"));
        QCOMPARE(filterOf<devices::DevicesPage>(), QStringLiteral("is:new"));
    }

    void theTrayAppearsLater()
    {
        bool isThere = false;
        m_stage->options.isTrayThere = [&isThere] { return isThere; };
        open();
        QVERIFY(!tray().isShown());
        isThere = true;
        m_stage->clock.advance(20s);
        QVERIFY(tray().isShown());
        tray().press(QSystemTrayIcon::Trigger);
        QVERIFY(!m_stage->window->isVisible());
        isThere = false;
        m_stage->clock.advance(20s);
        QVERIFY(!tray().isShown());
        QVERIFY(m_stage->window->isVisible()); // nothing else would bring it back
    }

    void theTrayShowsTheWorst()
    {
        open();
        QVERIFY(!tray().face().worst);
        raise("Meh", 5);
        QVERIFY(!tray().face().worst); // has no badge
        raise("eth0 is down", 7);
        for (int i = 0; i < 8; ++i)
            raise("core-sw-01 & <b>co</b> is down", 9);
        QTRY_COMPARE(tray().face().count, 9);
        QCOMPARE(int(*tray().face().worst), int(kit::Status::Critical));
        QVERIFY2(tray().face().words.contains(QLatin1String("10 open (8 critical)")),
                 qPrintable(tray().face().words));
        const QMenu *worst = tray().menu().actions().at(1)->menu();
        QCOMPARE(worst->actions().size(), 7); // five, a line, and all of them
        QCOMPARE(worst->actions().at(0)->text(), QStringLiteral("Critical: core-sw-01 && <b>co</b> is down"));
        worst->actions().at(0)->trigger();
        QCOMPARE(m_stage->window->page(), QStringLiteral("alerts"));
        QVERIFY(!page<alerts::AlertsPage>().isListShown());
        const QImage few = Tray::iconOf({kit::Status::High, 3, {}}).pixmap(32, 32).toImage();
        QVERIFY(few != Tray::iconOf({kit::Status::High, 4, {}}).pixmap(32, 32).toImage());
        QVERIFY(few != Tray::iconOf({kit::Status::Critical, 3, {}}).pixmap(32, 32).toImage());
        QCOMPARE(Tray::iconOf({kit::Status::High, 12, {}}).pixmap(32, 32).toImage(),
                 Tray::iconOf({kit::Status::High, 120, {}}).pixmap(32, 32).toImage());
    }

    void theTrayLeadsToTheWindow()
    {
        open();
        const QSignalSpy ended(qApp, &QGuiApplication::lastWindowClosed);
        QVERIFY(m_stage->window->isVisible());
        tray().press(QSystemTrayIcon::Trigger);
        QVERIFY(!m_stage->window->isVisible());
        QCoreApplication::processEvents();
        QCOMPARE(ended.size(), 0); // it is hidden, not over
        tray().press(QSystemTrayIcon::Trigger);
        QVERIFY(m_stage->window->isVisible());
        tray().press(QSystemTrayIcon::Trigger);
        tray().press(QSystemTrayIcon::MiddleClick);
        QVERIFY(m_stage->window->isVisible());
        QCOMPARE(m_stage->window->page(), QStringLiteral("alerts"));
        for (const char *id : {"file.copyaddress", "file.quit"})
            QVERIFY(tray().menu().actions().contains(action(id)));
    }

    void theTrayTellsWhereTheDesktopDoesNot()
    {
        m_stage->options.desktop = nullptr;
        m_stage->options.messages = nullptr;
        bool isThere = true;
        m_stage->options.isTrayThere = [&isThere] { return isThere; };
        open();
        m_stage->window->hide();
        raise("core-sw-01 is down", 9);
        m_stage->clock.advance(1s);
        tray().pressPopUp();
        QVERIFY(m_stage->window->isVisible());
        QCOMPARE(m_stage->window->page(), QStringLiteral("alerts"));
        QVERIFY(!page<alerts::AlertsPage>().isListShown());
        // It is pressed once.
        m_stage->window->showPage(QStringLiteral("overview"));
        tray().pressPopUp();
        QCOMPARE(m_stage->window->page(), QStringLiteral("overview"));
        // What comes later is what a press is about.
        m_stage->window->hide();
        m_stage->clock.advance(10s);
        tick(client::Matter::NewDevice, client::Way::PopUp);
        network::DeviceDiscovered found;
        found.device.label = QStringLiteral("printer");
        m_stage->link.say(found, m_stage->clock.now());
        m_stage->clock.advance(10s);
        tray().pressPopUp();
        QCOMPARE(m_stage->window->page(), QStringLiteral("devices"));
        isThere = false;
        m_stage->clock.advance(20s);
        QVERIFY(!tray().say({QStringLiteral("Nobody sees this"), {}}, [] {}));
    }

    void whoWasIdleIsToldWhatHappened()
    {
        answerPast();
        open();
        auto *card = m_stage->window->findChild<overview::AwayCard *>();
        QVERIFY(!card->isVisible());
        QTest::keyClick(m_stage->window.get(), Qt::Key_Shift);
        m_stage->clock.advance(29min);
        QTest::keyClick(m_stage->window.get(), Qt::Key_Shift);
        QVERIFY(!card->from());
        m_book->now = m_stage->clock.now().addSecs(60);
        m_book->add(QStringLiteral("gw-01 is down"), 9, 0);
        alerts::Alert &over = m_book->add(QStringLiteral("eth0 is down"), 7, 0);
        over.state = alerts::AlertState::Resolved;
        over.resolvedAt = m_book->now.addSecs(300);
        m_stage->clock.advance(43min);
        m_stage->tick();
        QTest::keyClick(m_stage->window.get(), Qt::Key_Shift);
        QTRY_VERIFY(card->isVisible());
        QVERIFY(
            says(*card, QStringLiteral("Since you were away (%1)").arg(kit::format::duration(43 * 60'000))));
        const QStringList lines = linesOf(*card);
        QCOMPARE(lines,
                 (QStringList{QStringLiteral("1 device(s) back up"), QStringLiteral("2 alert(s) raised"),
                              QStringLiteral("1 alert(s) resolved")}));
        support::findButton(*card, QStringLiteral("back up"))->click();
        QCOMPARE(m_stage->window->page(), QStringLiteral("devices"));
        QVERIFY(filterOf<devices::DevicesPage>().startsWith(QLatin1String("state:up since<=4")));
        support::findButton(*card, QStringLiteral("resolved"))->click();
        QCOMPARE(m_stage->window->page(), QStringLiteral("alerts"));
        action("go.overview")->trigger();
        support::findButton(*card, QStringLiteral("Got it"))->click();
        QVERIFY(!card->isVisible() && !card->from());
    }

    void nothingHappenedAndNothingIsSaid()
    {
        open();
        auto *card = m_stage->window->findChild<overview::AwayCard *>();
        m_stage->clock.advance(40min);
        const int asked = m_stage->link.asked(QStringLiteral("alerts.list"));
        QTest::keyClick(m_stage->window.get(), Qt::Key_Shift);
        QTRY_COMPARE(m_stage->link.asked(QStringLiteral("alerts.list")), asked + 2);
        QTRY_VERIFY(!card->from());
        QVERIFY(!card->isVisible());
    }

    void theFirstWeekIsSaidOnce()
    {
        QTemporaryDir folder;
        m_stage->options.settingsFile = folder.filePath(QStringLiteral("window.conf"));
        open();
        auto *card = m_stage->window->findChild<overview::LearningCard *>();
        QVERIFY(card->isVisible());
        QVERIFY(says(*card, QStringLiteral("Only critical alerts pop up until 27 November.")));
        m_stage->window->hide();
        raise("eth0 is down", 7);
        m_stage->clock.advance(1s);
        QVERIFY(m_desktop->shown.isEmpty());
        raise("core-sw-01 is down", 9);
        m_stage->clock.advance(1s);
        QCOMPARE(m_desktop->shown.size(), 1);
        m_stage->window->show();
        support::findButton(*card, QStringLiteral("Got it"))->click();
        QVERIFY(!card->isVisible());
        m_stage->window.reset();
        m_stage->link.become(client::Link::State::Connecting);
        open();
        card = m_stage->window->findChild<overview::LearningCard *>();
        QVERIFY(!card->isVisible());
        support::findButton(*card, QStringLiteral("Tell me all now"))->click();
        m_stage->window->hide();
        raise("eth1 is down", 7);
        m_stage->clock.advance(10s);
        QCOMPARE(m_desktop->shown.size(), 2);
    }

    void whoClosedTheWindowIsToldToo()
    {
        QTemporaryDir folder;
        m_stage->options.stateFile = folder.filePath(QStringLiteral("window.ini"));
        open();
        m_stage->window.reset();
        m_stage->link.become(client::Link::State::Connecting);
        m_stage->clock.advance(45min);
        m_book->now = m_stage->clock.now().addSecs(-60);
        m_book->add(QStringLiteral("gw-01 is down"), 9, 0);
        open();
        auto *card = m_stage->window->findChild<overview::AwayCard *>();
        QTRY_VERIFY(card->isVisible());
        QCOMPARE(linesOf(*card), QStringList{QStringLiteral("1 alert(s) raised")});
    }

private:
    void open()
    {
        m_stage->open({1366, 768});
        QTRY_VERIFY(m_stage->link.asked(QStringLiteral("alerts.list")) > 0);
        QCoreApplication::processEvents();
    }
    /// A device that is up now was down then, and all others were as they are.
    void answerPast()
    {
        m_stage->link.answers.insert(QStringLiteral("network.devices.states"), [this](const QJsonObject &) {
            network::PastStates::Reply reply;
            bool isFirst = true;
            for (const network::Entry &device : std::as_const(m_town->known)) {
                const auto word = core::Words<network::State>::list.at(size_t(device.state));
                const bool wasDown = device.state == network::State::Up && std::exchange(isFirst, false);
                reply.states.insert(device.id, wasDown ? QStringLiteral("down") : QString::fromLatin1(word));
            }
            return core::Reply(core::toJson(reply).toObject());
        });
    }
    void raise(const char *title, int severity)
    {
        m_book->tell({m_book->add(QString::fromUtf8(title), severity, 0).id});
        QCoreApplication::processEvents();
    }
    /// Ticks, or unticks, a box of the settings.
    void tick(client::Matter matter, client::Way way)
    {
        for (QTableView *table : page<settings::SettingsPage>().findChildren<QTableView *>()) {
            if (table->accessibleName().startsWith(QLatin1String("How each kind"))) {
                table->setCurrentIndex(table->model()->index(int(matter), 1 + int(way)));
                QTest::keyClick(table, Qt::Key_Space);
            }
        }
    }
    Tray &tray() { return *m_stage->window->findChild<Tray *>(); }
    [[nodiscard]] QAction *action(const char *id) const
    {
        return m_stage->window->actions().find(QLatin1String(id));
    }
    template <class Page>
    Page &page()
    {
        return *m_stage->window->findChild<Page *>();
    }
    template <class Page>
    QString filterOf()
    {
        for (const QLineEdit *edit : page<Page>().template findChildren<QLineEdit *>()) {
            if (edit->accessibleName().startsWith(QLatin1String("Filter")))
                return edit->text();
        }
        return {};
    }
    shell::StripItem *quietItem()
    {
        for (auto *one : m_stage->window->findChildren<shell::StripItem *>()) {
            if (one->accessibleName().startsWith(QLatin1String("Pop-ups")))
                return one;
        }
        return nullptr;
    }
    static QStringList linesOf(const overview::AwayCard &card)
    {
        QStringList lines;
        for (const QPushButton *button : card.findChildren<QPushButton *>()) {
            if (button->isVisible() && !button->text().contains(QLatin1String("Got it").mid(1)))
                lines << button->text();
        }
        return lines;
    }
    static bool says(const QWidget &widget, const QString &text)
    {
        const QList<QLabel *> labels = widget.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->text().contains(text); });
    }

    std::unique_ptr<FakeDesktop> m_desktop;
    std::unique_ptr<FakeDesktop> m_messages;
    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<Town> m_town;
    std::unique_ptr<Bookkeeper> m_book;
};

QTEST_MAIN(QuietWindowTest)
#include "quietwindowtest.moc"
