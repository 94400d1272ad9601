// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertpages/bookkeeper.h"
#include "alerts/alertcrier.h"
#include "alerts/alertdeeds.h"
#include "alerts/alertspage.h"
#include "alerts/attentioncard.h"
#include "alerts/attentionrow.h"
#include "gui/fakedesktop.h"
#include "gui/stage.h"
#include "kit/toast.h"
#include "shell/statusstrip.h"
#include "shell/stripitem.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using alerts::AlertState;

/// What the whole window says of alerts, and how one comes to them.
class AlertWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<Stage>();
        m_town = std::make_unique<Town>(10);
        m_stage->takeNetworkOf(*m_town);
        m_book = std::make_unique<Bookkeeper>(m_stage->link, m_stage->clock.now());
    }
    void cleanup()
    {
        m_stage.reset();
        m_book.reset();
        m_town.reset();
    }

    void ctrlFiveAndTheMenu()
    {
        open();
        QCOMPARE(action("go.alerts")->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_5));
        QCOMPARE(action("go.scans")->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_8));
        action("go.alerts")->trigger();
        QCOMPARE(m_window->page(), QStringLiteral("alerts"));
        QVERIFY(action("alerts.acknowledge"));
        QVERIFY(!action("alerts.acknowledge")->isEnabled()); // nothing is chosen
        action("go.overview")->trigger();
        action("alerts.silences")->trigger();
        QCOMPARE(m_window->page(), QStringLiteral("alerts"));
        QVERIFY(!page().isListShown());
    }

    void criticalOnesAreTold()
    {
        open();
        auto *crier = m_window->findChild<alerts::AlertCrier *>();
        QVERIFY(!crier->isVisible());
        m_book->add(QStringLiteral("core-sw-01 is <b>down</b>"), 9, 0);
        m_book->add(QStringLiteral("gw-01 is down"), 10, 0);
        m_book->tell({QStringLiteral("A-1"), QStringLiteral("A-2")});
        QTRY_VERIFY(crier->isVisible());
        QVERIFY(crier->text().contains(QLatin1String("gw-01")));
        // Somebody looks after it: the next one is told of; and then it is over.
        m_book->find(QStringLiteral("A-2"))->state = AlertState::Acknowledged;
        m_book->tell({QStringLiteral("A-2")});
        QTRY_VERIFY(crier->text().contains(QLatin1String("core-sw-01")));
        for (QPushButton *button : crier->findChildren<QPushButton *>())
            button->click();
        QTRY_COMPARE(m_window->page(), QStringLiteral("alerts"));
        QVERIFY(!page().isListShown());
        m_book->find(QStringLiteral("A-1"))->state = AlertState::Resolved;
        m_book->tell({QStringLiteral("A-1")});
        QTRY_VERIFY(!crier->isVisible());
    }

    void highOnesAreToldTogetherAndTakenBack()
    {
        open();
        QStringList ids;
        for (int i = 0; i < 7; ++i)
            ids << m_book->add(QStringLiteral("eth%1 is down").arg(i), 7, 0).id;
        m_book->tell(ids);
        QTRY_COMPARE(toasts().size(), 1);
        QVERIFY(toasts().first()->text().contains(QLatin1String("7")));
        for (const QString &id : std::as_const(ids))
            m_book->find(id)->state = AlertState::Acknowledged;
        m_book->tell(ids);
        QTRY_VERIFY(toasts().isEmpty());
        // Silenced and folded ones, and those of medium severity, are listed only.
        alerts::Alert &silenced = m_book->add(QStringLiteral("Quiet"), 8, 0);
        silenced.silencedBy = QStringLiteral("S-1");
        m_book->add(QStringLiteral("Meh"), 5, 0);
        m_book->tell({m_book->known[7].id, m_book->known[8].id});
        // One that is told behind them is told alone.
        m_book->tell({m_book->add(QStringLiteral("Loud"), 7, 0).id});
        QTRY_COMPARE_WITH_TIMEOUT(toasts().size(), 1, 20'000); // one word in five seconds
        QVERIFY(toasts().first()->text().contains(QLatin1String("Loud")));
    }

    void theFirstPageShowsTheWorst()
    {
        m_book->storm(40);
        m_book->find(QStringLiteral("A-6"))->silencedBy = QStringLiteral("S-1");
        open();
        auto *card = m_window->findChild<alerts::AttentionCard *>();
        QTRY_COMPARE(card->shown().size(), 6);
        for (const QString &id : card->shown())
            QCOMPARE(m_book->find(id)->severity, 9);
        QVERIFY(!card->shown().contains(QStringLiteral("A-6")));
        auto *row = card->findChild<alerts::AttentionRow *>();
        const QString first = row->id();
        QVERIFY(row->accessibleName().contains(QLatin1String("Critical")));
        QTest::keyClick(row, Qt::Key_A);
        QTRY_VERIFY(page().deeds().canUndo());
        QCOMPARE(int(m_book->find(first)->state), int(AlertState::Acknowledged));
        QCOMPARE(toasts().size(), 1); // over whatever page is shown
        QTest::keyClick(row, Qt::Key_Return);
        QCOMPARE(m_window->page(), QStringLiteral("alerts"));
        QVERIFY(!page().isListShown());
        action("go.back")->trigger();
        QCOMPARE(m_window->page(), QStringLiteral("overview"));
        for (alerts::Alert &alert : m_book->known) {
            alert.state = AlertState::Resolved;
            alert.resolvedAt = m_book->now;
        }
        QStringList ids;
        for (const alerts::Alert &alert : std::as_const(m_book->known))
            ids << alert.id;
        m_book->tell(ids);
        QTRY_VERIFY(says(*card, QStringLiteral("Last problem")));
        QVERIFY(card->shown().isEmpty());
    }

    void theStripCounts()
    {
        m_book->storm(10);
        open();
        auto *strip = m_window->findChild<shell::StatusStrip *>();
        QTRY_VERIFY(item(*strip, QStringLiteral("High alerts"))->isVisible());
        item(*strip, QStringLiteral("High alerts"))->click();
        QCOMPARE(m_window->page(), QStringLiteral("alerts"));
        QCOMPARE(page().table().rowCount(), 4);
        QVERIFY(!item(*strip, QStringLiteral("Silenced alerts"))->isVisible());
    }

    void popUpsAreSeldomAndTakenBack()
    {
        FakeDesktop desktop;
        m_stage->options.desktop = &desktop;
        open();
        const auto raise = [this](const char *title, int severity) {
            const QString id = m_book->add(QString::fromUtf8(title), severity, 0).id;
            m_book->tell({id});
            return id;
        };
        raise("Only medium", 5);
        const QString first = raise("core-sw-01 is <b>down</b>\u202e", 9);
        m_stage->clock.advance(std::chrono::seconds(1));
        QCOMPARE(desktop.shown.size(), 1);
        QVERIFY(desktop.shown[0].isUrgent);
        QVERIFY(desktop.shown[0].title.endsWith(QLatin1String("core-sw-01 is <b>down</b>")));
        // What comes at once after it is told together, and later.
        raise("gw-01 is down", 10);
        raise("gw-02 is down", 9);
        m_stage->clock.advance(std::chrono::seconds(2));
        QCOMPARE(desktop.shown.size(), 1);
        m_stage->clock.advance(std::chrono::seconds(4));
        QCOMPARE(desktop.shown.size(), 2);
        QVERIFY(desktop.shown[1].title.contains(QLatin1Char('3')));
        QVERIFY(desktop.shown[1].body.startsWith(QLatin1String("gw-01")));
        Q_EMIT desktop.acknowledged();
        QTRY_COMPARE(int(m_book->find(first)->state), int(AlertState::Acknowledged));
        QTRY_COMPARE(desktop.withdrawn, 1);
        // Six in ten minutes, and then what there is in one.
        for (int i = 0; i < 20; ++i) {
            raise("More", 9);
            m_stage->clock.advance(std::chrono::seconds(6));
        }
        QCOMPARE(desktop.shown.size(), 6);
        m_stage->clock.advance(std::chrono::minutes(10));
        QCOMPARE(desktop.shown.size(), 7);
        QVERIFY(desktop.shown[6].title.contains(QLatin1String("20")));
        Q_EMIT desktop.opened();
        QCOMPARE(m_window->page(), QStringLiteral("alerts"));
        m_window = nullptr;
        m_stage.reset(); // the window goes before its desktop
        QCOMPARE(desktop.withdrawn, 2);
    }

    void anAlertIsInspected()
    {
        m_book->storm(3);
        open();
        action("view.inspector")->trigger();
        action("go.alerts")->trigger();
        QTRY_COMPARE(page().table().rowCount(), 3);
        page().choose({QStringLiteral("A-2")});
        QTRY_VERIFY(says(*m_window, QStringLiteral("Alert A-2")));
    }

private:
    void open()
    {
        m_window = &m_stage->open({1366, 768});
        QTRY_VERIFY(m_window->actions().find(QStringLiteral("go.alerts")));
        QTRY_VERIFY(m_stage->link.asked(QStringLiteral("alerts.list")) > 0);
        QCoreApplication::processEvents();
    }
    alerts::AlertsPage &page() { return *m_window->findChild<alerts::AlertsPage *>(); }
    [[nodiscard]] QAction *action(const char *id) const
    {
        return m_window->actions().find(QLatin1String(id));
    }
    QList<kit::Toast *> toasts()
    {
        QList<kit::Toast *> all = m_window->findChildren<kit::Toast *>();
        all.removeIf([](const kit::Toast *toast) { return !toast->isVisible(); });
        return all;
    }
    static bool says(const QWidget &widget, const QString &text)
    {
        const QList<QLabel *> labels = widget.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    }
    static shell::StripItem *item(const QWidget &strip, const QString &name)
    {
        for (shell::StripItem *one : strip.findChildren<shell::StripItem *>()) {
            if (one->accessibleName().startsWith(name))
                return one;
        }
        return nullptr;
    }

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<Town> m_town;
    std::unique_ptr<Bookkeeper> m_book;
    shell::MainWindow *m_window = nullptr;
};

QTEST_MAIN(AlertWindowTest)
#include "alertwindowtest.moc"
