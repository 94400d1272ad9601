// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/scanspage.h"

#include "kit/segmented.h"
#include "kit/theme.h"
#include "scans/house.h"
#include "scans/runlist.h"
#include "scans/scandialog.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>

using network::ScanState;

namespace {
struct PageHouse : ScanHouse
{
    using ScanHouse::ScanHouse;
    scans::ScansPage &open()
    {
        ScanHouse::open();
        page = std::make_unique<scans::ScansPage>(scans, clock);
        page->resize(1200, 700);
        page->show();
        return *page;
    }
    [[nodiscard]] QTableView &table(const char *name = "scans") const
    {
        return *page->findChild<QTableView *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString cell(int row, const QString &title) const
    {
        const QAbstractItemModel &model = *table().model();
        for (int column = 0; column < model.columnCount(); ++column) {
            if (model.headerData(column, Qt::Horizontal).toString() == title)
                return model.index(row, column).data().toString();
        }
        return {};
    }
    void choose(int row) const { table().setCurrentIndex(table().model()->index(row, 0)); }

    std::unique_ptr<scans::ScansPage> page;
};
} // namespace

/// The page of scans as somebody uses it.
class ScansPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        kit::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), kit::ThemeKind::Light);
    }

    void theHistoryTellsWhatCameOfEach()
    {
        PageHouse house;
        house.open();
        QCOMPARE(house.table().model()->rowCount(), 5);
        QCOMPARE(house.cell(0, QStringLiteral("Type")), QStringLiteral("Discovery"));
        QCOMPARE(house.cell(0, QStringLiteral("Result")), QStringLiteral("Done"));
        QVERIFY(house.cell(0, QStringLiteral("Changes")).startsWith(QLatin1String("+2 new")));
        QCOMPARE(house.cell(0, QStringLiteral("By")), QStringLiteral("dana"));
        QCOMPARE(house.cell(1, QStringLiteral("Result")), QStringLiteral("Cancelled"));
        QCOMPARE(house.cell(2, QStringLiteral("Result")), QStringLiteral("Failed"));
        // Why it was interrupted stands where its changes would.
        QVERIFY(house.cell(2, QStringLiteral("Changes")).startsWith(QLatin1String("Belfry was stopped")));
        const QString heard = house.table().model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(heard.contains(QLatin1String("Done")), qPrintable(heard));
    }

    void aRunningScanShowsHowFarItIs()
    {
        PageHouse house;
        const network::ScanRun run = house.scanner.begin();
        scans::ScansPage &page = house.open();
        auto *list = page.findChild<scans::RunList *>();
        QCOMPARE(list->count(), 1);
        QVERIFY(house.says(page, QStringLiteral("41 devices · 113 open ports · 87 services")));
        QVERIFY(house.says(page, QStringLiteral("left")));
        house.scanner.sayProgress(run, 60);
        QVERIFY(house.says(page, QStringLiteral("57 devices")));
        QCOMPARE(house.table().model()->rowCount(), 5);
        house.scanner.finish(run.scanId);
        QTRY_COMPARE(house.table().model()->rowCount(), 6);
        QCOMPARE(list->count(), 0);
    }

    void theClockOfARunningScanGoesOn()
    {
        PageHouse house;
        house.scanner.begin();
        scans::ScansPage &page = house.open();
        QVERIFY(house.says(page, QString::fromUtf8("3\u202Fmin 12\u202Fs")));
        for (int i = 0; i < 60; ++i)
            house.clock.advance(std::chrono::seconds(1));
        QVERIFY(house.says(page, QString::fromUtf8("4\u202Fmin 12\u202Fs")));
    }

    void cancelAsksTheServer()
    {
        PageHouse house;
        const QString id = house.scanner.begin().scanId;
        scans::ScansPage &page = house.open();
        house.button(page, QStringLiteral("Cancel"))->click();
        QTRY_COMPARE(house.scans.find(id)->status, ScanState::Cancelled);
        QTRY_COMPARE(house.cell(0, QStringLiteral("Result")), QStringLiteral("Cancelled"));
    }

    void whatWasNotCancelledSaysWhy()
    {
        PageHouse house;
        house.scanner.begin();
        house.link.answers.insert(
            QStringLiteral("network.scan.cancel"), [](const QJsonObject &) -> core::Reply {
                return core::Error{core::ErrorCode::Unavailable, QStringLiteral("nmap does not answer.")};
            });
        scans::ScansPage &page = house.open();
        house.button(page, QStringLiteral("Cancel"))->click();
        QTRY_VERIFY(house.says(page, QStringLiteral("The scan goes on: nmap does not answer.")));
        QVERIFY(house.button(page, QStringLiteral("Cancel"))->isEnabled());
    }

    void othersScansCannotBeCancelledByOperators()
    {
        PageHouse house("operator", "omar");
        house.scanner.begin();
        scans::ScansPage &page = house.open();
        const QPushButton *cancel = house.button(page, QStringLiteral("Cancel"));
        QVERIFY(!cancel->isEnabled());
        QVERIFY(cancel->toolTip().contains(QLatin1String("dana")));
    }

    void theDetailListsWhatWasFound()
    {
        PageHouse house;
        scans::ScansPage &page = house.open();
        QVERIFY(!house.table("found").isVisible());
        QSignalSpy selected(&page, &scans::ScansPage::selected);
        house.choose(0);
        const QAbstractItemModel &found = *house.table("found").model();
        QTRY_COMPARE(found.rowCount(), 3);
        QCOMPARE(found.index(1, 1).data().toString(), QStringLiteral("<b>srv</b>-web-02"));
        QVERIFY(found.index(1, 5).data().toString().contains(QLatin1String("443/tcp https nginx")));
        QCOMPARE(selected.size(), 1);
        const auto facts = selected.first().first().value<client::FactSource>()();
        QVERIFY(facts);
        QVERIFY(facts->title.startsWith(QLatin1String("Discovery")));
    }

    void twoScansAreComparedByLetter()
    {
        PageHouse house;
        scans::ScansPage &page = house.open();
        page.showScan(house.scanner.runs.first().scanId, true);
        QTRY_VERIFY(house.says(page, QStringLiteral("122 unchanged")));
        QVERIFY(house.button(page, QStringLiteral("Copy as text")));
        house.button(page, QStringLiteral("Copy as text"))->click();
        const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines.first(), QStringLiteral("A  192.168.1.187  Espressif ESP32  + 80/tcp http"));
        QVERIFY(lines.last().endsWith(QString::fromUtf8("os: Linux 5.10 → Linux 6.1")));
    }

    void anyTwoAreComparedTheEarlierFirst()
    {
        PageHouse house;
        scans::ScansPage &page = house.open();
        const QString oldest = house.scanner.runs.last().scanId;
        const QString newest = house.scanner.runs.first().scanId;
        page.showScan(oldest, true);
        QTRY_VERIFY(house.says(page, QStringLiteral("There is no earlier scan")));
        QComboBox *other = page.findChild<QComboBox *>();
        other->setCurrentIndex(other->findData(newest));
        QTRY_VERIFY(house.says(page, QStringLiteral("122 unchanged")));
        const QJsonObject asked = house.link.requests.last().second;
        QCOMPARE(asked.value(QLatin1String("scan_id")).toString(), newest);
        QCOMPARE(asked.value(QLatin1String("with")).toString(), oldest);
    }

    void againFillsTheDialog()
    {
        PageHouse house;
        network::ScanRun &run = house.scanner.runs[3];
        run.ports = QStringLiteral("22,80");
        run.intensity = network::Intensity::Light;
        run.timeout = 120;
        run.parallel = false;
        run.includeOs = true;
        run.scanType = network::ScanType::Ports;
        scans::ScansPage &page = house.open();
        house.choose(3);
        house.button(page, QStringLiteral("Scan again"))->click();
        const auto *dialog = page.findChild<scans::ScanDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->wish().scanType, run.scanType);
        QCOMPARE(dialog->wish().target, run.target);
        QCOMPARE(dialog->wish().options.ports, run.ports);
        QCOMPARE(dialog->wish().options.scanIntensity, run.intensity);
        QCOMPARE(dialog->wish().options.timeout, 120.0);
        QVERIFY(!dialog->wish().options.parallel);
        QVERIFY(dialog->wish().options.includeOs);
    }

    void whatScannedEverythingDoesSoAgain()
    {
        PageHouse house;
        network::ScanRun &run = house.scanner.runs[0];
        run.target.clear();
        scans::ScansPage &page = house.open();
        QCOMPARE(house.cell(0, QStringLiteral("Target")), QStringLiteral("all ticked networks"));
        house.choose(0);
        house.button(page, QStringLiteral("Scan again"))->click();
        const auto *dialog = page.findChild<scans::ScanDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->wish().target, QString());
        // Of a run that does not tell how it was made the usual is taken.
        QCOMPARE(dialog->wish().options.timeout, network::ScanOptions().timeout);
        QVERIFY(dialog->wish().options.parallel);
    }

    void theFilterFindsAndSaysWhenItDoesNot()
    {
        PageHouse house;
        scans::ScansPage &page = house.open();
        auto *filter = page.findChild<QLineEdit *>();
        filter->setText(QStringLiteral("full time"));
        QCOMPARE(house.table().model()->rowCount(), 1);
        QVERIFY(house.says(page, QStringLiteral("1 of 5 shown")));
        filter->setText(QStringLiteral("nothing has this"));
        QVERIFY(house.says(page, QStringLiteral("No scan holds all these words.")));
        house.button(page, QStringLiteral("Clear the filter"))->click();
        QCOMPARE(house.table().model()->rowCount(), 5);
    }

    void theFirstScanIsOffered()
    {
        PageHouse house;
        house.scanner.runs.clear();
        scans::ScansPage &page = house.open();
        QVERIFY(house.says(page, QStringLiteral("Nothing has been scanned yet.")));
    }

    void viewersSeeButDoNotStart()
    {
        PageHouse house("viewer");
        scans::ScansPage &page = house.open();
        const QPushButton *button = house.button(page, QStringLiteral("New scan"));
        QVERIFY(!button->isEnabled());
        QVERIFY(button->toolTip().contains(QLatin1String("Viewer")));
    }

    void schedulesAreKeptAndTakenBack()
    {
        PageHouse house;
        network::Schedule nightly;
        nightly.id = QStringLiteral("n-1");
        nightly.displayName = QStringLiteral("Every night");
        nightly.target = QStringLiteral("192.168.1.0/24");
        nightly.when = QStringLiteral("daily 02:00");
        nightly.lastScan = house.scanner.runs.first().scanId;
        house.scanner.schedules = {nightly};
        scans::ScansPage &page = house.open();
        auto *parts = page.findChild<kit::Segmented *>();
        parts->setFocus();
        QTest::keyClick(parts, Qt::Key_Right);
        QTableView &table = house.table("schedules");
        QTRY_COMPARE(table.model()->rowCount(), 1);
        QVERIFY(!house.button(page, QStringLiteral("Remove"))->isEnabled());
        table.selectRow(0);
        house.button(page, QStringLiteral("Switch off"))->click();
        QTRY_VERIFY(!house.scanner.schedules.first().isEnabled);
        QTRY_VERIFY(house.button(page, QStringLiteral("Switch on")));
        house.button(page, QStringLiteral("Remove"))->click();
        QTRY_VERIFY(house.scanner.schedules.isEmpty());
        QTRY_VERIFY(house.button(page, QStringLiteral("Undo")));
        house.button(page, QStringLiteral("Undo"))->click();
        QTRY_COMPARE(house.scanner.schedules.size(), 1);
        QCOMPARE(house.scanner.schedules.first().displayName, nightly.displayName);
        QTRY_COMPARE(table.model()->rowCount(), 1);
        table.selectRow(0);
        house.button(page, QStringLiteral("Show the last"))->click();
        QTRY_VERIFY(house.table("found").isVisible());
    }

    void aScheduleIsFilledIn()
    {
        PageHouse house;
        scans::ScansPage &page = house.open();
        page.askToSchedule({});
        auto *dialog = page.findChild<scans::ScanDialog *>();
        network::Schedule schedule;
        schedule.when = QStringLiteral("sometimes");
        schedule.scanType = network::ScanType::Ports;
        schedule.target = QStringLiteral("192.168.1.20");
        dialog->setSchedule(schedule);
        house.clock.advance(std::chrono::milliseconds(300));
        QTRY_VERIFY(house.says(*dialog, QStringLiteral("Asks 256 addresses")));
        QPushButton *save = house.button(*dialog, QStringLiteral("Save schedule"));
        QVERIFY(save->toolTip().contains(QLatin1String("Give the schedule a name.")));
        QVERIFY(!save->isEnabled());
        const auto lines = dialog->findChildren<QLineEdit *>();
        const auto type = [&lines](const char *name, const char *text) {
            for (QLineEdit *line : lines) {
                if (line->accessibleName() == QLatin1String(name))
                    line->setText(QString::fromLatin1(text));
            }
        };
        type("Name of the schedule", "Web server");
        save->click();
        QTRY_VERIFY(house.says(*dialog, QStringLiteral("is no time to repeat something")));
        type("Repeat", "every 6 h");
        house.clock.advance(std::chrono::milliseconds(300));
        QTRY_VERIFY(save->isEnabled());
        save->click();
        QTRY_COMPARE(house.scanner.schedules.size(), 1);
        QCOMPARE(house.scanner.schedules.first().when, QStringLiteral("every 6 h"));
        QCOMPARE(house.scanner.schedules.first().target, schedule.target);
        QTRY_COMPARE(house.table("schedules").model()->rowCount(), 1);
        QVERIFY(house.table("schedules").isVisible());
    }

    void aLostConnectionIsSaid()
    {
        PageHouse house;
        scans::ScansPage &page = house.open();
        house.link.become(client::Link::State::Reconnecting, QStringLiteral("The connection was lost."));
        QVERIFY(house.says(page, QStringLiteral("What is shown may be old. The connection was lost.")));
        house.link.become(client::Link::State::Live);
        QVERIFY(!house.says(page, QStringLiteral("What is shown may be old.")));
    }
};

QTEST_MAIN(ScansPageTest)
#include "scanspagetest.moc"
