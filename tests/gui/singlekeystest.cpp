// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/singlekeys.h"

#include "alertpages/bookkeeper.h"
#include "alerts/alertspage.h"
#include "gui/pictures.h"
#include "gui/stage.h"
#include "kit/chart.h"
#include "settings/settingspage.h"
#include "settings/windowpanel.h"
#include "shell/sheets.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QLabel>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeWidget>

/// Keys that act without Ctrl or Alt, and how they are switched off.
class SingleKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { kit::setSingleKeysAct(true); }

    void theyAreLettersDigitsAndSigns_data()
    {
        QTest::addColumn<QKeySequence>("keys");
        QTest::addColumn<bool>("isSingle");
        const auto row = [](const char *keys, bool isSingle) {
            QTest::newRow(keys) << QKeySequence(QLatin1String(keys)) << isSingle;
        };
        row("A", true);
        row("Shift+A", true);
        row("0", true);
        row("+", true);
        row("/", true);
        row("Ctrl+A", false);
        row("Alt+A", false);
        row("Ctrl+Shift+A", false);
        row("Del", false);
        row("F5", false);
        row("Space", false);
        row("Return", false);
        row("G, A", false);
        QTest::newRow("none") << QKeySequence() << false;
    }
    void theyAreLettersDigitsAndSigns()
    {
        QFETCH(QKeySequence, keys);
        QTEST(kit::isSingleKey(keys), "isSingle");
    }

    void rowsObeyAtOnce()
    {
        open();
        auto *page = m_window->findChild<alerts::AlertsPage *>();
        m_window->showPage(QStringLiteral("alerts"));
        QTRY_COMPARE(page->table().rowCount(), 2);
        QTableView *view = nullptr;
        for (QTableView *one : page->findChildren<QTableView *>()) {
            if (one->isVisible())
                view = one;
        }
        QVERIFY(view && QTest::qWaitForWindowActive(m_window));
        view->setFocus();
        view->setCurrentIndex(view->model()->index(0, 0));
        QAction *acknowledge = m_window->actions().find(QStringLiteral("alerts.acknowledge"));
        const QKeySequence letter(Qt::Key_A);
        QCOMPARE(acknowledge->shortcut(), letter);
        choose(false);
        QVERIFY(acknowledge->shortcut().isEmpty());
        QTest::keyClick(view, Qt::Key_A);
        QTest::keyClick(view, Qt::Key_J);
        QCOMPARE(m_stage->link.asked(QStringLiteral("alerts.acknowledge")), 0);
        QCOMPARE(view->currentIndex().row(), 0);
        choose(true);
        QCOMPARE(acknowledge->shortcut(), letter);
        QTest::keyClick(view, Qt::Key_J);
        QCOMPARE(view->currentIndex().row(), 1);
        QTest::keyClick(view, Qt::Key_A);
        QTRY_COMPARE(m_stage->link.asked(QStringLiteral("alerts.acknowledge")), 1);
    }

    void chartsObeyToo()
    {
        kit::Chart chart(QStringLiteral("Load"));
        QKeyEvent key(QEvent::KeyPress, Qt::Key_T, Qt::NoModifier, QStringLiteral("t"));
        kit::setSingleKeysAct(false);
        QCoreApplication::sendEvent(&chart, &key);
        QVERIFY(!chart.isTableShown());
        kit::setSingleKeysAct(true);
        QCoreApplication::sendEvent(&chart, &key);
        QVERIFY(chart.isTableShown());
    }

    void tipsAndTheSheetNameOnlyKeysThatAct()
    {
        open();
        QAction *lock = m_window->actions().find(QStringLiteral("map.lock"));
        QAction *search = m_window->actions().find(QStringLiteral("map.find"));
        const QString tip = lock->toolTip();
        QVERIFY(tip.endsWith(QStringLiteral(" (L)")));
        QVERIFY(keysIn(true).contains(QStringLiteral("L")) && keysIn(true).contains(QStringLiteral("[ ]")));
        choose(false);
        QVERIFY(!lock->toolTip().contains(QLatin1Char('(')));
        QCOMPARE(search->shortcuts(), QList<QKeySequence>{QKeySequence::Find});
        const QStringList left = keysIn(false);
        QVERIFY(!left.contains(QStringLiteral("L")) && !left.contains(QStringLiteral("[ ]")));
        QVERIFY(left.contains(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
        choose(true);
        QCOMPARE(lock->toolTip(), tip);
        QCOMPARE(search->shortcuts().first(), QKeySequence(Qt::Key_Slash));
    }

    void whatWasChosenIsKept()
    {
        open();
        choose(false);
        QVERIFY(!shell::Preferences::load(m_stage->options.settingsFile).singleKeys);
        shell::MainWindow next(m_stage->link, m_stage->options);
        QVERIFY(next.actions().find(QStringLiteral("alerts.acknowledge"))->shortcut().isEmpty());
        QVERIFY(!next.findChild<settings::WindowPanel *>()->findChild<QCheckBox *>()->isChecked());
        QVERIFY(shell::Preferences().singleKeys);
    }

    void pictures_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::newRow("light") << QStringLiteral("light");
        QTest::newRow("dark") << QStringLiteral("dark");
    }
    void pictures()
    {
        QFETCH(QString, theme);
        open();
        m_stage->trigger(QByteArray("theme." + theme.toLatin1()).constData());
        m_window->showPage(QStringLiteral("settings"));
        QVERIFY(m_window->findChild<settings::SettingsPage *>()->showTab(QStringLiteral("window")));
        Pictures::keep(m_window->grabPage(QStringLiteral("settings"), {1366, 768}),
                       QStringLiteral("settingswindow_") + theme);
    }

private:
    void open()
    {
        m_stage = std::make_unique<Stage>();
        m_town = std::make_unique<Town>(4);
        m_stage->takeNetworkOf(*m_town);
        m_book = std::make_unique<Bookkeeper>(m_stage->link, m_stage->clock.now());
        m_book->add(QStringLiteral("Disk full"), 9);
        m_book->add(QStringLiteral("Fan slow"), 5);
        m_stage->options.settingsFile = m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()));
        m_window = &m_stage->open();
    }
    void choose(bool act)
    {
        m_window->findChild<settings::WindowPanel *>()->findChild<QCheckBox *>()->setChecked(act);
    }
    /// The keys the sheet of the window names.
    [[nodiscard]] QStringList keysIn(bool act) const
    {
        const shell::ShortcutSheet sheet(m_window->actions());
        const auto *list = sheet.findChild<QTreeWidget *>();
        QStringList keys;
        for (int row = 0; row < list->topLevelItemCount(); ++row)
            keys << list->topLevelItem(row)->text(2);
        const auto labels = sheet.findChildren<QLabel *>();
        const bool tells = std::any_of(labels.begin(), labels.end(), [act](const QLabel *label) {
            return label->text().contains(act ? QStringLiteral("can be switched off")
                                              : QStringLiteral("are switched off"));
        });
        return tells ? keys : QStringList();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Town> m_town;
    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<Bookkeeper> m_book;
    shell::MainWindow *m_window = nullptr;
};

QTEST_MAIN(SingleKeysTest)
#include "singlekeystest.moc"
