// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertspage.h"

#include "alertpages/bookkeeper.h"
#include "alerts/acknowledgesheet.h"
#include "alerts/alertdeeds.h"
#include "alerts/alertpage.h"
#include "alerts/matcherlist.h"
#include "alerts/monthgrid.h"
#include "alerts/rowtools.h"
#include "alerts/silencesheet.h"
#include "alerts/silencespanel.h"
#include "alerts/storytable.h"
#include "alerts/windowsheet.h"
#include "alerts/windowspanel.h"
#include "kit/emptystate.h"
#include "kit/label.h"
#include "kit/segmented.h"
#include "kit/theme.h"
#include "kit/toast.h"
#include "map/town.h"

#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTimeZone>

using alerts::AlertColumn;
using alerts::AlertPart;
using alerts::AlertsPage;
using alerts::AlertState;

/// The list of alerts as somebody uses it who has only keys.
class AlertsPageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        kit::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), kit::ThemeKind::Light);
    }
    void init()
    {
        m_town = std::make_unique<Town>(20);
        m_book = std::make_unique<Bookkeeper>(m_town->link, m_town->clock.now());
    }
    void cleanup()
    {
        m_page.reset();
        m_silences.reset();
        m_alerts.reset();
        m_devices.reset();
        m_mirror.reset();
        m_book.reset();
        m_town.reset();
    }

    void worstComesFirst()
    {
        m_book->storm(10);
        open();
        QCOMPARE(table().rowCount(), 10);
        for (int row = 1; row < 10; ++row)
            QVERIFY(table().at(row - 1).severity >= table().at(row).severity);
        const QString spoken = table().index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY(spoken.startsWith(QLatin1String("Critical")));
        QVERIFY(spoken.contains(QLatin1String("Open")));
    }

    /// Only keys, and what a screen reader hears of the list.
    void triageOfAStormByKeys()
    {
        m_book->storm(200);
        open();
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&view());
        QVERIFY(list && list->tableInterface());
        QCOMPARE(list->tableInterface()->rowCount(), 200);
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_J);
        int acknowledged = 0;
        for (int i = 0; i < 200; ++i) {
            const QString spoken =
                list->tableInterface()->cellAt(view().currentIndex().row(), 0)->text(QAccessible::Name);
            const bool isBad =
                spoken.startsWith(QLatin1String("Critical")) || spoken.startsWith(QLatin1String("High"));
            acknowledged += isBad ? 1 : 0;
            QTest::keyClick(&view(), isBad ? Qt::Key_A : Qt::Key_R);
        }
        QTRY_COMPARE(m_alerts->counts().open, 0);
        QCOMPARE(m_alerts->counts().acknowledged, acknowledged);
        QCOMPARE(acknowledged, 120);
        // Nothing jumped meanwhile; asked for, all that is done is gone.
        QCOMPARE(table().rowCount(), 200);
        QTest::keyClick(&view(), Qt::Key_Home);
        QTRY_COMPARE(table().rowCount(), 0);
    }

    void manyAtOnceAndBack()
    {
        m_book->storm(1200);
        m_book->find(QStringLiteral("A-2"))->state = AlertState::Acknowledged;
        open();
        table().setPart(AlertPart::All);
        view().setFocus();
        QTest::keySequence(&view(), QKeySequence::SelectAll);
        QCOMPARE(action("alerts.acknowledge")->text(), AlertsPage::tr("&Acknowledge %n", nullptr, 1200));
        QTest::keyClick(&view(), Qt::Key_A);
        QTRY_COMPARE(m_alerts->counts().acknowledged, 1200);
        QCOMPARE(int(m_town->link.asked(QStringLiteral("alerts.acknowledge"))), 3); // 500 at once
        QTRY_VERIFY(toast());
        QVERIFY(toast()->text().contains(QLatin1String("1199")));
        QTest::keySequence(&view(), QKeySequence::Undo);
        QTRY_COMPARE(m_alerts->counts().open, 1199);
        // Who looked after one before still does.
        QCOMPARE(int(m_alerts->find(QStringLiteral("A-2"))->state), int(AlertState::Acknowledged));
        QVERIFY(!action("alerts.undo")->isEnabled());
    }

    void resolvedAndBack()
    {
        m_book->storm(3);
        m_book->find(QStringLiteral("A-1"))->state = AlertState::Acknowledged;
        m_book->find(QStringLiteral("A-1"))->acknowledgement =
            alerts::Acknowledgement{QStringLiteral("dana"), QStringLiteral("Mine."), m_book->now, {}};
        open();
        table().setPart(AlertPart::All);
        m_page->choose({QStringLiteral("A-1"), QStringLiteral("A-2")});
        QTest::keyClick(&view(), Qt::Key_R);
        QTRY_COMPARE(m_alerts->counts().open, 1);
        QTRY_VERIFY(toast());
        toast()->findChild<QPushButton *>()->click();
        QTRY_COMPARE(m_alerts->counts().acknowledged, 1);
        QCOMPARE(m_alerts->counts().open, 2);
        QCOMPARE(m_alerts->find(QStringLiteral("A-1"))->acknowledgement->note, QStringLiteral("Mine."));
    }

    void acknowledgedWithANote()
    {
        m_book->storm(3);
        open();
        m_page->choose({QStringLiteral("A-1")});
        QTest::keyClick(&view(), Qt::Key_A, Qt::ShiftModifier);
        auto *sheet = m_page->findChild<alerts::AcknowledgeSheet *>();
        QVERIFY(sheet);
        sheet->findChild<QLineEdit *>()->setText(QStringLiteral("On my way."));
        sheet->findChild<QComboBox *>()->setCurrentIndex(2);
        sheet->accept();
        QTRY_COMPARE(m_alerts->counts().acknowledged, 1);
        const auto &by = m_alerts->find(QStringLiteral("A-1"))->acknowledgement;
        QCOMPARE(by->note, QStringLiteral("On my way."));
        QCOMPARE(*by->until, m_book->now.addSecs(3600));
    }

    void silencedByItsLabels()
    {
        m_book->storm(6);
        open();
        m_page->choose({QStringLiteral("A-2")});
        QTest::keyClick(&view(), Qt::Key_S);
        auto *sheet = m_page->findChild<alerts::SilenceSheet *>();
        QVERIFY(sheet);
        auto *matchers = sheet->findChild<alerts::MatcherList *>();
        QCOMPARE(matchers->written(),
                 QStringLiteral("device=\"dev-2\", rule=\"device-down\", site=\"north\""));
        QTRY_COMPARE(matchers->countText(),
                     alerts::MatcherList::tr("Means %n alert(s) there are now.", nullptr, 1));
        // Without the device it means all of the site.
        matchers->setMatchers({matchers->matchers().last()});
        QTRY_COMPARE(matchers->countText(),
                     alerts::MatcherList::tr("Means %n alert(s) there are now.", nullptr, 3));
        sheet->accept();
        QTRY_COMPARE(m_alerts->counts().silenced, 3);
        QCOMPARE(m_alerts->counts().open, 3);
        QVERIFY(says(AlertsPage::tr("%n silenced: show", nullptr, 3)));
        QTRY_VERIFY(toast());
        toast()->findChild<QPushButton *>()->click();
        QTRY_COMPARE(m_alerts->counts().silenced, 0);
    }

    void whatTheServerRefusesIsSaid()
    {
        m_book->storm(2);
        m_book->refusal = QStringLiteral("A-1 has come back as A-9.");
        open();
        m_page->choose({QStringLiteral("A-1")});
        QTest::keyClick(&view(), Qt::Key_A);
        QTRY_VERIFY(says(m_book->refusal));
        QCOMPARE(m_alerts->counts().open, 2);
        QVERIFY(!toast());
    }

    /// What is typed and given by Return is the owner, too.
    void givenToSomebodyByKeys()
    {
        m_book->storm(2);
        open();
        m_page->choose({QStringLiteral("A-1")});
        QTest::keyClick(&view(), Qt::Key_O);
        auto *who = m_page->findChild<QDialog *>()->findChild<QComboBox *>();
        QTest::keyClicks(who->lineEdit(), QStringLiteral("omar"));
        QTest::keyClick(who->lineEdit(), Qt::Key_Return);
        QTRY_COMPARE(m_alerts->find(QStringLiteral("A-1"))->assignee, QStringLiteral("omar"));
    }

    void viewersMayLookOnly()
    {
        m_town->role = QStringLiteral("viewer");
        m_book->storm(2);
        open();
        m_page->choose({QStringLiteral("A-1")});
        QTRY_VERIFY(!action("alerts.acknowledge")->isEnabled());
        QVERIFY(action("alerts.acknowledge")->toolTip().contains(QLatin1String("operators")));
        QTest::keyClick(&view(), Qt::Key_A);
        QCOMPARE(int(m_town->link.asked(QStringLiteral("alerts.acknowledge"))), 0);
        QVERIFY(action("alerts.open")->isEnabled());
    }

    void nothingJumps()
    {
        m_book->storm(40);
        open();
        m_page->choose({QStringLiteral("A-5")});
        const int row = table().rowOf(QStringLiteral("A-5"));
        QStringList fresh;
        for (int i = 0; i < 12; ++i)
            fresh << m_book->add(QStringLiteral("New %1").arg(i), 10, 0).id;
        m_book->tell(fresh);
        QTRY_COMPARE(table().waiting(), 12);
        QCOMPARE(table().rowCount(), 40);
        QCOMPARE(table().rowOf(QStringLiteral("A-5")), row);
        QPushButton *bar = button(AlertsPage::tr("▲ %n new: show", nullptr, 12));
        QVERIFY(bar && bar->isVisible());
        QTest::keyClick(&view(), Qt::Key_Home);
        QTRY_COMPARE(table().rowCount(), 52);
        QCOMPARE(table().at(0).severity, 10);
        QVERIFY(!bar->isVisible());
        // While nobody points at anything, what is new comes by itself.
        view().clearSelection();
        m_book->add(QStringLiteral("Later"), 10, 0);
        m_book->tell({m_book->known.last().id});
        QTRY_COMPARE(table().rowCount(), 53);
    }

    void foldedOnesAreOpenedUp()
    {
        m_book->storm(10);
        for (const char *child : {"A-2", "A-3", "A-4"})
            m_book->fold(QLatin1String(child), QStringLiteral("A-1"));
        open();
        QCOMPARE(table().rowCount(), 7);
        m_page->choose({QStringLiteral("A-1")});
        const int row = table().rowOf(QStringLiteral("A-1"));
        QTest::keyClick(&view(), Qt::Key_Right);
        QCOMPARE(table().rowCount(), 10);
        QVERIFY(table().isChild(row + 1));
        QCOMPARE(table().at(row + 1).id, QStringLiteral("A-2"));
        QVERIFY(
            table().index(row, 0).data(Qt::AccessibleTextRole).toString().contains(QLatin1String("opened")));
        QTest::keyClick(&view(), Qt::Key_Down);
        QTest::keyClick(&view(), Qt::Key_Left);
        QCOMPARE(view().currentIndex().row(), row);
        QTest::keyClick(&view(), Qt::Key_Left);
        QCOMPARE(table().rowCount(), 7);
        // Who looks for a part finds it below what it is a part of.
        filter().setText(QStringLiteral("eth2"));
        QCOMPARE(table().rowCount(), 1);
        QCOMPARE(table().at(0).id, QStringLiteral("A-1"));
        filter().clear();
        m_page->choose({QStringLiteral("A-1")});
        QTest::keyClick(&view(), Qt::Key_Right);
        m_page->choose({QStringLiteral("A-3")});
        action("alerts.unfold")->trigger();
        QTRY_COMPARE(m_alerts->find(QStringLiteral("A-3"))->foldedInto, QString());
        view().clearSelection();
        QTRY_VERIFY(table().rowOf(QStringLiteral("A-3")) >= 0 &&
                    !table().isChild(table().rowOf(QStringLiteral("A-3"))));
    }

    void partsAndEmptiness()
    {
        open();
        QTRY_VERIFY(says(AlertsPage::tr("All clear. What needs attention appears here.")));
        m_book->storm(4);
        m_book->find(QStringLiteral("A-1"))->assignee = QStringLiteral("Administrator");
        m_book->find(QStringLiteral("A-2"))->state = AlertState::Resolved;
        QStringList ids;
        for (const auto &alert : std::as_const(m_book->known))
            ids << alert.id;
        m_book->tell(ids);
        QTRY_COMPARE(table().rowCount(), 3);
        filter().setText(QStringLiteral("sev>=high dept"));
        QTRY_VERIFY(
            says(AlertsPage::tr("No alert of this part passes the filter “%1”.").arg(filter().text())));
        button(AlertsPage::tr("Clear the filter"))->click();
        QCOMPARE(table().rowCount(), 3);
        filter().setText(QStringLiteral("colour:red"));
        QVERIFY(says(QStringLiteral("Character 1")));
        QCOMPARE(table().rowCount(), 3);
        filter().clear();
        m_page->showPart(AlertPart::Resolved);
        QTRY_COMPARE(table().rowCount(), 1);
        m_town->link.become(client::Link::State::Reconnecting, QStringLiteral("Reconnecting…"));
        QCOMPARE(table().rowCount(), 1); // what was known is still to be read
    }

    void waitsAndSaysWhy()
    {
        m_town->link.become(client::Link::State::Connecting, QStringLiteral("Connecting to atlas…"));
        make();
        QVERIFY(says(QStringLiteral("Connecting to atlas")));
        m_book->storm(1);
        m_town->link.become(client::Link::State::Live);
        QTRY_COMPARE(table().rowCount(), 1);
    }

    void openedAndBackToTheSamePlace()
    {
        m_book->storm(150);
        m_book->stories[QStringLiteral("A-90")] << alerts::AlertEntry{
            1, m_book->now, alerts::Deed::Commented, QStringLiteral("dana"), QStringLiteral("<b>cable?</b>")};
        open();
        m_page->choose({QStringLiteral("A-90")});
        view().scrollTo(view().currentIndex());
        const int scrolled = view().verticalScrollBar()->value();
        QTest::keyClick(&view(), Qt::Key_Return);
        auto *page = m_page->findChild<alerts::AlertPage *>();
        QTRY_VERIFY(page->isVisible());
        auto *story = page->findChild<alerts::StoryTable *>();
        QTRY_COMPARE(story->rowCount(), 1);
        QCOMPARE(story->index(0, alerts::StoryTable::What).data().toString(),
                 QStringLiteral("<b>cable?</b>"));
        auto *remark = page->findChild<QLineEdit *>();
        QVERIFY(remark);
        remark->setText(QStringLiteral("Replaced."));
        QTest::keyClick(remark, Qt::Key_Return);
        QTRY_COMPARE(story->rowCount(), 2);
        QVERIFY(remark->text().isEmpty());
        page->setFocus();
        QTest::keyClick(page, Qt::Key_A);
        QTRY_COMPARE(int(m_alerts->find(QStringLiteral("A-90"))->state), int(AlertState::Acknowledged));
        QTest::keyClick(page, Qt::Key_Escape);
        QVERIFY(view().isVisible());
        QCOMPARE(view().verticalScrollBar()->value(), scrolled);
        QCOMPARE(m_page->chosen(), QStringList{QStringLiteral("A-90")});
    }

    void rowsForOtherPrograms()
    {
        m_book->add(QStringLiteral("=cmd|' /C calc'!A0"), 9);
        m_book->add(QStringLiteral("plain, with a comma"), 5);
        open();
        const QString csv = QString::fromUtf8(m_page->csv());
        QVERIFY(csv.contains(QLatin1String("'=cmd")));
        QVERIFY(csv.contains(QLatin1String("\"plain, with a comma\"")));
        QCOMPARE(csv.count(QLatin1String("\r\n")), 3);
        QVERIFY(m_page->json().contains("\"A-2\""));
        m_page->choose({QStringLiteral("A-2")});
        QCOMPARE(QString::fromUtf8(m_page->csv()).count(QLatin1String("\r\n")), 2);
        const QSignalSpy link(m_page.get(), &alerts::AlertsPage::linkWanted);
        action("alerts.copylink")->trigger();
        QCOMPARE(link.count(), 1);
        QCOMPARE(link.first().first().value<client::Place>(),
                 (client::Place{client::Place::Kind::Alert, QStringLiteral("A-2")}));
        QVERIFY(link.first().last().toString().contains(QLatin1String("plain, with a comma")));
        action("alerts.copy")->trigger();
        QVERIFY(
            QGuiApplication::clipboard()->text().startsWith(QLatin1String("Medium\tplain, with a comma")));
    }

    void hostileTextIsDrawnAsItIs()
    {
        const QStringList hostile{QStringLiteral("<table><tr><td>").repeated(20),
                                  QStringLiteral("\u202egnp.exe\u202c"),
                                  QString(1'000'000, u'W'),
                                  QStringLiteral("<img src=file:///etc/passwd>"),
                                  QStringLiteral("a\nb\x1b[31mc"),
                                  QStringLiteral("\u0e49").repeated(5000)};
        for (int i = 0; i < 60; ++i) {
            alerts::Alert &alert = m_book->add(hostile[i % hostile.size()], 9);
            alert.message = hostile[(i + 1) % hostile.size()];
            alert.assignee = hostile[(i + 2) % hostile.size()];
            alert.labels.insert(QStringLiteral("device"), hostile[(i + 3) % hostile.size()]);
        }
        open();
        QElapsedTimer timer;
        timer.start();
        view().viewport()->repaint();
        (void)m_page->grab();
        m_page->openAlert(QStringLiteral("A-1"));
        (void)m_page->grab();
        // The 308 bytes freeze a label that reads markup for half a minute.
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
        const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void theRowWithTheFrameIsMeantWhereNothingIsChosen()
    {
        m_book->storm(6);
        open();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        view().setFocus();
        QItemSelectionModel &selection = *view().selectionModel();
        selection.setCurrentIndex(table().index(2, 0), QItemSelectionModel::NoUpdate);
        const QString framed = table().at(2).id;
        QVERIFY(m_page->chosen().isEmpty());
        QTest::keyClick(&view(), Qt::Key_A);
        QTRY_COMPARE(int(m_alerts->find(framed)->state), int(AlertState::Acknowledged));
        QCOMPARE(m_page->chosen(), QStringList(framed));
        // Beside those that are chosen, the frame means nothing.
        const QString first = table().at(0).id;
        m_page->choose({first});
        QTest::keyClick(&view(), Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(view().currentIndex().row(), 1);
        QCOMPARE(m_page->chosen(), QStringList(first));
        QTest::keyClick(&view(), Qt::Key_Return);
        QTRY_COMPARE(m_page->findChild<alerts::AlertPage *>()->id(), first);
        (void)m_page->leave();
        QTest::keyClick(&view(), Qt::Key_R);
        QTRY_COMPARE(int(m_alerts->find(first)->state), int(AlertState::Resolved));
        QCOMPARE(int(m_alerts->find(table().at(1).id)->state), int(AlertState::Open));
    }

    void aFrameThatIsNotSeenMeansNothing()
    {
        m_book->storm(6);
        open();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_J);
        const QString id = m_page->chosen().value(0);
        QTest::keyClick(&view(), Qt::Key_Escape);
        QVERIFY(m_page->chosen().isEmpty() && action("alerts.acknowledge")->isEnabled());
        const QImage framed = view().viewport()->grab().toImage();
        filter().setFocus();
        QVERIFY(!action("alerts.acknowledge")->isEnabled());
        QVERIFY(view().viewport()->grab().toImage() != framed);
        view().setFocus();
        QPushButton *acknowledge = button(AlertsPage::tr("&Acknowledge"));
        acknowledge->setFocus();
        QVERIFY(acknowledge->isEnabled());
        QTest::keyClick(acknowledge, Qt::Key_Space);
        QTRY_COMPARE(int(m_alerts->find(id)->state), int(AlertState::Acknowledged));
        QCOMPARE(m_page->chosen(), QStringList(id));
    }

    void toolsOfARowAreAboutThatRow()
    {
        m_book->storm(3);
        open();
        const QString pointed = table().at(2).id;
        m_page->choose({table().at(0).id});
        auto *tools = m_page->findChild<alerts::RowTools *>();
        QTest::mouseMove(view().viewport(), view().visualRect(table().index(2, 0)).center());
        QTRY_COMPARE(tools->row(), 2);
        tools->findChild<QPushButton *>()->click();
        QTRY_COMPARE(int(m_alerts->find(pointed)->state), int(AlertState::Acknowledged));
        QCOMPARE(m_page->chosen(), QStringList(pointed));
        QCOMPARE(int(m_alerts->find(table().at(0).id)->state), int(AlertState::Open));
    }

    void toolsStandAtTheRow()
    {
        m_book->storm(3);
        open();
        auto *tools = m_page->findChild<alerts::RowTools *>();
        QVERIFY(!tools->isVisible());
        m_page->choose({table().at(1).id});
        QTRY_VERIFY(tools->isVisible());
        QCOMPARE(tools->row(), 1);
        const QString id = table().at(1).id;
        tools->findChild<QPushButton *>()->click();
        QTRY_COMPARE(int(m_alerts->find(id)->state), int(AlertState::Acknowledged));
        QTRY_COMPARE(tools->findChild<QPushButton *>()->text(), AlertsPage::tr("Resolve"));
    }

    void silencesAreEndedAndMadeAgain()
    {
        m_book->storm(4);
        open();
        m_page->choose({QStringLiteral("A-2")});
        QTest::keyClick(&view(), Qt::Key_S);
        m_page->findChild<alerts::SilenceSheet *>()->accept();
        QTRY_COMPARE(m_alerts->counts().silenced, 1);
        action("alerts.silences")->trigger();
        auto *panel = m_page->findChild<alerts::SilencesPanel *>();
        QTRY_VERIFY(panel->isVisible());
        auto *rows = panel->findChild<QTableView *>();
        QTRY_COMPARE(rows->model()->rowCount(), 1);
        rows->selectRow(0);
        press(*panel, alerts::SilencesPanel::tr("End no&w"));
        QTRY_COMPARE(m_alerts->counts().silenced, 0);
        QTRY_VERIFY(m_silences->silences().value(0).isOver);
        rows->selectRow(0);
        press(*panel, alerts::SilencesPanel::tr("&Again…"));
        auto *sheet = panel->findChild<alerts::SilenceSheet *>();
        QVERIFY(sheet);
        QVERIFY(sheet->command().id.isEmpty());
        sheet->accept();
        QTRY_COMPARE(m_alerts->counts().silenced, 1);
        QTest::keyClick(panel->parentWidget(), Qt::Key_Escape);
        QTRY_VERIFY(m_page->isListShown());
    }

    void maintenanceIsPlannedAndTakenBack()
    {
        open();
        action("alerts.windows")->trigger();
        auto *panel = m_page->findChild<alerts::WindowsPanel *>();
        QTRY_VERIFY(panel->isVisible());
        press(*panel, alerts::WindowsPanel::tr("&Plan maintenance…"));
        auto *sheet = panel->findChild<alerts::WindowSheet *>();
        QVERIFY(sheet);
        sheet->findChild<alerts::MatcherList *>()->setMatchers(
            {{QStringLiteral("site"), alerts::Comparison::Equal, QStringLiteral("north")}});
        alerts::SetWindow wanted = sheet->command();
        QVERIFY(wanted.repetition.isEmpty());
        for (QComboBox *box : sheet->findChildren<QComboBox *>()) {
            if (box->accessibleName() == alerts::WindowSheet::tr("Repeats"))
                box->setCurrentIndex(2);
            if (box->accessibleName() == alerts::WindowSheet::tr("Time zone"))
                box->setCurrentText(QStringLiteral("Europe/Berlin"));
        }
        for (QCheckBox *day : sheet->findChildren<QCheckBox *>()) {
            if (!day->accessibleName().isEmpty())
                day->setChecked(day->accessibleName() == QLocale().dayName(2, QLocale::LongFormat));
        }
        wanted = sheet->command();
        QCOMPARE(wanted.repetition, QStringLiteral("FREQ=WEEKLY;BYDAY=TU"));
        QCOMPARE(wanted.timeZone, QStringLiteral("Europe/Berlin"));
        QCOMPARE(wanted.start.toTimeZone(QTimeZone("Europe/Berlin")).time(), QTime(22, 0));
        m_book->refusal = QStringLiteral("That is too long.");
        sheet->accept();
        QTRY_VERIFY(says(m_book->refusal));
        m_book->refusal.clear();
        sheet->accept();
        QTRY_COMPARE(m_silences->windows().size(), 1);
        auto *grid = panel->findChild<alerts::MonthGrid *>();
        const QDate first = m_silences->windows().first().start.toLocalTime().date();
        grid->setMonth(first);
        QTRY_COMPARE(grid->on(first).size(), 1);
        QCOMPARE(grid->on(first.addDays(7)).size(), 1);
        grid->setMonth(first.addMonths(3)); // is asked for
        QTRY_VERIFY(!grid->on(grid->firstShown().addDays(
                                  (first.dayOfWeek() - grid->firstShown().dayOfWeek() + 7) % 7))
                         .isEmpty());
        auto *rows = panel->findChild<QTableView *>();
        rows->selectRow(0);
        press(*panel, alerts::WindowsPanel::tr("Re&move"));
        QTRY_VERIFY(m_silences->windows().isEmpty());
        QTRY_VERIFY(toast() && toast()->findChild<QPushButton *>()->isVisible());
        toast()->findChild<QPushButton *>()->click();
        QTRY_COMPARE(m_silences->windows().size(), 1);
    }

    void howItIsLookedAtIsKept()
    {
        m_book->storm(3);
        open();
        table().setPart(AlertPart::All);
        view().setColumnHidden(int(AlertColumn::Rule), false);
        const QByteArray state = m_page->state();
        make();
        m_page->restore(QByteArray("garbage"));
        QCOMPARE(int(table().part()), int(AlertPart::Open));
        m_page->restore(state);
        QCOMPARE(int(table().part()), int(AlertPart::All));
        QVERIFY(!view().isColumnHidden(int(AlertColumn::Rule)));
    }

private:
    void make()
    {
        m_page.reset();
        m_silences.reset();
        m_alerts.reset();
        m_devices.reset();
        m_mirror = std::make_unique<client::Mirror>(m_town->link, m_town->clock);
        m_devices = std::make_unique<client::Devices>(m_town->link);
        m_alerts = std::make_unique<client::Alerts>(*m_mirror);
        m_silences = std::make_unique<client::Silences>(*m_mirror);
        m_page = std::make_unique<AlertsPage>(*m_alerts, *m_silences, *m_devices);
        m_page->resize(1180, 700);
        m_page->show();
    }
    void open()
    {
        make();
        QTRY_VERIFY(m_alerts->isKnown() && m_mirror->user() && m_devices->isKnown());
        view().setFocus();
    }
    alerts::AlertTable &table() { return m_page->table(); }
    QTableView &view() { return *m_page->findChild<QTableView *>(QStringLiteral("alerts")); }
    QLineEdit &filter() { return *m_page->findChild<QLineEdit *>(QStringLiteral("alertfilter")); }
    QAction *action(const char *id) { return m_page->findChild<QAction *>(QLatin1String(id)); }
    kit::Toast *toast()
    {
        for (kit::Toast *one : m_page->findChildren<kit::Toast *>()) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    QPushButton *button(const QString &text)
    {
        for (QPushButton *one : m_page->findChildren<QPushButton *>()) {
            if (one->text() == text)
                return one;
        }
        return nullptr;
    }
    static void press(const QWidget &in, const QString &text)
    {
        for (QPushButton *one : in.findChildren<QPushButton *>()) {
            if (one->text() == text) {
                QVERIFY(one->isEnabled());
                one->click();
                return;
            }
        }
        QFAIL(qPrintable(text));
    }
    bool says(const QString &text)
    {
        for (const QLabel *label : m_page->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        const QPushButton *said = button(text);
        return said && said->isVisible();
    }

    std::unique_ptr<Town> m_town;
    std::unique_ptr<Bookkeeper> m_book;
    std::unique_ptr<client::Mirror> m_mirror;
    std::unique_ptr<client::Devices> m_devices;
    std::unique_ptr<client::Alerts> m_alerts;
    std::unique_ptr<client::Silences> m_silences;
    std::unique_ptr<AlertsPage> m_page;
};

QTEST_MAIN(AlertsPageTest)
#include "alertspagetest.moc"
